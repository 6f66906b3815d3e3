"""What checking asks of the store and of a worker; entered in their threads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hkreader.core.findings import Findings
from hkreader.core.progress import Progress
from hkreader.core.report import Report, Span
from hkreader.core.reviews import Decision, KnownText

if TYPE_CHECKING:
    from hkreader.library.applying import Reviewed
    from hkreader.library.store import Store

# What follows comes late on purpose: the store brings the whole extraction with it.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be stored and what taken back, in one."""

    put: tuple[Decision, ...] = ()
    drop: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the store holds of a report."""

    decisions: tuple[Decision, ...]
    reviewed: Reviewed


def load(report: Report, raw: Findings, store: Store) -> Loaded:
    """Get the decisions on a report; where there are none, those on another version of it."""
    from hkreader.library.applying import apply
    from hkreader.library.matching import carry_notes, carry_over
    from hkreader.library.wording import text_hash

    text = text_hash(report)
    decisions = store.decisions_of(text)
    kin = None if decisions or store.notes_of(text) else store.kin(report)
    if kin is not None:
        store.adopt(
            text,
            carry_over(report, store.decisions_of(kin.hash)),
            carry_notes(report, store.notes_of(kin.hash)),
        )
        decisions = store.decisions_of(text)
    return Loaded(decisions, apply(report, raw, decisions))


def store_change(known: KnownText, change: Change, store: Store) -> None:
    """Store what was decided, and what is known of the text by now."""
    with store.together():
        store.change(known.hash, put=change.put, drop=change.drop)
        store.note_text(known)


def lay_over(
    report: Report, raw: Findings, decisions: Sequence[Decision], progress: Progress
) -> Reviewed:
    """Lay decisions over what was found in a report."""
    from hkreader.library.applying import apply

    progress(0, 0)
    return apply(report, raw, decisions)
