"""The store of a user's decisions and notes, by the text they were made on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from hkreader.core.report import Report, Span
from hkreader.core.reviews import Decision, KnownText, Note
from hkreader.library.backups import back_up
from hkreader.library.codec import from_json, to_json
from hkreader.library.database import Database
from hkreader.library.kinship import find_kin
from hkreader.library.matching import Carried
from hkreader.library.wording import sentence_key

_Record = TypeVar("_Record")


class Store:
    """Decisions, notes and aliases of one user; every method may raise a `StoreError`.

    What a method has returned from is on the disk. Threads and programs may share a store.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the store, or make it where there is none yet."""
        self._database = Database(path, read_only=read_only)
        self.path = path

    @property
    def is_new(self) -> bool:
        """Tell whether it was made just now: then `backups` may know one that was lost."""
        return self._database.is_new

    def close(self) -> None:
        """Close the store."""
        self._database.close()

    def __enter__(self) -> Store:
        """Give the store, to be closed in the end."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    def look_after(self) -> None:
        """Check the store and make today's backup: once a start, in a thread of its own."""
        self._database.check()
        back_up(self.path)

    def stamp(self) -> int:
        """Give a number that changes when another program has stored something here."""
        return self._database.stamp()

    def together(self) -> AbstractContextManager[None]:
        """Let what is stored within be stored wholly or not at all."""
        return self._database.together()

    # Decisions

    def decisions_of(self, text: str) -> tuple[Decision, ...]:
        """Give the decisions on a text, in its order."""
        query = "SELECT record FROM decisions WHERE text = ? ORDER BY start"
        return self._records(Decision, query, text)

    def put(self, text: str, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """Store decisions in place of those that they touch; give what they replaced."""
        return self.change(text, put=tuple(decisions))

    def drop(self, text: str, spans: Iterable[Span]) -> tuple[Decision, ...]:
        """Take back the decisions that `spans` touch; give them, so that they can be put again."""
        return self.change(text, drop=tuple(spans))

    def change(
        self, text: str, *, put: Sequence[Decision] = (), drop: Sequence[Span] = ()
    ) -> tuple[Decision, ...]:
        """Take back and store in one: undo is the same the other way round."""
        gone: list[Decision] = []
        with self.together():
            for span in drop:
                gone += self._take(text, span)
            for decision in put:
                gone += self._take(text, decision.span)
                self._keep(text, decision)
        return tuple(gone)

    def _take(self, text: str, span: Span) -> tuple[Decision, ...]:
        where = "FROM decisions WHERE text = ? AND start < ? AND stop > ?"
        values = (text, span.end, span.start)
        taken = self._records(Decision, f"SELECT record {where} ORDER BY start", *values)
        if taken:
            self._database.run(f"DELETE {where}", *values)
        return taken

    def _keep(self, text: str, decision: Decision) -> None:
        self._meet(text)
        self._database.run(
            "INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?, ?)",
            text,
            decision.span.start,
            decision.span.end,
            sentence_key(decision.anchor.words),
            to_json(decision),
        )

    # Notes

    def notes_of(self, text: str) -> tuple[Note, ...]:
        """Give the notes on a text, in its order."""
        query = "SELECT record FROM notes WHERE text = ? ORDER BY start, id"
        return self._records(Note, query, text)

    def notes(self) -> tuple[tuple[str, Note], ...]:
        """Give every note there is, each with the text it is on."""
        rows = self._database.rows("SELECT text, record FROM notes ORDER BY text, start, id")
        with self._database.failures():
            return tuple((text, from_json(Note, record)) for text, record in rows)

    def put_note(self, text: str, note: Note) -> None:
        """Store a note, in place of the one with its id."""
        with self.together():
            self._meet(text)
            self._database.run(
                "INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?)",
                text,
                note.id,
                note.anchor.span.start,
                sentence_key(note.anchor.words),
                to_json(note),
            )

    def drop_note(self, text: str, note_id: str) -> None:
        """Take a note back."""
        with self.together():
            self._database.run("DELETE FROM notes WHERE text = ? AND id = ?", text, note_id)

    # What another version of a text holds

    def adopt(self, text: str, decisions: Carried[Decision], notes: Carried[Note]) -> None:
        """Store what was carried over to a text, and keep what was lost for a second look."""
        with self.together():
            self.put(text, decisions.kept)
            for note in notes.kept:
                self.put_note(text, note)
            for item in (lost.item for lost in (*decisions.lost, *notes.lost)):
                table, key = _lost_key(item)
                command = f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?, 0)"  # noqa: S608
                self._database.run(command, text, key, to_json(item))

    def lost_decisions_of(self, text: str) -> tuple[Decision, ...]:
        """Give the decisions, as of another text, that found no place in this one."""
        query = "SELECT record FROM lost_decisions WHERE text = ? AND NOT settled ORDER BY start"
        return self._records(Decision, query, text)

    def lost_notes_of(self, text: str) -> tuple[Note, ...]:
        """Give the notes, as of another text, that found no place in this one."""
        query = "SELECT record FROM lost_notes WHERE text = ? AND NOT settled"
        return self._records(Note, query, text)

    def settle(self, text: str, lost: Decision | Note, *, settled: bool = True) -> None:
        """Let what was lost be done with, the user has looked; or take that back."""
        table, key = _lost_key(lost)
        name = "id" if isinstance(lost, Note) else "start"
        command = f"UPDATE {table} SET settled = ? WHERE text = ? AND {name} = ?"  # noqa: S608
        with self.together():
            self._database.run(command, int(settled), text, key)

    # Names of indicators

    def aliases(self) -> dict[str, str]:
        """Give the user's own names of indicators, each with the canonical one."""
        return dict(self._database.rows("SELECT name, canonical FROM aliases ORDER BY name"))

    def put_alias(self, name: str, canonical: str) -> None:
        """Let `name` mean the indicator `canonical`."""
        with self.together():
            self._database.run("INSERT OR REPLACE INTO aliases VALUES (?, ?)", name, canonical)

    def drop_alias(self, name: str) -> None:
        """Take an alias back."""
        with self.together():
            self._database.run("DELETE FROM aliases WHERE name = ?", name)

    # Texts

    def texts(self) -> tuple[KnownText, ...]:
        """Give every text that was noted or has decisions or notes, the last seen first."""
        known = self._records(KnownText, "SELECT record FROM texts")
        return tuple(sorted(known, key=attrgetter("seen"), reverse=True))

    def text(self, text_hash: str) -> KnownText | None:
        """Give what is known of one text."""
        query = "SELECT record FROM texts WHERE hash = ?"
        return next(iter(self._records(KnownText, query, text_hash)), None)

    def kin(self, report: Report) -> KnownText | None:
        """Give the text that is most likely this report in another format or version."""
        return find_kin(self._database, report)

    def note_text(self, text: KnownText) -> None:
        """Store what is known of a text."""
        with self.together():
            self._database.run(
                "INSERT OR REPLACE INTO texts VALUES (?, ?)", text.hash, to_json(text)
            )

    def _meet(self, text: str) -> None:
        """Let every text with decisions or notes be known, if only by its hash."""
        self._database.run(
            "INSERT OR IGNORE INTO texts VALUES (?, ?)", text, to_json(KnownText(text))
        )

    def _records(self, kind: type[_Record], query: str, *values: object) -> tuple[_Record, ...]:
        rows = self._database.rows(query, *values)
        with self._database.failures():
            return tuple(from_json(kind, record) for (record,) in rows)


def _lost_key(item: Decision | Note) -> tuple[str, object]:
    """Give the table of what was lost, and what it is known by there."""
    if isinstance(item, Note):
        return "lost_notes", item.id
    return "lost_decisions", item.span.start
