from dataclasses import replace
from pathlib import Path

import pytest

from hkreader.core.report import Facts, Source, Span
from hkreader.messages import Language, set_language
from hkreader.text import read_report
from hkreader.ui.reading.citation import cite, pages_of, paragraphs_of, path_of, title_of
from tests.reports import report_of


def span_of(report, words):
    start = report.text.index(words)
    return Span(start, start + len(words))


def test_a_quotation_names_region_year_headings_and_paragraph(hongkou):
    report = read_report(hongkou)
    words = "现代服务业实现区级税收44.4亿元"
    number = report.paragraph_at(report.text.index(words)).number
    assert cite(report, span_of(report, words), words) == (
        f"“{words}”（上海市虹口区2018年政府工作报告，"
        f"一、2017年工作回顾 › (一)加快转型升级,经济综合实力稳步增强，第{number}段）"
    )


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("各位代表", ""),
        ("256.94亿元", "一、2017年工作回顾"),
        ("产业发展势头良好", "一、2017年工作回顾 › （一）经济平稳增长"),
        ("二、2018年", "二、2018年主要工作"),
    ],
)
def test_the_path_leaves_lead_sentences_out(report, words, path):
    assert path_of(report, report.text.index(words)) == path


def test_a_quotation_before_the_first_heading_has_no_path(report):
    cited = cite(report, span_of(report, "各位代表"), "各位代表")
    assert cited == "“各位代表”（某市2018年政府工作报告，第3段）"


def test_several_paragraphs_are_named_from_first_to_last(report):
    start = report.text.index("2017年，全市")
    end = report.text.index("产业发展") + 4
    assert paragraphs_of(report, Span(start, end)) == "第6—8段"


@pytest.mark.parametrize(
    ("facts", "path", "title"),
    [
        (Facts("政府工作报告", "某区", None, 2018), None, "某区2018年政府工作报告"),
        (Facts("某区政府工作报告", "某区"), None, "某区政府工作报告"),
        (Facts(), Path("某区报告.txt"), "某区报告"),
        (Facts(), None, ""),
    ],
    ids=["known", "title", "file", "nothing"],
)
def test_the_report_is_named_by_what_is_known(report, facts, path, title):
    source = Source(path, "text", "utf-8", "", 0)
    assert title_of(replace(report, facts=facts, source=source)) == title


def test_a_citation_is_chinese_in_every_language(report):
    span = span_of(report, "256.94亿元")
    chinese = cite(report, span, "256.94亿元")
    set_language(Language.EN)
    assert cite(report, span, "256.94亿元") == chinese


@pytest.mark.parametrize(
    ("words", "pages"), [("甲乙", "第1页"), ("乙丙", "第1—2页"), ("丁", "第3页")]
)
def test_pages_of_a_paged_document_are_named(words, pages):
    report = replace(report_of("甲乙丙丁\n戊"), pages=(0, 2, 3))
    span = span_of(report, words)
    assert pages_of(report, span) == pages
    assert cite(report, span, words).endswith(f"第1段，{pages}）")


def test_a_text_has_no_pages(report):
    assert pages_of(report, Span(0, 5)) == ""
