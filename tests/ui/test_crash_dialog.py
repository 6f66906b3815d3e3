"""What nobody foresaw is shown whole, to be copied, and the window goes on."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from hkreader.ui.crash_dialog import CrashDialog, CrashHook, report_text


@pytest.fixture
def hook(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    before = sys.excepthook, threading.excepthook
    hook = CrashHook(window, None)
    yield hook
    hook.release()
    sys.excepthook, threading.excepthook = before
    if hook._dialog is not None:
        hook._dialog.close()


def raised(message):
    try:
        raise RuntimeError(message)
    except RuntimeError:
        return sys.exc_info()


@pytest.mark.complains
def test_an_exception_is_shown_and_can_be_copied(qtbot, hook):
    sys.excepthook(*raised("unforeseen"))
    qtbot.waitUntil(lambda: hook._dialog is not None and hook._dialog.isVisible())
    assert not hook._dialog.isModal()
    hook._dialog._on_copy()
    copied = QApplication.clipboard().text()
    assert "RuntimeError: unforeseen" in copied
    assert "PySide6" in copied


@pytest.mark.complains
def test_a_thread_may_fail_too(qtbot, hook):
    thread = threading.Thread(target=int, args=("no number",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: hook._dialog is not None)
    assert "no number" in hook._dialog._report


@pytest.mark.complains
def test_a_second_failure_does_not_pile_up(qtbot, hook):
    sys.excepthook(*raised("first"))
    qtbot.waitUntil(lambda: hook._dialog is not None)
    dialog = hook._dialog
    sys.excepthook(*raised("second"))
    qtbot.wait(20)
    assert hook._dialog is dialog
    assert isinstance(dialog, CrashDialog)


def test_the_end_of_the_log_is_part_of_the_report(tmp_path):
    log = tmp_path / "hkreader.log"
    log.write_text("\n".join(f"line {number}" for number in range(100)), "utf-8")
    text = report_text("Traceback…", log)
    assert "Traceback…" in text
    assert "line 99" in text
    assert "line 10\n" not in text
