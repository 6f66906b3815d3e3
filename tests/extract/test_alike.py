"""The same phrase elsewhere in the report."""

from __future__ import annotations

import pytest

from hkreader.extract import analyse
from hkreader.extract.alike import find_alike, phrase_of
from tests.reports import gold_report, report_of


def figures_of(text):
    report = report_of(f"政府工作报告\n一、工作回顾\n{text}\n")
    return report, analyse(report).measurements


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("建成12个示范小区。", "12个示范"),
        ("示范小区达到12个，绿化提升。", "达到12个"),
        ("完成旧改征收6500户。", "征收6500户"),
        ("总数：12个。", "12个"),
    ],
)
def test_a_phrase_is_the_figure_with_what_is_beside_it(text, phrase):
    report, figures = figures_of(text)
    assert phrase_of(report, figures[0]) == phrase


def test_the_same_number_in_another_phrase_is_another():
    report, figures = figures_of("建成12个示范小区。关闭12个市场。又建成12个示范小区。")
    first = figures[0]
    alike = find_alike(report, [first], figures[1:])
    assert [report.quote(it.span) for it in alike] == ["12个"]
    assert alike[0] is figures[-1]


@pytest.mark.parametrize("name", ["hongkou-2018", "luohu-2022", "quzhou-2024"])
def test_few_figures_of_a_report_stand_in_a_phrase_twice(name):
    report = gold_report(name)
    figures = analyse(report).measurements
    alike = [len(find_alike(report, [it], figures)) for it in figures]
    assert max(alike) <= 6
    assert sum(count > 1 for count in alike) < len(figures) / 10
