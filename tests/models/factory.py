"""Reports and findings for tests: a small one written out, and those that people annotated."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

from hkreader.core.findings import (
    Bound,
    Check,
    CheckKind,
    Findings,
    Indicator,
    Kind,
    Measurement,
    Status,
    Target,
    Task,
    Verdict,
)
from hkreader.core.report import Part, Report, Source, Span
from hkreader.text import report_from_text

GOLD = Path(__file__).parent.parent / "gold"

TEXT = """政府工作报告

一、2017年工作回顾
过去一年,全区经济平稳运行。
(一)经济综合实力稳步增强
全年完成区级一般公共预算收入110.11亿元,同口径增长7.66%。商品销售总额预计达到5100亿元左右,增长11.2%。
独立核算企业3.9万余户,亿元楼30幢,增加7幢。完成旧改征收6500户、21万平方米。
(二)生态环境持续改善
空气质量优良率达到75.3%。细颗粒物浓度下降4.3%。
二、2018年工作安排
(一)主要目标
一般公共预算收入增长7%。空气质量优良率达到76%以上。新增就业岗位2.5万至3万个。
(二)主要任务
深化国资改革。加快国有企业混合所有制改革,年内完成3家企业改制。
改善居住条件。完成旧改征收8000户。
"""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DEFAULTS = {"period": "2017", "status": Status.ACTUAL, "bound": Bound.EXACT, "kind": Kind.LEVEL}


def report_of(text: str) -> Report:
    """Read `text` as a report."""
    return report_from_text(text, Source(None, "txt", "utf-8", "0" * 64, len(text.encode())))


def measure(report: Report, text: str, name: str, **fields) -> Measurement:
    """Give the measurement of `text` where it first stands in the report."""
    start = report.text.index(text, fields.pop("after", 0))
    given = {**_DEFAULTS, **fields}
    digits = _NUMBER.search(text)
    shown = float(digits.group()) if digits else 1.0
    shown = given.pop("shown", shown)
    unit = text[digits.end() :].replace("余", "").replace("个百分点", "百分点") if digits else ""
    scale = 1e8 if "亿" in unit else 1e4 if "万" in unit else 1.0
    decimals = len(digits.group().partition(".")[2]) if digits else 0
    return Measurement(
        span=Span(start, start + len(text)),
        text=text,
        name=name,
        value=given.pop("value", shown * scale),
        unit=given.pop("unit", unit.replace("亿", "").replace("万", "")),
        shown_value=shown,
        shown_unit=given.pop("shown_unit", unit),
        decimals=decimals,
        **given,
    )


def indicators_of(report: Report, measurements) -> tuple[Indicator, ...]:
    """Put together what shares name, period and status."""
    together = defaultdict(list)
    for m in measurements:
        together[m.name, m.period, m.status].append(m)
    return tuple(_indicator(report, tuple(group)) for group in together.values())


def _indicator(report: Report, measurements) -> Indicator:
    first = measurements[0]
    section = report.section_at(first.span.start)
    return Indicator(
        name=first.name,
        canonical=first.name,
        section=None if section is None else section.index,
        part=report.part_at(first.span.start),
        period=first.period,
        status=first.status,
        measurements=measurements,
    )


def targets_of(measurements) -> tuple[Target, ...]:
    """Put results beside the targets of the same name."""
    sides = defaultdict(lambda: ([], []))
    for m in measurements:
        sides[m.name][m.status is Status.TARGET].append(m)
    return tuple(
        Target(name, tuple(review), tuple(plan))
        for name, (review, plan) in sides.items()
        if review and plan
    )


def tasks_of(report: Report, measurements) -> tuple[Task, ...]:
    """Take each sentence of the plan that says a little as a task."""
    tasks = []
    for sentence in report.sentences:
        section = report.section_at(sentence.span.start)
        if section is None or section.part is not Part.PLAN:
            continue
        if section.heading_span.start <= sentence.span.start < section.heading_span.end:
            continue
        inside = tuple(m for m in measurements if m.span.start in sentence.span)
        quoted = " ".join(report.quote(sentence.span).split())
        due = "年内" if "年内" in quoted else None
        lead = section.heading if section.level == 3 else ""
        tasks.append(Task(sentence.span, quoted[:40], section.index, lead, due, inside))
    return tuple(tasks)


def findings_of(report: Report, measurements) -> Findings:
    """Make everything else from the measurements."""
    ordered = tuple(sorted(measurements, key=lambda m: m.span))
    return Findings(
        measurements=ordered,
        indicators=indicators_of(report, ordered),
        targets=targets_of(ordered),
        tasks=tasks_of(report, ordered),
    )


@cache
def sample() -> tuple[Report, Findings]:
    """Give a small report in which every kind of row occurs."""
    report = report_of(TEXT)
    plan = {"period": "2018", "status": Status.TARGET, "after": TEXT.index("二、2018")}
    growth, change, ratio = Kind.GROWTH, Kind.CHANGE, Kind.RATIO
    expected = {"status": Status.ESTIMATED}
    pm, air, tax = "细颗粒物浓度", "空气质量优良率", "一般公共预算收入"
    figures = [
        measure(report, "110.11亿元", tax),
        measure(report, "7.66%", tax, kind=growth, basis="同口径"),
        measure(report, "5100亿元", "商品销售总额", bound=Bound.APPROX, **expected),
        measure(report, "11.2%", "商品销售总额", kind=growth, **expected),
        measure(report, "3.9万余户", "独立核算企业", bound=Bound.AT_LEAST),
        measure(report, "30幢", "亿元楼"),
        measure(report, "7幢", "亿元楼", kind=change),
        measure(report, "6500户", "旧改征收"),
        measure(report, "21万平方米", "旧改征收"),
        measure(report, "75.3%", air, kind=ratio),
        measure(report, "4.3%", pm, kind=growth, shown=-4.3, confidence=0.4, reason="no.such.key"),
        measure(report, "7%", tax, kind=growth, **plan),
        measure(report, "76%", air, kind=ratio, bound=Bound.AT_LEAST, **plan),
        measure(
            report,
            "2.5万至3万个",
            "新增就业岗位",
            shown_unit="万个",
            unit="个",
            value=25000.0,
            value_high=30000.0,
            **plan,
        ),
        measure(report, "3家", "国有企业改制", **plan),
        measure(report, "8000户", "旧改征收", **plan),
    ]
    checks = (
        _check(CheckKind.GROWTH, Verdict.AGREES, tax, "102.28 × 1.0766 ≈ 110.11", figures[:2]),
        _check(CheckKind.SUM, Verdict.DIFFERS, "旧改征收", "6500 + 2500 ≠ 8000", figures[-1:]),
    )
    return report, replace(findings_of(report, figures), checks=checks)


def _check(kind, verdict, name, expression, figures) -> Check:
    difference = 1000.0 if verdict is Verdict.DIFFERS else 0.0
    spans = tuple(figure.span for figure in figures)
    return Check(kind, verdict, name, expression, difference, "户", spans)


@cache
def gold(name: str = "hongkou-2018") -> tuple[Report, Findings]:
    """Give an annotated report as if it had been analysed."""
    folder = GOLD / name
    report = report_of((folder / "report.txt").read_bytes().decode("utf-8-sig"))
    lines = (folder / "measurements.jsonl").read_text("utf-8").splitlines()
    return report, findings_of(report, [_annotated(json.loads(line)) for line in lines])


def _annotated(record) -> Measurement:
    digits = _NUMBER.search(record["text"].translate({0xFF05: "%"}))
    value, text = record["value"], record["text"]
    shown = float(digits.group()) if digits else value
    if record["kind"] in (Kind.GROWTH, Kind.CHANGE) and value < 0:
        shown = -shown
    tail = text[digits.end() :].replace("余", "").replace("％", "%") if digits else record["unit"]
    unit = record["unit"]
    for magnitude in ("万亿", "亿", "万"):
        if tail.startswith(magnitude):
            unit = magnitude + unit
            break
    return Measurement(
        span=Span(record["start"], record["end"]),
        text=text,
        name=record["name"],
        kind=Kind(record["kind"]),
        value=value,
        unit=record["unit"],
        bound=Bound(record["bound"]),
        period=record["period"],
        status=Status(record["status"]),
        basis=record.get("basis"),
        value_high=record.get("value_high"),
        shown_value=shown,
        shown_unit=unit,
        decimals=len(digits.group().partition(".")[2]) if digits else 0,
    )
