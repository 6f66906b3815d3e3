"""Promises find their results, whatever words each uses, and nothing else."""

import pytest

from hkreader.extract import analyse
from hkreader.extract.targets import find_targets
from tests.findings_score import LISTED, annotated, found, score
from tests.reports import gold_report, report_of

HEAD = "政府工作报告\n\n一、2023年工作回顾\n\n"
PLAN = "\n\n二、2024年工作安排\n\n"


def targets_of(review, plan):
    report = report_of(f"{HEAD}{review}{PLAN}{plan}")
    return [
        ([item.text for item in target.review], [item.text for item in target.plan])
        for target in analyse(report).targets
    ]


@pytest.mark.parametrize("name", LISTED)
def test_listed_targets_are_found(name):
    assert score(name, found(name)).targets >= 0.95


@pytest.mark.parametrize("name", LISTED)
def test_targets_of_annotated_figures(name):
    said = find_targets(gold_report(name), annotated(name))

    starts = [target.plan[0].span.start for target in said]
    assert starts == sorted(starts)
    assert len(starts) == len(set(starts))


@pytest.mark.parametrize(
    ("review", "plan", "joined"),
    [
        ("全年地区生产总值增长6.8%。", "生产总值增长7%左右。", [(["6.8%"], ["7%"])]),
        ("新增养老床位754张。", "新增养老床位100张。", [(["754张"], ["100张"])]),
        ("社会消费品零售总额100亿元,增长9%。", "社零总额增长8%。", [(["100亿元", "9%"], ["8%"])]),
        ("固定资产投资增长11.6%。", "固定资产投资370亿元。", []),
        ("城镇居民人均可支配收入增长9%。", "农村居民人均可支配收入增长8%。", []),
        ("全市共有高新技术企业210家。", "新增高新技术企业20家。", []),
        ("出口总额增长9%。", "进出口总额增长8%。", []),
        ("粮食产量120万吨。", "粮食总产量保持在118万吨以上。", [(["120万吨"], ["118万吨"])]),
    ],
    ids=["wording", "count", "growth", "unlike", "whose", "stock and flow", "part", "synonym"],
)
def test_like_meets_like(review, plan, joined):
    assert targets_of(review, plan) == joined


def test_one_result_is_not_given_to_a_like_name_when_its_own_is_there():
    joined = targets_of(
        "省市重点项目完成投资24.35亿元。",
        "省市重点项目完成投资18.5亿元。省市重点项目总投资157.2亿元。",
    )

    assert len(joined) <= 1
