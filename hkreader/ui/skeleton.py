"""The layout of the window before there is anything in it: paper, panels and their edges."""

from __future__ import annotations

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hkreader.qt.override import override
from hkreader.qt.settings import Settings
from hkreader.ui.layout import (
    OUTLINE_OVER_BELOW,
    SIDE_OVER_BELOW,
    STATUS_HEIGHT,
    STRIP_HEIGHT,
)
from hkreader.ui.theme import Theme


class Skeleton(QWidget):
    """Stands in the place of the workspace, so that nothing moves when that comes."""

    painted = Signal()
    """The first paint is over."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._text: QWidget | None = None
        self._is_painted = False

    def host(self, text: QWidget) -> None:
        """Show the text where it will stand, before the rest is there."""
        self._text = text
        text.setParent(self)
        text.setGeometry(self._page())
        text.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._text is not None and self._text.parent() is self:
            self._text.setGeometry(self._page())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        panel, rule = theme.colour("panel"), theme.colour("rule")
        painter = QPainter(self)
        painter.fillRect(self.rect(), panel)
        page = self._page()
        painter.fillRect(page.adjusted(-1, -1, 1, 1), rule)
        painter.fillRect(page, theme.colour("paper"))
        painter.fillRect(0, page.top() - 1, self.width(), 1, rule)
        painter.fillRect(0, page.bottom() + 1, self.width(), 1, rule)
        painter.end()
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _page(self) -> QRect:
        """Give the place of the text."""
        settings, width = self._settings, self.width()
        left = settings.outline_width + 1
        right = settings.side_width + 1
        if width < OUTLINE_OVER_BELOW or not settings.outline_visible:
            left = 0
        if width < SIDE_OVER_BELOW or not settings.side_visible:
            right = 0
        height = self.height() - STRIP_HEIGHT - STATUS_HEIGHT
        return QRect(left, STRIP_HEIGHT, width - left - right, height)
