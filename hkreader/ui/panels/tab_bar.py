"""Flat tabs with a line under the one in view."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from hkreader.qt.override import override
from hkreader.ui.theme import Theme

HEIGHT = 36
PADDING = 12
LINE = 2


class FlatTabBar(QTabBar):
    """Looks like a heading of the panel, works like any tab bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        width = self._bold().horizontalAdvance(self.tabText(index))
        return QSize(width + 2 * PADDING, HEIGHT)

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(3 * PADDING, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("rule"))
        pointed = self.tabAt(self.mapFromGlobal(self.cursor().pos()))
        for index in range(self.count()):
            self._paint_tab(painter, index, pointed=index == pointed and self.underMouse())
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, *, pointed: bool) -> None:
        theme, rect = Theme.current(), self.tabRect(index)
        current = index == self.currentIndex()
        font = self.font()
        if current:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if current or pointed else "muted"))
        words = painter.fontMetrics().elidedText(
            self.tabText(index), Qt.TextElideMode.ElideRight, rect.width() - PADDING
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        if not current:
            return
        line = QRect(
            rect.left() + PADDING, rect.bottom() + 1 - LINE, rect.width() - 2 * PADDING, LINE
        )
        painter.fillRect(line, theme.colour("accent"))
        if self.hasFocus():
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(rect.adjusted(4, 6, -5, -7), 4, 4)

    def _bold(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font)
