"""Steps from an offset to what comes next."""

from __future__ import annotations

import pytest

from hkreader.core.report import Span
from hkreader.qt.steps import following, preceding, section_starts, span_index_at
from hkreader.text import read_report

SPANS = [Span(10, 14), Span(20, 20), Span(30, 31)]


@pytest.mark.parametrize(
    ("offset", "before", "after"),
    [
        pytest.param(0, None, SPANS[0], id="before all"),
        pytest.param(10, None, SPANS[1], id="at the first"),
        pytest.param(12, SPANS[0], SPANS[1], id="within the first"),
        pytest.param(20, SPANS[0], SPANS[2], id="at an empty one"),
        pytest.param(99, SPANS[2], None, id="behind all"),
    ],
)
def test_neighbours(offset, before, after):
    assert preceding(SPANS, offset) == before
    assert following(SPANS, offset) == after


@pytest.mark.parametrize(
    ("offset", "index"), [(9, -1), (10, 0), (13, 0), (14, -1), (20, -1), (30, 2), (31, -1)]
)
def test_span_that_holds_an_offset(offset, index):
    assert span_index_at(SPANS, offset) == index


def test_sections_are_stepped_by_their_headings(hongkou):
    report = read_report(hongkou)
    headings = [report.quote(span) for span in section_starts(report)]
    assert headings[0].startswith("一、2017年工作回顾")
    assert headings[1].startswith("(一)加快转型升级")
    assert not any(heading.startswith("产业发展势头良好") for heading in headings)
