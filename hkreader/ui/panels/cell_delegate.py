"""Draws the cells: numbers on the decimal point, a letter for the status, a mark for doubt."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from hkreader.core.findings import Status, Verdict
from hkreader.models.figure_words import Number
from hkreader.models.roles import Index, Role
from hkreader.models.signs import NoteSign, ReviewState, Sign
from hkreader.qt.override import override
from hkreader.ui.panels.column_widths import NumberMetrics
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


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a `RecordView`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.two_lines = False
        """Whether names stand on a line of their own above the figures."""
        self._tails: dict[int, int] = {}
        self._metrics = NumberMetrics(QFont())

    def set_tails(self, tails: dict[int, int], font: QFont) -> None:
        """Take for each numeric column the width of what stands right of the whole number."""
        self._tails = tails
        self._metrics = NumberMetrics(font)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, TWO_LINES if self.two_lines else ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        cell = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        number = index.data(Role.NUMBER)
        status = index.data(Role.STATUS)
        paint_ground(painter, option.rect, option.state)
        painter.setFont(option.font)
        if self.two_lines:
            cell.setTop(cell.bottom() - LOWER_LINE)
            cell.translate(0, -2)
        if self.two_lines and index.column() == 0:
            pass
        elif number is not None:
            self._paint_number(painter, cell, number, self._tails.get(index.column(), 0))
        elif status is not None:
            _paint_status(painter, option.rect, status, index.data())
        elif index.column() == 0:
            _paint_name(painter, cell, index)
        else:
            _paint_words(painter, cell, index.data(), "ink", _RIGHT)
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A tip that only repeats what can be read is left out."""
        words = index.data()
        if words and words == index.data(Qt.ItemDataRole.ToolTipRole):
            above = self.two_lines and index.column() == 0
            room = view.viewport().width() if above else option.rect.width()
            if view.fontMetrics().horizontalAdvance(words) <= room - 2 * PADDING - 2:
                QToolTip.hideText()
                return True
        return super().helpEvent(event, view, option, index)

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


def paint_name_line(painter: QPainter, row: QRect, index: Index, font: QFont) -> None:
    """Draw the name of a row over its whole width, above the figures."""
    painter.save()
    painter.setFont(font)
    line = row.adjusted(PADDING, 2, -PADDING, 0)
    line.setHeight(LOWER_LINE + 2)
    _paint_name(painter, line, index)
    painter.restore()


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


def _paint_name(painter: QPainter, cell: QRect, index: Index) -> None:
    """Names end in their head noun: cut them in the middle; a doubtful row has a mark behind."""
    doubtful = bool(index.data(Role.DOUBT))
    room = cell.adjusted(2, 0, -CHIP if doubtful else 0, 0)
    role = "doubt" if doubtful else "muted" if index.data(Role.REPEATED) else "ink"
    _paint_words(painter, room, index.data(), role, _MIDDLE)
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
