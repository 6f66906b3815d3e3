"""The second text with the bar above it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hkreader.qt.side_session import SideSession
from hkreader.ui.beside.bar import BesideBar
from hkreader.ui.files import suggested_name
from hkreader.ui.reading.pane import ReadingPane


class BesidePane(QWidget):
    """Shows what its session has."""

    def __init__(self, session: SideSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.bar = BesideBar(self)
        self.reading = ReadingPane(session, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.reading, 1)
        self.setFocusProxy(self.reading)
        session.report_opened.connect(self._show_title)
        session.language_changed.connect(self._show_title)
        session.theme_changed.connect(self.bar.dress)

    def _show_title(self) -> None:
        report = self._session.report
        self.bar.show_title("" if report is None else suggested_name(report))
