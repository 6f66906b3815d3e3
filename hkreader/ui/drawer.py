"""A pane at the edge of the window: beside the text where there is room, over it where not."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QSplitter, QWidget

PEEK = 48
"""Of the text under an open drawer at least this much stays in view."""


class Drawer:
    """Decides where its pane is and whether it is seen."""

    def __init__(self, pane: QWidget, *, edge: Qt.Edge, threshold: int, width: int) -> None:
        """Take a pane that lies over the text where the window is narrower than `threshold`."""
        self.pane = pane
        self.wanted = True
        """Whether it is seen where it stands beside the text."""
        self.open = False
        """Whether it is seen where it lies over the text."""
        self.over = False
        self.width = width
        self._edge = edge
        self._threshold = threshold

    @property
    def shown(self) -> bool:
        """Whether the pane is seen."""
        return self.open if self.over else self.wanted

    def show(self, *, shown: bool) -> None:
        """Open or close the pane where it is."""
        if self.over:
            self.open = shown
        else:
            self.wanted = shown

    def settle(self, host: QWidget, splitter: QSplitter, taken: int = 0) -> None:
        """Put the pane where it belongs in a `host` of this width, of which so much is `taken`."""
        over = host.width() - taken < self._threshold
        if over and not self.over:
            self.open = False
        self.over = over
        if over:
            self._lay_over(host)
        elif self.pane.parent() is not splitter:
            self._stand_in(splitter)
        self.pane.setVisible(self.shown)

    def _lay_over(self, host: QWidget) -> None:
        if self.pane.parent() is not host:
            self.pane.setParent(host)
            self._mark(over=True)
        width = min(self.width, host.width() - PEEK)
        left = 0 if self._edge == Qt.Edge.LeftEdge else host.width() - width
        self.pane.setGeometry(QRect(left, 0, width, host.height()))
        if self.open:
            self.pane.raise_()

    def _stand_in(self, splitter: QSplitter) -> None:
        index = 0 if self._edge == Qt.Edge.LeftEdge else splitter.count()
        splitter.insertWidget(index, self.pane)
        self._mark(over=False)

    def _mark(self, *, over: bool) -> None:
        """Let the style know where the pane is: over the text it needs a ground and an edge."""
        self.pane.setProperty("over", "true" if over else "false")
        self.pane.setAutoFillBackground(True)
        self.pane.style().polish(self.pane)
