"""Figures checked against each other (勾稽核对): what agrees, what does not, what is doubtful.

A wrong alarm is worse than silence: a check is made only where the words say that figures belong
together, and a difference is told only where rounding and another scope cannot explain it.
"""

from __future__ import annotations

from collections.abc import Sequence

from hkreader.core.findings import Check, Measurement
from hkreader.core.report import Report
from hkreader.extract.checks.averages import find_averages
from hkreader.extract.checks.figures import figures_of
from hkreader.extract.checks.growths import find_growths
from hkreader.extract.checks.repeats import find_repeats
from hkreader.extract.checks.shares import find_shares
from hkreader.extract.checks.signs import find_signs
from hkreader.extract.checks.sums import find_sums

__all__ = ["find_checks"]

_FINDERS = (find_repeats, find_sums, find_shares, find_growths, find_signs, find_averages)


def find_checks(report: Report, measurements: Sequence[Measurement]) -> tuple[Check, ...]:
    """Find the relations between figures, in the order of where their results stand."""
    figures = figures_of(report, measurements)
    found = {(check.kind, check.spans): check for finder in _FINDERS for check in finder(figures)}
    return tuple(sorted(found.values(), key=_place))


def _place(check: Check) -> tuple[int, str]:
    return check.spans[-1].start, check.kind
