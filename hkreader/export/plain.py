"""Tables as CSV that Excel opens rightly, findings as JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import BinaryIO

from hkreader.core.progress import Progress
from hkreader.export.about_table import source_name
from hkreader.export.shapes import (
    Shape,
    findings_shape,
    measurement_shape,
    notes_shape,
    outline_shape,
)
from hkreader.export.table import Number, Paragraph, Table, Value
from hkreader.export.tables import Reports

_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
_PARTS = {
    "indicators": ("rows",),
    "targets": ("targets",),
    "tasks": ("tasks",),
    "checks": ("checks",),
    "notes": ("notes",),
}
_PROGRESS_STEP = 500


def write_csv(table: Table, file: BinaryIO, progress: Progress) -> None:
    """Write a table with a byte order mark, without which Excel does not see UTF-8."""
    text = io.TextIOWrapper(file, "utf-8-sig", newline="", errors="replace", write_through=True)
    writer = csv.writer(text)
    writer.writerow([column.title for column in table.columns])
    for number, row in enumerate(table.rows):
        if number % _PROGRESS_STEP == 0:
            progress(number, len(table.rows))
        writer.writerow(map(_field, row))
    text.detach()


def write_json(
    reports: Reports, file: BinaryIO, progress: Progress, views: tuple[str, ...]
) -> None:
    """Write outlines, measurements and findings, as the command line prints them."""
    shapes: list[Shape] = []
    for number, (report, findings) in enumerate(reports):
        progress(number, len(reports))
        found = findings_shape(report, findings)
        if findings.notes:
            found["notes"] = notes_shape(report, findings)
        parts = [part for view in views for part in _PARTS[view]]
        kept = {part: found.get(part, []) for part in parts} if views else found
        shapes.append(
            {"file": source_name(report), "sha256": report.source.sha256}
            | outline_shape(report)
            | {"measurements": [measurement_shape(item) for item in findings.measurements]}
            | kept
        )
    text = json.dumps({"reports": shapes}, ensure_ascii=False, indent=1)
    file.write(text.encode("utf-8", "replace") + b"\n")


def _field(value: Value) -> str | int | float | None:
    if isinstance(value, Number):
        return value.plain
    if isinstance(value, Paragraph):
        return value.number
    if isinstance(value, str) and value.startswith(_FORMULA_MARKS):
        return "'" + value
    return value
