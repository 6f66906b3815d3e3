"""What the user marked and wrote on the report in view: stored at once, undone, found again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from hkreader.core.report import Report, Span
from hkreader.core.reviews import KnownText, Note, NoteKind
from hkreader.qt.keeper import Keeper
from hkreader.qt.note_work import LoadedNotes, NoteChange, load_notes, store_notes
from hkreader.qt.scribe import Scribe
from hkreader.qt.settings import NOTE_COLOURS
from hkreader.qt.undoing import Deed, UndoStack

if TYPE_CHECKING:
    from hkreader.library.matching import Lost


class Notes(QObject):
    """Knows the highlights, notes and bookmarks on one report."""

    changed = Signal()

    def __init__(
        self, keeper: Keeper, scribe: Scribe, undoing: UndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._scribe = scribe
        self._undoing = undoing
        self._report: Report | None = None
        self._text = ""
        """The hash of the report's text."""
        self._notes: tuple[Note, ...] = ()
        self._lost: tuple[Lost, ...] = ()
        self._since_asked: list[NoteChange] = []
        """What was said since the store was asked: its answer does not know of that."""

    @property
    def all(self) -> Sequence[Note]:
        """All notes, in text order."""
        return self._notes

    @property
    def is_ready(self) -> bool:
        """Whether anything can be noted: there is a report, and its text is known."""
        return self._report is not None

    @property
    def lost(self) -> Sequence[Lost]:
        """What was said of another version of the text and found no place in this one."""
        return self._lost

    @property
    def tags(self) -> list[str]:
        """Every tag in use."""
        return sorted({tag for note in self._notes for tag in note.tags})

    def at(self, offset: int) -> list[Note]:
        """Give the notes on the character at `offset`, the shortest first."""
        found = [
            note
            for note in self._notes
            if offset in note.anchor.span or offset == note.anchor.span.start
        ]
        return sorted(found, key=_length)

    def get(self, note_id: str) -> Note | None:
        """Give the note with this id, as it is now."""
        return next((note for note in self._notes if note.id == note_id), None)

    # ── the report in view ──

    def begin(self, report: Report) -> None:
        """Take up what the store holds of a report."""
        from hkreader.library.wording import text_hash  # noqa: PLC0415  not before the text

        self.leave()
        self._report, self._text = report, text_hash(report)
        self._ask(report)

    def reload(self) -> None:
        """Ask the store anew, unless it does not yet have what was said here."""
        if self._report is not None and not self._keeper.unsaved:
            self._ask(self._report)

    def _ask(self, report: Report) -> None:
        self._since_asked = []
        if self._keeper.knows_anything:
            self._keeper.read(partial(load_notes, report), partial(self._on_loaded, report))

    def leave(self) -> None:
        """Put the report away."""
        had = bool(self._notes or self._lost)
        self._report, self._text = None, ""
        self._notes, self._lost = (), ()
        if had:
            self.changed.emit()

    # ── what the user says ──

    def highlight(self, span: Span) -> Note:
        """Highlight a passage in the colour chosen last."""
        colour = self._scribe.settings.note_colour
        colour = colour if colour in NOTE_COLOURS else NOTE_COLOURS[0]
        return self.add(span, NoteKind.HIGHLIGHT, colour)

    def add(self, span: Span, kind: NoteKind, colour: str = "") -> Note:
        """Mark a passage; give the note, to which words can be added."""
        note = Note(
            str(uuid4()),
            self._scribe.anchor(span),
            kind,
            colour,
            who=self._scribe.who,
            when=self._scribe.now(),
        )
        self._do(NoteChange(put=(note,)))
        return note

    def change(self, note: Note, *, colour: str, text: str, tags: Sequence[str]) -> None:
        """Say something else in a note."""
        kind = note.kind
        if kind is not NoteKind.BOOKMARK:
            kind = NoteKind.HIGHLIGHT if colour else NoteKind.NOTE
        if colour:
            self._scribe.settings.note_colour = colour
        new = replace(note, kind=kind, colour=colour, text=text, tags=tuple(tags))
        if new != self.get(note.id):
            signed = replace(new, who=self._scribe.who, when=self._scribe.now())
            self._do(NoteChange(put=(signed,)))

    def remove(self, notes: Iterable[Note]) -> None:
        """Take notes back."""
        gone = tuple(notes)
        if gone:
            self._do(NoteChange(drop=gone))

    def settle(self, lost: Iterable[Lost]) -> None:
        """Let what found no place in this text be done with."""
        done = tuple(lost)
        if done:
            self._do(NoteChange(settle=done))

    # ── how it is done ──

    def _do(self, change: NoteChange) -> None:
        if self._report is None:
            return
        before = {note.id: note for note in self._notes}
        back = NoteChange(
            put=(*change.drop, *(before[note.id] for note in change.put if note.id in before)),
            drop=tuple(note for note in change.put if note.id not in before),
            settle=change.unsettle,
            unsettle=change.settle,
        )
        self._undoing.do(partial(self._perform, self._scribe.known(), change, back))

    def _perform(self, known: KnownText, change: NoteChange, back: NoteChange) -> Deed:
        """Carry a change out, here and in the store; give what takes it back."""
        self._keeper.write(partial(store_notes, known, change))
        if known.hash == self._text:
            self._since_asked.append(change)
            self._take(change)
            self.changed.emit()
        return partial(self._perform, known, back, change)

    def _take(self, change: NoteChange) -> None:
        gone = {note.id for note in (*change.drop, *change.put)}
        kept = (note for note in self._notes if note.id not in gone)
        self._notes = tuple(sorted((*kept, *change.put), key=_place))
        self._lost = (*(it for it in self._lost if it not in change.settle), *change.unsettle)

    def _on_loaded(self, report: Report, loaded: LoadedNotes) -> None:
        if report is self._report:
            self._notes, self._lost = loaded.notes, loaded.lost
            for change in self._since_asked:
                self._take(change)
            self.changed.emit()


def _place(note: Note) -> tuple[int, int, str]:
    return note.anchor.span.start, -note.anchor.span.end, note.id


def _length(note: Note) -> int:
    return len(note.anchor.span)
