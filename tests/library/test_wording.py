from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from hkreader.core.report import Noise, Span
from hkreader.library.wording import Wording, sentence_key, squeeze, text_hash
from tests.reports import report_of

TEXT = """一、2017年工作回顾
全年完成旧改征收6500户,新建绿地  2.9万平方米。财政收入增长10%。
二、2018年工作安排
完成旧改征收5000户。财政收入增长10%。
"""


def place(report, words, start=0):
    at = report.text.index(words, start)
    return Span(at, at + len(words))


def test_a_text_is_known_by_its_characters_and_not_by_its_file():
    report = report_of(TEXT)
    moved = replace(report, source=replace(report.source, sha256="of the bytes"))

    assert text_hash(report) == text_hash(moved) == hashlib.sha256(TEXT.encode()).hexdigest()
    assert text_hash(report_of(TEXT + "。")) != text_hash(report)


def test_half_a_character_is_hashed_like_others():
    report = report_of(TEXT)

    assert len(text_hash(replace(report, text=TEXT + "\ud800"))) == 64


@pytest.mark.parametrize(
    "other", ["增长 10 %。", "增长10％。", "增长１０%。", "增长\u200b10%｡", "\u3000增长10\n%。"]
)
def test_blanks_and_widths_make_no_other_sentence(other):
    assert sentence_key(other) == sentence_key("增长10%。")
    assert squeeze(other) == "增长10%。"


def test_another_figure_makes_another_sentence():
    assert sentence_key("增长11%。") != sentence_key("增长10%。")


def test_an_anchor_holds_the_sentence_as_it_stands():
    report = report_of(TEXT)
    anchor = Wording(report).anchor(place(report, "2.9万"))

    assert anchor.words == "全年完成旧改征收6500户,新建绿地  2.9万平方米。"
    assert report.text[anchor.start :].startswith(anchor.words)
    assert (anchor.ordinal, anchor.twins) == (0, 1)


def test_an_anchor_over_several_figures_holds_all_their_sentences():
    report = report_of(TEXT)
    anchor = Wording(report).anchor(place(report, "10%"), place(report, "2.9万"))

    assert report.quote(anchor.span) == "2.9万平方米。财政收入增长10%"
    assert anchor.words.startswith("全年")
    assert anchor.words.endswith("财政收入增长10%。")


def test_twins_are_told_apart_by_their_order():
    report = report_of(TEXT)
    wording = Wording(report)
    first = wording.anchor(place(report, "10%"))
    second = wording.anchor(place(report, "10%", first.span.end))

    assert [(anchor.ordinal, anchor.twins) for anchor in (first, second)] == [(0, 2), (1, 2)]
    assert wording.find(first) < wording.find(second)


def test_what_stands_in_no_sentence_is_anchored_in_its_line():
    report = replace(report_of("指标\t数值\n旧改征收\t6500\n绿地\t2.9\n"), sentences=())
    wording = Wording(report)
    anchor = wording.anchor(place(report, "6500"))

    assert anchor.words == "旧改征收\t6500"
    assert wording.find(anchor) is not None


def test_noise_is_no_part_of_the_words():
    report = report_of(TEXT)
    report = replace(report, noise=(Noise(place(report, "新建"), "page"),))
    anchor = Wording(report).anchor(place(report, "2.9万"))

    assert anchor.words == "全年完成旧改征收6500户,  绿地  2.9万平方米。"
    assert report.quote(anchor.span) == "2.9万"


def test_words_are_equal_whatever_the_blanks():
    report, other = report_of(TEXT), report_of(TEXT.replace("  2.9", "2.9"))

    assert text_hash(report) != text_hash(other)
    assert Wording(report).hash == Wording(other).hash


def test_a_bookmark_needs_no_characters():
    report = report_of(TEXT)
    wording = Wording(report)
    at = TEXT.index("新建")
    anchor = wording.anchor(Span(at, at))

    assert wording.moved(anchor, wording.find(anchor), anchor.span) == Span(at, at)
