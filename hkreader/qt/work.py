"""The heavy rooms, entered only when a job needs them and in the job's own thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hkreader.core.progress import Progress
from hkreader.core.report import Report
from hkreader.qt.jobs import Work

if TYPE_CHECKING:
    from hkreader.core.errors import HkreaderError
    from hkreader.core.findings import Findings
    from hkreader.core.report import Term
    from hkreader.text import Beginning
    from hkreader.text.alignment import Alignment

GatheredTerms = tuple[tuple["Term", ...], list["HkreaderError"]]
"""What was found, and which glossaries could not be read."""
_SMALL = 256 * 1024
"""Bytes of a file that is not worth a thread once it has been read."""

# The imports below come late on purpose: the window is painted before any of them.
# ruff: noqa: PLC0415


def reading(path: Path) -> Work:
    """Prepare to read the file at `path`."""
    return partial(_read, path)


def at_hand(path: Path) -> Report | None:
    """Give a report that was read before and loads in a few milliseconds."""
    from hkreader.qt.parsed_cache import load_parsed

    try:
        small = path.stat().st_size <= _SMALL
    except OSError:
        return None
    return load_parsed(path) if small else None


def unpacking(path: Path, column: str) -> Work:
    """Prepare to lay out the reports of the collection at `path`, a file each."""
    return partial(_unpack, path, column)


def analysing(report: Report) -> Work:
    """Prepare to find the figures of `report`."""
    return partial(_analyse, report)


def gathering_terms(report: Report, glossaries: Sequence[Path]) -> Work:
    """Prepare to find the terms that `report` does not explain itself."""
    return partial(_gather_terms, report, glossaries)


def aligning(first: Report, second: Report) -> Work:
    """Prepare to find which place of `second` answers to which of `first`."""
    return partial(_align, first, second)


def exporting(report: Report, findings: Findings, target: Path) -> Work:
    """Prepare to write everything found."""
    return partial(_export, report, findings, target)


def exporting_checked(report: Report, findings: Findings, target: Path) -> Work:
    """Prepare to write what of `findings` was checked."""
    return partial(_export_checked, report, findings, target)


def exporting_table(view: str, report: Report, findings: Findings, target: Path) -> Work:
    """Prepare to write what the table `view` shows."""
    return partial(_export_table, report, findings, view, target)


def _read(path: Path, progress: Progress) -> Report | Beginning:
    from hkreader.qt.parsed_cache import load_parsed

    kept = load_parsed(path)
    if kept is not None:
        return kept
    from hkreader.text import begin_report

    return begin_report(path, progress)


def _unpack(path: Path, column: str, progress: Progress) -> list[Path]:
    from hkreader.qt.own_files import drop_old_collections, folder_for
    from hkreader.text.collections import unpack

    folder = folder_for("collections", path, column)
    members = unpack(path, folder, column, progress)
    folder.touch()
    drop_old_collections()
    return members


def _analyse(report: Report, progress: Progress) -> Findings:
    from hkreader.extract import analyse
    from hkreader.qt.parsed_cache import keep_parsed

    findings = analyse(report, progress)
    keep_parsed(report)
    return findings


def _gather_terms(report: Report, glossaries: Sequence[Path], progress: Progress) -> GatheredTerms:
    from hkreader.core.errors import HkreaderError
    from hkreader.text.own_glossary import find_own_terms, read_glossary
    from hkreader.text.quoted import quoted_terms

    terms: list[Term] = []
    failures: list[HkreaderError] = []
    for path in glossaries:
        try:
            terms += find_own_terms(report, read_glossary(path), path.name, progress)
        except HkreaderError as error:
            failures.append(error)
    known = {term.name for term in terms}
    terms += (term for term in quoted_terms(report) if term.name not in known)
    return tuple(terms), failures


def _align(first: Report, second: Report, progress: Progress) -> Alignment:
    from hkreader.text.alignment import align

    progress(0, 0)
    return align(first, second)


def _export(report: Report, findings: Findings, target: Path, progress: Progress) -> Path:
    from hkreader.export import write_export

    write_export([(report, findings)], target, progress)
    return target


def _export_checked(report: Report, findings: Findings, target: Path, progress: Progress) -> Path:
    from dataclasses import replace

    from hkreader.export.checked import Checked
    from hkreader.extract import assemble

    checked = Checked(findings)
    kept = tuple(it for it in findings.measurements if checked.on(it) is not None)
    ours = replace(assemble(report, kept, ()), decisions=findings.decisions, notes=findings.notes)
    return _export(report, ours, target, progress)


def _export_table(
    report: Report, findings: Findings, view: str, target: Path, progress: Progress
) -> Path:
    if target.suffix.lower() == ".md":
        from hkreader.export.notes_markdown import write_notes

        write_notes(report, findings, target)
        return target
    from hkreader.export import write_table

    write_table(view, [(report, findings)], target, progress)
    return target
