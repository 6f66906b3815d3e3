import pytest

from hkreader.core.report import Span
from hkreader.ui.reading.folding import FoldedText
from hkreader.ui.reading.searches import ExpressionError, search_for


def found(search, book):
    hits = [hit for hit in search.through(book, FoldedText()) if hit is not None]
    return [book.text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("expression", "hits"),
    [
        (r"增长\d+\.\d+%", ["增长１８．０９％"]),
        (r"雪亮.程", ["雪亮工程"] * 3),
        (r"(?<=“)雪亮工程", ["雪亮工程"] * 2),
        (r"商业载体$", []),
        (r"没有|不在", []),
        (r"x*", []),
        ("𠮷.家", ["𠮷野家"]),
    ],
)
def test_expressions_find_what_they_say_in_any_width(book, expression, hits):
    assert found(search_for(expression, expression=True), book) == hits


def test_an_expression_keeps_to_paragraphs_and_ignores_case(book):
    heads = found(search_for(r"^\S", expression=True), book)
    assert len(heads) == len([it for it in book.paragraphs if it.text.strip()])
    assert found(search_for(r"w", expression=True), book) == [
        letter for letter in book.text if letter in "wWｗＷ"
    ]


@pytest.mark.parametrize(
    ("expression", "problem", "place"),
    [
        ("增长(", "open_group", 4),
        ("增长)", "closed_group", 3),
        ("[一二", "open_set", 4),
        ("*年", "nothing_to_repeat", 1),
        ("年**", "repeated_twice", 3),
        ("[z-a]", "bad_range", 5),
        (r"\q", "bad_escape", 3),
        (r"(?P=无)", "other", 4),
    ],
)
def test_what_is_wrong_is_named_with_its_place(expression, problem, place):
    with pytest.raises(ExpressionError) as raised:
        search_for(expression, expression=True)
    assert (raised.value.problem, raised.value.place) == (problem, place)


def test_wide_brackets_are_no_group():
    assert search_for("（一", expression=True)
    with pytest.raises(ExpressionError):
        search_for("(一", expression=True)


def test_an_expression_that_would_take_for_ever_is_called_off(book):
    search = search_for(r"([^☒]|[^☒][^☒])*\b☒?$(?!)", expression=True)
    with pytest.raises(ExpressionError, match="too_slow"):
        found(search, book)


def test_nothing_is_looked_for_without_a_query(book):
    for expression in (False, True):
        search = search_for("", expression=expression)
        assert not search
        assert found(search, book) == []


@pytest.mark.parametrize("expression", [False, True])
def test_only_the_stretch_asked_for_is_searched(book, expression):
    report = book.report
    whole = found(search_for("雪亮工程", expression=expression), book)
    places = [hit for hit in range(len(report.text)) if report.text.startswith("雪亮工程", hit)]
    paragraph = report.paragraph_at(places[0]).span
    inside = [place for place in places if place in paragraph]
    assert 0 < len(inside) < len(whole)
    kept = search_for("雪亮工程", expression=expression, within=paragraph)
    assert len(found(kept, book)) == len(inside)
    nowhere = search_for("雪亮工程", expression=expression, within=Span(0, 0))
    assert found(nowhere, book) == []
