"""What every test starts from: no screen, none of the user's own files, a silent log."""

from __future__ import annotations

import itertools
import logging
import os
import threading
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from hkreader.messages import Language, set_language
from hkreader.resources import resource_path

THREADS_END_WITHIN = 5.0

hypothesis.settings.register_profile("tests", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("tests")


def pytest_configure(config):
    config.addinivalue_line("markers", "complains: the test expects warnings on the log")


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory):
    """One for the whole run: what it holds is costly to make and the same for all."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_folders(homes, cache_folder, monkeypatch):
    """Give each test fresh folders for settings and data, its subprocesses too."""
    home = next(homes)
    home.mkdir()
    for variable, folder in {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "data",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": cache_folder,
        "LOCALAPPDATA": cache_folder,
    }.items():
        monkeypatch.setenv(variable, str(folder))
    monkeypatch.delenv("HKREADER_LANG", raising=False)
    for layout in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(layout, QSettings.Scope.UserScope, str(home / "config"))
    return home


@pytest.fixture(autouse=True)
def chinese():
    """Start and leave every test in the language of the first start."""
    set_language(Language.ZH)
    yield
    set_language(Language.ZH)


@pytest.fixture(autouse=True)
def silent_log(request, caplog):
    """Fail a test that warned on the log, unless it is marked `complains`."""
    yield
    if request.node.get_closest_marker("complains"):
        return
    heard = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    assert not heard, "the log was not silent: " + "; ".join(heard)


@pytest.fixture(autouse=True)
def nothing_left():
    """Fail a test that leaves a thread running or a window open."""
    threads = set(threading.enumerate())
    windows = set(_windows())
    yield
    left = _threads_left(threads)
    assert not left, f"threads still running: {left}"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    open_still = [window for window in _windows() if window not in windows]
    for window in open_still:
        window.close()
    assert not open_still, f"windows still open: {open_still}"


@pytest.fixture(scope="session")
def qapp(qapp):
    """The application with the bundled font, so that every machine sets the same lines."""
    families = []
    for path in sorted(resource_path("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number)
    assert "Noto Sans SC" in families
    font = QFont()
    font.setFamilies(["Noto Sans SC"])
    qapp.setFont(font)
    yield qapp
    # The off-screen clipboard outlives Python, and must not hold anything of Python's then.
    qapp.clipboard().clear()


@pytest.fixture
def hongkou() -> Path:
    """The built-in report."""
    return resource_path("reports", "hongkou-2018.txt")


def _threads_left(before):
    end = time.monotonic() + THREADS_END_WITHIN
    for thread in threading.enumerate():
        if thread not in before:
            thread.join(max(0.0, end - time.monotonic()))
    return [thread.name for thread in threading.enumerate() if thread not in before]


def _windows():
    if QApplication.instance() is None:
        return []
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
