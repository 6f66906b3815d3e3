"""Where the mouse rests: on which mark of the page, and when it has left it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from hkreader.ui.reading.marks import Mark, MarkKind
from hkreader.ui.reading.page import Page

TERM_REST = 300
TIP_REST = 200
"""Milliseconds the mouse rests before something is shown."""
_LAYERS = ("masks", "figures", "terms", "notes")
"""Where several marks lie under the mouse the first of these counts."""


class Hover(QObject):
    """Follows the mouse over one page."""

    rested = Signal(object, QPoint)
    """The `Mark` under the mouse, and where on the viewport."""
    left = Signal()
    """The mouse is on another mark, on none, or off the page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._under: Mark | None = None
        self._spot = QPoint()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_rested)
        page.hovered.connect(self._on_hovered)
        page.left.connect(self._on_left)

    def forget(self) -> None:
        """Start anew: the page has moved under the mouse."""
        self._under = None
        self._timer.stop()

    def _on_hovered(self, spot: QPoint) -> None:
        self._spot = spot
        mark = self._mark_at(spot)
        if mark == self._under:
            return
        self._on_left()
        self._under = mark
        if mark is not None:
            self._timer.start(TERM_REST if mark.kind is MarkKind.TERM else TIP_REST)

    def _mark_at(self, spot: QPoint) -> Mark | None:
        for name in _LAYERS:
            found = self._page.marks_under(spot, name)
            if found:
                return found[0]
        return None

    def _on_left(self) -> None:
        self.forget()
        self.left.emit()

    def _on_rested(self) -> None:
        if self._under is not None:
            self.rested.emit(self._under, self._spot)
