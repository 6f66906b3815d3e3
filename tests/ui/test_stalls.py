"""The window answers while a report is opened, analysed, scrolled and exported."""

from __future__ import annotations

import pytest

from hkreader.qt.stall_watchdog import StallWatchdog

LIMIT_MS = 150
"""Felt as a hitch; on a quiet machine nothing here takes a third of it."""


@pytest.fixture
def watchdog(qapp):
    watchdog = StallWatchdog(LIMIT_MS)
    yield watchdog
    watchdog.stop()


def test_analysis_and_export_beside_the_window(qtbot, window, hongkou, tmp_path, watchdog):
    session = window.session
    with qtbot.waitSignal(session.report_opened, timeout=10_000):
        session.open_path(hongkou)
    qtbot.wait(60)
    watchdog.stalls.clear()
    with qtbot.waitSignal(session.findings_ready, timeout=30_000):
        page = window.reading.page
        for _ in range(15):
            window.reading.scroll_page(1)
            qtbot.wait(20)
        assert page.verticalScrollBar().value() > 0
    assert told(watchdog.stalls) == ""
    # The tables are filled and painted in turns of their own.
    qtbot.wait(400)
    watchdog.stalls.clear()
    with qtbot.waitSignal(session.exported, timeout=30_000):
        session.export_to(tmp_path / "虹口.xlsx")
    assert told(watchdog.stalls) == ""


def test_scrolling_through_the_report_with_all_its_marks(qtbot, hongkou_window, watchdog):
    qtbot.wait(100)
    watchdog.stalls.clear()
    for _ in range(25):
        hongkou_window.reading.scroll_page(1)
        qtbot.wait(5)
    assert told(watchdog.stalls) == ""


def told(stalls):
    return "\n".join(f"{stall.milliseconds:.0f} ms\n{stall.stack}" for stall in stalls)
