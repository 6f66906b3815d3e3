import pytest

from hkreader.core.report import Span, Term
from hkreader.ui.reading.marks import term_marks
from hkreader.ui.reading.terms import name_span, places_of, terms_at, with_nested


def names_at(report, book, offset):
    layer = term_marks(book, report.glossary)
    found = terms_at(report.glossary, layer, book.positions.position_of(offset), offset)
    return [report.glossary[item].name for item in found]


@pytest.mark.parametrize("step", [0, 2, 4], ids=["first", "inside", "just-behind"])
def test_the_longest_term_at_the_caret_comes_first_with_those_inside_it(report, book, step):
    offset = report.text.index("雪亮工程") + step
    assert names_at(report, book, offset) == ["雪亮工程", "工程"]


def test_no_term_elsewhere(report, book):
    assert names_at(report, book, report.text.index("新增商业")) == []


def test_an_entry_of_the_glossary_explains_itself(report, book):
    assert names_at(report, book, report.text.index("公共安全视频")) == ["雪亮工程", "工程"]
    assert names_at(report, book, report.text.index("各类建设")) == ["工程"]


def test_each_term_is_given_once(report):
    assert with_nested(report.glossary, [1, 0, 1]) == [0, 1]


def test_the_places_are_all_uses_and_at_last_the_entry(report):
    places = places_of(report.glossary[0], report)
    assert [report.quote(place) for place in places] == ["雪亮工程"] * 3
    assert places[-1].start >= report.glossary[0].span.start


def test_a_name_written_otherwise_in_its_entry_reaches_to_the_colon(report):
    start = report.text.index("2.工程")
    term = Term("各种工程", "…", Span(start, start + 12))
    assert report.quote(name_span(term, report)) == "工程"
