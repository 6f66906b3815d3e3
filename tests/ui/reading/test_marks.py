from hypothesis import given
from hypothesis import strategies as st

from hkreader.core.report import Span
from hkreader.ui.reading.marks import (
    HitLayer,
    Mark,
    MarkKind,
    MarkLayer,
    figure_marks,
    mask_marks,
    term_marks,
)
from tests.ui.reading.samples import findings_of

STRETCHES = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))),
    max_size=12,
)


@given(STRETCHES, st.integers(0, 70), st.integers(1, 20))
def test_between_misses_no_mark_however_they_overlap(stretches, start, length):
    layer = MarkLayer(Mark(a, b, MarkKind.TERM, i) for i, (a, b) in enumerate(stretches))
    end = start + length
    touching = {i for i, (a, b) in enumerate(stretches) if a < end and b > start}
    found = {mark.item for mark in layer.between(start, end)}
    assert touching <= found
    assert {mark.item for mark in layer.at(start)} == {
        i for i, (a, b) in enumerate(stretches) if a <= start < b
    }


@given(STRETCHES, st.integers(0, 70))
def test_the_longest_mark_comes_first(stretches, position):
    layer = MarkLayer(Mark(a, b, MarkKind.TERM) for a, b in stretches)
    lengths = [mark.end - mark.start for mark in layer.at(position)]
    assert lengths == sorted(lengths, reverse=True)


def test_figures_are_marked_by_status_on_their_own_characters(book, report):
    findings = findings_of(report)
    marks = figure_marks(findings, book).marks
    kinds = [MarkKind.DONE, MarkKind.DONE, MarkKind.ESTIMATED, MarkKind.PLANNED]
    assert [mark.kind for mark in marks] == kinds
    for mark in marks:
        span = book.positions.span_of(mark.start, mark.end)
        assert span == findings.measurements[mark.item].span


def test_terms_are_marked_where_they_occur_and_not_in_the_glossary(book, report):
    marks = term_marks(book, book.report.glossary).marks
    spans = [book.positions.span_of(mark.start, mark.end) for mark in marks]
    assert [report.quote(span) for span in spans] == ["雪亮工程", "雪亮工程"]
    assert all(span.end < report.glossary[0].span.start for span in spans)


def test_masks_are_marked(book, report):
    [mark] = mask_marks(report, book.positions).marks
    assert report.quote(book.positions.span_of(mark.start, mark.end)) == "*"


def test_only_hits_in_sight_become_marks(book):
    hits = [Span(place, place + 1) for place in range(0, 60, 5)]
    layer = HitLayer(hits, book.positions)
    assert [(mark.start, mark.end) for mark in layer.between(11, 26)] == [
        (15, 16),
        (20, 21),
        (25, 26),
    ]
