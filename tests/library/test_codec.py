from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkreader.core.findings import Bound, Kind, Measurement, Status
from hkreader.core.report import Span
from hkreader.core.reviews import Anchor, Decision, KnownText, Note, NoteKind, Ruling
from hkreader.library.codec import NotARecord, from_json, from_plain, parse, to_json
from tests.library.samples import confirmed, known, note

words = st.text(max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def anchors(draw):
    said = draw(st.text(max_size=30))
    start = draw(st.integers(0, 100_000))
    first = draw(st.integers(0, len(said)))
    last = draw(st.integers(first, len(said)))
    span = Span(start + first, start + last)
    return Anchor(span, start, said, draw(st.integers(0, 9)), draw(st.integers(1, 10)))


@st.composite
def figures(draw, within):
    start = draw(st.integers(within.start, within.end))
    return Measurement(
        span=Span(start, draw(st.integers(start, within.end))),
        text=draw(words),
        name=draw(words),
        kind=draw(st.sampled_from(Kind)),
        value=draw(numbers),
        unit=draw(words),
        bound=draw(st.sampled_from(Bound)),
        period=draw(st.none() | words),
        status=draw(st.sampled_from(Status)),
        basis=draw(st.none() | words),
        value_high=draw(st.none() | numbers),
        shown_value=draw(numbers),
        shown_unit=draw(words),
        decimals=draw(st.integers(0, 9)),
        confidence=draw(numbers),
        reason=draw(words),
    )


@st.composite
def decisions(draw):
    place = draw(anchors())
    items = st.lists(figures(place.span), max_size=3).map(tuple)
    return Decision(
        place,
        draw(st.sampled_from(Ruling)),
        draw(items),
        draw(items),
        draw(words),
        draw(words),
        draw(words),
    )


notes = st.builds(
    Note, words, anchors(), st.sampled_from(NoteKind), words, words, st.lists(words).map(tuple)
)
texts = st.builds(KnownText, words, words, words, words, st.none() | st.integers(), words)


@given(decisions() | notes | texts)
def test_what_is_read_is_what_was_written(record):
    assert from_json(type(record), to_json(record)) == record


def test_half_a_character_is_kept():
    record = note(text="坏\ud800字")

    written = to_json(record)

    assert written.isascii()
    assert from_json(Note, written) == record


def test_words_can_be_read_in_the_file():
    assert "待核" in to_json(note())


def without(field):
    return lambda plain: {key: value for key, value in plain.items() if key != field}


def having(**changes):
    return lambda plain: {**plain, **changes}


def measured(**changes):
    return lambda plain: {**plain, "found": [{**plain["found"][0], **changes}]}


REFUSED = {
    "a field too many": having(colour="red"),
    "an unknown ruling": having(ruling="perhaps"),
    "a number for words": having(note=3),
    "words for a list": having(measurements="none"),
    "no object": lambda plain: [plain],
    "nothing": lambda plain: None,
    "words for a number": measured(value="6500"),
    "a truth for a number": measured(value=True),
    "a fraction for a count": measured(decimals=1.5),
    "no finite number": measured(value=float("nan")),
    "a number beyond all": measured(value=10**400),
    "a figure outside the place": measured(span={"start": 0, "end": 3}),
    "a place outside its words": having(
        anchor={**json.loads(to_json(confirmed()))["anchor"], "span": {"start": 3, "end": 900}}
    ),
} | {f"without {field.name}": without(field.name) for field in fields(Decision)}


@pytest.mark.parametrize("spoil", REFUSED.values(), ids=REFUSED)
def test_what_is_no_record_is_refused(spoil):
    plain = json.loads(to_json(confirmed()))
    assert from_plain(Decision, plain) == confirmed()

    with pytest.raises(NotARecord):
        from_plain(Decision, spoil(plain))


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '"\x00"'])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(NotARecord):
        parse(text)


def test_no_figure_is_written_that_could_not_be_read():
    with pytest.raises(ValueError, match="JSON"):
        to_json({"value": float("nan")})


def test_year_may_be_missing():
    assert from_json(KnownText, to_json(known(year=None))).year is None
