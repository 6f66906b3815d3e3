"""The whole window, with settings of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hkreader.app import Program
from hkreader.qt.settings import Settings
from hkreader.ui.theme import Theme


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings" / "hkreader.ini")


@pytest.fixture
def make_window(qtbot, settings):
    """Give a function that makes a window and gives what is in it; all are closed in the end."""
    programs = []

    def make(width=1360, height=860):
        program = Program(settings)
        program.window.resize(width, height)
        programs.append(program)
        workspace = program.workspace
        with qtbot.waitExposed(program.window):
            program.window.show()
        program.window.activateWindow()
        program.complete()
        qtbot.waitUntil(lambda: workspace.width() == program.window.width())
        return workspace

    yield make
    for program in programs:
        program.window.close()
        assert program.session.jobs.shut_down()
        program.window.deleteLater()
        program.deleteLater()
    Theme.use("light")


@pytest.fixture
def window(make_window):
    """A window with nothing open."""
    return make_window()


@pytest.fixture
def hongkou_window(qtbot, make_window, hongkou):
    """The window with the built-in report and its figures."""
    workspace = make_window()
    with qtbot.waitSignal(workspace.session.findings_ready, timeout=30_000):
        workspace.session.open_path(hongkou)
    workspace.panes.focus_text()
    qtbot.waitUntil(workspace.reading.page.hasFocus)
    return workspace


@pytest.fixture
def press(qtbot):
    """Press a key where the focus is, as a keyboard does."""
    from PySide6.QtWidgets import QApplication

    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)

    return press
