"""The same figure said twice: linked where it agrees, told where it does not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hkreader.core.findings import Check, CheckKind, Kind, Verdict
from hkreader.extract.canonical import fold
from hkreader.extract.checks.figures import Figure, check, words
from hkreader.extract.checks.rounding import digits_of, in_unit, scale_of, written

_YEARLY = re.compile("^(?:同比|比上年|较上年|比去年|较去年)$")
"""Bases that a growth has without saying so."""
_CLAUSE = re.compile("[，,；;：:]")
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
            basis = None if item.basis and _YEARLY.search(item.basis) else item.basis
            identity = figure.identity
            groups[identity, item.kind, item.unit, item.period, figure.promised, basis].append(
                figure
            )
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
    """Whether two different figures must be one, miswritten: the same words, one digit apart.

    Two figures of different things are hardly ever that alike: over 255 reports none was.
    """
    name, again = fold(one.item.name), fold(other.item.name)
    known = one.identity.known
    if not known and (name != again or len(name) < _LONG or name.startswith("比")):
        return False
    if _elsewhere(one) or _elsewhere(other) or one.item.shown_unit != other.item.shown_unit:
        return False
    digits, wrong = _digits(one), _digits(other)
    apart = sum(x != y for x, y in zip(digits, wrong, strict=False))
    return len(digits) == len(wrong) >= (_TELLING if known else _TELLING + 1) and apart == 1


def _digits(figure: Figure) -> str:
    return written(figure.item.shown_value, figure.item.decimals, trim=False).lstrip("−")


def _elsewhere(figure: Figure) -> bool:
    """Whether its clause, or the one that opens the sentence, says that something else is meant."""
    clauses = _CLAUSE.split(figure.front)
    return any(words("elsewhere").search(clause) for clause in (clauses[0], clauses[-1]))


def _repeat(one: Figure, other: Figure, verdict: Verdict) -> Check:
    scale = scale_of(other.item)
    first, second = in_unit(one.item, scale), in_unit(other.item, scale)
    sign = "≠" if verdict is Verdict.DIFFERS else "=" if first == second else "≈"
    expression = f"{first} {sign} {second}"
    gap = other.item.value - one.item.value
    return check(CheckKind.REPEAT, verdict, expression, [one, other], gap)
