"""Draws a hit of the list: its paragraph, and the found words in the middle of their line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from hkreader.qt.override import override
from hkreader.ui.reading.card import paint_row
from hkreader.ui.reading.hit_model import CONTEXT_ROLE, Context
from hkreader.ui.theme import Theme

ROW_HEIGHT = 28
_NUMBER_WIDTH = 36
_GAP = 8
_BEFORE_SHARE = 0.38
"""How much of the line the words before the hit may take."""
_Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """One line a hit."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        context = index.data(CONTEXT_ROLE)
        if not isinstance(context, Context):
            return
        paint_row(painter, option)
        theme = Theme.current()
        box = option.rect.adjusted(0, 0, -_GAP, 0)
        number = "" if context.number is None else str(context.number)
        painter.setFont(option.font)
        painter.setPen(theme.colour("muted"))
        room = QRect(box.left(), box.top(), _NUMBER_WIDTH - _GAP, box.height())
        painter.drawText(room, _RIGHT, number)
        box.setLeft(box.left() + _NUMBER_WIDTH)
        _draw_context(painter, box, context, theme, option.font)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(option.rect.width(), ROW_HEIGHT)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _draw_context(
    painter: QPainter, box: QRect, context: Context, theme: Theme, font: QFont
) -> None:
    bold = QFont(font)
    bold.setBold(True)
    plain_size, bold_size = QFontMetrics(font), QFontMetrics(bold)
    before = plain_size.elidedText(
        context.before, Qt.TextElideMode.ElideLeft, int(box.width() * _BEFORE_SHARE)
    )
    for words, metrics, one_font, role in (
        (before, plain_size, font, "ink"),
        (context.words, bold_size, bold, "accent"),
        (context.after, plain_size, font, "ink"),
    ):
        if box.width() <= 0:
            return
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(one_font)
        painter.setPen(theme.colour(role))
        painter.drawText(box, _LEFT, shown)
        box.setLeft(box.left() + metrics.horizontalAdvance(shown))
