"""All tables of an export, in the order of their sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hkreader.core.findings import Findings
from hkreader.core.report import Report
from hkreader.export import (
    about_table,
    check_table,
    document_tables,
    indicator_table,
    note_table,
    other_tables,
    target_table,
)
from hkreader.export.places import Place
from hkreader.export.table import Column, Table, Value

Reports = Sequence[tuple[Report, Findings]]
_Fill = Callable[[Table, Place, list[Value]], None]

_TABLES: dict[str, tuple[list[Column], _Fill]] = {
    "indicators": (indicator_table.COLUMNS, indicator_table.fill_indicators),
    "targets": (target_table.COLUMNS, target_table.fill_targets),
    "tasks": (other_tables.TASK_COLUMNS, other_tables.fill_tasks),
    "checks": (check_table.COLUMNS, check_table.fill_checks),
    "notes": (note_table.COLUMNS, note_table.fill_notes),
    "terms": (other_tables.TERM_COLUMNS, other_tables.fill_terms),
    "outline": (other_tables.OUTLINE_COLUMNS, other_tables.fill_outline),
    "text": (other_tables.TEXT_COLUMNS, other_tables.fill_text),
    "tables": ([], document_tables.fill_document_tables),
    "about": (about_table.COLUMNS, about_table.fill_about),
}
_WHOSE = [Column("region", 16, wrap=True), Column("year", 7, centred=True)]
_FIRST_ROW = 2


def make_tables(reports: Reports, keys: Sequence[str] = tuple(_TABLES)) -> list[Table]:
    """Make the tables named by `keys`; many reports share them, told apart by region and year."""
    places = _places(reports)
    there = {
        "tables": any(report.tables for report, _ in reports),
        "notes": any(findings.notes for _, findings in reports) or "notes" in keys[:1],
    }
    return [_make_table(key, places) for key in keys if there.get(key, True)]


def _places(reports: Reports) -> list[Place]:
    places: list[Place] = []
    row = _FIRST_ROW
    for report, findings in reports:
        places.append(Place(report, findings, row))
        row = places[-1].next_row
    return places


def _make_table(key: str, places: list[Place]) -> Table:
    columns, fill = _TABLES[key]
    if key == "tables":
        columns = document_tables.columns(places)
    several = len(places) > 1
    table = Table(key, [*_WHOSE, *columns] if several else list(columns))
    if key == "outline":
        table.indented = "heading"
    if key == "about":
        about_table.fill_made(table, ["", ""] if several else [])
    for place in places:
        fill(table, place, _whose(place.report) if several else [])
    return table


def _whose(report: Report) -> list[Value]:
    name = report.facts.region or about_table.source_name(report)
    return [name, report.facts.year or ""]
