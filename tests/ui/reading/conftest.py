"""One pane with a real session, on a small report or on the built-in one."""

from __future__ import annotations

import pytest

from hkreader.qt.session import Session
from hkreader.qt.settings import Settings
from hkreader.text import read_report
from hkreader.ui.reading.book import open_book
from hkreader.ui.reading.pane import ReadingPane
from tests.ui.reading.samples import findings_of, report_of, show


@pytest.fixture
def report():
    return report_of()


@pytest.fixture
def book(report):
    return open_book(report, noise=False)


@pytest.fixture
def session(qapp, tmp_path):
    session = Session(Settings(tmp_path / "settings.ini"))
    yield session
    assert session.shut_down()


@pytest.fixture
def empty_pane(qtbot, session):
    pane = ReadingPane(session)
    pane.resize(900, 600)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane


@pytest.fixture
def pane(empty_pane, session, report):
    """The small report with its figures."""
    show(session, report)
    session._take_findings(findings_of(report))
    return empty_pane


@pytest.fixture
def long_pane(empty_pane, session, hongkou, qtbot):
    """The built-in report without figures."""
    show(session, read_report(hongkou))
    qtbot.wait(60)  # painted by now, as it is before anybody can press a key
    return empty_pane
