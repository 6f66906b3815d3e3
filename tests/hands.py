"""Hands on the keys of a window, for whole sessions."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from hkreader.app import Program
from hkreader.qt.settings import Settings

_PATIENCE = 60.0
Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier


class Hands:
    """Presses keys in one window after the other, and looks at what comes of it."""

    pause = 0.02
    """Seconds after each key."""

    def __init__(
        self, settings: Settings, picture: Callable[[str, QWidget], None] = lambda _name, _it: None
    ) -> None:
        self.settings = settings
        self._picture = picture
        self.program: Program | None = None

    @property
    def window(self):
        return self.program.workspace

    @property
    def session(self):
        return self.program.session

    def start(self, size: QSize, files: list[Path]) -> None:
        self.program = Program(self.settings)
        self.program.window.resize(size)
        self.program.start(files)
        self.until(lambda: self.session.findings is not None)
        self.activate()
        self.rest(0.4)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier, times: int = 1
    ) -> None:
        for _ in range(times):
            target = QApplication.focusWidget() or QApplication.activeWindow()
            QTest.keyClick(target, key, modifiers)
            self.rest(self.pause)

    def write(self, text: str) -> None:
        """Commit `text` where the keys are, as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)
        self.rest(0.15)

    def command(self, words: str) -> None:
        """Do what the palette lists under `words`."""
        self.press(Key.Key_K, CTRL)
        self.write(f"》{words}")
        self.until(lambda: not self.window.go_anywhere.busy)
        self.press(Key.Key_Return)
        self.rest(0.1)

    def answer(self, path: Path) -> None:
        """Type `path` into the file dialog that has come up."""
        self.until(lambda: bool(self._dialogs()))
        [dialog] = self._dialogs()
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setFocus()
        field.selectAll()
        self.write(str(path))
        self.press(Key.Key_Return)
        self.until(lambda: not self._dialogs())
        self.activate()

    def _dialogs(self) -> list[QFileDialog]:
        return [
            it
            for it in QApplication.topLevelWidgets()
            if isinstance(it, QFileDialog) and it.isVisible()
        ]

    def activate(self) -> None:
        """Be in the window again, as a window manager sees to it."""
        self.program.window.activateWindow()
        self.until(lambda: QApplication.focusWidget() is not None)

    def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not true():
            if time.monotonic() > end:
                raise TimeoutError
            self.rest(0.005)

    def rest(self, seconds: float) -> None:
        """Let the window work; QTest's own waiting would let no other thread have a turn."""
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    def look(self, name: str, widget: QWidget | None = None) -> None:
        self.rest(0.15)
        self._picture(name, widget or self.program.window)

    def close(self) -> None:
        self.press(Key.Key_Q, CTRL)
        self.until(lambda: not self.program.window.isVisible())
        self.program.window.deleteLater()
        self.program.deleteLater()
        self.rest(0.02)
