from __future__ import annotations

from dataclasses import replace

import pytest

from hkreader.core.reviews import KnownText, Note, NoteKind
from hkreader.library.matching import Carried, carry_over
from hkreader.library.wording import Wording, known_text, text_hash
from hkreader.text import read_report
from tests.formats import formats
from tests.library.samples import OTHER, TEXT, WHEN, confirmations, known
from tests.reports import gold_report, report_of

DRAFT = (
    "虹口区2018年政府工作报告\n一、2017年工作回顾\n"
    "全年完成旧改征收6500户。新建绿地2.9万平方米。财政收入增长10%。引进企业120家。\n"
)


def keep(store, report, **facts):
    text = replace(known_text(report, Wording(report), seen=WHEN), **facts)
    store.note_text(text)
    store.put(text.hash, confirmations(report))
    return text.hash


def test_a_report_in_another_format_is_known_among_others(store, hongkou, tmp_path):
    report = read_report(hongkou)
    keep(store, gold_report("luohu-2022"))
    text = keep(store, report)
    path = tmp_path / "报告"
    path.write_bytes(formats()["docx"](report))
    other = read_report(path)

    kin = store.kin(other)

    assert kin.hash == text != text_hash(other)
    carried = carry_over(other, store.decisions_of(kin.hash))
    store.adopt(text_hash(other), carried, Carried((), ()))
    assert store.decisions_of(text_hash(other)) == carried.kept
    assert carried.lost == ()


def test_no_text_is_its_own_kin_and_strangers_are_none(store, hongkou):
    report = read_report(hongkou)
    keep(store, report)

    assert store.kin(report) is None
    assert store.kin(gold_report("luohu-2022")) is None


def test_a_new_version_with_some_other_figures_is_kin_and_a_quite_other_one_is_not(store):
    text = keep(store, report_of(DRAFT))

    changed = report_of(DRAFT.replace("6500", "6600"))
    other = report_of(DRAFT.replace("6500", "6600").replace("2.9", "3.0").replace("120", "150"))

    assert store.kin(changed).hash == text
    assert store.kin(other) is None


def test_last_years_report_is_no_kin_whatever_it_shares(store):
    keep(store, report_of(DRAFT), year=2017)
    report = report_of(DRAFT + "完")

    assert report.facts.year == 2018
    assert store.kin(report) is None
    assert store.kin(replace(report, facts=replace(report.facts, year=2017))) is not None


@pytest.mark.parametrize(
    ("region", "same"), [("虹口区", True), ("上海市虹口区", True), ("", True), ("黄浦区", False)]
)
def test_a_report_of_another_place_is_no_kin(store, region, same):
    keep(store, report_of(DRAFT), region=region)
    report = report_of(DRAFT + "完")

    assert report.facts.region == "上海市虹口区"
    assert (store.kin(report) is not None) is same


def test_what_is_known_of_a_report(hongkou):
    report = read_report(hongkou)
    text = known_text(report, Wording(report), checked=1, total=108, seen=WHEN)

    assert (text.file, text.year, text.region) == ("hongkou-2018.txt", 2018, "上海市虹口区")
    assert (text.checked, text.total, text.seen) == (1, 108, WHEN)


def test_the_same_words_go_before_a_version_with_more_decisions(store):
    report = report_of(DRAFT)
    keep(store, report_of(DRAFT + "新的一句增长5%。\n"))
    text = keep(store, report_of(DRAFT.replace("。新建", "。 新建")))

    assert store.kin(report).hash == text


def test_a_text_with_notes_alone_is_kin_too(store):
    report = report_of(DRAFT)
    note = Note("1", Wording(report).anchor(report.sentences[3].span), NoteKind.HIGHLIGHT)
    store.put_note(text_hash(report), note)

    assert store.kin(report_of(DRAFT + "完")) == KnownText(text_hash(report))


def test_an_empty_store_knows_no_kin(store):
    assert store.kin(report_of(DRAFT)) is None
    store.note_text(known(TEXT))
    store.note_text(known(OTHER))
    assert store.kin(report_of(DRAFT)) is None
