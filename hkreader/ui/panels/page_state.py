"""Why a table shows what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hkreader.core.errors import HkreaderError, ReadError
from hkreader.messages import explain, tr
from hkreader.qt.session import Session


class PageState(StrEnum):
    """What a page has to say; the values name its words in the catalogue."""

    NO_REPORT = "no_report"
    LOADING = "loading"
    FAILED = "failed"
    EMPTY = "empty"
    HIDDEN = "hidden"
    """There are rows, but the filter lets none through."""
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class Rows:
    """How many rows there are, and how many are in view."""

    whole: int
    shown: int


def state_of(session: Session, error: HkreaderError | None, rows: Rows) -> PageState:
    """Tell what a page with these rows is in."""
    if session.report is None:
        return PageState.NO_REPORT if error is None else PageState.FAILED
    if session.findings is None:
        return PageState.LOADING if error is None else PageState.FAILED
    if not rows.whole:
        return PageState.EMPTY
    return PageState.FILLED if rows.shown else PageState.HIDDEN


def concerns_panel(session: Session, error: HkreaderError) -> bool:
    """Tell whether `error` leaves the panel without rows: a report in view gets its figures yet."""
    if session.findings is not None:
        return False
    return session.report is None or not isinstance(error, ReadError)


def card_words(state: PageState, table: str, error: HkreaderError | None) -> tuple[str, str]:
    """Say in a line and a reason why `table` has no rows to show."""
    if state is PageState.EMPTY:
        return tr(f"panels.{table}.empty"), tr(f"panels.{table}.empty.why")
    if state is PageState.FAILED and error is not None:
        return tr(f"panels.state.{state}"), explain(error)
    return tr(f"panels.state.{state}"), tr(f"panels.state.{state}.why")


def button_words(state: PageState) -> str:
    """Name the way on."""
    return tr(f"panels.state.{state}.button")
