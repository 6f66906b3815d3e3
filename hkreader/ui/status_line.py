"""The line at the bottom: where the reader is, what was just said, what runs and its cancel."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.ui.icons import icon
from hkreader.ui.layout import STATUS_HEIGHT

if TYPE_CHECKING:
    from hkreader.core.findings import Findings

MESSAGE_MS = 6000
READING_SPEED = 400
"""Characters of Chinese that people read in a minute, silently and with care."""
PATIENCE_MS = 250
"""Shorter work shows no progress: a flicker tells nobody anything."""


class StatusLine(QFrame):
    """Listens to the session alone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = QLabel(self)
        self._counts = QLabel(self)
        self._job = QLabel(self)
        self._bar = QProgressBar(self)
        self._cancel = QToolButton(self)
        self._message = ""
        self._message_timer = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._build()
        self._connect()
        self._word()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(12)
        self._place.setMinimumWidth(40)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 4)
        self._cancel.setAutoRaise(True)
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout.addWidget(self._place, 1)
        layout.addWidget(self._counts)
        for widget in (self._job, self._bar, self._cancel):
            layout.addWidget(widget)
            widget.hide()
        self.setFixedHeight(STATUS_HEIGHT)

    def _connect(self) -> None:
        session = self._session
        session.place_changed.connect(self._show_place)
        session.section_changed.connect(self._show_place)
        session.report_opened.connect(self._on_report_changed)
        session.report_closed.connect(self._on_report_changed)
        session.findings_ready.connect(self._on_findings_ready)
        session.message_posted.connect(self._on_message_posted)
        session.job_progressed.connect(self._on_job_progressed)
        session.job_finished.connect(self._on_job_finished)
        session.language_changed.connect(self._word)
        session.theme_changed.connect(self._dress)
        self._message_timer.timeout.connect(self._on_message_over)
        self._patience.timeout.connect(self._on_patience_over)
        self._cancel.clicked.connect(session.cancel_job)

    def _show_place(self) -> None:
        """Word the place, unless something else is being said there."""
        text = self._message or self._place_words()
        metrics = self._place.fontMetrics()
        self._place.setText(
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._place.width())
        )
        self._place.setToolTip(text)

    def _place_words(self) -> str:
        report = self._session.report
        if report is None:
            return ""
        offset = self._session.offset
        paragraph = report.paragraph_at(offset)
        section = report.section_at(offset)
        path: list[str] = []
        while section is not None:
            path.append(" ".join(section.heading.split()))
            section = None if section.parent is None else report.sections[section.parent]
        words = tr(
            "window.status.place",
            number=1 if paragraph is None else paragraph.number,
            whole=len(report.paragraphs),
            percent=round(100 * offset / max(1, len(report.text))),
            minutes=ceil((len(report.text) - offset) / READING_SPEED),
        )
        return "  ·  ".join([words, " › ".join(reversed(path))]) if path else words

    def _on_report_changed(self) -> None:
        self._counts.clear()
        self._show_place()

    def _on_findings_ready(self, findings: Findings) -> None:
        self._counts.setText(
            tr(
                "window.status.counts",
                figures=len(findings.measurements),
                indicators=len(findings.indicators),
                tasks=len(findings.tasks),
            )
        )

    def _on_message_posted(self, text: str, level: str) -> None:
        if level == "info":
            self._message = text
            self._show_place()
            self._message_timer.start()

    def _on_message_over(self) -> None:
        self._message = ""
        self._show_place()

    def _on_job_progressed(self, label: str, done: int, whole: int) -> None:
        self._job.setText(label)
        self._bar.setMaximum(whole)
        self._bar.setValue(done)
        if self._job.isHidden() and not self._patience.isActive():
            self._patience.start()

    def _on_patience_over(self) -> None:
        self._show_job(shown=self._session.jobs.busy)

    def _on_job_finished(self) -> None:
        self._patience.stop()
        self._show_job(shown=False)

    def _show_job(self, *, shown: bool) -> None:
        for widget in (self._job, self._bar, self._cancel):
            widget.setVisible(shown)
        self._counts.setVisible(not shown)

    def _word(self) -> None:
        self._place.setAccessibleName(tr("window.status.place_name"))
        self._bar.setAccessibleName(tr("window.status.progress"))
        self._cancel.setToolTip(tr("window.status.cancel"))
        self._cancel.setAccessibleName(tr("window.status.cancel"))
        if self._session.findings is not None:
            self._on_findings_ready(self._session.findings)
        self._show_place()
        self._dress()

    def _dress(self) -> None:
        self._cancel.setIcon(icon("x", "muted", 14))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_place()
