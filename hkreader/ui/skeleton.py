"""The layout of the window before there is anything in it: paper, panels and their edges."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
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
    """Painted in the place of the workspace, so that nothing moves when that comes."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

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
