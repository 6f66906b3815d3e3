"""Asks whose name stands under decisions and notes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from hkreader.messages import tr
from hkreader.qt.scribe import system_user
from hkreader.qt.settings import Settings

_WIDTH = 420


def ask_reviewer(settings: Settings, parent: QWidget) -> QInputDialog:
    """Open the question; an empty answer stands for the name of the system's user."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("window.reviewer.title"))
    dialog.setLabelText(tr("window.reviewer.words", user=system_user()))
    dialog.setTextValue(settings.reviewer or system_user())
    dialog.setOkButtonText(tr("window.reviewer.keep"))
    dialog.setCancelButtonText(tr("window.bar.cancel"))
    dialog.resize(_WIDTH, dialog.sizeHint().height())

    def keep(name: str) -> None:
        name = name.strip()
        settings.reviewer = "" if name == system_user() else name

    dialog.textValueSelected.connect(keep)
    dialog.open()
    return dialog
