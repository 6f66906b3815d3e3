"""Dialogs that Qt draws speak the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hkreader.messages import Language
from hkreader.qt.session import Session
from hkreader.qt.settings import Settings
from hkreader.ui.qt_words import QtWords


def test_qt_speaks_the_language_of_the_window(qapp, tmp_path):
    session = Session(Settings(tmp_path / "settings.ini"))
    words = QtWords(session)

    def look_in():
        return QCoreApplication.translate("QFileDialog", "Look in:")

    assert "查" in look_in() or "搜" in look_in()
    session.set_language(Language.EN)
    assert look_in() == "Look in:"
    session.set_language(Language.ZH)
    assert look_in() != "Look in:"
    QCoreApplication.removeTranslator(words._translator)
    words.deleteLater()
    session.shut_down()
