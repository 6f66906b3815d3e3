"""Scores of targets and tasks against the lists made by hand: `python -m tests.findings_score`.

A target is found when a said one shares a figure of the review and one of the plan with it; a task
when a said one covers it with an intersection over union of at least a half, one to one. Optional
entries are neither rewarded nor punished.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from hkreader.core.findings import Bound, Findings, Kind, Measurement, Status, Target
from hkreader.core.report import Span
from hkreader.extract import analyse
from tests.reports import GOLD, gold_measurements, gold_report

LISTED = sorted(folder.parent.name for folder in GOLD.glob("*/tasks.jsonl"))
_NEAR = 2
_HALF = 0.5


@dataclass(frozen=True)
class FindingsScore:
    """F1 of targets and of tasks, and the share of tasks that something touches."""

    targets: float
    tasks: float
    touched: float


def annotated(name: str) -> tuple[Measurement, ...]:
    """Give the figures that were annotated by hand as records."""
    return tuple(map(_record, gold_measurements(name)))


@cache
def found(name: str) -> Findings:
    """Give all that is found in an annotated report."""
    return analyse(gold_report(name))


def score(name: str, findings: Findings) -> FindingsScore:
    """Score `findings` of the report `name`."""
    targets = _score_targets(_lines(name, "targets"), findings.targets)
    sections = json.loads((GOLD / name / "task-sections.json").read_text("utf-8"))
    inside = [
        task.span
        for task in findings.tasks
        if any(first <= task.span.start < last for first, last in sections)
    ]
    tasks, touched = _score_tasks(_lines(name, "tasks"), inside)
    return FindingsScore(targets, tasks, touched)


def _record(gold: dict) -> Measurement:
    return Measurement(
        span=Span(gold["start"], gold["end"]),
        text=gold["text"],
        name=gold["name"],
        kind=Kind(gold["kind"]),
        value=float(gold["value"]),
        unit=gold["unit"],
        bound=Bound(gold["bound"]),
        period=gold["period"],
        status=Status(gold["status"]),
        basis=gold["basis"],
        value_high=gold.get("value_high"),
    )


def _lines(name: str, kind: str) -> list[dict]:
    lines = (GOLD / name / f"{kind}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _score_targets(golds: list[dict], said: tuple[Target, ...]) -> float:
    wanted = [gold for gold in golds if not gold.get("optional")]
    hits = sum(any(_same(gold, target) for target in said) for gold in wanted)
    wrong = sum(not any(_same(gold, target) for gold in golds) for target in said)
    rewarded = sum(any(_same(gold, target) for gold in wanted) for target in said)
    return 2 * hits / (len(wanted) + rewarded + wrong)


def _same(gold: dict, target: Target) -> bool:
    return all(
        any(abs(start - item.span.start) <= _NEAR for start in gold[side] for item in items)
        for side, items in (("review", target.review), ("plan", target.plan))
    )


def _score_tasks(golds: list[dict], said: list[Span]) -> tuple[float, float]:
    options = sorted(
        (
            (_overlap(gold, span), i, j)
            for i, gold in enumerate(golds)
            for j, span in enumerate(said)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for share, i, j in options:
        if share >= _HALF and i not in pairs and j not in pairs.values():
            pairs[i] = j
    wanted = [i for i, gold in enumerate(golds) if not gold.get("optional")]
    optional = [gold for gold in golds if gold.get("optional")]
    neutral = sum(
        j not in {pairs.get(i) for i in wanted} and any(_overlap(gold, span) for gold in optional)
        for j, span in enumerate(said)
    )
    hits = sum(i in pairs for i in wanted)
    touched = sum(any(_overlap(golds[i], span) for span in said) for i in wanted)
    return 2 * hits / (len(wanted) + len(said) - neutral), touched / len(wanted)


def _overlap(gold: dict, span: Span) -> float:
    common = min(gold["end"], span.end) - max(gold["start"], span.start)
    whole = max(gold["end"], span.end) - min(gold["start"], span.start)
    return common / whole if common > 0 else 0.0


if __name__ == "__main__":
    for report_name in LISTED:
        print(report_name, score(report_name, found(report_name)))
