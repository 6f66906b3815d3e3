"""All decisions and notes as one JSON file, to hand to a colleague, and theirs merged with one's own.

What both have alike stays, what only they have is added, and where the two differ nothing is
changed: both words are given, and the user chooses.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from hkreader.core.errors import NotATransfer, TargetUnwritable
from hkreader.core.progress import Progress, silent
from hkreader.core.reviews import Decision, KnownText, Note
from hkreader.library.codec import NotARecord, from_plain, parse, to_json
from hkreader.library.store import Store

_FORMAT = "hkreader reviews"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class TextReviews:
    """A text with all that was decided and noted on it."""

    text: KnownText
    decisions: tuple[Decision, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """A user's own name of an indicator."""

    name: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """What one store gives to another."""

    format: str
    version: int
    texts: tuple[TextReviews, ...]
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class DecisionConflict:
    """Two words on the same figures."""

    text: KnownText
    mine: tuple[Decision, ...]
    """One, or several where their word reaches over several of mine."""
    theirs: Decision


@dataclass(frozen=True, slots=True)
class NoteConflict:
    """Two versions of one note."""

    text: KnownText
    mine: Note
    theirs: Note


@dataclass(frozen=True, slots=True)
class AliasConflict:
    """One name for two indicators."""

    mine: Alias
    theirs: Alias


Conflict = DecisionConflict | NoteConflict | AliasConflict


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of a transfer."""

    added: int
    """Decisions, notes and aliases that are in the store now."""
    equal: int
    """Those that were there already."""
    conflicts: tuple[Conflict, ...]
    """Those that were left as they are, for the user to choose."""


def collect(store: Store) -> Transfer:
    """Take all decisions, notes and aliases of a store."""
    texts = (
        TextReviews(text, store.decisions_of(text.hash), store.notes_of(text.hash))
        for text in store.texts()
    )
    return Transfer(
        _FORMAT,
        _VERSION,
        tuple(item for item in texts if item.decisions or item.notes),
        tuple(Alias(*pair) for pair in store.aliases().items()),
    )


def one_text(text: KnownText, decisions: tuple[Decision, ...], notes: tuple[Note, ...]) -> Transfer:
    """Make a transfer of what was said of one text."""
    return Transfer(_FORMAT, _VERSION, (TextReviews(text, decisions, notes),), ())


def write_transfer(transfer: Transfer, target: Path) -> None:
    """Write a transfer as a JSON file, or leave what was there; raises `TargetUnwritable`."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as file:
            for piece in _pieces(transfer):
                file.write(piece.encode())
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        raise TargetUnwritable(target) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _pieces(transfer: Transfer) -> Iterator[str]:
    """Write text by text: one long call would hold up every other thread, the window's too."""
    yield f'{{"format":{to_json(transfer.format)},"version":{transfer.version},"texts":['
    for number, text in enumerate(transfer.texts):
        yield (",\n" if number else "\n") + to_json(text)
    yield f'],\n"aliases":{to_json(transfer.aliases)}}}\n'


def read_transfer(path: Path) -> Transfer:
    """Read a transfer; raises `NotATransfer`."""
    try:
        transfer = from_plain(Transfer, parse(path.read_text("utf-8-sig")))
    except (OSError, ValueError, NotARecord) as error:
        raise NotATransfer(path) from error
    if (transfer.format, transfer.version) != (_FORMAT, _VERSION):
        raise NotATransfer(path)
    return transfer


def merge(store: Store, transfer: Transfer, progress: Progress = silent) -> Merged:
    """Add to the store what it has not; overwrites nothing.

    Goes text by text, so that nobody waits long for the store. Where it was broken off, merging
    again goes on: what is there already is equal then.
    """
    merging = _Merging(store)
    known = {text.hash: text for text in store.texts()}
    for number, item in enumerate(transfer.texts):
        progress(number, len(transfer.texts))
        with store.together():
            bare = KnownText(item.text.hash)
            text = known.get(bare.hash, bare)
            if text == bare:
                # What they saw and checked is not what this user has seen and checked.
                text = replace(item.text, checked=0, seen="")
                store.note_text(text)
            merging.decisions(text, item.decisions)
            merging.notes(text, item.notes)
    with store.together():
        merging.aliases(transfer.aliases)
    return merging.result()


def take_theirs(store: Store, conflicts: Iterable[Conflict]) -> None:
    """Store their word where the user chose it."""
    with store.together():
        for conflict in conflicts:
            match conflict:
                case DecisionConflict(text, _, theirs):
                    store.put(text.hash, [theirs])
                case NoteConflict(text, _, theirs):
                    store.put_note(text.hash, theirs)
                case AliasConflict(_, theirs):
                    store.put_alias(theirs.name, theirs.canonical)


class _Merging:
    """One merge under way."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._added = 0
        self._equal = 0
        self._conflicts: list[Conflict] = []

    def result(self) -> Merged:
        return Merged(self._added, self._equal, tuple(self._conflicts))

    def decisions(self, text: KnownText, theirs: Iterable[Decision]) -> None:
        own = self._store.decisions_of(text.hash)
        new: list[Decision] = []
        for decision in theirs:
            mine = tuple(item for item in own if _touch(item, decision))
            if not mine:
                new.append(decision)
            elif len(mine) == 1 and _word(mine[0]) == _word(decision):
                self._equal += 1
            else:
                self._conflicts.append(DecisionConflict(text, mine, decision))
        self._store.put(text.hash, new)
        self._added += len(new)

    def notes(self, text: KnownText, theirs: Iterable[Note]) -> None:
        own = {note.id: note for note in self._store.notes_of(text.hash)}
        for note in theirs:
            mine = own.get(note.id)
            if mine is None:
                self._store.put_note(text.hash, note)
                self._added += 1
            elif mine == note:
                self._equal += 1
            else:
                self._conflicts.append(NoteConflict(text, mine, note))

    def aliases(self, theirs: Iterable[Alias]) -> None:
        own = self._store.aliases()
        for alias in theirs:
            mine = own.get(alias.name)
            if mine is None:
                self._store.put_alias(alias.name, alias.canonical)
                self._added += 1
            elif mine == alias.canonical:
                self._equal += 1
            else:
                self._conflicts.append(AliasConflict(Alias(alias.name, mine), alias))


def _touch(one: Decision, other: Decision) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _word(decision: Decision) -> tuple[object, ...]:
    """Give what was decided, whoever did so, when, and over which version of the extractor."""
    said = tuple(replace(m, confidence=1.0, reason="") for m in decision.measurements)
    return (decision.span, decision.ruling, said, decision.note)
