"""The display of a report and the way back to its characters."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from hkreader.core.report import (
    Facts,
    Noise,
    Paragraph,
    ParagraphKind,
    Report,
    Source,
    Span,
)
from hkreader.text.view import DisplayMap, display_paragraphs
from tests.extract.test_tables import report_with

SOURCE = Source(None, "text", "utf-8", "", 0)


def report_of(text: str, spans: list[Span], noise: tuple[Noise, ...] = ()) -> Report:
    paragraphs = tuple(
        Paragraph(number, span, ParagraphKind.BODY, None) for number, span in enumerate(spans, 1)
    )
    return Report(text, SOURCE, Facts(), (), paragraphs, (), (), (), noise)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("全年完成\r\n　　256亿元", "全年完成256亿元", id="hard-break"),
        pytest.param("增长1\n8.1%", "增长18.1%", id="number-over-a-line"),
        pytest.param("the New\nYork", "the New York", id="latin-words"),
        pytest.param("市长　　王 强", "市长 王 强", id="collapsed"),
        pytest.param("全市&nbsp;&nbsp;经济", "全市 经济", id="entity"),
        pytest.param("全\u200b市", "全市", id="invisible"),
        pytest.param(r"全年\r\n完成", "全年完成", id="written-break"),
    ],
)
def test_a_paragraph_is_joined_and_collapsed(text: str, shown: str) -> None:
    (paragraph,) = display_paragraphs(report_of(text, [Span(0, len(text))]), noise=False)
    assert paragraph.text == shown


def test_noise_is_hidden_or_shown_in_its_place() -> None:
    text = "首页\n报告正文\n上一篇"
    report = report_of(text, [Span(3, 7)], (Noise(Span(0, 2), "site"), Noise(Span(8, 11), "site")))
    assert [p.text for p in display_paragraphs(report, noise=False)] == ["报告正文"]
    shown = display_paragraphs(report, noise=True)
    assert [p.text for p in shown] == ["首页", "报告正文", "上一篇"]
    assert [p.paragraph is None for p in shown] == [True, False, True]


def test_noise_inside_a_paragraph_leaves_no_trace() -> None:
    text = "全年完成搜索数据网任务"
    report = report_of(text, [Span(0, len(text))], (Noise(Span(4, 9), "mark"),))
    (paragraph,) = display_paragraphs(report, noise=False)
    assert paragraph.text == "全年完成任务"
    assert DisplayMap([paragraph]).to_display(5) == 4
    assert DisplayMap([paragraph]).span_to_display(Span(2, 10)) == Span(2, 5)


ALPHABET = st.sampled_from("全年增长12aZ 　\n\r\t\u200b。、\\nr&bsp;")


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text = draw(st.text(ALPHABET, min_size=1, max_size=80))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=10)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    noise = tuple(Noise(span, "test") for span in spans[::3])
    return report_of(
        text, [span for span in spans if not any(n.span == span for n in noise)], noise
    )


@given(reports(), st.booleans())
def test_display_and_source_agree(report: Report, noise: bool) -> None:
    shown = display_paragraphs(report, noise=noise)
    whole = "\n".join(paragraph.text for paragraph in shown)
    places = DisplayMap(shown)
    assert places.length == len(whole)
    for paragraph, start in zip(shown, places.starts, strict=True):
        for display, source, size in paragraph.runs:
            for step in range(size):
                place = start + display + step
                assert places.to_source(place) == source + step
                assert places.to_display(source + step) == place
                seen, written = whole[place], report.text[source + step]
                assert seen == written or (
                    seen == " " and (written.isspace() or written in "&\u200b")
                )


@given(reports(), st.booleans())
def test_offsets_keep_their_order(report: Report, noise: bool) -> None:
    places = DisplayMap(display_paragraphs(report, noise=noise))
    shown = [places.to_display(offset) for offset in range(len(report.text) + 1)]
    assert shown == sorted(shown)
    back = [places.to_source(display) for display in range(places.length + 1)]
    assert back == sorted(back)


def test_a_table_is_shown_row_by_row_as_it_stands() -> None:
    rows = [("指标", "数值"), ("", "1.2"), ("生产总值", "1.3")]
    report = report_with(rows)
    shown = [
        p
        for p in display_paragraphs(report, noise=False)
        if p.paragraph and p.paragraph.kind == "table"
    ]
    assert [row.text for row in shown] == ["指标\t数值", "\t1.2", "生产总值\t1.3"]
    for row in shown:
        [(display, source, size)] = row.runs
        assert row.text[display : display + size] == report.text[source : source + size]


def test_a_table_whose_cells_write_out_line_breaks_keeps_its_rows() -> None:
    rows = [("指标\\n名称", "数值\\n亿元"), ("总产值\\n", "1.3")]
    report = report_with(rows)
    shown = [p.text for p in display_paragraphs(report, noise=False) if "\t" in p.text]
    assert shown == ["\t".join(row) for row in rows]
