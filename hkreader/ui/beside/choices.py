"""What can stand beside the report in view: another place of it, or another report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Protocol

from hkreader.messages import tr
from hkreader.qt.desk import Desk
from hkreader.qt.session import Session
from hkreader.ui.palette.entries import Entry, EntryKind


class Stage(Protocol):
    """Who puts a text beside the one in view."""

    def show_same(self) -> None:
        """Show another place of the report in view."""
        ...

    def show_path(self, path: Path) -> None:
        """Show another report."""
        ...

    def ask_path(self) -> None:
        """Ask for the file of another report."""
        ...


class BesideChoices:
    """Entries of a palette, each of which puts a text beside the one in view."""

    title = "window.beside.title"
    placeholder = "window.beside.placeholder"
    hint = "window.beside.hint"

    def __init__(self, session: Session, desk: Desk, stage: Stage) -> None:
        self._session = session
        self._desk = desk
        self._stage = stage

    def of(self, _kind: EntryKind | None) -> Iterator[Entry]:
        """Give the report in view, the open files, the files opened last, and any other."""
        words = tr("window.beside.same")
        yield Entry(EntryKind.REPORT, words, "", self._stage.show_same)
        report = self._session.report
        here = None if report is None else report.source.path
        for path in dict.fromkeys((*self._desk.paths, *self._session.settings.recent)):
            if path != here:
                go = partial(self._stage.show_path, path)
                yield Entry(EntryKind.REPORT, path.stem, path.parent.name, go)
        yield Entry(EntryKind.REPORT, tr("window.beside.other"), "", self._stage.ask_path)

    def paragraph(self, _number: int) -> Iterable[Entry]:
        """Give none: paragraphs are not chosen here."""
        return ()
