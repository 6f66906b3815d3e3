"""Figures that one verb leads into each other: 由58.2%提高到61.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from hkreader.core.findings import Kind
from hkreader.extract.checks.figures import Figure, words

_FROM = re.compile(r"[由从自](?:[^，,。；;由从自]{0,20})$")
_OTHER = frozenset({Kind.RANK, Kind.GROWTH})


class Pair(NamedTuple):
    """An old figure, the new one, and whether the verb between them goes up."""

    old: Figure
    new: Figure
    up: bool


def pairs_of(run: Sequence[Figure]) -> Iterator[Pair]:
    """Give the pairs of a sentence."""
    for old, new in pairwise(run):
        if not _FROM.search(old.before) or old.item.unit != new.item.unit:
            continue
        if not old.exact or not new.exact or {old.item.kind, new.item.kind} & _OTHER:
            continue
        if old.stands.low <= 0:
            continue
        turn = _turns().match(new.before)
        if turn is not None:
            yield Pair(old, new, words("up").match(turn["verb"]) is not None)


@cache
def _turns() -> re.Pattern[str]:
    verbs = f"{words('up').pattern}|{words('down').pattern}"
    return re.compile(
        rf"^(?:[^，,。；;]{{0,6}}?)(?P<verb>{verbs})了?(?:到|至|为)?(?:[^，,。；;]{{0,10}}[的到至])?$"
    )
