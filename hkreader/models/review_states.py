"""How far a figure has been checked."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hkreader.core.findings import Status, Verdict
from hkreader.core.reviews import Ruling

if TYPE_CHECKING:
    from hkreader.qt.review import ReviewItem


class ReviewState(StrEnum):
    """What stands in the column of a figure; in the order in which it wants to be looked at."""

    AGAIN = "again"
    """The user's word stands, but the extractor or the text says something else now."""
    OPEN = "open"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"
    ADDED = "added"


Sign = Status | Verdict | ReviewState
"""What a cell shows by a letter on a tint."""

_RULED = {
    Ruling.CONFIRMED: ReviewState.CONFIRMED,
    Ruling.EDITED: ReviewState.EDITED,
    Ruling.REJECTED: ReviewState.REJECTED,
    Ruling.ADDED: ReviewState.ADDED,
}


def state_of(item: ReviewItem) -> ReviewState:
    """Tell how far a figure has been checked."""
    if item.look is not None:
        return ReviewState.AGAIN
    return ReviewState.OPEN if item.decision is None else _RULED[item.decision.ruling]
