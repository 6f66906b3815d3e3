"""Rows for the clipboard, as text with tabs and as a table that Excel and WPS take as cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape

from PySide6.QtCore import QMimeData

from hkreader.models.roles import CopiedCell

FORMULA_STARTS = ("=", "+", "-", "@")
_TEXT = 'style="mso-number-format:\'\\@\'" sdnum="1033;0;@"'
"""A cell of text for Excel and WPS, and for LibreOffice."""
_HEAD = '<html><head><meta charset="utf-8"></head><body><table>'
_TAIL = "</table></body></html>"


def mime_of(rows: Iterable[Sequence[CopiedCell]], header: Sequence[str] = ()) -> QMimeData:
    """Give `rows`, under `header` where there is one, in both forms."""
    table: list[Sequence[CopiedCell]] = [header] if header else []
    table.extend(rows)
    data = QMimeData()
    data.setText("\n".join("\t".join(map(_plain, row)) for row in table) + "\n")
    body = "".join(f"<tr>{''.join(map(_marked_up, row))}</tr>" for row in table)
    data.setHtml(f"{_HEAD}{body}{_TAIL}")
    return data


def _plain(cell: CopiedCell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    words = " ".join(cell.split())
    # A spreadsheet would take such text from a report for a formula.
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def _marked_up(cell: CopiedCell) -> str:
    if cell is None:
        return "<td></td>"
    if isinstance(cell, Decimal):
        digits = max(0, -int(cell.as_tuple().exponent))
        shape = f"0.{'0' * digits}" if digits else "0"
        return (
            f'<td align="right" style="mso-number-format:\'{shape}\'"'
            f' sdval="{cell:f}" sdnum="1033;0;{shape}">{cell:f}</td>'
        )
    return f"<td {_TEXT}>{escape(' '.join(cell.split()))}</td>"
