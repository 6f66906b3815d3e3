"""Decisions and notes carried over to a text that is not the one they were made on.

What stands in the same words goes with them. What does not is never guessed: it is listed with
the sentence most like its own, for a second look.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from hkreader.core.findings import Measurement
from hkreader.core.report import Report, Span
from hkreader.core.reviews import Anchor, Decision, Note
from hkreader.library.wording import Wording, squeeze

_LIKE = 0.6
"""Share of common pairs of characters from which a sentence is taken for a new wording of another."""
_DIGITS = re.compile(r"[\d.]+")

_Kept = TypeVar("_Kept", Decision, Note)


@dataclass(frozen=True, slots=True)
class Lost:
    """What found no place, and the sentence most like the one it stood in."""

    item: Decision | Note
    nearest: Span | None


@dataclass(frozen=True, slots=True)
class Carried(Generic[_Kept]):
    """What found its place in another text, told as of that text, and what did not."""

    kept: tuple[_Kept, ...]
    lost: tuple[Lost, ...]


def carry_over(report: Report, decisions: Iterable[Decision]) -> Carried[Decision]:
    """Find the places of decisions in another text."""
    carrier = _Carrier(report)
    return _carried(carrier, decisions, carrier.decision)


def carry_notes(report: Report, notes: Iterable[Note]) -> Carried[Note]:
    """Find the places of notes in another text."""
    carrier = _Carrier(report)
    return _carried(carrier, notes, carrier.note)


def find_like(report: Report, items: Iterable[Decision | Note]) -> tuple[Lost, ...]:
    """Find for what another text lost the sentence of this one most like its own."""
    carrier = _Carrier(report)
    return tuple(Lost(item, carrier.nearest(item.anchor)) for item in items)


def _carried(
    carrier: _Carrier, items: Iterable[_Kept], moved: Callable[[_Kept, int], _Kept]
) -> Carried[_Kept]:
    kept: list[_Kept] = []
    lost: list[Lost] = []
    for item in items:
        found = carrier.wording.find(item.anchor)
        if found is None:
            lost.append(Lost(item, carrier.nearest(item.anchor)))
        else:
            kept.append(moved(item, found))
    return Carried(tuple(kept), tuple(lost))


class _Carrier:
    """Sets records of another text into this one."""

    def __init__(self, report: Report) -> None:
        self._report = report

    @cached_property
    def wording(self) -> Wording:
        return Wording(self._report)

    def anchor(self, anchor: Anchor, found: int) -> Anchor:
        return self.wording.anchor(self.wording.moved(anchor, found, anchor.span))

    def note(self, note: Note, found: int) -> Note:
        return replace(note, anchor=self.anchor(note.anchor, found))

    def decision(self, decision: Decision, found: int) -> Decision:
        return replace(
            decision,
            anchor=self.anchor(decision.anchor, found),
            measurements=self._figures(decision, decision.measurements, found),
            found=self._figures(decision, decision.found, found),
        )

    def _figures(
        self, decision: Decision, items: tuple[Measurement, ...], found: int
    ) -> tuple[Measurement, ...]:
        spans = (self.wording.moved(decision.anchor, found, item.span) for item in items)
        return tuple(
            replace(item, span=span, text=self._report.quote(span))
            for item, span in zip(items, spans, strict=True)
        )

    def nearest(self, anchor: Anchor) -> Span | None:
        """Give the sentence most like the words of `anchor`, if one is like them at all."""
        wanted = _pairs(anchor.words)
        common: Counter[int] = Counter()
        for pair in wanted:
            common.update(self._holding.get(pair, ()))
        likeness = {
            index: 2 * count / (len(wanted) + self._sizes[index]) for index, count in common.items()
        }
        # Of sentences that are as like, the first one.
        best = max(sorted(likeness), key=likeness.__getitem__, default=None)
        if best is None or likeness[best] < _LIKE:
            return None
        return self._report.sentences[best].span

    @cached_property
    def _sentences(self) -> list[frozenset[str]]:
        return [_pairs(self._report.quote(item.span)) for item in self._report.sentences]

    @cached_property
    def _sizes(self) -> list[int]:
        return list(map(len, self._sentences))

    @cached_property
    def _holding(self) -> dict[str, list[int]]:
        """Tell which sentences hold a pair of characters."""
        holding: dict[str, list[int]] = {}
        for index, pairs in enumerate(self._sentences):
            for pair in pairs:
                holding.setdefault(pair, []).append(index)
        return holding


def _pairs(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring characters; a number counts as one, whatever it says."""
    words = _DIGITS.sub("0", squeeze(text))
    return frozenset(words[at : at + 2] for at in range(max(1, len(words) - 1)))
