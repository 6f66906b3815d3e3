"""Qt's own words (file dialogs, menus of text fields) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from hkreader.messages import Language, language
from hkreader.qt.session import Session

FILES = {Language.ZH: "qtbase_zh_CN"}
"""English is what Qt speaks by itself."""


class QtWords(QObject):
    """Installs the translation that fits, and changes it with the language."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None
        session.language_changed.connect(self._install)
        self._install()

    def _install(self) -> None:
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        name = FILES.get(language())
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if name is not None and translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
