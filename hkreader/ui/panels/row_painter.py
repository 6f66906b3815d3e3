"""Draws rows: numbers on the decimal point, a letter for the status, a mark for doubt.

A row is drawn in one go from its record: asked cell by cell through the views of Qt, a table in sight takes
several times as long, and it is drawn with every key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle

from hkreader.core.findings import Status, Verdict
from hkreader.models.figure_words import Number, is_doubtful
from hkreader.models.nodes import RowNode
from hkreader.models.record_model import RecordModel
from hkreader.models.signs import NoteSign, ReviewState, Sign
from hkreader.ui.panels.column_widths import NAME_INDENT, NumberMetrics
from hkreader.ui.theme import Theme

ROW_HEIGHT = 28
TWO_LINES = 48
LOWER_LINE = 20
PADDING = 6
CHIP = 18
SIGN_TINTS: dict[Sign, str] = {
    Status.ACTUAL: "figure_done",
    Status.ESTIMATED: "figure_estimated",
    Status.TARGET: "figure_planned",
    Verdict.DIFFERS: "accent_tint",
    Verdict.DOUBTFUL: "figure_planned",
    Verdict.AGREES: "figure_estimated",
    ReviewState.AGAIN: "hit",
    ReviewState.OPEN: "hover",
    ReviewState.CONFIRMED: "figure_estimated",
    ReviewState.EDITED: "figure_planned",
    ReviewState.REJECTED: "accent_tint",
    ReviewState.ADDED: "figure_done",
    NoteSign.YELLOW: "note_yellow",
    NoteSign.GREEN: "note_green",
    NoteSign.BLUE: "note_blue",
    NoteSign.PINK: "note_pink",
    NoteSign.PLAIN: "hover",
    NoteSign.BOOKMARK: "selection",
    NoteSign.LOST: "accent_tint",
}
_WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.TextElideMode.ElideMiddle
_RIGHT = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row is drawn, and how it stands there."""

    rect: QRect
    state: QStyle.StateFlag
    font: QFont
    columns: tuple[tuple[int, int], ...]
    """Where each column begins, and how wide it is."""
    two_lines: bool = False
    """Whether the name stands on a line of its own above the figures."""

    def cells(self) -> Iterator[tuple[int, QRect]]:
        """Give each column with its cell."""
        for column, (left, width) in enumerate(self.columns):
            yield column, QRect(left, self.rect.top(), width, self.rect.height())


class RowPainter:
    """Draws the rows of one table."""

    def __init__(self) -> None:
        self._tails: dict[int, int] = {}
        self._metrics = NumberMetrics(QFont())

    def set_tails(self, tails: dict[int, int], font: QFont) -> None:
        """Take for each numeric column the width of what stands right of the whole number."""
        self._tails = tails
        self._metrics = NumberMetrics(font)

    def paint(
        self, painter: QPainter, place: RowPlace, model: RecordModel[Any], row: RowNode[Any]
    ) -> None:
        """Draw `row` of `model`."""
        painter.save()
        paint_ground(painter, place.rect, place.state)
        for column, rect in place.cells():
            painter.setFont(place.font)
            cell = rect.adjusted(PADDING, 0, -PADDING, 0)
            if place.two_lines:
                cell.setTop(cell.bottom() - LOWER_LINE)
                cell.translate(0, -2)
            if column == 0:
                self._paint_first(painter, cell, place, model, row)
                continue
            number = model.number_of(row.record, column)
            status = model.status_of(row.record, column)
            if number is not None:
                self._paint_number(painter, cell, number, self._tails.get(column, 0))
            elif status is not None:
                _paint_status(painter, rect, status, model.text(row, column))
            else:
                _paint_words(painter, cell, model.text(row, column), "ink", _RIGHT)
        painter.restore()

    def _paint_first(
        self,
        painter: QPainter,
        cell: QRect,
        place: RowPlace,
        model: RecordModel[Any],
        row: RowNode[Any],
    ) -> None:
        """Draw what names the row; where it stands above, over the whole width."""
        if place.two_lines:
            cell = place.rect.adjusted(PADDING, 2, -PADDING, 0)
            cell.setHeight(LOWER_LINE + 2)
        doubtful = is_doubtful(model.figures_of(row.record))
        _paint_name(painter, cell, model.text(row, 0), doubtful=doubtful, repeated=row.repeated)

    def _paint_number(self, painter: QPainter, cell: QRect, number: Number, tail: int) -> None:
        metrics = self._metrics
        own_tail = metrics.tail(number)
        point = cell.right() + 1 - max(tail, own_tail)
        whole = metrics.whole(number)
        sign = metrics.sign(number)
        if point - whole - sign < cell.left():
            # Too wide for the column: give up the decimal point before giving up digits.
            point = cell.right() + 1 - own_tail
        if point - whole - sign < cell.left():
            _paint_words(painter, cell, str(number), "ink", _RIGHT)
            return
        theme = Theme.current()
        baseline = cell.center().y() + (metrics.digits.ascent() - metrics.digits.descent()) // 2 + 1
        painter.setFont(metrics.digit_font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(point - whole, baseline, number.whole)
        painter.drawText(point, baseline, number.fraction)
        painter.setPen(theme.colour("muted"))
        if number.sign:
            painter.drawText(point - whole - sign, baseline, number.sign)
        if number.unit:
            painter.setFont(metrics.unit_font)
            painter.drawText(point + metrics.fraction(number), baseline, number.unit)


def paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Fill what is chosen or pointed at, and draw a hair line under the row."""
    theme = Theme.current()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.colour("selection"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.colour("hover"))
    line = theme.colour("rule")
    line.setAlphaF(0.5)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)


def _paint_words(
    painter: QPainter, cell: QRect, words: str | None, role: str, elide: Qt.TextElideMode
) -> None:
    if words:
        painter.setPen(Theme.current().colour(role))
        painter.drawText(cell, _WORDS, painter.fontMetrics().elidedText(words, elide, cell.width()))


def _paint_name(
    painter: QPainter, cell: QRect, words: str, *, doubtful: bool, repeated: bool
) -> None:
    """Names end in their head noun: cut them in the middle; a doubtful row has a mark behind."""
    room = cell.adjusted(NAME_INDENT, 0, -CHIP if doubtful else 0, 0)
    role = "doubt" if doubtful else "muted" if repeated else "ink"
    _paint_words(painter, room, words, role, _MIDDLE)
    if doubtful:
        _paint_doubt(painter, cell)


def _paint_doubt(painter: QPainter, cell: QRect) -> None:
    theme = Theme.current()
    box = QRectF(cell.right() - CHIP + 4, cell.center().y() - 6.5, 14, 14)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("doubt"))
    painter.drawEllipse(box)
    font = QFont(painter.font())
    font.setPixelSize(10)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def _paint_status(painter: QPainter, rect: QRect, status: Sign, letter: str) -> None:
    theme = Theme.current()
    font = QFont(painter.font())
    font.setPixelSize(12)
    painter.setFont(font)
    words = painter.fontMetrics().horizontalAdvance(letter) + PADDING
    box = QRectF(0, 0, max(CHIP, words), CHIP)
    box.moveCenter(QRectF(rect).center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(SIGN_TINTS[status]))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.colour("accent" if status == Verdict.DIFFERS else "ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
