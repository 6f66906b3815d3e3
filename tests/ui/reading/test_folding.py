from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkreader.core.report import Span
from hkreader.ui.reading.folding import FoldedText, fold_characters, fold_query, folded

ANY_TEXT = st.text(
    alphabet=st.sampled_from("虹口区年增长１２１２%％,，.İAＡa　 \n\u200b“”𠮷长"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("增长１２．５％", "12.5%"),
        ("增长12.5%", "１２．５％"),
        ("现在，我代表", "现在,我代表"),
        ("（一）加快", "(一)加快"),
        ("“雪亮工程”", '"雪亮工程"'),
        ("W酒店", "ｗ酒店"),
        ("2013—2017年", "2013-2017年"),
        ("虹 口　区", "虹口区"),
        ("虹口区", "虹 口"),
        ("一是\u200b加快", "一是加快"),
        ("吉林𠮷野家", "𠮷野家"),
    ],
    ids=lambda value: value,
)
def test_finds_whatever_the_width_case_and_punctuation(text, query):
    [hit] = folded(text).matches(fold_query(query))
    assert fold_query(text[hit.start : hit.end]) == fold_query(query)


def test_does_not_find_across_paragraphs():
    assert list(folded("虹口\n区长").matches("虹口区")) == []


def test_hits_do_not_overlap():
    assert list(folded("人人人人人").matches("人人")) == [Span(0, 2), Span(2, 4)]


@pytest.mark.parametrize("query", ["", "　 ", "\n"], ids=repr)
def test_an_empty_query_has_no_hits(query):
    assert list(folded("虹口 区").matches(fold_query(query))) == []


def test_finds_across_what_is_hidden():
    text = "一般公共第3页预算收入"
    copy = FoldedText()
    list(copy.build(text, (Span(4, 7),)))
    assert list(copy.matches("公共预算")) == [Span(2, 9)]


def test_finds_across_slices():
    text = "甲" * ((1 << 15) - 2) + "公共预算收入" + "乙" * 40_000
    assert list(folded(text).matches("公共预算收入")) == [Span((1 << 15) - 2, (1 << 15) + 4)]


@given(ANY_TEXT)
def test_folding_keeps_the_number_of_characters(text):
    assert len(fold_characters(text)) == len(text)


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text):
    once = fold_characters(text)
    assert fold_characters(once) == once


@given(ANY_TEXT, st.integers(0, 60), st.integers(1, 8))
def test_every_stretch_is_found_where_it_stands(text, start, length):
    query = fold_query(text[start : start + length].split("\n")[0])
    hits = list(folded(text).matches(query))
    assert bool(hits) == bool(query)
    for hit in hits:
        assert fold_query(text[hit.start : hit.end]) == query
        assert hit == Span(hit.start, hit.end)
    assert all(one.end <= two.start for one, two in pairwise(hits))


@given(ANY_TEXT, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 5)), max_size=4))
def test_the_copy_holds_all_that_is_neither_blank_nor_hidden(text, stretches):
    hidden: list[Span] = []
    for start, length in sorted(stretches):
        if start + length <= len(text) and (not hidden or hidden[-1].end <= start):
            hidden.append(Span(start, start + length))
    copy = FoldedText()
    assert list(copy.build(text, tuple(hidden)))[-1] == len(text)
    shown = "".join(c for i, c in enumerate(text) if not any(i in span for span in hidden))
    assert copy.text == "".join(fold_query(part) if part != "\n" else part for part in shown)
