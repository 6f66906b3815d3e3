"""Words of rising and falling against the figures they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hkreader.core.findings import Check, CheckKind, Kind, Verdict
from hkreader.extract.checks.figures import Figure, check, sentences_of, words
from hkreader.extract.checks.pairs import Pair, pairs_of
from hkreader.extract.checks.rounding import in_unit, scale_of
from hkreader.extract.passages import fold


def find_signs(figures: Sequence[Figure]) -> Iterator[Check]:
    """Find what rises to less, falls to more, or falls by less than nothing."""
    for run in sentences_of(figures):
        for pair in pairs_of(run):
            if (pair.new.item.value - pair.old.item.value) * (1 if pair.up else -1) < 0:
                yield _pair(pair)
    for figure in figures:
        yield from _twice(figure)


def _pair(pair: Pair) -> Check:
    scale = scale_of(pair.new.item)
    sign = ">" if pair.up else "<"
    expression = f"{in_unit(pair.old.item, scale)} {sign} {in_unit(pair.new.item, scale)}"
    gap = pair.new.item.value - pair.old.item.value
    return check(CheckKind.SIGN, Verdict.DIFFERS, expression, [pair.old, pair.new], gap)


def _twice(figure: Figure) -> Iterator[Check]:
    """下降-3.2%: a minus behind a word of falling."""
    minus = fold(figure.item.text).startswith("-")
    if figure.item.kind is not Kind.GROWTH or not (minus or figure.before.endswith("-")):
        return
    if words("falling").search(figure.before[-5:]):
        expression = f"{figure.before[-5:].lstrip('，,、。；')}{fold(figure.item.text)}"
        yield check(CheckKind.SIGN, Verdict.DIFFERS, expression, [figure])
