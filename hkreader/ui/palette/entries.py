"""What one can go to: each entry with its words and with what choosing it does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hkreader.messages import tr
from hkreader.qt.desk import Desk
from hkreader.qt.session import Session
from hkreader.ui.actions import Actions, TableAction, key_text

if TYPE_CHECKING:
    from hkreader.core.report import Report

_LONGEST = 60
_HEADINGS = 2
"""Levels of headings that are listed before anything is typed."""


class EntryKind(StrEnum):
    """What an entry leads to."""

    HEADING = "heading"
    INDICATOR = "indicator"
    TERM = "term"
    PARAGRAPH = "paragraph"
    REPORT = "report"
    COMMAND = "command"


PREFIXES = {
    "@": EntryKind.HEADING,
    "＠": EntryKind.HEADING,
    "=": EntryKind.INDICATOR,
    "＝": EntryKind.INDICATOR,
    "#": EntryKind.REPORT,
    "＃": EntryKind.REPORT,
    ":": EntryKind.PARAGRAPH,
    "：": EntryKind.PARAGRAPH,
    ">": EntryKind.COMMAND,
    "＞": EntryKind.COMMAND,
    "》": EntryKind.COMMAND,
}
"""The first character typed chooses a kind; as Chinese input methods write it, too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place or command."""

    kind: EntryKind
    words: str
    detail: str
    go: Callable[[], None]
    first: bool = True
    """Whether it is listed before anything is typed."""


class EntrySource(Protocol):
    """Who knows what a palette lists; its own words are keys of the catalogue."""

    title: str
    placeholder: str
    hint: str

    def of(self, kind: EntryKind | None, /) -> Iterator[Entry]:
        """Give the entries of a kind, or of every kind but paragraphs."""
        ...

    def paragraph(self, number: int, /) -> Iterable[Entry]:
        """Give the paragraph `number`, if there is one."""
        ...


class Entries:
    """Gathers what there is at the moment."""

    title = "palette.title"
    placeholder = "palette.placeholder"
    hint = "palette.hint"

    def __init__(
        self, session: Session, desk: Desk, actions: Actions, open_path: Callable[[Path], None]
    ) -> None:
        self._session = session
        self._desk = desk
        self._actions = actions
        self._open_path = open_path

    def of(self, kind: EntryKind | None) -> Iterator[Entry]:
        """Give the entries of a kind, or of every kind but paragraphs."""
        makers: dict[EntryKind, Callable[[], Iterable[Entry]]] = {
            EntryKind.HEADING: self._headings,
            EntryKind.INDICATOR: self._indicators,
            EntryKind.TERM: self._terms,
            EntryKind.REPORT: self._reports,
            EntryKind.COMMAND: self._commands,
            EntryKind.PARAGRAPH: self._paragraphs,
        }
        for key, make in makers.items():
            if key == kind or (kind is None and key is not EntryKind.PARAGRAPH):
                yield from make()

    def paragraph(self, number: int) -> Iterator[Entry]:
        """Give the paragraph with this number, where there is one."""
        report = self._session.report
        if report is not None and 1 <= number <= len(report.paragraphs):
            yield self._paragraph(report, number)

    def _paragraphs(self) -> Iterator[Entry]:
        report = self._session.report
        if report is not None:
            for paragraph in report.paragraphs:
                yield self._paragraph(report, paragraph.number)

    def _paragraph(self, report: Report, number: int) -> Entry:
        span = report.paragraphs[number - 1].span
        words = _line(report.text[span.start : min(span.end, span.start + 3 * _LONGEST)])
        go = partial(self._session.go_to_paragraph, number)
        return Entry(EntryKind.PARAGRAPH, words, tr("palette.paragraph", number=number), go)

    def _headings(self) -> Iterator[Entry]:
        report = self._session.report
        if report is None:
            return
        for section in report.sections:
            above = None if section.parent is None else report.sections[section.parent]
            go = partial(self._session.show_span, section.heading_span, take_focus=True)
            detail = "" if above is None else _line(above.heading)
            first = section.level <= _HEADINGS
            yield Entry(EntryKind.HEADING, _line(section.heading), detail, go, first)

    def _indicators(self) -> Iterator[Entry]:
        findings = self._session.findings
        for row in () if findings is None else findings.indicators:
            go = partial(self._session.show_span, row.measurements[0].span, take_focus=True)
            figures = " · ".join(item.text for item in row.measurements[:2])
            detail = " · ".join(filter(None, (_line(figures), row.period)))
            yield Entry(EntryKind.INDICATOR, row.name, detail, go, first=False)

    def _terms(self) -> Iterator[Entry]:
        for term in self._session.terms:
            go = partial(self._session.show_span, term.span, take_focus=True)
            detail = _line(term.definition or tr("reading.term.unexplained"))
            yield Entry(EntryKind.TERM, term.name, detail, go, first=False)

    def _reports(self) -> Iterator[Entry]:
        for path in dict.fromkeys((*self._desk.paths, *self._session.settings.recent)):
            go = partial(self._open_path, path)
            yield Entry(EntryKind.REPORT, path.stem, path.parent.name, go, first=False)

    def _commands(self) -> Iterator[Entry]:
        for action in self._actions.all:
            if action.isEnabled() and action.spec.listed:
                words = command_words(action)
                yield Entry(EntryKind.COMMAND, words, key_text(action), action.trigger, first=False)


def command_words(action: TableAction) -> str:
    """Name a command; one of several choices with what it is a choice of."""
    words = action.text().rstrip("…")
    if not action.spec.choice:
        return words
    return tr("palette.choice", of=tr(f"window.menu.{action.spec.menu}"), choice=words)


def _line(text: str) -> str:
    """Give a text in one short line."""
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
