"""The same figure said twice: linked where it agrees, told where it does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hkreader.core.findings import Check, CheckKind, Kind, Verdict
from hkreader.extract.canonical import fold
from hkreader.extract.checks.figures import Figure, check, words
from hkreader.extract.checks.rounding import digits_of, in_unit, is_slip, scale_of

_TOLD = frozenset({Kind.LEVEL, Kind.GROWTH, Kind.CHANGE, Kind.RATIO})
_TELLING = 2
"""Digits from which two equal figures are no chance."""
_LONG = 5
"""A name of so many characters, said twice, means one thing."""


def find_repeats(figures: Sequence[Figure]) -> Iterator[Check]:
    """Compare every two tellings of one indicator for one year, in different sentences."""
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        item = figure.item
        if item.kind in _TOLD and item.period and figure.exact:
            identity, basis = figure.identity, item.basis
            groups[identity, item.kind, item.unit, item.period, item.status, basis].append(figure)
    for group in groups.values():
        yield from _compare(group)


def _compare(group: Sequence[Figure]) -> Iterator[Check]:
    """Compare each telling with the first that is not in its sentence."""
    for index, later in enumerate(group):
        earlier = next((f for f in group[:index] if f.sentence != later.sentence), None)
        if earlier is None:
            continue
        same = next((f for f in group[:index] if _agree(f, later)), None)
        if same is not None:
            if same.sentence != later.sentence and _tells(later):
                yield _repeat(same, later, Verdict.AGREES)
        elif _comparable(earlier, later):
            yield _repeat(earlier, later, Verdict.DIFFERS)


def _agree(one: Figure, other: Figure) -> bool:
    """Tell whether one figure is the other, or the other rounded."""
    if one.item.decimals == other.item.decimals and one.item.shown_unit == other.item.shown_unit:
        return one.item.value == other.item.value
    return one.stands.judged(other.stands) is Verdict.AGREES


def _tells(figure: Figure) -> bool:
    return digits_of(figure.item) >= _TELLING and (
        figure.identity.known or len(figure.item.name) >= _LONG
    )


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether two different figures must be one, miswritten: the same words, a digit apart."""
    name, again = fold(one.item.name), fold(other.item.name)
    if name != again and not one.identity.known:
        return False
    if not (one.identity.known or len(name) >= _LONG) or _elsewhere(one) or _elsewhere(other):
        return False
    if one.item.shown_unit != other.item.shown_unit or one.item.decimals != other.item.decimals:
        return False
    last = scale_of(one.item) * 10.0**-one.item.decimals
    return is_slip(one.item.value, other.item.value, last)


def _elsewhere(figure: Figure) -> bool:
    """Whether the words around say that something narrower or wider is meant."""
    return words("elsewhere").search(figure.before) is not None


def _repeat(one: Figure, other: Figure, verdict: Verdict) -> Check:
    scale = scale_of(other.item)
    first, second = in_unit(one.item, scale), in_unit(other.item, scale)
    sign = "≠" if verdict is Verdict.DIFFERS else "=" if first == second else "≈"
    expression = f"{first} {sign} {second}"
    gap = other.item.value - one.item.value
    return check(CheckKind.REPEAT, verdict, expression, [one, other], gap)
