"""The window answers while reports, long ones too, are opened, analysed, scrolled, searched and exported."""

from __future__ import annotations

import os
import random
import re

import pytest

from hkreader.qt.stall_watchdog import StallWatchdog

LIMIT_MS = float(os.environ.get("HKREADER_STALL_MS", "150"))
"""Felt as a hitch. On a quiet machine 50 holds; one that runs other things besides needs more."""
LONGEST_OF_THE_CORPUS = 58_000
VERY_LONG = 1_500_000
_PAGES = 40


@pytest.fixture
def watchdog(qapp):
    watchdog = StallWatchdog(LIMIT_MS)
    yield watchdog
    watchdog.stop()


def long_text(source, length):
    """Make a report of `length` characters whose paragraphs are all different.

    Plain repetition would be taken for what a crawler strewed in.
    """
    chance = random.Random(5)  # noqa: S311  texts, no secrets
    paragraphs = [line for line in source.read_text("utf-8").split("\n") if line.strip()]
    lines: list[str] = []
    size = 0
    while size < length:
        for paragraph in paragraphs:
            clauses = re.split(r"(?<=[，。；,;])", paragraph)
            if len(clauses) > 4:
                inner = clauses[1:-1]
                chance.shuffle(inner)
                clauses = [clauses[0], *inner, clauses[-1]]
            line = re.sub(
                r"(?<![\d.])[1-9]\d+", lambda _: str(chance.randint(10, 9999)), "".join(clauses)
            )
            lines.append(line)
            size += len(line) + 1
            if size >= length:
                break
    return "\n".join(lines)


def told(watchdog):
    """Tell each stall with what of the program was on the way, the innermost last."""
    stalls, watchdog.stalls[:] = list(watchdog.stalls), []
    return "\n".join(f"{stall.milliseconds:.0f} ms {_own(stall.stack)}" for stall in stalls)


def _own(stack):
    return " > ".join(re.findall(r"hkreader/([\w/]+\.py\", line \d+)", stack)).replace(
        '", line ', ":"
    )


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
    assert told(watchdog) == ""
    # The tables are filled and painted in turns of their own.
    qtbot.wait(400)
    watchdog.stalls.clear()
    with qtbot.waitSignal(session.exported, timeout=30_000):
        session.export_to(tmp_path / "虹口.xlsx")
    assert told(watchdog) == ""


def test_scrolling_through_the_report_with_all_its_marks(qtbot, hongkou_window, watchdog):
    qtbot.wait(100)
    watchdog.stalls.clear()
    for _ in range(25):
        hongkou_window.reading.scroll_page(1)
        qtbot.wait(5)
    assert told(watchdog) == ""


@pytest.mark.parametrize("length", [LONGEST_OF_THE_CORPUS, VERY_LONG])
def test_a_long_report_is_opened_scrolled_searched_and_exported(
    qtbot, hongkou_window, hongkou, tmp_path, watchdog, length
):
    window, session = hongkou_window, hongkou_window.session
    path = tmp_path / "长.txt"
    path.write_text(long_text(hongkou, length), "utf-8")
    # The report before is done with: its terms are found, its tables painted.
    qtbot.wait(600)
    watchdog.stalls.clear()
    session.open_path(path)
    qtbot.waitUntil(lambda: session.path == path and not session.is_beginning, timeout=60_000)
    assert told(watchdog) == "", "opened"
    qtbot.waitUntil(lambda: session.findings is not None, timeout=120_000)
    qtbot.wait(1_500)
    assert told(watchdog) == "", "analysed"
    pages = 0
    while window.reading.page.verticalScrollBar().maximum() and pages < _PAGES:
        window.reading.scroll_page(1)
        qtbot.wait(2)
        pages += 1
    session.go_to_paragraph(len(session.report.paragraphs))
    qtbot.wait(50)
    assert session.place > length * 0.8
    assert told(watchdog) == "", "scrolled to the end"
    window.reading.open_find()
    finding = window.reading.finding
    for query in ("增长", "没有的词", ">10%"):
        finding.bar.edit.setText(query)
        qtbot.waitUntil(
            lambda: not finding.finder.busy and not finding._counter.busy, timeout=60_000
        )
        qtbot.wait(50)
    assert finding.finder.hits or finding._counter.total
    assert told(watchdog) == "", "searched"
    with qtbot.waitSignal(session.exported, timeout=120_000):
        session.export_to(tmp_path / "长.xlsx")
    assert told(watchdog) == "", "exported"
