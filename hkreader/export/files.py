"""Writes results beside their target and moves them into place, or leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from hkreader.core.errors import EndingUnsupported, ExportError, TargetBusy, TargetUnwritable
from hkreader.core.progress import Progress, silent
from hkreader.export.plain import write_csv, write_json
from hkreader.export.tables import Reports, make_tables

VIEWS = ("indicators", "targets", "tasks", "checks")
_LOCKS = (".~lock.{}#", "~${}")
"""What LibreOffice, Excel and WPS put beside a file they hold open."""

_Write = Callable[[BinaryIO], object]


class TargetIsSource(ExportError):  # noqa: N818  named by what is wrong, like its kin
    """The target is one of the reports that are read."""

    key = "error.target_is_source"


def check_target(target: Path, sources: Iterable[Path]) -> None:
    """Raise before any work what would make it useless."""
    if target.suffix.lower() not in _WRITERS:
        raise EndingUnsupported(target, ending=target.suffix)
    _check_place(target, sources)


def _check_place(target: Path, sources: Iterable[Path]) -> None:
    if any(_same(target, source) for source in sources):
        raise TargetIsSource(target)
    if not target.parent.is_dir() or target.is_dir():
        raise TargetUnwritable(target)
    if target.exists():
        if any(target.with_name(lock.format(target.name)).exists() for lock in _LOCKS):
            raise TargetBusy(target)
        if not os.access(target, os.W_OK):
            raise TargetUnwritable(target)


def write_export(findings_of: Reports, target: Path, progress: Progress = silent) -> None:
    """Write all that was found, in the format that the ending of `target` names."""
    _write(findings_of, target, progress, views=())


def write_table(view: str, findings_of: Reports, target: Path, progress: Progress = silent) -> None:
    """Write what one of `VIEWS` shows."""
    _write(findings_of, target, progress, views=(view,))


def write_bytes(data: bytes, target: Path, source: Path | None) -> None:
    """Write what is made already; `source` is the file that must not be written to."""
    _check_place(target, [] if source is None else [source])
    _put(target, lambda file: file.write(data))


def _write(findings_of: Reports, target: Path, progress: Progress, views: tuple[str, ...]) -> None:
    sources = [report.source.path for report, _ in findings_of if report.source.path]
    check_target(target, sources)
    write = _WRITERS[target.suffix.lower()]
    _put(target, lambda file: write(findings_of, file, progress, views))


def _put(target: Path, write: _Write) -> None:
    """Let `write` fill a file beside `target`, then move it into its place."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        _move(draft, target)
    except OSError as error:
        raise TargetUnwritable(target) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _move(draft: Path, target: Path) -> None:
    try:
        draft.replace(target)
    except PermissionError as error:
        # The folder took the draft: what refuses is the target, held by another program.
        raise TargetBusy(target) from error


def _same(target: Path, source: Path) -> bool:
    try:
        return target.samefile(source)
    except OSError:
        return False


def _write_workbook(
    reports: Reports, file: BinaryIO, progress: Progress, views: tuple[str, ...]
) -> None:
    from hkreader.export.workbook import write_workbook  # noqa: PLC0415  imports openpyxl

    keys = (*views, "text", "about") if views else ()
    tables = make_tables(reports, keys) if keys else make_tables(reports)
    write_workbook(tables, file, progress)


def _write_csv(
    reports: Reports, file: BinaryIO, progress: Progress, views: tuple[str, ...]
) -> None:
    tables = make_tables(reports, views or VIEWS)
    filled = next((table for table in tables if table.rows), tables[0])
    write_csv(filled, file, progress)


def _write_json(
    reports: Reports, file: BinaryIO, progress: Progress, views: tuple[str, ...]
) -> None:
    write_json(reports, file, progress, views)


_WRITERS: dict[str, Callable[[Reports, BinaryIO, Progress, tuple[str, ...]], None]] = {
    ".xlsx": _write_workbook,
    ".csv": _write_csv,
    ".json": _write_json,
}
