"""A strip beside the scroll bar: where in the text figures, notes, hits and masks stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.ui.reading.page import Page
from hkreader.ui.theme import Theme

WIDTH = 10
_LINE = 2
_SHOWN = (
    ("figures", "muted", 0.4),
    ("masks", "doubt", 0.6),
    ("notes", "link", 0.7),
    ("hits", "accent", 1.0),
    ("shown", "accent", 1.0),
    ("hit_current", "link", 1.0),
)
"""Layers of the page from the lowest to the topmost, with colour and share of the width."""


class Overview(QWidget):
    """Lies over the free edge of the page; a click goes to the place."""

    def __init__(self, page: Page) -> None:
        # Not of the viewport: what lies in that scrolls with the text.
        super().__init__(page)
        self._page = page
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        page.layers_changed.connect(self.update)
        page.viewport().installEventFilter(self)
        self.dress()
        self._place()
        self.show()

    def dress(self) -> None:
        """Put on the words of the language."""
        self.setToolTip(tr("reading.overview"))
        self.setAccessibleName(tr("reading.overview"))

    def heights(self, layer: str) -> set[int]:
        """Give the pixels at which the marks of a layer show."""
        whole = max(1, self._page.document().characterCount())
        room = max(1, self.height() - _LINE)
        return {place * room // whole for place in self._page.places_of(layer)}

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = Theme.current()
        for layer, role, share in _SHOWN:
            width = round(share * WIDTH)
            colour = theme.colour(role)
            for y in self.heights(layer):
                painter.fillRect(WIDTH - width, y, width, _LINE, colour)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().toPoint())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().toPoint())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _go_to(self, spot: QPoint) -> None:
        """Scroll so that what the strip shows at `spot` is in the middle of the page."""
        whole = self._page.document().characterCount()
        position = min(max(0, spot.y()), self.height() - 1) * whole // max(1, self.height())
        box = self._page.box_of(position, position + 1)
        self._page.verticalScrollBar().setValue(round(box.center().y()) - self.height() // 2)

    def _place(self) -> None:
        area = self._page.viewport().geometry()
        self.setGeometry(area.right() + 1 - WIDTH, area.top(), WIDTH, area.height())
