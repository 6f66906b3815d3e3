"""The user's word over what was extracted: figures replaced, and all that is made of them anew."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from hkreader.core.findings import Findings, Measurement, Unplaced
from hkreader.core.report import Report, Span
from hkreader.core.reviews import Decision
from hkreader.extract import assemble

_Items = tuple[Measurement, ...]


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A decision that stands, though the extractor now says something new there."""

    decision: Decision
    now: _Items
    """What the extractor says there; nothing where it finds nothing any more."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The findings with the user's word in them, and where that deserves a second look."""

    findings: Findings
    second_looks: tuple[SecondLook, ...] = ()


def apply(report: Report, findings: Findings, decisions: Sequence[Decision]) -> Reviewed:
    """Let `decisions` on this text stand over what was extracted from it."""
    if not decisions:
        return Reviewed(findings)
    ordered = sorted(decisions, key=attrgetter("span"))
    ends = [decision.span.end for decision in ordered]
    now: list[list[Measurement]] = [[] for _ in ordered]
    left: list[Measurement] = []
    for item in findings.measurements:
        met = _meeting(ordered, ends, item.span)
        if not met:
            left.append(item)
        for index in met:
            now[index].append(item)
    word = (item for decision in ordered for item in decision.measurements)
    measurements = tuple(sorted((*left, *word), key=attrgetter("span")))
    unplaced = tuple(item for item in findings.unplaced if not _meeting(ordered, ends, item.span))
    looks = (
        SecondLook(decision, tuple(items)) for decision, items in zip(ordered, now, strict=True)
    )
    return Reviewed(
        _assembled(report, findings, measurements, unplaced),
        tuple(look for look in looks if _differs(look)),
    )


def _assembled(
    report: Report, findings: Findings, measurements: _Items, unplaced: tuple[Unplaced, ...]
) -> Findings:
    if measurements == findings.measurements and unplaced == findings.unplaced:
        return findings
    return assemble(report, measurements, unplaced)


def _meeting(ordered: Sequence[Decision], ends: Sequence[int], span: Span) -> range:
    """Give the indices of the decisions whose places `span` touches; decisions share no character."""
    first = last = bisect_right(ends, span.start)
    while last < len(ordered) and ordered[last].span.start < span.end:
        last += 1
    return range(first, last)


def _differs(look: SecondLook) -> bool:
    """Tell whether what is said now is neither what was ruled on nor what was ruled."""
    said = _said(look.now)
    return said not in (_said(look.decision.found), _said(look.decision.measurements))


def _said(items: _Items) -> _Items:
    """Leave out how sure the extractor was."""
    return tuple(replace(item, confidence=1.0, reason="") for item in items)
