"""What others do to the file while it is open."""

from __future__ import annotations

import pytest

from hkreader.qt.file_watch import FileWatch
from hkreader.text import read_report

TEXT = "政府工作报告\n\n各位代表：\n\n现在报告工作，请予审议。\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def watch(session, path):
    watch = FileWatch(session)
    session.take(read_report(path))
    session._analysis_timer.stop()
    return watch


def test_taken_away(qtbot, watch, path):
    with qtbot.waitSignal(watch.vanished) as told:
        path.unlink()
    assert told.args == [path]


def test_written_to(qtbot, watch, path):
    with qtbot.waitSignal(watch.modified) as told:
        path.write_text(TEXT + "又一段。\n", "utf-8")
    assert told.args == [path]


def test_replaced_as_editors_do_and_then_again(qtbot, watch, path):
    for number in range(2):
        fresh = path.with_suffix(".tmp")
        fresh.write_text(TEXT * (number + 2), "utf-8")
        with qtbot.waitSignal(watch.modified):
            fresh.replace(path)


def test_nothing_is_told_after_the_report_is_closed(qtbot, watch, session, path):
    session.close_report()
    with qtbot.assertNotEmitted(watch.vanished, wait=600):
        path.unlink()


def test_the_built_in_report_is_not_watched(watch, session, hongkou):
    session.take(read_report(hongkou))
    session._analysis_timer.stop()
    assert watch._watcher.files() == []
