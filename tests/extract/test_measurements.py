"""Whole sentences: what each number measures, how, for when and with which status."""

import pytest

from hkreader.extract import names
from hkreader.extract.measurements import find_measurements
from tests.reports import GOLD_NAMES, gold_report, report_of

HEAD = "政府工作报告\n\n——2018年1月9日在某区第十六届人民代表大会第三次会议上\n\n各位代表:\n\n"
REVIEW = HEAD + "一、2017年工作回顾\n\n{}\n\n二、2018年主要工作\n\n今年要做好各项工作。\n"
PLAN = HEAD + "一、2017年工作回顾\n\n过去一年成绩显著。\n\n二、2018年主要工作\n\n{}\n"


def measured(text):
    return find_measurements(report_of(text))[0]


def names_and_values(sentence, frame=REVIEW):
    return [(m.name, m.value) for m in measured(frame.format(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "一般公共预算收入完成110.11亿元,同口径增长7.66%。",
            [("一般公共预算收入", 11_011_000_000), ("一般公共预算收入", 7.66)],
        ),
        (
            "新建长者照护之家4家、养老机构内设医疗机构3家。",
            [("新建长者照护之家", 4), ("新建养老机构内设医疗机构", 3)],
        ),
        ("全年共完成旧改征收6500户、21万平方米。", [("旧改征收", 6500), ("旧改征收", 210_000)]),
        (
            "城乡居民人均可支配收入分别达到38506元和23294元,同比增长9%和12%。",
            [
                ("城镇居民人均可支配收入", 38506),
                ("农村居民人均可支配收入", 23294),
                ("城镇居民人均可支配收入", 9),
                ("农村居民人均可支配收入", 12),
            ],
        ),
        (
            "高新技术产业、战略性新兴产业增加值分别增长12.7%、17%。",
            [("高新技术产业增加值", 12.7), ("战略性新兴产业增加值", 17)],
        ),
        (
            "规上工业企业亩均税收和亩均增加值分别增长7.4%、22.1%。",
            [("规上工业企业亩均税收", 7.4), ("规上工业企业亩均增加值", 22.1)],
        ),
        (
            "有效注册商标13479件、发明专利589件,分别增长10.7%、9.2%。",
            [
                ("有效注册商标", 13479),
                ("发明专利", 589),
                ("有效注册商标", 10.7),
                ("发明专利", 9.2),
            ],
        ),
        (
            "谋划储备项目109个、总投资407亿元。",
            [("谋划储备项目", 109), ("谋划储备项目总投资", 40_700_000_000)],
        ),
        ("设立规模达35亿元的绿色技术创业投资基金。", [("绿色技术创业投资基金规模", 3_500_000_000)]),
        (
            "生产安全事故起数、死亡人数分别下降2%、5.1%。",
            [("生产安全事故起数", -2), ("生产安全事故死亡人数", -5.1)],
        ),
        (
            "843户1864名建档立卡脱贫户无一返贫。",
            [("建档立卡脱贫户无一返贫", 843), ("建档立卡脱贫户无一返贫", 1864)],
        ),
        (
            "新增进出口额超亿元企业15家、超10亿元企业4家。",
            [("新增进出口额超亿元企业", 15), ("新增超10亿元企业", 4)],
        ),
        ("市文化艺术中心接待人次135.3万。", [("市文化艺术中心接待人次", 1_353_000)]),
        (
            "地区生产总值增长5.8%、增速全国第3，总量达到60013亿元。",
            [("地区生产总值", 5.8), ("地区生产总值增速", 3), ("地区生产总值总量", 6001300000000)],
        ),
        (
            "预计（下同）实现生产总值450.23亿元，比上年（下同）增长8.9%。",
            [("生产总值", 45023000000), ("生产总值", 8.9)],
        ),
        (
            "工业总产值第一季度增长0.2%，第二季度增长1.7%，第三季度增长3%。",
            [
                ("工业总产值第一季度", 0.2),
                ("工业总产值第二季度", 1.7),
                ("工业总产值第三季度", 3),
            ],
        ),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_names(sentence, expected):
    assert names_and_values(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("亿元楼比去年同期增加7幢。", ("change", 7, "幢", "exact", "比去年同期")),
        ("贡献比去年提高8.4个百分点。", ("change", 8.4, "百分点", "exact", "比去年")),
        ("登记失业率控制在4.5%以内。", ("ratio", 4.5, "%", "at_most", None)),
        ("税收收入增速超过50%。", ("growth", 50, "%", "at_least", None)),
        ("刑事警情同比下降19.7%。", ("growth", -19.7, "%", "exact", "同比")),
        ("压减地下水超采1340万立方米以上。", ("level", 13_400_000, "立方米", "at_least", None)),
        ("三级医院数量翻了一番。", ("multiple", 2, "倍", "exact", None)),
        ("民间投资居全省第一。", ("rank", 1, "位", "exact", None)),
        ("工业电价再降0.1分/千瓦时。", ("change", -0.1, "分/千瓦时", "exact", None)),
        ("财政收入实现两位数增长。", ("growth", 10, "%", "at_least", None)),
        ("空气优良天数达到242天。", ("level", 242, "天", "exact", None)),
        ("载体面积近60万平方米。", ("level", 600_000, "平方米", "approx", None)),
        ("减少支出130亿元。", ("change", -13_000_000_000, "元", "exact", None)),
        ("PM2.5平均浓度低于25微克/立方米。", ("level", 25, "微克/立方米", "at_most", None)),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_kinds(sentence, expected):
    (found,) = measured(REVIEW.format(sentence))

    assert (found.kind, found.value, found.unit, found.bound, found.basis) == expected


def test_bound_behind_the_last_of_two_numbers_governs_both():
    both = measured(PLAN.format("工业增加值、固定资产投资分别增长7.5%、8.5%以上。"))
    last = measured(PLAN.format("培育领军企业8家、科技企业24家以上。"))

    assert [m.bound for m in both] == ["at_least", "at_least"]
    assert [m.bound for m in last] == ["exact", "at_least"]


@pytest.mark.parametrize(
    ("frame", "sentence", "placed"),
    [
        (REVIEW, "高新技术企业达到210家。", [("2017", "actual")]),
        (PLAN, "新增养老床位100张。", [("2018", "target")]),
        (REVIEW, "商品销售总额预计全年完成5100亿元,同比增长11.2%。", [("2017", "estimated")] * 2),
        (
            REVIEW,
            "满意指数达90.3分,比2016年的84.4分明显提升。",
            [("2017", "actual"), ("2016", "actual")],
        ),
        (REVIEW, "占比从55.8%提升至77.5%。", [(None, "actual"), ("2017", "actual")]),
        (PLAN, "到2020年,绿地面积达到30万平方米。", [("2020", "target")]),
        (PLAN, "去年,全区接待游客300万人次。", [("2017", "actual")]),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_period_and_status(frame, sentence, placed):
    assert [(m.period, m.status) for m in measured(frame.format(sentence))] == placed


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("引进投资2亿元以上企业。", "left_out.qualifier"),
        ("做好以下9项工作。", "left_out.discourse"),
        ("服务60岁以上老人。", "left_out.duration"),
    ],
)
def test_every_number_left_out_says_why(sentence, reason):
    found, left = find_measurements(report_of(REVIEW.format(sentence)))

    assert found == ()
    assert reason in {item.reason for item in left}


def test_blanks_inside_a_number_do_not_part_it():
    (found,) = measured(REVIEW.format("财政收入完成4 3 00.5 亿元。"))

    assert found.value == 430_050_000_000


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_spans_are_exact(name):
    report = gold_report(name)
    found, left = find_measurements(report)

    assert all(report.quote(item.span) == item.text for item in (*found, *left))
    assert list(found) == sorted(found, key=lambda m: m.span)
    assert not {m.span for m in found} & {item.span for item in left}


def test_shown_as_written():
    (found,) = measured(REVIEW.format("财政总收入完成256.94亿元。"))

    assert (found.shown_value, found.shown_unit, found.decimals) == (256.94, "亿元", 2)


def test_the_longest_part_of_the_year_ends_a_name():
    assert names.season_at_end("工业总产值第二季度") == "第二季度"
