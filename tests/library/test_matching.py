from __future__ import annotations

import pytest

from hkreader.core.report import Span
from hkreader.core.reviews import Decision, Note, NoteKind, Ruling
from hkreader.extract import analyse
from hkreader.library.matching import carry_notes, carry_over
from hkreader.library.wording import Wording
from hkreader.text import read_report
from tests.formats import formats
from tests.library.samples import confirmations
from tests.reports import report_of

MADE = [name for name in ("gbk", "html", "docx", "ofd") if name in formats()]
TEXT = (
    "一、2017年工作回顾\n"
    "全年完成旧改征收6500户,新建绿地2.9万平方米。财政收入增长10%。\n"
    "二、2018年工作安排\n"
    "完成旧改征收5000户。财政收入增长10%。\n"
)


@pytest.mark.parametrize("name", MADE)
def test_decisions_go_with_a_report_into_another_format(name, hongkou, tmp_path):
    report = read_report(hongkou)
    decisions = confirmations(report)
    path = tmp_path / "报告"
    path.write_bytes(formats()[name](report))
    other = read_report(path)
    found = {item.span: item for item in analyse(other).measurements}

    carried = carry_over(other, decisions)

    assert len(decisions) > 100
    assert len(carried.kept) >= 0.99 * len(decisions)
    for decision in carried.kept:
        (item,) = decision.measurements
        assert decision.span == item.span
        assert other.quote(item.span) == item.text
        # Where the format changed nothing for the extractor, it says the same there.
        assert found[item.span].value == item.value
    assert carry_over(report, carried.kept).kept == decisions


def words_of(carried, report):
    return [report.quote(decision.span) for decision in carried.kept]


def test_a_sentence_with_another_figure_is_lost_and_shown():
    decisions = confirmations(report_of(TEXT))
    other = report_of(TEXT.replace("6500", "6600"))

    carried = carry_over(other, decisions)

    assert words_of(carried, other) == ["10%", "5000户", "10%"]
    assert [lost.item.measurements[0].text for lost in carried.lost] == ["6500户", "2.9万平方米"]
    assert {other.quote(lost.nearest) for lost in carried.lost} == {
        "全年完成旧改征收6600户,新建绿地2.9万平方米。"
    }


def test_a_sentence_that_is_gone_has_no_nearest():
    decisions = confirmations(report_of(TEXT))

    carried = carry_over(report_of("一、回顾\n各项事业都有新的进步。\n"), decisions)

    assert carried.kept == ()
    assert [lost.nearest for lost in carried.lost] == [None] * len(decisions)


def test_which_of_equal_sentences_is_never_guessed():
    decisions = confirmations(report_of(TEXT))
    other = report_of(TEXT.replace("5000户。财政收入增长10%。", "5000户。"))

    carried = carry_over(other, decisions)

    assert "10%" not in words_of(carried, other)
    assert len(carried.lost) == 2


def test_a_short_sentence_that_became_part_of_another_is_lost():
    report = report_of("一、回顾\n出口增长10%。\n")
    anchor = Wording(report).anchor(report.sentences[-1].span)
    note = Note("1", anchor, NoteKind.HIGHLIGHT)
    assert anchor.words == "出口增长10%。"

    carried = carry_notes(report_of("一、回顾\n全区进出口增长10%。\n"), [note])

    assert [lost.item for lost in carried.lost] == [note]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "虹口区政府工作报告\n\n" + text,
        lambda text: text.replace("新建绿地", "新建\n  绿地"),
        lambda text: text.replace(",", "，").replace("10%", "１０％"),
        lambda text: text.replace("二、", "各位代表,过去一年成绩来之不易。\n二、"),
    ],
    ids=["text before", "broken line", "widths", "sentence between"],
)
def test_every_decision_stands_where_the_words_are_the_same(change):
    decisions = confirmations(report_of(TEXT))
    other = report_of(change(TEXT))

    carried = carry_over(other, decisions)

    assert carried.lost == ()
    for before, after in zip(decisions, carried.kept, strict=True):
        assert after.ruling is before.ruling
        assert after.found[0].value == before.found[0].value
        assert other.quote(after.span) == after.found[0].text


def test_a_heading_that_ran_into_a_long_sentence_does_not_hide_it():
    decisions = confirmations(report_of(TEXT))
    other = report_of(TEXT.replace("回顾\n", "回顾"))

    assert "6500户" in words_of(carry_over(other, decisions), other)


def test_parts_of_a_split_figure_go_with_it():
    report = report_of(TEXT)
    one, other = confirmations(report)[:2]
    whole = Span(one.span.start, other.span.end)
    parts = (one.measurements[0], other.measurements[0])
    split = Decision(Wording(report).anchor(whole), Ruling.EDITED, parts)
    moved = report_of("新的一行\n" + TEXT.replace("新建", "新 建"))

    (kept,) = carry_over(moved, [split]).kept

    assert [moved.quote(item.span) for item in kept.measurements] == ["6500户", "2.9万平方米"]
    assert kept.span == Span(kept.measurements[0].span.start, kept.measurements[1].span.end)


def test_notes_go_with_their_words_or_are_lost():
    report = report_of(TEXT)
    wording = Wording(report)
    at = TEXT.index("新建绿地")
    passage = Note("1", wording.anchor(Span(at, at + 4)), NoteKind.HIGHLIGHT, "green")
    end = TEXT.index("5000")
    bookmark = Note("2", wording.anchor(Span(end, end)), NoteKind.BOOKMARK)
    other = report_of("标题\n" + TEXT.replace("5000", "5500"))

    carried = carry_notes(other, [passage, bookmark])

    (kept,) = carried.kept
    assert (kept.id, kept.colour, other.quote(kept.anchor.span)) == ("1", "green", "新建绿地")
    assert [lost.item for lost in carried.lost] == [bookmark]
    assert other.quote(carried.lost[0].nearest) == "完成旧改征收5500户。"
