from __future__ import annotations

import pytest

from hkreader.core.report import Span
from hkreader.core.reviews import Anchor, Decision, Ruling
from tests.library.samples import anchor, figure


@pytest.mark.parametrize(
    ("start", "end", "sound"),
    [
        (10, 15, True),
        (12, 12, True),
        (15, 15, True),
        (9, 12, False),
        (12, 16, False),
        (13, 12, False),
    ],
)
def test_a_place_lies_in_its_words(start, end, sound):
    if sound:
        assert Anchor(Span(start, end), 10, "12345").words == "12345"
    else:
        with pytest.raises(ValueError, match="Span"):
            Anchor(Span(start, end), 10, "12345")


@pytest.mark.parametrize("field", ["measurements", "found"])
def test_the_figures_of_a_decision_lie_in_its_place(field):
    values = {"measurements": (), "found": ()}
    decision = Decision(anchor(10), Ruling.EDITED, **values | {field: (figure(10),)})
    assert decision.span == Span(10, 15)

    with pytest.raises(ValueError, match="Span"):
        Decision(anchor(10), Ruling.EDITED, **values | {field: (figure(11),)})
