"""Keeps the application in the theme that the user or the system chose."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from hkreader.qt.session import Session
from hkreader.ui.theme import dress


class ThemeKeeper(QObject):
    """Keeps the application in the chosen theme, and in the system's where that is the choice.

    Made before any panel, it hears of a new theme first: who asks `Theme.current()` later gets it.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        session.theme_changed.connect(self._on_theme_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def _on_theme_changed(self) -> None:
        dress(self._session.settings.theme)

    def _on_system_changed(self) -> None:
        if self._session.settings.theme == "system":
            self._session.theme_changed.emit()
