"""What is printed: the text set for paper, or a table as the workbook has it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from hkreader.core.findings import Findings
from hkreader.core.report import Report
from hkreader.ui.reading.book import Book, open_book
from hkreader.ui.reading.column import TEXT_SIZE, Margins
from hkreader.ui.reading.marks import figure_marks, mask_marks
from hkreader.ui.reading.typesetting import typeset
from hkreader.ui.reading.typography import Typography
from hkreader.ui.theme import Theme

if TYPE_CHECKING:
    from hkreader.export.table import Column, Table, Value

_TEXT_SIZE = 16
"""小四: twelve points at 96 dots to the inch."""
_TABLE_SIZE = 11
_TALLEST = 8_000_000
"""Pixels of a document; Qt places nothing below 8,388,607."""
_SHORTEST_LINE, _HIGHEST_LINE = 36, 48
"""Characters and pixels, distances of paragraphs and margins of sheets among them."""


def fits_on_paper(report: Report) -> bool:
    """Tell whether Qt can place all of a report: below a certain height it loses text."""
    lines = sum(len(paragraph.span) // _SHORTEST_LINE + 1 for paragraph in report.paragraphs)
    return lines * _HIGHEST_LINE < _TALLEST


def report_document(report: Report, findings: Findings | None, *, marks: bool) -> QTextDocument:
    """Set a report for paper; its figures and masked characters underlined where `marks` are asked."""
    book = open_book(report, noise=False)
    typography = Typography(round(100 * _TEXT_SIZE / TEXT_SIZE), Theme("light"))
    document = typeset(book, typography, Margins(0, 0, 0, 0))
    if marks:
        _underline(document, book, findings)
    return document


def _underline(document: QTextDocument, book: Book, findings: Findings | None) -> None:
    layers = [mask_marks(book.report, book.positions)]
    if findings is not None:
        layers.append(figure_marks(findings, book))
    line = QTextCharFormat()
    line.setFontUnderline(True)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for mark in (mark for layer in layers for mark in layer.marks):
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(line)
    cursor.endEditBlock()


def table_document(view: str, report: Report, findings: Findings) -> QTextDocument:
    """Set the table `view` for paper, its head on every sheet."""
    from hkreader.export.tables import make_tables  # noqa: PLC0415  seldom needed

    (table,) = make_tables([(report, findings)], [view])
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(Theme("light").font(_TABLE_SIZE))
    document.setHtml("".join(_html(table)))
    return document


def _html(table: Table) -> Iterator[str]:
    whole = sum(column.width for column in table.columns)
    rule = Theme("light").colour("rule").name()
    line = f"border-bottom:1px solid {rule}"
    yield f"<h3>{escape(table.title)}</h3>"
    yield '<table width="100%" cellspacing="0" cellpadding="2" border="0"><thead><tr>'
    for column in table.columns:
        width = f"{100 * column.width / whole:.1f}%"
        yield f'<th width="{width}" style="{line}">{escape(column.title)}</th>'
    yield "</tr></thead>"
    for row in table.rows:
        cells = (
            f'<td style="{line}" align="{_align(column, value)}">{escape(_words(value))}</td>'
            for column, value in zip(table.columns, row, strict=True)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table>"


def _align(column: Column, value: Value) -> str:
    if column.centred:
        return "center"
    return "left" if isinstance(value, str) or value is None else "right"


def _words(value: Value) -> str:
    from hkreader.export.table import Number, Paragraph  # noqa: PLC0415  seldom needed

    if isinstance(value, Number):
        sign = "+" if value.signed else ""
        return f"{value.value:{sign}.{value.decimals}f}{value.suffix}"
    if isinstance(value, Paragraph):
        return str(value.number)
    return "" if value is None else str(value)
