"""Names that mean one indicator, and names that do not."""

import pytest

from hkreader.extract.canonical import canonical_name, fold, identify, without_growth

SAME = [
    ("GDP", "地区生产总值"),
    ("全市生产总值", "国内生产总值"),
    ("规模以上工业增加值", "规上工业增加值"),
    ("社会消费品零售额", "社会消费品零售总额"),
    ("全社会固定资产投资总额", "固定资产投资"),
    ("地方一般公共预算收入", "一般公共预算收入"),
    ("城镇居民收入", "城镇居民人均可支配收入"),
    ("农村常住居民人均可支配收入", "农民人均可支配收入"),
    ("外贸进出口总值", "进出口总额"),
    ("实际使用外资", "实际利用外资"),
    ("城镇居民登记失业率", "城镇登记失业率"),
    ("PM2.5平均浓度", "细颗粒物年均浓度"),
    ("新增国家专精特新“小巨人”企业", "培育国家级专精特新小巨人企业"),
    ("新建中试基地和概念验证中心", "新建概念验证中心和中试基地"),
    ("碧道建设", "碧道"),
    ("Ｒ＆Ｄ经费投入强度", "全社会研发投入强度"),
]
APART = [
    ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
    ("高新技术企业", "新增高新技术企业"),
    ("居民人均可支配收入", "城镇居民人均可支配收入"),
    ("出口总额", "进出口总额"),
    ("一般公共预算收入", "一般公共预算支出"),
    ("工业投资", "固定资产投资"),
    ("新建高标准农田", "改造提升高标准农田"),
    ("户籍人口城镇化率", "常住人口城镇化率"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=[one for one, _ in SAME])
def test_one_indicator_under_two_names(one, other):
    assert canonical_name(one) == canonical_name(other)


@pytest.mark.parametrize(("one", "other"), APART, ids=[one for one, _ in APART])
def test_two_indicators(one, other):
    assert canonical_name(one) != canonical_name(other)


def test_what_came_new_is_told_from_what_there_is():
    assert identify("新增养老床位").flow
    assert not identify("养老床位").flow
    assert identify("新增养老床位").core == identify("养老床位").core


def test_a_name_is_never_lost():
    for name in ("新增", "各类", "建设", "全市", "的", "(的)", "额"):
        assert canonical_name(name)


def test_folding_and_growth_ends():
    assert fold("“１＋１”的 覆盖率（区级）") == "1+1覆盖率"
    assert without_growth("民间投资增速") == "民间投资"
    assert without_growth("增速") == "增速"
