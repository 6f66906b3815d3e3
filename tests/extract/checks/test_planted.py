"""Contradictions put into annotated reports by hand, and a digit changed in whatever agrees."""

from __future__ import annotations

import random
import re

import pytest

from hkreader.core.findings import Check, Verdict
from hkreader.core.report import Report
from hkreader.extract import analyse
from hkreader.text import read_report
from tests.reports import GOLD, GOLD_NAMES, gold_report, report_of

LEAST_FOUND = 0.9

# Report, what it says, what is put in its place, and the relation that no longer holds.
PLANTED = [
    # A sum with a digit changed.
    ("national-2012", "财政赤字8000亿元", "财政赤字9000亿元", "sum"),
    ("national-2012", "中央财政赤字5500亿元", "中央财政赤字5600亿元", "sum"),
    ("national-2012", "代发地方债2500亿元", "代发地方债2800亿元", "sum"),
    ("qingyuan-2022", "22.3：31.5：46.2", "22.3：31.5：48.2", "sum"),
    ("qingyuan-2022", "22.3：31.5：46.2", "22.3：37.5：46.2", "sum"),
    ("qingyuan-2022", "22.3：31.5：46.2", "24.3：31.5：46.2", "sum"),
    (
        "hongkou-2018",
        "财政总收入完成256.94亿元",
        "财政总收入完成256.94亿元,其中中央级收入146.83亿元、区级收入111.11亿元",
        "sum",
    ),
    (
        "luohu-2022",
        "固定资产投资增长11.6%",
        "固定资产投资354.6亿元,其中房地产开发投资201.3亿元、非房地产开发投资143.3亿元",
        "sum",
    ),
    (
        "qingyuan-2022",
        "地区生产总值完成160.5亿元",
        "地区生产总值完成160.5亿元,第一产业增加值35.8亿元、第二产业增加值50.6亿元、第三产业增加值84.1亿元",
        "sum",
    ),
    ("quzhou-2024", "举办各类促消费活动76场", "举办促消费活动760场,其中市级215场、县级555场", "sum"),
    (
        "shaanxi-2025",
        "一般公共预算收入3393.1亿元",
        "一般公共预算收入3393.1亿元,税收收入2628.4亿元,非税收入864.7亿元",
        "sum",
    ),
    # A share that its part and whole do not make.
    (
        "luohu-2022",
        "一般公共预算收入107.29亿元",
        "一般公共预算收入107.29亿元。税收收入87.23亿元,占一般公共预算收入的71.3%",
        "share",
    ),
    (
        "shaanxi-2025",
        "一般公共预算收入3393.1亿元",
        "一般公共预算收入3393.1亿元。税收收入2628.4亿元,占一般公共预算收入比重87.5%",
        "share",
    ),
    (
        "hongkou-2018",
        "一般公共预算收入完成110.11亿元,同口径增长7.66%。",
        "一般公共预算收入完成110.11亿元。税收收入98.55亿元,占一般公共预算收入比重达到83.5%。",
        "share",
    ),
    (
        "qingyuan-2022",
        "一般公共预算收入完成9.3亿元，同比增长9.1%；",
        "一般公共预算收入完成9.3亿元。税收收入7.6亿元，占一般公共预算收入的61.7%；",
        "share",
    ),
    # A figure said again with another digit.
    ("xianning-2024", "等重点群体就业工作，城镇新增就业3.7万人", "等重点群体就业工作，城镇新增就业3.1万人", "repeat"),
    (
        "hongkou-2018",
        "区级税收44.4亿元",
        "区级税收44.4亿元。财政工作稳中有进,一般公共预算收入110.61亿元",
        "repeat",
    ),
    ("luohu-2022", "九大类民生支出129.3亿元", "地区生产总值达2577.67亿元，九大类民生支出129.3亿元", "repeat"),
    ("luohu-2022", "九大类民生支出129.3亿元", "社会消费品零售总额1802.15亿元，九大类民生支出129.3亿元", "repeat"),
    ("quzhou-2024", "城镇新增就业3.08万人", "外贸进出口总额增长18.7%，城镇新增就业3.08万人", "repeat"),
    ("quzhou-2024", "城镇新增就业3.08万人", "社会消费品零售总额增长10.8%，城镇新增就业3.08万人", "repeat"),
    ("shaanxi-2025", "城镇新增就业43.4万人", "社会消费品零售额增长4.3%，城镇新增就业43.4万人", "repeat"),
    ("shaanxi-2025", "城镇新增就业43.4万人", "全省进出口总值增长17.3%，城镇新增就业43.4万人", "repeat"),
    ("national-2012", "全国财政支出2.82万亿元", "公共财政收入10.57万亿元，全国财政支出2.82万亿元", "repeat"),
    ("national-2012", "全国财政支出2.82万亿元", "货物进出口总额3.24万亿美元，全国财政支出2.82万亿元", "repeat"),
    ("xianning-2024", "新增城镇就业4.4万人", "社会消费品零售总额增长7.6%，新增城镇就业4.4万人", "repeat"),
    # Growth that its amounts do not make.
    (
        "luohu-2022",
        "战略性新兴产业增加值207.15亿元、增长24.8%",
        "企业贷款余额由165.99亿元增加到207.15亿元、增长34.8%",
        "growth",
    ),
    ("quzhou-2024", "从55.8%提升至77.5%", "从55.8%提升至77.5%，提高23.7个百分点", "growth"),
    ("xianning-2024", "从23.4%下降至2.5%", "从23.4%下降至2.5%，下降10.9个百分点", "growth"),
    (
        "national-2012",
        "每人每年120元提高到200元",
        "每人每年120元提高到200元，增长76.7%",
        "growth",
    ),
    (
        "national-2012",
        "从2000元提高到3500元",
        "从2000元提高到3500元，提高1300元",
        "growth",
    ),
    (
        "hongkou-2018",
        "现代服务业实现区级税收44.4亿元,同比增长14.2%",
        "现代服务业税收44.4亿元,增加5.5亿元,增长17.1%",
        "growth",
    ),
    (
        "hongkou-2018",
        "海关口岸进出口总额240亿元",
        "固定资产投资总额179.3亿元,增长15%",
        "growth",
    ),
    # Words against figures.
    ("quzhou-2024", "从55.8%提升至77.5%", "从85.8%提升至77.5%", "sign"),
    ("xianning-2024", "从23.4%下降至2.5%", "从23.4%下降至32.5%", "sign"),
    ("national-2012", "从2000元提高到3500元", "从2000元提高到1500元", "sign"),
    ("national-2012", "每人每年120元提高到200元", "每人每年320元提高到200元", "sign"),
]  # fmt: skip
CHANGED = sorted(p for p in (GOLD.parent / "data" / "reports").iterdir() if p.suffix != ".md")


def contradictions(report: Report) -> list[Check]:
    return [check for check in analyse(report).checks if check.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_nothing_is_wrong_before(name: str) -> None:
    assert contradictions(gold_report(name)) == []


def test_planted_contradictions_are_found() -> None:
    missed = []
    for name, said, planted, kind in PLANTED:
        text = gold_report(name).text
        plain = re.escape(said).replace("，", "[，,]").replace("%", "[%％]")
        found = re.search(plain, text)
        assert found is not None, said
        report = report_of(text[: found.start()] + planted + text[found.end() :])
        if kind not in {check.kind for check in contradictions(report)}:
            missed.append((name, planted))
    assert len(PLANTED) >= 30
    assert len(missed) <= (1 - LEAST_FOUND) * len(PLANTED), missed


def test_a_changed_digit_is_found() -> None:
    chance = random.Random(2018)  # noqa: S311  the same digits every time
    tried, missed = 0, []
    for path in CHANGED:
        report = read_report(path)
        for check in analyse(report).checks:
            if check.verdict is not Verdict.AGREES or check.kind == "repeat":
                continue
            wrong = _changed(report, check, chance)
            if wrong is None:
                continue
            tried += 1
            kinds = {found.kind for found in contradictions(report_of(wrong))}
            if check.kind not in kinds:
                missed.append((path.name, check.expression))
    assert tried >= 10
    assert len(missed) <= (1 - LEAST_FOUND) * tried, missed


def _changed(report: Report, check: Check, chance: random.Random) -> str | None:
    """Change a leading digit of the last figure of a check, by more than rounding hides."""
    span = check.spans[-1]
    digits = re.search(r"\d{2,}", report.quote(span))
    if digits is None:
        return None
    at = span.start + digits.start()
    digit = report.text[at + 1] if digits.group().startswith("1") else report.text[at]
    at += digits.group().startswith("1")
    other = chance.choice([one for one in "123456789" if one != digit])
    return f"{report.text[:at]}{other}{report.text[at + 1 :]}"
