"""What is wrong with a report is said in one sentence, with where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hkreader.core.report import Damage, DamageKind, Span
from hkreader.messages import Language, set_language
from hkreader.messages.damage import describe_damage
from tests.reports import gold_report

REPORT = gold_report("quzhou-2024")


def report_with(*damages: Damage, path: str = "报告.txt", **source: object):
    origin = replace(REPORT.source, path=Path(path), **source)
    return replace(REPORT, source=origin, damages=damages)


def at(*numbers: int) -> tuple[Span, ...]:
    """Give a place in each of the paragraphs `numbers`."""
    starts = {p.number: p.span.start for p in REPORT.paragraphs}
    return tuple(Span(starts[number], starts[number] + 2) for number in numbers)


@pytest.mark.parametrize(
    ("damages", "sentence"),
    [
        ((), ""),
        (
            (Damage(DamageKind.MASKED, at(4, 4, 9)),),
            "“报告.txt”有 3 处字词被 * 遮去（第 4、9 段）。",
        ),
        (
            (Damage(DamageKind.LOST_DIGITS, at(4, 5, 6, 7)),),
            "“报告.txt”有 4 处单位前缺数字（第 4、5、6 等段）。",
        ),
        (
            (Damage(DamageKind.MOJIBAKE, at(5)), Damage(DamageKind.CUT_OFF, at(9))),
            "“报告.txt”有 1 段乱码（第 5 段）；结尾不完整，可能被截断（第 9 段）。",
        ),
        (
            (Damage(DamageKind.MOJIBAKE, (Span(0, len(REPORT.text)),)),),
            "“报告.txt”曾被错误转码，文字已按原来的编码复原，个别字可能仍有误。",
        ),
        (
            (Damage(DamageKind.NO_REPORT, (Span(0, len(REPORT.text)),)),),
            "“报告.txt”看来不是政府工作报告，已按普通文本打开。",
        ),
    ],
)
def test_sentences(damages, sentence):
    assert describe_damage(report_with(*damages)) == sentence


def test_a_part_of_a_document_is_told_first():
    text = describe_damage(report_with(Damage(DamageKind.CUT_OFF, at(9)), partial=True))
    assert text.startswith("“报告.txt”已损坏，只读出了一部分文字")
    assert "第 9 段" in text


@pytest.mark.parametrize("kind", DamageKind)
def test_every_kind_has_its_words_in_english(kind):
    set_language(Language.EN)
    sentence = describe_damage(report_with(Damage(kind, at(4))))
    assert "{" not in sentence
    assert sentence.startswith("“报告.txt”: ")
