"""Below a report that is shown in parts: which one this is, and the ways to its neighbours."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from hkreader.messages import tr
from hkreader.ui.reading.parts import Parts


class PartBar(QFrame):
    """One line, there only while there are several parts."""

    step_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("partBar")
        self._where = QLabel(self)
        self._previous = QPushButton(self)
        self._next = QPushButton(self)
        self._words: dict[str, object] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self._where, 1)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        for button in (self._previous, self._next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._previous.clicked.connect(lambda: self.step_wished.emit(-1))
        self._next.clicked.connect(lambda: self.step_wished.emit(1))

    def show_part(self, parts: Parts, index: int) -> None:
        """Tell where in the report the part `index` is."""
        first, last = parts.numbers(index)
        self._words = {"part": index + 1, "count": len(parts), "first": first, "last": last}
        self._previous.setEnabled(index > 0)
        self._next.setEnabled(index + 1 < len(parts))
        self.dress()

    def dress(self) -> None:
        """Put on the words of the language."""
        if self._words:
            self._where.setText(tr("reading.part.where", **self._words))
            self.setAccessibleName(self._where.text())
        self._previous.setText(tr("reading.part.previous"))
        self._next.setText(tr("reading.part.next"))
