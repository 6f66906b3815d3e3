"""The second text with the bar above it."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hkreader.qt.override import override
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
        self.reading = ReadingPane(session, self, name="reading.pane_beside")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.reading, 1)
        session.report_opened.connect(self._show_title)
        session.language_changed.connect(self._show_title)
        session.theme_changed.connect(self.bar.dress)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keys on to the text."""
        super().focusInEvent(event)
        self.reading.setFocus(event.reason())

    def _show_title(self) -> None:
        report = self._session.report
        self.bar.show_title("" if report is None else suggested_name(report))
