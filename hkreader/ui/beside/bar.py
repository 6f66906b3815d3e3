"""Above the second text: which it is, whether both scroll together, and the ways to change that."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.ui.icons import icon

_CLOSE_SIZE = 14


class BesideBar(QFrame):
    """One line; emits what is wished."""

    choice_wished = Signal()
    """Another text is wanted."""
    together_wished = Signal(bool)
    align_wished = Signal()
    close_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("besideBar")
        self._title = ""
        self.name = QPushButton(self)
        self.together = QPushButton(self)
        self.align = QPushButton(self)
        self.close_button = QToolButton(self)
        self.together.setCheckable(True)
        self.close_button.setAutoRaise(True)
        self.close_button.setIconSize(QSize(_CLOSE_SIZE, _CLOSE_SIZE))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(6)
        layout.addWidget(self.name, 1)
        for button in (self.together, self.align, self.close_button):
            layout.addWidget(button)
        for widget in self.stops:
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.name.clicked.connect(self.choice_wished)
        self.together.clicked.connect(self.together_wished)
        self.align.clicked.connect(self.align_wished)
        self.close_button.clicked.connect(self.close_wished)
        self.dress()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return self.name, self.together, self.align, self.close_button

    def show_title(self, title: str) -> None:
        """Name the text that is shown."""
        self._title = title
        self.dress()

    def dress(self) -> None:
        """Put on the words of the language and the colours of the theme."""
        self.together.setText(tr("window.beside.together"))
        self.align.setText(tr("window.beside.align"))
        self.together.setToolTip(tr("window.action.together"))
        self.align.setToolTip(tr("window.action.realign"))
        self.close_button.setIcon(icon("x", "muted", _CLOSE_SIZE))
        self.close_button.setToolTip(tr("window.beside.close"))
        self.close_button.setAccessibleName(tr("window.beside.close"))
        self.name.setToolTip(tr("window.beside.choose"))
        self.name.setAccessibleName(f"{tr('window.beside.choose')}：{self._title}")
        self._elide()

    def _elide(self) -> None:
        room = self.name.width() - 2 * self.name.fontMetrics().averageCharWidth() - 12
        middle = Qt.TextElideMode.ElideMiddle
        title = self.name.fontMetrics().elidedText(self._title, middle, max(room, 0))
        self.name.setText(title.replace("&", "&&"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()
