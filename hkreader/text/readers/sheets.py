"""Spreadsheets (.xlsx, .xls, .et, .ods): a report in each row, or tables."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from hkreader.core.errors import FileDamaged, FileEncrypted
from hkreader.text.readers.base import Draft
from hkreader.text.readers.office import OLE
from hkreader.text.readers.row_reports import Member, Sheet, draw_sheets, row_members

FORMAT = "sheets"

_BOOK = "Workbook".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_MARKS = (b"xl/workbook", b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")


def accepts(data: bytes) -> bool:
    """Know a workbook by the names of its parts or streams."""
    if data.startswith(OLE):
        return _BOOK in data
    return data.startswith(_ZIP) and any(mark in data for mark in _MARKS)


def draw(path: Path, data: bytes) -> Draft:
    """Draw the sheets as tables; raises `HoldsMany` where rows hold reports."""
    return draw_sheets(path, _sheets(path, data), FORMAT, "")


def members(path: Path, data: bytes, column: str) -> Iterator[Member]:
    """Give the reports in the rows."""
    return row_members(_sheets(path, data), column)


def rows(path: Path, data: bytes) -> list[Sequence[str]]:
    """Give the rows of all sheets, one sheet after the other; raises `ReadError`."""
    return [row for sheet in _sheets(path, data) for row in sheet.rows]


def _sheets(path: Path, data: bytes) -> list[Sheet]:
    import python_calamine  # noqa: PLC0415  seldom needed

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            Sheet(
                name, [list(map(_words, row)) for row in book.get_sheet_by_name(name).to_python()]
            )
            for name in book.sheet_names
        ]
    except python_calamine.PasswordError as error:
        raise FileEncrypted(path) from error
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise FileDamaged(path) from error


def _words(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    return "" if value is None else str(value)
