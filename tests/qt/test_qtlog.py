"""Qt's words and ours end in one file."""

from __future__ import annotations

import faulthandler
import logging

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from hkreader.qt import qtlog


@pytest.fixture
def log(qapp):
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    was_on = faulthandler.is_enabled()
    path = qtlog.start_log()
    yield path
    qInstallMessageHandler(None)
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    if was_on:
        faulthandler.enable()


@pytest.mark.complains
def test_both_are_written_down(log):
    logging.getLogger("hkreader.test").info("ours 虹口")
    qWarning("theirs")
    lines = qtlog.last_lines(log)
    assert "ours 虹口" in lines
    assert "WARNING hkreader.qt: theirs" in lines


def test_no_log_no_lines(tmp_path):
    assert qtlog.last_lines(None) == ""
    assert qtlog.last_lines(tmp_path / "none.log") == ""
