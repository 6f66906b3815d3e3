"""Damage is told where it is, and only where it is."""

from __future__ import annotations

import re

import pytest

from hkreader.core.report import DamageKind
from hkreader.text.damages import is_report
from hkreader.text.encoding import RESTORED, decode
from tests.reports import GOLD_NAMES, gold_report, report_of

PROSE = "各位代表：现在，我代表区人民政府向大会报告政府工作，请予审议。全年地区生产总值增长较快，城镇居民收入稳步提高。"


def places(text: str, kind: DamageKind) -> list[str]:
    report = report_of(text)
    spans = [damage.spans for damage in report.damages if damage.kind is kind]
    return [report.quote(span) for span in (spans[0] if spans else ())]


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_whole_reports_have_none_but_masks(name: str) -> None:
    assert {damage.kind for damage in gold_report(name).damages} <= {DamageKind.MASKED}
    assert is_report(gold_report(name))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("财政收入达到 億元，超额完成。", "达到 億元"),
        ("生产总值完成　亿元，增长%。", "完成　亿元"),
        ("固定资产投资增长%，提高个百分点。", "%"),
        ("覆盖率从%提升至77.5%。", "%"),
        ("争取政府债券资金亿元，到位及时。", "资金亿元"),
        ("城镇新增就业万人。", "就业万人"),
    ],
)
def test_lost_digits(text: str, place: str) -> None:
    assert places(text, DamageKind.LOST_DIGITS)[0].strip() == place


@pytest.mark.parametrize(
    "text",
    [
        "增长率（%）和占比(%)列于表中，单位：%。",
        "引进投资亿元以上项目11个，税收突破亿元，参观人数突破万人，首次获批。",
        "增长百分之五，提高三个百分点，达到二十万人。",
        "完成投资3.5亿元、增长6％，占50%以上。",
    ],
)
def test_no_digits_are_lost(text: str) -> None:
    assert places(text, DamageKind.LOST_DIGITS) == []


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7])
@pytest.mark.parametrize("name", GOLD_NAMES)
def test_cut_off(name: str, share: float) -> None:
    text = gold_report(name).text
    comma = re.compile("[,，]").search(text, int(len(text) * share))
    assert comma is not None
    cut = text[: comma.end()]
    assert DamageKind.CUT_OFF in {damage.kind for damage in report_of(cut).damages}


def test_no_report() -> None:
    story = (
        "我冒了严寒，回到相隔二千余里，别了二十余年的故乡去。时候既然是深冬；渐近故乡时，天气又阴晦了。"
        * 90
    )
    assert DamageKind.NO_REPORT in {damage.kind for damage in report_of(story).damages}


def test_undecodable() -> None:
    assert places(PROSE + "十四五\ufffd\ufffd规划，第\ufffd个", DamageKind.UNDECODABLE) == [
        "\ufffd\ufffd",
        "\ufffd",
    ]


@pytest.mark.parametrize("wrong", ["gb18030", "latin-1"])
def test_text_read_in_a_wrong_encoding_is_restored_and_told(wrong: str) -> None:
    mangled = PROSE.encode().decode(wrong, "replace")
    decoded = decode(mangled.encode())
    assert decoded is not None
    assert decoded.encoding == RESTORED + "utf-8"
    assert "请予审议。全年地区生产" in decoded.text


def test_a_mangled_paragraph_is_told() -> None:
    mangled = "推进产业发展，改善人民生活".encode().decode("gb18030", "replace")
    assert places(f"{PROSE}\n{mangled}\n{PROSE}", DamageKind.MOJIBAKE) == [mangled.rstrip("\ufffd")]
