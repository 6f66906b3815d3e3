"""The heavy rooms, entered only when a job needs them and in the job's own thread."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from hkreader.core.findings import Findings
from hkreader.core.progress import Progress
from hkreader.core.report import Report
from hkreader.qt.jobs import Work

# The imports below come late on purpose: the window is painted before any of them.
# ruff: noqa: PLC0415

TABLES = {
    "indicators": ("measurements", "indicators"),
    "tasks": ("tasks",),
    "targets": ("targets",),
}
"""What of the findings makes up the table of each view."""


def reading(path: Path) -> Work:
    """Prepare to read the file at `path`."""
    return partial(_read, path)


def analysing(report: Report) -> Work:
    """Prepare to find the figures of `report`."""
    return partial(_analyse, report)


def exporting(report: Report, findings: Findings, target: Path) -> Work:
    """Prepare to write everything found."""
    return partial(_export, report, findings, target)


def exporting_table(report: Report, findings: Findings, view: str, target: Path) -> Work:
    """Prepare to write what the table `view` shows."""
    return partial(_export, report, table_of(findings, view), target)


def table_of(findings: Findings, view: str) -> Findings:
    """Keep of `findings` what the table `view` shows."""
    kept = {name: getattr(findings, name) for name in TABLES[view]}
    return replace(Findings(), **kept)


def _read(path: Path, _progress: Progress) -> Report:
    from hkreader.text import read_report

    return read_report(path)


def _analyse(report: Report, progress: Progress) -> Findings:
    from hkreader.extract import analyse

    return analyse(report, progress)


def _export(report: Report, findings: Findings, target: Path, progress: Progress) -> Path:
    from hkreader.export import write_export

    write_export([(report, findings)], target, progress)
    return target
