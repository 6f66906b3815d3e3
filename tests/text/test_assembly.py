"""Whole reports: real files hold their spans, and any text does."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from hkreader.core.errors import Cancelled
from hkreader.core.progress import silent
from hkreader.core.report import Part, Report, Source, Span
from hkreader.text import Beginning, assembly, begin_report, read_report, report_from_text
from hkreader.text.readers import Layout
from hkreader.text.view import DisplayMap, display_paragraphs

TESTS = Path(__file__).resolve().parent.parent
REPORTS = sorted(p for p in (TESTS / "data" / "reports").iterdir() if p.suffix != ".md")
GOLD = sorted(path.parent for path in (TESTS / "gold").glob("*/outline.jsonl"))
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
SOURCE = Source(None, "text", "utf-8", "", 0)


def check(report: Report) -> None:
    """Assert what holds of every report."""
    size = len(report.text)
    paragraphs = report.paragraphs
    for earlier, later in pairwise(paragraphs):
        assert earlier.span.end <= later.span.start
    assert [p.number for p in paragraphs] == list(range(1, len(paragraphs) + 1))
    for paragraph in paragraphs:
        assert 0 <= paragraph.span.start < paragraph.span.end <= size
    check_sentences(report)
    check_sections(report)
    for parts in (report.noise, report.masks, report.glossary):
        for span in [part.span for part in parts]:
            assert 0 <= span.start < span.end <= size
    for term in report.glossary:
        assert list(term.occurrences) == sorted(term.occurrences)
        for use in term.occurrences:
            assert use.end <= term.span.start or use.start >= term.span.end
    places = DisplayMap(display_paragraphs(report, noise=True))
    assert places.to_display(len(report.text)) == places.length


def check_sentences(report: Report) -> None:
    written: dict[int, str] = {}
    for earlier, later in pairwise(report.sentences):
        assert earlier.span.end <= later.span.start
    for sentence in report.sentences:
        paragraph = report.paragraphs[sentence.paragraph]
        assert paragraph.span.start <= sentence.span.start < sentence.span.end <= paragraph.span.end
        said = without_noise(report, sentence.span)
        written[sentence.paragraph] = written.get(sentence.paragraph, "") + said
    for index, paragraph in enumerate(report.paragraphs):
        assert written.get(index, "") == without_noise(report, paragraph.span)


def without_noise(report: Report, span: Span) -> str:
    """Quote what a reader sees of a stretch, without blanks."""
    kept = list(report.quote(span))
    for noise in report.noise:
        for place in range(max(span.start, noise.span.start), min(span.end, noise.span.end)):
            kept[place - span.start] = ""
    return INVISIBLE.sub("", "".join("".join(kept).split()))


def check_sections(report: Report) -> None:
    for index, section in enumerate(report.sections):
        assert section.index == index
        assert section.level in {1, 2, 3}
        assert section.heading == report.quote(section.heading_span)
        assert section.span.start == section.heading_span.start
        assert section.heading_span.end <= section.span.end <= len(report.text)
        if section.parent is not None:
            above = report.sections[section.parent]
            assert above.level < section.level
            assert above.span.start <= section.span.start
            assert section.span.end <= above.span.end
            assert section.part is above.part
    for earlier, later in pairwise(report.sections):
        assert earlier.span.start < later.span.start
        assert earlier.span.end <= later.span.start or later.span.end <= earlier.span.end


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_real_files_hold_their_spans(path: Path) -> None:
    check(read_report(path))


@pytest.mark.parametrize("folder", GOLD, ids=lambda folder: folder.name)
def test_annotated_reports_keep_their_scores(folder: Path) -> None:
    report = read_report(folder / "report.txt")
    check(report)
    rows = [json.loads(line) for line in (folder / "outline.jsonl").read_text("utf-8").splitlines()]
    extras = json.loads((folder / "extras.json").read_text("utf-8"))
    for levels, floor in (({1, 2}, 1.0), ({3}, 0.9)):
        wanted = {row["start"] for row in rows if row["level"] in levels}
        said = {section.span.start for section in report.sections if section.level in levels}
        assert not wanted or 2 * len(wanted & said) / (len(wanted) + len(said)) >= floor
    assert [term.span.start for term in report.glossary] == [t["start"] for t in extras["glossary"]]
    assert [mask.span.start for mask in report.masks] == [m["start"] for m in extras["masks"]]
    facts = report.facts
    assert (facts.year, facts.review_year, facts.level) == (
        extras["year"],
        extras["review_year"],
        extras["level"],
    )
    assert facts.region is not None
    assert facts.region.endswith(extras["region"])
    assert extras["speaker"] in {None, facts.speaker}


@pytest.mark.parametrize(
    ("name", "region", "year", "levels"),
    [
        pytest.param(
            "2013_内蒙古自治区_呼伦贝尔市_海拉尔区.txt", "海拉尔区", 2013, (2, 4), id="gb18030"
        ),
        pytest.param("2008_河北省_保定市_清苑区.txt", "清苑县", 2008, (4, 10), id="written-breaks"),
        pytest.param("2024_河北省_承德市.docx", "承德市", 2024, (2, 16), id="wrapped-lines"),
        pytest.param("2024_山东省_枣庄市.docx", "枣庄市", 2024, (3, 12), id="lost-breaks"),
        pytest.param(
            "2024_新疆维吾尔自治区_乌鲁木齐市.docx", "乌鲁木齐市", 2024, (2, 12), id="no-numbers"
        ),
        pytest.param("2019_河北省_省网.txt", "河北省", 2019, (3, 16), id="printed-twice"),
        pytest.param("2026_青海省.csv", "青海省", 2026, (3, 12), id="table"),
        pytest.param("2017_全国_维基文库.txt", "全国", 2017, (3, 9), id="broken-links"),
    ],
)
def test_real_files_are_understood(
    name: str, region: str, year: int, levels: tuple[int, int]
) -> None:
    report = read_report(TESTS / "data" / "reports" / name)
    assert report.facts.region is not None
    assert report.facts.region.endswith(region)
    assert report.facts.year == year
    counted = [sum(s.level == level for s in report.sections) for level in (1, 2)]
    assert tuple(counted) == levels
    assert {Part.REVIEW, Part.PLAN} <= {section.part for section in report.sections}


MARKS = (
    "一、",
    "（一）",
    "1.",
    "——",
    "各位代表：",
    "名词解释\n",
    "2024年工作回顾\n",
    "附件1\n",
    "注：",
)
STREWN = ("F9f", "来自马克数据网", "\u00ad", "\n- 12 -\n", " — 3 — ", "\n7\n", "\u200b")
SIGNS = ("。", "，", "\n", "\r\n", "\\r\\n", "　　", "*", "［1］", "“", "”", "：", " ", "\t", ',"')
WORDS = (
    "全年增长5.5%",
    "来源：日报\n",
    "推进产业发展",
    "𠮷",
    "a",
    "内容摘要：\n",
    "province,year,title\n",
)
ALPHABET = st.sampled_from(MARKS + SIGNS + WORDS + STREWN)


@settings(max_examples=200, deadline=None)
@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_any_text_holds_its_spans(text: str) -> None:
    check(report_from_text(text, SOURCE))


def test_a_long_text_gives_its_beginning_before_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assembly, "LONG", 10_000)
    monkeypatch.setattr(assembly, "_BEGINNING", 4_000)
    path = TESTS / "gold" / "hongkou-2018" / "report.txt"
    whole = read_report(path)
    begun = begin_report(path)

    assert isinstance(begun, Beginning)
    shown = begun.report
    assert whole.text.startswith(shown.text)
    assert 3_000 < len(shown.text) <= 4_000
    assert shown.text.endswith("\n")
    assert shown.source == whole.source
    assert shown.damages == ()
    assert shown.paragraphs == whole.paragraphs[: len(shown.paragraphs)]
    check(shown)
    assert begun.rest(silent) == whole


def test_a_short_text_is_read_in_one_go() -> None:
    path = TESTS / "gold" / "hongkou-2018" / "report.txt"
    assert begin_report(path) == read_report(path)


def test_the_work_on_a_text_can_be_called_off() -> None:
    def stop(done: int, whole: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        report_from_text("各位代表：\n全年增长5%。\n", SOURCE, Layout(), stop)
