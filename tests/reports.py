"""Reports for tests: from a text, or one of the annotated ones."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from hkreader.core.report import Report, Source
from hkreader.text import read_report, report_from_text

GOLD = Path(__file__).parent / "gold"
GOLD_NAMES = sorted(folder.name for folder in GOLD.iterdir() if (folder / "report.txt").exists())


def report_of(text: str) -> Report:
    """Read a text as a report."""
    return report_from_text(text, Source(None, "text", "utf-8", "", len(text)))


@cache
def gold_report(name: str) -> Report:
    """Read one of the annotated reports."""
    return read_report(GOLD / name / "report.txt")


@cache
def gold_measurements(name: str) -> tuple[dict, ...]:
    """Give the figures that were annotated by hand."""
    lines = (GOLD / name / "measurements.jsonl").read_text("utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line.strip())
