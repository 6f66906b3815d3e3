"""Headings, parts and paragraphs in all the shapes that reports give them."""

from __future__ import annotations

import pytest

from hkreader.core.report import Part, Report, Source
from hkreader.text import report_from_text

BODY = "全面贯彻各项决策部署，深入推进改革开放，扎实做好各方面工作，经济社会发展取得新的成绩，民生持续改善。"


def read(*lines: str) -> Report:
    return report_from_text("\n".join(("各位代表：", *lines)), Source(None, "text", "utf-8", "", 0))


def outline(report: Report) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in report.sections]


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        pytest.param(
            ["一、2023年工作回顾", BODY, "（一）经济稳中有进。" + BODY, "二、2024年工作安排", BODY],
            [(1, "一、2023年工作回顾"), (2, "（一）经济稳中有进。"), (1, "二、2024年工作安排")],
            id="run-in",
        ),
        pytest.param(
            ["2023年工作回顾", BODY, "2024年工作安排", "(一)抓项目", "做强园区。" + BODY],
            [(1, "2023年工作回顾"), (1, "2024年工作安排"), (2, "(一)抓项目"), (3, "做强园区。")],
            id="parts-without-numbers",
        ),
        pytest.param(
            ["2023年工作回顾", "一、经济", BODY, "2024年工作安排", "一、项目", BODY],
            [(1, "2023年工作回顾"), (2, "一、经济"), (1, "2024年工作安排"), (2, "一、项目")],
            id="chapters-under-parts",
        ),
        pytest.param(
            ["一、过去五年工作回顾", "——综合实力不断增强。" + BODY, "一是产业更强。" + BODY],
            [(1, "一、过去五年工作回顾"), (3, "——综合实力不断增强。"), (3, "一是产业更强。")],
            id="dashes-and-ordinals",
        ),
        pytest.param(
            [
                "一、今年工作",
                "1.抓好项目。" + BODY,
                "（2）守住底线。" + BODY,
                "今年的主要预期目标是：" + BODY,
            ],
            [
                (1, "一、今年工作"),
                (3, "1.抓好项目。"),
                (3, "（2）守住底线。"),
                (3, "今年的主要预期目标是："),
            ],
            id="items-and-aims",
        ),
        pytest.param(
            [
                "一、工作回顾",
                "一、二、三产业协调发展，" + BODY,
                "增长6.5%的目标实现。" + BODY,
                BODY,
            ],
            [(1, "一、工作回顾")],
            id="no-headings",
        ),
    ],
)
def test_headings(lines: list[str], headings: list[tuple[int, str]]) -> None:
    assert outline(read(*lines)) == headings


def test_nothing_is_a_lead_in_the_closing() -> None:
    report = read(
        "一、今年工作", "（一）抓项目。" + BODY, BODY, "各位代表！", "梦想照亮征程。" + BODY
    )
    assert outline(report) == [(1, "一、今年工作"), (2, "（一）抓项目。")]


@pytest.mark.parametrize(
    ("headings", "parts"),
    [
        pytest.param(
            ["一、2023年工作回顾", "二、2024年主要任务", "三、加强政府自身建设"],
            [Part.REVIEW, Part.PLAN, Part.GOVERNMENT],
            id="yearly",
        ),
        pytest.param(
            [
                "一、过去五年工作回顾",
                "二、今后五年奋斗目标",
                "三、今年重点工作",
                "四、建设人民满意政府",
            ],
            [Part.REVIEW, Part.PLAN, Part.PLAN, Part.GOVERNMENT],
            id="change-of-term",
        ),
        pytest.param(
            ["一、2017年主要工作", "二、2018年主要工作", "名词解释"],
            [Part.REVIEW, Part.PLAN, Part.GLOSSARY],
            id="told-by-years",
        ),
        pytest.param(
            ["一、１９９８年工作回顾和１９９９年总体要求", "二、促进农业发展", "结束语"],
            [Part.REVIEW, Part.PLAN, Part.CLOSING],
            id="by-topic",
        ),
    ],
)
def test_parts(headings: list[str], parts: list[Part]) -> None:
    report = read(*(line for heading in headings for line in (heading, BODY)))
    assert [section.part for section in report.sections] == parts


def paragraphs(text: str) -> list[str]:
    report = report_from_text(text, Source(None, "text", "utf-8", "", 0))
    return [report.quote(paragraph.span) for paragraph in report.paragraphs]


def test_wrapped_lines_are_joined_over_page_numbers() -> None:
    wrapped = "\n".join(BODY[start : start + 20] for start in range(0, len(BODY), 20))
    text = "\n".join([wrapped.replace("\n", "\n— 3 —\n", 1), *[wrapped] * 12])
    report = report_from_text(text, Source(None, "text", "utf-8", "", 0))
    assert len(report.paragraphs) == 13
    assert [noise.reason for noise in report.noise] == ["page number"]


def test_lost_breaks_are_found_again() -> None:
    long = BODY * 14
    text = f"各位代表：{long}一、2023年工作回顾2023年是不平凡的一年。{long}（一）经济向好。{long}"
    starts = [paragraph[:6] for paragraph in paragraphs(text)]
    assert starts == ["各位代表：全", "一、2023", "2023年是", "（一）经济向"]


def test_written_breaks_are_breaks() -> None:
    text = f"各位代表：\\r\\n{BODY}\\r\\n一、工作回顾\\r\\n{BODY}"
    assert paragraphs(text) == ["各位代表：", BODY, "一、工作回顾", BODY]


def test_broken_links_are_joined() -> None:
    broken = f"{BODY}制定了《\n公司法\n》和《\n证券法\n》，" + BODY
    text = f"各位代表：\n{broken}\n{broken}"
    assert paragraphs(text) == ["各位代表：", broken, broken]
