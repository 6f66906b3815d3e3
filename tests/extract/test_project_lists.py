"""Lists of people's projects are found where the plan announces them, and only there."""

from __future__ import annotations

import pytest

from hkreader.extract import analyse
from tests.reports import report_of

HEAD = (
    "政府工作报告\n——2018年1月9日在某区第十六届人民代表大会第三次会议上\n各位代表：\n"
    "现在，我代表区人民政府向大会报告工作，请予审议。\n一、2017年工作回顾\n办好十件民生实事：一是新建学校3所；二是改造小区5个。\n"
    "二、2018年工作安排\n（一）保障和改善民生\n加快产业发展，引进企业20家。\n"
)


def listed(text: str) -> list[tuple[str | None, str]]:
    report = report_of(HEAD + text)
    return [(task.project_list, report.quote(task.span)) for task in analyse(report).tasks]


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        # 毕节 2024
        (
            "努力办好十个方面的民生实事：（1）开展职业技能培训6.5万人次；（2）新建学校30所；（3）改造小区8个。",
            "十个方面的民生实事",
            3,
        ),
        # 盐田 2018
        (
            "今年还将继续抓好十件重点民生实事：一是实现辖区优质饮用水全覆盖；二是启动居家智慧养老新模式；三是提升食品安全监管水平。",
            "十件重点民生实事",
            3,
        ),
        # 清苑 2013
        (
            "今年我们将继续办好10件民生实事：①完成农村危房改造550户。②完成20所幼儿园建设。",
            "10件民生实事",
            2,
        ),
        # 遵义 2024, the items in paragraphs of their own
        (
            "持续办好十件民生实事：\n（1）改善50所学校办学条件。\n（2）建成分院20个。",
            "十件民生实事",
            2,
        ),
        # 重庆 2025
        (
            "接续办好15件重点民生实事，包括：改造老旧小区3011万平方米；建设100个口袋公园。",
            "15件重点民生实事",
            2,
        ),
        # 龙岗 2018
        (
            "三、2018年龙岗区政府民生实事\n1.推进坂田北学校建设。\n2.新增学位2000个。",
            "2018年龙岗区政府民生实事",
            2,
        ),
        # 中山 2024
        (
            "扎实办好十件民生实事。提升教育资源供给质量，加大医保惠民力度，完善提升交通基础设施建设。",
            "十件民生实事",
            3,
        ),
    ],
)
def test_a_list_names_its_tasks(text: str, name: str, count: int) -> None:
    tasks = listed(text)
    assert [project_list for project_list, _ in tasks if project_list] == [name] * count


@pytest.mark.parametrize(
    "text",
    [
        "办好民生实事。听取各方意见建议，推动落地落实，解决迫切需求。",
        "坚持办实事、解难题，新建学校3所，改造小区5个。",
        "（二）推进短板补齐，办好20件民生实事\n新建学校3所，改造小区5个。",
        "制定民生实事票决办法，新建学校3所。",
    ],
)
def test_is_no_list(text: str) -> None:
    assert [project_list for project_list, _ in listed(text) if project_list] == []
