"""What noting asks of the store; entered in its thread only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hkreader.core.report import Report
from hkreader.core.reviews import Decision, KnownText, Note

if TYPE_CHECKING:
    from hkreader.library.matching import Lost
    from hkreader.library.store import Store

# What follows comes late on purpose: the store brings the whole extraction with it.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class NoteChange:
    """What is to be stored and what taken back, in one."""

    put: tuple[Note, ...] = ()
    drop: tuple[Note, ...] = ()
    settle: tuple[Lost, ...] = ()
    """What was lost and is done with."""
    unsettle: tuple[Lost, ...] = ()
    """What was done with and is to be looked at again."""


@dataclass(frozen=True, slots=True)
class LoadedNotes:
    """What the store holds of notes on a report, and of what it lost from another version."""

    notes: tuple[Note, ...]
    lost: tuple[Lost, ...]


def carry_from_kin(report: Report, store: Store) -> str:
    """Take over what another version of `report` has, where this one has nothing; give its hash."""
    from hkreader.library.matching import carry_notes, carry_over
    from hkreader.library.wording import text_hash

    text = text_hash(report)
    if store.decisions_of(text) or store.notes_of(text):
        return text
    kin = store.kin(report)
    if kin is not None:
        store.adopt(
            text,
            carry_over(report, store.decisions_of(kin.hash)),
            carry_notes(report, store.notes_of(kin.hash)),
        )
    return text


def load_notes(report: Report, store: Store) -> LoadedNotes:
    """Get the notes on a report, and what found no place in it."""
    from hkreader.library.matching import find_like

    text = carry_from_kin(report, store)
    lost: list[Decision | Note] = [*store.lost_decisions_of(text), *store.lost_notes_of(text)]
    return LoadedNotes(store.notes_of(text), find_like(report, lost))


def store_notes(known: KnownText, change: NoteChange, store: Store) -> None:
    """Store what was noted, and what is known of the text by now."""
    with store.together():
        before = store.text(known.hash)
        if before is not None:
            known = replace(known, checked=before.checked, total=before.total)
        store.note_text(known)
        for note in change.drop:
            store.drop_note(known.hash, note.id)
        for note in change.put:
            store.put_note(known.hash, note)
        for lost in change.settle:
            store.settle(known.hash, lost.item)
        for lost in change.unsettle:
            store.settle(known.hash, lost.item, settled=False)
