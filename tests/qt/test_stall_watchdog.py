"""The watchdog sees a window that stands still, and what held it."""

from __future__ import annotations

import time

import pytest

from hkreader.qt.stall_watchdog import StallWatchdog


@pytest.fixture
def watchdog(qapp):
    watchdog = StallWatchdog(60)
    yield watchdog
    watchdog.stop()


def test_a_stall_is_caught_with_its_stack(qtbot, watchdog):
    qtbot.wait(30)
    hold_everything_up()
    qtbot.wait(30)
    assert watchdog.longest_ms >= 150
    assert any("hold_everything_up" in stall.stack for stall in watchdog.stalls)


def test_a_window_at_rest_does_not_stall(qtbot, watchdog):
    qtbot.wait(100)
    assert [stall for stall in watchdog.stalls if "hold" in stall.stack] == []


def hold_everything_up():
    time.sleep(0.15)
