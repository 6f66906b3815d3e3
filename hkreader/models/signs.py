"""What a cell shows by a letter on a tint: statuses, verdicts, states of checking, kinds of notes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hkreader.core.findings import Status, Verdict
from hkreader.core.reviews import Note, NoteKind, Ruling
from hkreader.messages import tr
from hkreader.models.figure_words import status_letter, status_words

if TYPE_CHECKING:
    from hkreader.qt.review import ReviewItem


class ReviewState(StrEnum):
    """How far a figure has been checked; in the order in which it wants to be looked at."""

    AGAIN = "again"
    """The user's word stands, but the extractor or the text says something else now."""
    OPEN = "open"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"
    ADDED = "added"


class NoteSign(StrEnum):
    """What the user marked: a passage in some colour, a note without one, a place."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    PLAIN = "plain"
    BOOKMARK = "bookmark"
    LOST = "lost"
    """Said of another version of the text, without a place in this one."""


Sign = Status | Verdict | ReviewState | NoteSign

_RULED = {
    Ruling.CONFIRMED: ReviewState.CONFIRMED,
    Ruling.EDITED: ReviewState.EDITED,
    Ruling.REJECTED: ReviewState.REJECTED,
    Ruling.ADDED: ReviewState.ADDED,
}
_VERDICTS = {Verdict.DIFFERS: "≠", Verdict.DOUBTFUL: "?", Verdict.AGREES: "="}


def state_of(item: ReviewItem) -> ReviewState:
    """Tell how far a figure has been checked."""
    if item.look is not None:
        return ReviewState.AGAIN
    return ReviewState.OPEN if item.decision is None else _RULED[item.decision.ruling]


def sign_of(note: Note) -> NoteSign:
    """Tell what a note is."""
    if note.kind is NoteKind.BOOKMARK:
        return NoteSign.BOOKMARK
    return NoteSign(note.colour) if note.colour in set(NoteSign) else NoteSign.PLAIN


def letter_of(sign: Sign) -> str:
    """Give the letter that stands for `sign` in a narrow column."""
    match sign:
        case Status():
            return status_letter(sign)
        case Verdict():
            return _VERDICTS[sign]
        case ReviewState():
            return tr(f"panels.review.state.{sign}.letter")
        case NoteSign():
            return tr(f"panels.notes.sign.{sign}.letter")


def name_of(sign: Sign) -> str:
    """Give the word for `sign`."""
    match sign:
        case Status():
            return status_words(sign)
        case Verdict():
            return tr(f"panels.checks.verdict.{sign}")
        case ReviewState():
            return tr(f"panels.review.state.{sign}")
        case NoteSign():
            return tr(f"panels.notes.sign.{sign}")
