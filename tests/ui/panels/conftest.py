"""A session that waits for nobody, and a panel that listens to it."""

import pytest
from PySide6.QtWidgets import QApplication

from hkreader.qt.session import Session
from hkreader.qt.settings import Settings
from tests.models.factory import sample


class QuietSession(Session):
    """Takes findings from the test instead of analysing; remembers what it was asked to show."""

    def __init__(self):
        super().__init__(Settings())
        self.shown = []
        self.opened_builtin = 0
        self.span_shown.connect(self._note)

    def analyse(self):
        self._analysis_timer.stop()

    def open_builtin(self):
        self.opened_builtin += 1

    def find(self, found):
        report, findings = found
        self.take(report)
        self._take_findings(findings)

    def fail(self, error):
        self._fail(error)

    def quoted(self):
        return [(self.report.quote(span), focus) for span, focus in self.shown]

    def _note(self, span, take_focus):
        self.shown.append((span, take_focus))


@pytest.fixture
def session(qapp):
    session = QuietSession()
    yield session
    session.shut_down()


@pytest.fixture
def panel(session, qtbot):
    from hkreader.ui.panels.side import SidePanel

    panel = SidePanel(session)
    qtbot.addWidget(panel)
    panel.resize(420, 900)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    return panel


@pytest.fixture
def filled(panel, session):
    """The panel with the small report in it, the indicators in view."""
    session.find(sample())
    panel.show_tab("indicators")
    QApplication.processEvents()
    return panel
