from dataclasses import replace

import pytest

from hkreader.core.findings import Kind, Status
from hkreader.core.report import Source, Span
from hkreader.extract import analyse
from hkreader.extract.proposals import parts_of, propose
from hkreader.text import read_report, report_from_text

TEXT = """虹口区2018年政府工作报告

一、2017年工作回顾
过去一年，我们重点做了六个方面的工作。全年财政总收入完成256.94亿元，同口径增长18.09%。规模2000万元以上企业发展良好。
二、2018年主要工作
今年，地区生产总值增长7%左右，新建公园3座。全社会研发投入占比5.5%-6.2%。
"""


@pytest.fixture(scope="module")
def report():
    return report_from_text(TEXT, Source(None, "text", "utf-8", "0" * 64, len(TEXT)))


def span_of(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "name", "value", "unit", "kind", "status"),
    [
        ("256.94亿元", "财政总收入", 25694000000, "元", Kind.LEVEL, Status.ACTUAL),
        ("256", "财政总收入", 25694000000, "元", Kind.LEVEL, Status.ACTUAL),
        ("增长18.09%", "财政总收入", 18.09, "%", Kind.GROWTH, Status.ACTUAL),
        ("2000万元", "规模", 20000000, "元", Kind.LEVEL, Status.ACTUAL),
        ("六个方面", "", 6, "个方面", Kind.LEVEL, Status.ACTUAL),
        ("增长7%左右", "地区生产总值", 7, "%", Kind.GROWTH, Status.TARGET),
    ],
)
def test_a_selection_is_read_as_the_extractor_would(report, words, name, value, unit, kind, status):
    figure = propose(report, span_of(words))
    assert (figure.value, figure.unit, figure.kind, figure.status) == (value, unit, kind, status)
    assert figure.text == report.quote(figure.span)
    assert name in figure.name


def test_what_the_extractor_finds_is_proposed_alike(hongkou):
    report = read_report(hongkou)
    for figure in analyse(report).measurements:
        assert propose(report, figure.span) == figure
        assert propose(report, Span(figure.span.start, figure.span.start)) == figure


@pytest.mark.parametrize("words", ["发展良好", "工作回顾", "名"])
def test_no_number_is_no_figure(report, words):
    start = TEXT.find(words)
    assert propose(report, Span(max(0, start), max(0, start) + len(words))) is None


def test_a_range_is_parted_into_its_numbers(report):
    whole = propose(report, span_of("5.5%-6.2%"))
    parts = parts_of(report, whole)
    assert [part.text for part in parts] == ["5.5%", "6.2%"]
    assert [part.value for part in parts] == [5.5, 6.2]
    assert {part.name for part in parts} == {whole.name}
    assert all(part.text == report.quote(part.span) for part in parts)


def test_what_was_taken_for_one_is_parted_as_each_number_stands(report):
    first, last = (propose(report, span_of(words)) for words in ("256.94亿元", "18.09%"))
    whole = Span(first.span.start, last.span.end)
    merged = replace(first, span=whole, text=report.quote(whole))
    assert parts_of(report, merged) == (first, last)


def test_words_for_a_number_have_no_parts(report):
    assert parts_of(report, propose(report, span_of("六个方面"))) == ()
