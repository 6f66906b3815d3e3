"""The plan is split into commitments: one verb with its object, one task."""

import pytest

from hkreader.extract import analyse
from hkreader.extract.deadlines import find_deadline
from tests.findings_score import LISTED, found, score
from tests.reports import GOLD_NAMES, gold_report, report_of

HEAD = "政府工作报告\n\n一、2023年工作回顾\n\n全年地区生产总值增长6%。\n\n二、2024年重点工作\n\n(一)改善民生\n\n"


def tasks_of(text):
    report = report_of(HEAD + text)
    return [(report.quote(task.span), task) for task in analyse(report).tasks]


@pytest.mark.parametrize("name", LISTED)
def test_listed_tasks_are_found(name):
    result = score(name, found(name))

    assert result.tasks >= 0.95
    assert result.touched >= 0.97


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_tasks_lie_in_order_in_the_plan_and_own_their_figures(name):
    report, findings = gold_report(name), found(name)

    assert findings.tasks
    end = 0
    for task in findings.tasks:
        assert task.span.start >= end
        end = task.span.end
        assert report.part_at(task.span.start) in ("plan", "government")
        assert task.title
        assert len(task.title) <= 40
        assert "\n" not in report.quote(task.span)
        assert all(item.span.start in task.span for item in task.measurements)


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        (
            "大力促进就业创业。实施积极的就业政策,完善职业培训机制,帮助引领800人成功创业。",
            ["实施积极的就业政策", "完善职业培训机制", "帮助引领800人成功创业"],
        ),
        (
            "提升为老服务水平。坚持居家为基础,加快布局养老服务系统,让老年人不出社区就能享受服务。",
            ["加快布局养老服务系统"],
        ),
        (
            "补好基础设施短板。推进公平路拓宽、曲阳路辟通、海伦西路拓宽等工程,打通一条断头路。",
            ["推进公平路拓宽、曲阳路辟通、海伦西路拓宽等工程", "打通一条断头路"],
        ),
        (
            "发展现代农业。深化科技强农,土地规模经营比例达到71%以上,确保粮食总产量11亿斤以上。",
            ["深化科技强农,土地规模经营比例达到71%以上", "确保粮食总产量11亿斤以上"],
        ),
        (
            "推动绿色转型。以减污降碳为抓手,开展大排查行动,形成齐抓共管的良好格局。",
            ["开展大排查行动"],
        ),
        (
            "办好实事。一是在中心城区新建养老服务中心3家。二是*推进学区化办学。",
            ["在中心城区新建养老服务中心3家", "*推进学区化办学"],
        ),
        ("保持定力。就业是民生之本。让人民群众在劳动中创造财富,使生活更有奔头。", []),
    ],
    ids=["three", "reason and praise", "one verb", "figures", "slogans", "numbered", "none"],
)
def test_clauses_become_tasks(sentence, quotes):
    assert [quote for quote, _ in tasks_of(sentence)] == quotes


def test_a_task_has_title_lead_deadline_and_figures():
    (quote, task), *_ = tasks_of(
        "建设绿色空间。6月底前新建各类绿地1.2万平方米、立体绿化3万平方米。推进公园改造,提高养护水平。"
    )

    assert quote == "6月底前新建各类绿地1.2万平方米、立体绿化3万平方米"
    assert task.title == "新建各类绿地、立体绿化"
    assert task.lead == "建设绿色空间"
    assert task.deadline == "2024-06"
    assert [item.text for item in task.measurements] == ["1.2万平方米", "3万平方米"]


def test_a_deadline_said_first_holds_for_the_first_clause_after_it():
    tasks = tasks_of("完善设施。到2025年,建成市民驿站40个。推进道路建设,改造老旧小区。")

    assert tasks[0][1].deadline == "2025"


def test_general_requirements_hold_no_tasks_and_goals_only_figures():
    report = report_of(
        HEAD.replace("(一)改善民生\n\n", "")
        + "今年工作的总体要求是:坚持稳中求进,推进高质量发展,加快建设现代化城市。\n\n"
        "主要预期目标是:经济质量进一步提高,地区生产总值增长7%,城镇新增就业2万人以上。\n\n"
        "(一)改善民生\n\n实施积极的就业政策,完善培训机制。\n"
    )

    quotes = [report.quote(task.span) for task in analyse(report).tasks]
    assert quotes == [
        "地区生产总值增长7%",
        "城镇新增就业2万人以上",
        "实施积极的就业政策",
        "完善培训机制",
    ]


@pytest.mark.parametrize(
    ("clause", "deadline"),
    [
        ("力争6月底完成一期项目建设", "2018-06"),
        ("10月底前全部开工", "2018-10"),
        ("年内建成投运", "2018"),
        ("全年完成修缮60万平方米", "2018"),
        ("到2020年基本建成", "2020"),
        ("2019年6月底前完成", "2019-06"),
        ("上半年开工", "2018-06"),
        ("三季度完成", "2018-09"),
        ("明年底前完成", "2019"),
        ("推进三年行动计划", None),
        ("新建4月广场", None),
    ],
)
def test_deadlines(clause, deadline):
    assert find_deadline(clause, 2018)[0] == deadline


def test_a_deadline_needs_the_year_of_the_report():
    assert find_deadline("年内建成", None) == (None, False)
    assert find_deadline("到2020年", None) == ("2020", True)
