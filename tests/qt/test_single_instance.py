"""A second start hands its files to the first window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hkreader.qt.single_instance import SingleInstance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from hkreader.qt.single_instance import SingleInstance
application = QCoreApplication([])
second = SingleInstance(Path(sys.argv[1]))
assert not second.acquire()
sys.exit(0 if second.hand_over([Path(name) for name in sys.argv[2:]]) else 3)
"""


@pytest.fixture
def first(qapp, tmp_path):
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    yield instance
    instance.release()


@pytest.mark.parametrize(
    "files", [[], ["/报告/虹口 2018.txt", "/b.docx"]], ids=["only the window", "two files"]
)
def test_files_arrive(qtbot, first, tmp_path, files):
    first.listen()
    with qtbot.waitSignal(first.files_received, timeout=10_000) as told:
        second = subprocess.Popen([sys.executable, "-c", SECOND, str(tmp_path), *files])
    assert told.args == [[Path(name) for name in files]]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=5000)
    assert second.returncode == 0


def test_nobody_listening_means_a_window_of_its_own(first, tmp_path, monkeypatch):
    monkeypatch.setattr("hkreader.qt.single_instance.CONNECT_MS", 50)
    second = SingleInstance(tmp_path)
    assert not second.acquire()
    assert not second.hand_over([Path("/a.txt")])


def test_a_folder_that_cannot_be_made_is_no_reason_not_to_open(qapp, tmp_path):
    (tmp_path / "file").write_text("")
    instance = SingleInstance(tmp_path / "file" / "folder")
    assert instance.acquire()
    instance.release()


def test_another_screen_is_another_window(first, tmp_path, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")
    other = SingleInstance(tmp_path)
    assert other.acquire()
    other.release()


def test_the_lock_is_free_after_the_window_is_closed(qapp, tmp_path):
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    instance.release()
    again = SingleInstance(tmp_path)
    assert again.acquire()
    again.release()
