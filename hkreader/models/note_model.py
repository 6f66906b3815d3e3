"""The table of notes: what the user marked, and what found no place in this text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hkreader.core.findings import Findings, Measurement
from hkreader.core.report import Report, Span
from hkreader.core.reviews import Decision, Note
from hkreader.messages import tr
from hkreader.models.nodes import Grouper, RowNode
from hkreader.models.record_model import RecordModel
from hkreader.models.roles import CopiedCell
from hkreader.models.said_words import decision_words, note_words, signed_words, tag_words
from hkreader.models.signs import NoteSign, Sign, letter_of, name_of, sign_of
from hkreader.qt.override import override
from hkreader.qt.session import Session

if TYPE_CHECKING:
    from hkreader.library.matching import Lost


class NoteColumn(IntEnum):
    """What a column shows."""

    PASSAGE = 0
    WORDS = 1
    TAGS = 2
    SIGN = 3


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note in its place; or what was lost, at the sentence most like its own."""

    passage: str
    place: Span | None
    note: Note | None = None
    lost: Lost | None = None

    @property
    def sign(self) -> NoteSign:
        """What stands in its last column."""
        return NoteSign.LOST if self.note is None else sign_of(self.note)

    @property
    def words(self) -> str:
        """What was written there, or what was said of the text before."""
        if self.note is not None:
            return self.note.text
        said = None if self.lost is None else self.lost.item
        return (
            decision_words(said) if isinstance(said, Decision) else note_words(said) if said else ""
        )


class NoteModel(RecordModel[NoteRow]):
    """Notes under the headings they stand beneath."""

    columns = NoteColumn
    name = "notes"

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    @override
    def _rows_of(self, report: Report, findings: Findings) -> Iterator[RowNode[NoteRow]]:
        grouper = Grouper(report)
        records = [
            NoteRow(_one_line(report.quote(_shown(report, note))), note.anchor.span, note)
            for note in self._session.notes.all
        ]
        records += (
            NoteRow(_one_line(lost.item.anchor.words), lost.nearest, lost=lost)
            for lost in self._session.notes.lost
        )
        end = Span(len(report.text), len(report.text))
        for record in sorted(records, key=lambda record: record.place or end):
            row = RowNode(record)
            if record.place is not None:
                section = report.section_at(record.place.start)
                index = None if section is None else section.index
                row.groups = grouper.path(index, report.part_at(record.place.start))
            yield row

    @override
    def figures_of(self, record: NoteRow) -> Sequence[Measurement]:
        return ()

    @override
    def places_of(self, record: NoteRow) -> Iterable[Span]:
        if record.note is None or record.place is None:
            return ()
        place = record.place
        return (place if place else Span(place.start, place.start + 1),)

    @override
    def span_of(self, record: NoteRow, column: int) -> Span | None:
        return record.place

    @override
    def status_of(self, record: NoteRow, column: int) -> Sign | None:
        return record.sign if column == NoteColumn.SIGN else None

    @override
    def statuses_of(self, record: NoteRow) -> Sequence[Sign]:
        return (record.sign,)

    @override
    def sort_value(self, record: NoteRow, column: int) -> object:
        match NoteColumn(column):
            case NoteColumn.PASSAGE:
                return record.passage
            case NoteColumn.WORDS:
                return record.words or None
            case NoteColumn.TAGS:
                return _tags(record) or None
            case NoteColumn.SIGN:
                return list(NoteSign).index(record.sign)

    @override
    def copied_header(self) -> tuple[str, ...]:
        names = ("passage", "words", "tags", "sign", "by")
        return tuple(tr(f"panels.notes.copied.{name}") for name in names)

    @override
    def copied(self, record: NoteRow) -> tuple[CopiedCell, ...]:
        note = record.note
        by = "" if note is None else signed_words(note.who, note.when)
        return (record.passage, record.words, _tags(record), name_of(record.sign), by)

    @override
    def _texts(self, record: NoteRow) -> tuple[str, ...]:
        return (record.passage, _one_line(record.words), _tags(record), letter_of(record.sign))

    @override
    def spoken(self, record: NoteRow, column: int) -> str:
        if column == NoteColumn.SIGN:
            return name_of(record.sign)
        return record.words if column == NoteColumn.WORDS else self._texts(record)[column]

    @override
    def _searchable(self, record: NoteRow) -> Iterable[str]:
        yield from (record.passage, record.words, _tags(record), name_of(record.sign))
        if record.note is not None:
            yield record.note.who


def _shown(report: Report, note: Note) -> Span:
    """Give what of the text a note shows: its passage, or the sentence of a bare place."""
    span = note.anchor.span
    sentence = None if span else report.sentence_at(span.start)
    return span if sentence is None else sentence.span


def _tags(record: NoteRow) -> str:
    return "" if record.note is None else tag_words(record.note)


def _one_line(text: str) -> str:
    """Line breaks inside a passage are the file's, not the writer's."""
    return " ".join(text.split())
