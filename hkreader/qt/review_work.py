"""What checking asks of the store and of a worker; entered in their threads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hkreader.core.findings import Findings
from hkreader.core.progress import Progress
from hkreader.core.report import Report, Span
from hkreader.core.reviews import Decision, KnownText
from hkreader.qt.note_work import carry_from_kin

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

    raw: Findings
    """What the extractor says, rows and targets by the user's own names of indicators."""
    decisions: tuple[Decision, ...]
    reviewed: Reviewed


def load(report: Report, raw: Findings, store: Store) -> Loaded:
    """Get the decisions on a report; where there are none, those on another version of it."""
    from hkreader.extract import assemble
    from hkreader.extract.canonical import use_own_names
    from hkreader.library.applying import apply

    names = store.aliases()
    if use_own_names(names) or names:
        raw = assemble(report, raw.measurements, raw.unplaced)
    text = carry_from_kin(report, store)
    decisions = store.decisions_of(text)
    return Loaded(raw, decisions, apply(report, raw, decisions))


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
