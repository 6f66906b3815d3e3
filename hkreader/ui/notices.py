"""Puts what goes wrong and what is done into the message bar, with the ways to go on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from hkreader.core.errors import (
    ExportError,
    FileMissing,
    HkreaderError,
    ReadError,
    StoreDamaged,
    StoreError,
)
from hkreader.core.report import Report
from hkreader.messages import explain, tr
from hkreader.messages.damage import describe_damage
from hkreader.qt.file_watch import FileWatch
from hkreader.qt.learning import AlikeOffer, Offer
from hkreader.qt.session import Session
from hkreader.qt.steps import is_damaged
from hkreader.ui.actions import Actions
from hkreader.ui.message_bar import MessageBar


class Notices(QObject):
    """Listens to the session and to the file watch."""

    def __init__(self, session: Session, bar: MessageBar, actions: Actions) -> None:
        super().__init__(bar)
        self._session = session
        self._bar = bar
        self._actions = actions
        self._told_of: Report | None = None
        """The report of which it was told what was lost."""
        session.report_opening.connect(self._on_report_opening)
        session.report_opened.connect(self._on_report_opened)
        session.report_failed.connect(self._on_report_failed)
        session.message_posted.connect(self._on_message_posted)
        session.exported.connect(self._on_exported)
        session.findings_ready.connect(self._listen)
        session.notes_changed.connect(self._on_notes_changed)
        if session.report is not None:
            self._on_report_opened(session.report)

    def watch(self, files: FileWatch) -> None:
        """Tell of files that change behind the reader's back."""
        files.vanished.connect(self._on_file_vanished)
        files.modified.connect(self._on_file_modified)

    def _on_report_opening(self, _name: str) -> None:
        self._bar.dismiss()

    def _on_report_opened(self, report: Report) -> None:
        if self._session.path is not None and (text := describe_damage(report)):
            ways = self._named("next_damage") if is_damaged(report) else []
            self._bar.show_message(text, "warning", ways, stays=True)

    def _on_report_failed(self, error: HkreaderError) -> None:
        if isinstance(error, FileMissing):
            self._session.settings.drop_recent(error.path)
        if isinstance(error, ReadError) and self._session.report is None:
            return  # The empty reading pane says it, in larger letters.
        self._bar.show_message(explain(error), "error", self._ways(error))

    def _on_message_posted(self, text: str, level: str) -> None:
        if level != "info":
            self._bar.show_message(text, level)

    def _on_exported(self, target: Path) -> None:
        ways = self._named("show_exported", "show_exported_folder")
        self._bar.show_message(tr("window.message.exported", path=target), "info", ways)

    def _listen(self) -> None:
        """Hear of offers, once there are figures to say anything of."""
        self._session.findings_ready.disconnect(self._listen)
        self._session.learning.offered.connect(self._on_offered)

    def _on_notes_changed(self) -> None:
        """Tell once of what was said of another version and has no place in this one."""
        report, lost = self._session.report, len(self._session.notes.lost)
        if lost and report is not self._told_of:
            self._told_of = report
            text = tr("panels.notes.message.lost", count=lost)
            self._bar.show_message(text, "warning", self._named("show_lost"))

    def _on_offered(self, offer: Offer) -> None:
        if isinstance(offer, AlikeOffer):
            words = {"phrase": offer.phrase, "count": len(offer.figures)}
            text = tr("panels.learn.alike", **words)
        else:
            text = tr("panels.learn.name", name=offer.name, canonical=offer.canonical)
        self._bar.show_message(text, "info", self._named("take_offer"))

    def _on_file_vanished(self, path: Path) -> None:
        text = tr("window.message.vanished", name=path.name)
        self._bar.show_message(text, "warning", self._named("open"))

    def _on_file_modified(self, path: Path) -> None:
        text = tr("window.message.modified", name=path.name)
        self._bar.show_message(text, "warning", self._named("reload"))

    def _ways(self, error: HkreaderError) -> list[QAction]:
        """Offer what helps after `error`."""
        if isinstance(error, ReadError):
            return self._named("open")
        if isinstance(error, StoreDamaged):
            return self._named("restore_store") if error.backup is not None else []
        if isinstance(error, StoreError):
            return []
        if isinstance(error, ExportError):
            return self._named("export_all")
        return self._named("analyse") if self._session.findings is None else []

    def _named(self, *ids: str) -> list[QAction]:
        return [self._actions[action_id] for action_id in ids]
