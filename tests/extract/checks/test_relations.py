"""Relations between figures: what agrees, what does not, and what is no relation at all."""

from __future__ import annotations

import pytest

from hkreader.core.findings import Check
from hkreader.extract import analyse
from tests.reports import report_of

HEAD = (
    "政府工作报告\n——2018年1月9日在某区第十六届人民代表大会第三次会议上\n各位代表：\n"
    "现在，我代表区人民政府向大会报告工作，请予审议。\n一、2017年工作回顾\n"
)
PLAN = "\n二、2018年工作安排\n"


def checks_of(text: str) -> list[Check]:
    report = report_of(HEAD + text)
    checks = analyse(report).checks
    for check in checks:
        assert all(report.quote(span).strip() for span in check.spans)
    return list(checks)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(check.kind, check.verdict, check.expression) for check in checks_of(text)]


@pytest.mark.parametrize(
    ("text", "kind", "expression"),
    [
        # sums: parts behind 其中, structures, totals, wholes known by name
        (
            "今年安排财政赤字8000亿元，其中中央财政赤字5500亿元，地方债2500亿元。",
            "sum",
            "5500 + 2500 = 8000",
        ),
        ("新增企业215家，其中工业80家、建筑业32家、服务业103家。", "sum", "80 + 32 + 103 = 215"),
        ("三次产业结构调整为7.5：38.2：54.3。", "sum", "7.5 + 38.2 + 54.3 = 100"),
        ("三次产业结构为22.3∶31.5∶46.1。", "sum", "22.3 + 31.5 + 46.1 = 99.9 ≈ 100"),
        (
            "赤字规模5.66万亿元。拟发行特别国债1.3万亿元。拟安排专项债券4.4万亿元。合计新增债务总规模11.36万亿元。",
            "sum",
            "5.66 + 1.3 + 4.4 = 11.36",
        ),
        (
            "地区生产总值2261亿元，第一产业增加值503.4亿元，第二产业增加值779.4亿元，第三产业增加值978.3亿元。",
            "sum",
            "503.4 + 779.4 + 978.3 = 2261.1 ≈ 2261",
        ),
        # shares
        (
            "一般公共预算收入200亿元。税收收入150亿元，占一般公共预算收入的75%。",
            "share",
            "150 ÷ 200 = 75%",
        ),
        # growths
        ("存款余额由1559亿元增加到2570亿元，增长64.8%。", "growth", "2570 ÷ 1559 − 1 = 64.8%"),
        ("城镇化率从58.2%提高到61.5%，提高3.3个百分点。", "growth", "61.5 − 58.2 = 3.3"),
        (
            "财政收入从2012年的100亿元增加到2017年的161亿元，年均增长10%。",
            "growth",
            "(161 ÷ 100)^(1/5) − 1 = 10%",
        ),
        ("出口额由50亿元增加到110亿元，增长1.2倍。", "growth", "110 ÷ 50 − 1 = 1.2"),
        ("税收收入120亿元，增加20亿元，增长20%。", "growth", "20 ÷ (120 − 20) = 20%"),
        (
            "2016年，固定资产投资300亿元。\n2017年，固定资产投资330亿元，增长10%。",
            "growth",
            "330 ÷ 300 − 1 = 10%",
        ),
        # repeats
        (
            "一般公共预算收入256.94亿元。\n财税工作取得新进展，一般公共预算收入256.9亿元。",
            "repeat",
            "256.94 ≈ 256.9",
        ),
        # averages
        ("用电量120亿千瓦时。\n月均用电量10亿千瓦时。", "average", "120 ÷ 12 = 10"),
    ],
)
def test_agrees(text: str, kind: str, expression: str) -> None:
    assert (kind, "agrees", expression) in told(text)


@pytest.mark.parametrize(
    ("text", "kind", "expression", "difference", "unit"),
    [
        (
            "今年安排财政赤字8000亿元，其中中央财政赤字5600亿元，地方债2500亿元。",
            "sum",
            "5600 + 2500 = 8100 ≠ 8000",
            -100,
            "亿元",
        ),
        ("三次产业结构为22.3：31.5：49.2。", "sum", "22.3 + 31.5 + 49.2 = 103 ≠ 100", -3, ""),
        (
            "一般公共预算收入200亿元。税收收入150亿元，占一般公共预算收入的78%。",
            "share",
            "150 ÷ 200 = 75 ≠ 78%",
            3,
            "个百分点",
        ),
        (
            "存款余额由1559亿元增加到2570亿元，增长74.8%。",
            "growth",
            "2570 ÷ 1559 − 1 = 64.8 ≠ 74.8%",
            9.95,
            "个百分点",
        ),
        (
            "城镇化率从58.2%提高到61.5%，提高4.3个百分点。",
            "growth",
            "61.5 − 58.2 = 3.3 ≠ 4.3",
            1,
            "百分点",
        ),
        ("登记失业率由3.1%下降到4.1%。", "sign", "3.1 < 4.1", 1, "个百分点"),
        (
            "公办幼儿园在园幼儿占比从55.8%提升至47.5%。",
            "sign",
            "55.8 > 47.5",
            -8.3,
            "个百分点",
        ),
        (
            "一般公共预算收入256.94亿元。\n财税工作取得新进展，一般公共预算收入256.64亿元。",
            "repeat",
            "256.94 ≠ 256.64",
            -0.3,
            "亿元",
        ),
        (
            "2016年，固定资产投资300.5亿元。\n2017年，固定资产投资330.6亿元，增长14%。",
            "growth",
            "330.6 ÷ 300.5 − 1 = 10 ≠ 14%",
            3.98,
            "个百分点",
        ),
    ],
)
def test_differs(text: str, kind: str, expression: str, difference: float, unit: str) -> None:
    found = [
        (check.expression, pytest.approx(check.difference, abs=0.01), check.unit)
        for check in checks_of(text)
        if check.kind == kind and check.verdict == "differs"
    ]
    assert found == [(expression, difference, unit)]


@pytest.mark.parametrize(
    "text",
    [
        # parts that overlap or are not all
        "完成投资300亿元，其中工业投资180亿元、技改投资150亿元。",
        # averages have no parts
        "全体居民人均可支配收入22508元，其中城镇居民人均可支配收入35692元、农村居民人均可支配收入14164元。",
        # real growth does not follow from amounts at current prices
        "地区生产总值由1708亿元增加到2375亿元，年均增长6.2%。",
        "2016年，地区生产总值300亿元。\n2017年，地区生产总值330亿元，增长7%。",
        # the rate is of something else
        "世界500强企业由4家增加到6家，实有市场主体340万户、增长7.7%。",
        "每平方公里产出由21.7亿元增至30.2亿元，是全市的2.2倍。",
        # the share is of something else
        "工业增加值958亿元，高新技术产品产值占工业总产值的比重47%。工业总产值3593亿元。",
        # other times and places
        "新增学位5010个。\n今年上半年新增学位5020个。",
        "二氧化硫排放量减少5.95%。\n近三年累计，二氧化硫排放量减少8.95%。",
        "新增学位3210个。\n扩建小学2所，新增学位4450个。",
        # about
        "约完成投资100亿元，其中一期60亿元、二期50亿元左右。",
    ],
)
def test_is_no_relation(text: str) -> None:
    assert [line for line in told(text) if line[1] != "agrees"] == []


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (
            "今年拟安排财政赤字12000亿元，其中中央财政赤字8500亿元，代地方发债3500亿元。",
            "8500 + 3500 = 12000",
        ),
        (
            "今年拟安排财政赤字13500亿元，其中中央财政赤字9500亿元，由中央代地方发债4000亿元。",
            "9500 + 4000 = 13500",
        ),
        (
            "今年赤字率拟按2.6%安排，财政赤字2.38万亿元，其中中央财政赤字1.55万亿元，地方财政赤字8300亿元。",
            "1.55 + 0.83 = 2.38",
        ),
        pytest.param(
            "今年赤字率拟按4%左右安排、比上年提高1个百分点，赤字规模5.66万亿元、比上年增加1.6万亿元。"
            "一般公共预算支出规模29.7万亿元、比上年增加1.2万亿元。拟发行超长期特别国债1.3万亿元、比上年增加3000亿元。"
            "拟发行特别国债5000亿元，支持国有大型商业银行补充资本。拟安排地方政府专项债券4.4万亿元、比上年增加5000亿元。"
            "今年合计新增政府债务总规模11.86万亿元、比上年增加2.9万亿元。",
            "5.66 + 1.3 + 0.5 + 4.4 = 11.86",
            id="2025",
        ),
    ],
)
def test_the_budgets_of_the_nation_agree(text: str, expression: str) -> None:
    report = report_of(HEAD + "全年工作取得进展。" + PLAN + text)
    found = analyse(report).checks
    assert [(c.verdict, c.expression) for c in found if c.kind == "sum"] == [("agrees", expression)]
