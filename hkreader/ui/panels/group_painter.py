"""Draws the headings between rows, and the grey bars of a table that is still empty."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle

from hkreader.ui.panels.row_painter import PADDING, ROW_HEIGHT
from hkreader.ui.theme import Theme

INDENT = 12
ARROW = 16
COUNT_PIXELS = 12
SKELETON = (0.62, 0.44, 0.55, 0.7, 0.38, 0.5, 0.66, 0.47)
"""Lengths of the bars, as shares of the width they may take."""


def arrow_rect(row: QRect, depth: int) -> QRect:
    """Give where the arrow of a heading is drawn and may be clicked."""
    return QRect(row.left() + depth * INDENT, row.top(), ARROW + PADDING, row.height())


def paint_group(
    painter: QPainter,
    row: QRect,
    heading: tuple[str, str, int],
    state: QStyle.StateFlag,
    font: QFont,
) -> None:
    """Draw a heading with its title, count and depth; `state` tells whether it is open."""
    theme = Theme.current()
    title, count, depth = heading
    role = "selection" if state & QStyle.StateFlag.State_Selected else "panel"
    if role == "panel" and state & QStyle.StateFlag.State_MouseOver:
        role = "hover"
    painter.save()
    painter.fillRect(row, theme.colour(role))
    painter.fillRect(row.left(), row.bottom(), row.width(), 1, theme.colour("rule"))
    arrow = arrow_rect(row, depth)
    _paint_arrow(painter, arrow, is_open=bool(state & QStyle.StateFlag.State_Open))
    small = QFont(font)
    small.setPixelSize(COUNT_PIXELS)
    painter.setFont(small)
    painter.setPen(theme.colour("muted"))
    right = row.adjusted(0, 0, -PADDING, 0)
    painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
    room = QRect(row)
    room.setLeft(arrow.right() + 1)
    room.setRight(right.right() - painter.fontMetrics().horizontalAdvance(count) - 2 * PADDING)
    if depth == 0:
        small.setWeight(QFont.Weight.DemiBold)
    painter.setFont(small)
    painter.setPen(theme.colour("ink" if depth == 0 else "muted"))
    words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()


def _paint_arrow(painter: QPainter, rect: QRect, *, is_open: bool) -> None:
    x, y = rect.left() + PADDING + 6.0, rect.center().y() + 0.5
    if is_open:
        points = [QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]
    else:
        points = [QPointF(x - 2, y - 4), QPointF(x + 2, y), QPointF(x - 2, y + 4)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(Theme.current().colour("muted"))
    pen.setWidthF(1.4)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


def paint_skeleton(painter: QPainter, area: QRect) -> None:
    """Draw still bars where rows will be."""
    theme = Theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("hover"))
    rows = area.height() // ROW_HEIGHT + 1
    for row in range(rows):
        top = area.top() + row * ROW_HEIGHT + ROW_HEIGHT / 2 - 4
        share = SKELETON[row % len(SKELETON)]
        painter.drawRoundedRect(QRectF(area.left() + 8, top, area.width() * 0.5 * share, 8), 4, 4)
        right = area.width() * (0.1 + 0.08 * share)
        painter.drawRoundedRect(QRectF(area.width() * 0.8 - right, top, right, 8), 4, 4)
