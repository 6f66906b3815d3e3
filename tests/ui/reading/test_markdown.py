import pytest
from markdown_it import MarkdownIt

from hkreader.core.report import Span
from hkreader.text import report_from_text
from hkreader.ui.reading.book import open_book
from hkreader.ui.reading.markdown import markdown_of


def words_of(book, words):
    start = book.text.index(words)
    return markdown_of(book, Span(start, start + len(words)))


def whole(book):
    return markdown_of(book, Span(0, len(book.text)))


def test_headings_paragraphs_and_source(book):
    lines = whole(book).split("\n\n")
    assert lines[0] == "# 政府工作报告"
    assert "## 一、2017年工作回顾" in lines
    assert "### （一）经济平稳增长" in lines
    assert lines[-1].startswith("——某市2018年政府工作报告")


def test_leads_are_bold_wherever_markdown_is_read(book):
    html = MarkdownIt().render(whole(book))
    assert "<strong>雪亮工程</strong>" in html
    assert "**" not in html


def test_part_of_a_paragraph_is_cut_where_it_was_selected(book):
    text = words_of(book, "地区生产总值达到256.94亿元")
    assert text.startswith("地区生产总值达到256.94亿元\n\n——")
    assert "一、2017年工作回顾" in text


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("全市*_推进[改革]。", r"全市\*\_推进\[改革\]。"),
        ("1. 推进改革。", r"1\. 推进改革。"),
        ("- 推进改革。", r"\- 推进改革。"),
        ("# 推进改革。", r"\# 推进改革。"),
        ("1.推进改革。", "1.推进改革。"),
    ],
)
def test_what_markdown_would_take_for_its_own_is_escaped(report, line, marked):
    book = open_book(report_from_text(f"{line}\n全市推进改革。", report.source), noise=False)
    assert marked in whole(book).replace("**", "")
    assert f">{line}" in MarkdownIt().render(whole(book)).replace("<strong>", "")
