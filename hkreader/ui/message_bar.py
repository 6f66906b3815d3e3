"""The bar above the text: one sentence about what went wrong or is done, and the ways to go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from hkreader.messages import tr
from hkreader.qt.session import Session
from hkreader.ui.icons import icon, pixmap
from hkreader.ui.theme import Theme

INFO_MS = 12000
LOOKS = {
    "info": ("circle-check", "confirmed"),
    "warning": ("triangle-alert", "doubt"),
    "error": ("circle-x", "doubt"),
}
"""Icon and colour of each level."""


class MessageBar(QFrame):
    """Shows one message at a time; good news leaves by itself, bad news stays until dismissed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = "info"
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._close = QToolButton(self)
        self._buttons: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._timer = QTimer(self, singleShot=True, interval=INFO_MS)
        self._build()
        self._word()
        self._timer.timeout.connect(self._on_time_over)
        self._close.clicked.connect(self.dismiss)
        session.language_changed.connect(self._word)
        session.theme_changed.connect(self._dress)

    @property
    def text(self) -> str:
        """The sentence in view; empty where the bar is hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_message(
        self, text: str, level: str, ways: Sequence[QAction] = (), *, stays: bool = False
    ) -> None:
        """Show `text` with a button for each of the `ways` to go on; it `stays` while they are taken."""
        self._level = level
        self._text.setText(text)
        self.setAccessibleName(text)
        self._clear_buttons()
        for way in ways:
            self._add_button(way, stays=stays)
        self._dress()
        self.show()
        if level == "info":
            self._timer.start()
        else:
            self._timer.stop()

    def dismiss(self) -> bool:
        """Take the message away; tell whether there was one."""
        was_shown = not self.isHidden()
        self._timer.stop()
        self.hide()
        return was_shown

    def _build(self) -> None:
        self.setObjectName("messageBar")
        self._layout.setContentsMargins(16, 6, 8, 6)
        self._layout.setSpacing(8)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close.setAutoRaise(True)
        self._layout.addWidget(self._sign)
        self._layout.addWidget(self._text, 1)
        self._layout.addWidget(self._close)
        self.hide()

    def _add_button(self, way: QAction, *, stays: bool) -> None:
        button = QPushButton(way.text().rstrip("…"), self)
        if not stays:
            # First away with this message: the way may bring the next one.
            button.clicked.connect(self.dismiss)
        button.clicked.connect(way.trigger)
        self._layout.insertWidget(self._layout.count() - 1, button)
        self._buttons.append(button)

    def _clear_buttons(self) -> None:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()

    def _on_time_over(self) -> None:
        self.dismiss()

    def _word(self) -> None:
        self._close.setToolTip(tr("window.bar.close"))
        self._close.setAccessibleName(tr("window.bar.close"))

    def _dress(self) -> None:
        name, role = LOOKS[self._level]
        self._sign.setPixmap(pixmap(name, Theme.current().colour(role).name()))
        self._close.setIcon(icon("x", "muted", 14))
