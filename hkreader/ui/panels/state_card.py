"""What a table shows when it has no rows to show: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hkreader.ui.icons import pixmap
from hkreader.ui.theme import Theme

ICON = 32


class StateCard(QWidget):
    """An icon, a line, a reason and at most one button."""

    button_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._body = QLabel(self)
        self.button = QPushButton(self)
        self._shown = ("", "muted")
        self._build()
        self.button.clicked.connect(self.button_clicked)

    @property
    def has_button(self) -> bool:
        """Whether there is a way on."""
        return bool(self.button.text())

    def show_state(self, icon: str, title: str, body: str, button: str = "") -> None:
        """Say why there is nothing; `button` names the way on."""
        self._shown = (icon, "doubt" if icon == "triangle-alert" else "muted")
        self._title.setText(title)
        self._body.setText(body)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(title)
        self.setAccessibleDescription(body)
        self.refresh_colours()

    def refresh_colours(self) -> None:
        """Draw the icon and the words in the colours of the theme."""
        theme = Theme.current()
        name, role = self._shown
        if name:
            self._icon.setPixmap(pixmap(name, theme.colour(role).name(), ICON))
        palette = self._body.palette()
        palette.setColor(self._body.foregroundRole(), theme.colour("muted"))
        self._body.setPalette(palette)

    def _build(self) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        for label in (self._icon, self._title, self._body):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is not self._icon)
            layout.addWidget(label)
        layout.addSpacing(8)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
