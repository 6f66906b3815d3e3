"""What program this is, what it stands on and under which terms."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hkreader import __version__
from hkreader.messages import tr
from hkreader.ui.icons import app_icon


class AboutDialog(QDialog):
    """A small card; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("window.about.title"))
        sign = QLabel(self)
        sign.setPixmap(app_icon().pixmap(64, 64))
        words = QLabel(self)
        words.setText(
            tr(
                "window.about.text",
                version=__version__,
                qt=PySide6.__version__,
                python=platform.python_version(),
            )
        )
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("window.bar.close"))
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(row)
        layout.addWidget(buttons)
