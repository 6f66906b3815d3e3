"""Puts the window together and runs it; everything that may wait comes after the first paint."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from hkreader import __version__
from hkreader.messages import set_language
from hkreader.qt.garbage import hold_garbage, release_garbage
from hkreader.qt.settings import BUILTIN, Settings
from hkreader.resources import resource_path
from hkreader.ui.main_window import MainWindow
from hkreader.ui.theme import Theme, dress, load_fonts

if TYPE_CHECKING:
    from hkreader.qt.session import Session
    from hkreader.qt.single_instance import SingleInstance
    from hkreader.ui.workspace import Workspace

SWITCH_SECONDS = 0.00005
"""A worker gives way to the window after this long, not after Python's 5 ms.

One repaint takes the interpreter's lock some hundred times: at 1 ms it would last 0.2 s.
"""
FURNISH_MS = 20
"""From a report shown to the rest of the window: the text is painted in between."""
STALL_MS = 50

# ruff: noqa: PLC0415  what the first paint does not need is imported behind it


def run(files: Sequence[Path] = (), *, language_chosen: bool = False) -> int:
    """Open the window on `files`, the last report or the built-in one; give the exit status.

    A language that was chosen for this run rules over the one that is kept.
    """
    from hkreader.qt import single_instance

    application = start_application()
    settings = Settings()
    files = [path.absolute() for path in files]
    instance = single_instance.SingleInstance(settings.folder)
    if not instance.acquire() and instance.hand_over(files):
        return 0
    program = Program(settings, language_chosen=language_chosen)
    program.stand_guard(instance)
    program.start(files)
    status = application.exec()
    instance.release()
    return status


def self_test() -> int:
    """Walk the whole way off the user's settings and print how long each step took."""
    from hkreader.ui.self_test import run_self_test

    return run_self_test()


def picture(target: Path, files: Sequence[Path] = ()) -> int:
    """Draw the window with a report and its figures to `target`."""
    from hkreader.ui.picture import draw_window

    return draw_window(target, files)


def start_application() -> QApplication:
    """Make the application with its names, style and font."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    application = QApplication(sys.argv[:1])
    application.setApplicationName("hkreader")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("hkreader")
    application.setStyle("fusion")
    load_fonts()
    application.setFont(Theme.current().font())
    return application


class Stage(IntEnum):
    """How far the window has been filled."""

    BARE = 0
    FURNISHED = 1
    COMPLETE = 2


class Program(QObject):
    """The window with all that stands behind it."""

    def __init__(self, settings: Settings, *, language_chosen: bool = False) -> None:
        super().__init__()
        sys.setswitchinterval(SWITCH_SECONDS)
        # Start-up makes many objects and no garbage.
        hold_garbage()
        self._stage = Stage.BARE
        self._files: list[Path] = []
        self._instance: SingleInstance | None = None
        self.settings = settings
        if not language_chosen:
            set_language(settings.language)
        dress(settings.theme)
        self.window = MainWindow(settings)
        self.window.closing.connect(self._on_closing)

    @cached_property
    def session(self) -> Session:
        """The state behind the window; not needed before the first paint."""
        from hkreader.qt import session as late
        from hkreader.ui.theme_keeper import ThemeKeeper

        session = late.Session(self.settings, self)
        self._theme_keeper = ThemeKeeper(session, self)
        return session

    @property
    def workspace(self) -> Workspace:
        """What is in the window."""
        return self.window.fill(self.session)

    def start(self, files: Sequence[Path] = ()) -> None:
        """Show the window, then the first of `files` in it, then everything else.

        Without files it is the last report, and the built-in one the first time.
        """
        last = self.settings.last_report
        self._files = list(files) or [Path(last) if last else resource_path(*BUILTIN)]
        self.window.painted.connect(self._show_text)
        self.window.show()

    def complete(self) -> None:
        """Bring everything in at once, without waiting for paints."""
        self._furnish()
        self._complete()

    def stand_guard(self, instance: SingleInstance) -> None:
        """Take files from later starts, keep a log and show what nobody foresaw."""
        self._instance = instance
        instance.files_received.connect(self._on_files_received)

    def _show_text(self) -> None:
        session = self.session
        self.window.show_text(session)
        session.report_opened.connect(self._on_report_opened)
        session.report_failed.connect(self._furnish)
        session.many_found.connect(self._furnish)
        session.open_path(self._files[0])

    def _on_report_opened(self) -> None:
        self.session.report_opened.disconnect(self._on_report_opened)
        QTimer.singleShot(FURNISH_MS, self._furnish)

    def _furnish(self) -> None:
        """Bring in, once, what neither window nor text needed to be painted."""
        if self._stage < Stage.FURNISHED:
            self._stage = Stage.FURNISHED
            release_garbage()
            self.workspace.files.lay_out(self._files)
            QTimer.singleShot(0, self._complete)

    def _complete(self) -> None:
        if self._stage == Stage.COMPLETE:
            return
        self._stage = Stage.COMPLETE
        from hkreader.qt.file_watch import FileWatch
        from hkreader.ui.icons import app_icon
        from hkreader.ui.qt_words import QtWords

        self._qt_words = QtWords(self.session, self)
        QApplication.setWindowIcon(app_icon())
        _ = self.workspace.side
        self.workspace.notices.watch(FileWatch(self.session, self))
        self.workspace.beside.restore()
        self.workspace.review_files.look_after()
        if self._instance is not None:
            self._guard(self._instance)

    def _guard(self, instance: SingleInstance) -> None:
        from hkreader.qt.qtlog import start_log
        from hkreader.ui.crash_dialog import CrashHook

        self._crash_hook = CrashHook(self.window, start_log())
        instance.listen()
        if os.environ.get("HKREADER_WATCH"):
            from hkreader.qt.stall_watchdog import StallWatchdog

            self._watchdog = StallWatchdog(STALL_MS, self)

    def _on_files_received(self, files: list[Path]) -> None:
        if files:
            self.workspace.files.open_paths(files)
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def _on_closing(self) -> None:
        if self._stage == Stage.BARE:
            self._stage = Stage.COMPLETE
            release_garbage()
        if "session" in self.__dict__:
            self.session.shut_down()
