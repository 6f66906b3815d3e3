"""Parts against their whole, and totals against what they sum up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from hkreader.core.findings import Check, CheckKind, Kind, Verdict
from hkreader.extract.checks.figures import Figure, check, sentences_of, words
from hkreader.extract.checks.rounding import (
    Rounded,
    digits_of,
    in_unit,
    is_slip,
    scale_of,
    written,
)
from hkreader.extract.passages import fold
from hkreader.resources import read_toml

_STRUCTURE = re.compile(r"\d+(?:\.\d+)?(?::\d+(?:\.\d+)?){2,}")
_NEAR_HUNDRED = 15
_MOST_PARTS = 8
_REACH = 6
"""Sentences within which a whole and its known parts are told together."""
_TELLING = 3
"""Digits of a total that no other sum meets by chance."""


def find_sums(figures: Sequence[Figure]) -> Iterator[Check]:
    """Check structures, parts behind 其中, totals in front of which their parts stand."""
    for figure in figures:
        yield from _structure(figure)
    for run in sentences_of(figures):
        yield from _announced(run)
    yield from _totals(figures)
    yield from _known_wholes(figures)


def _structure(figure: Figure) -> Iterator[Check]:
    """三次产业结构为7.5:38.2:54.3: the shares make a hundred."""
    text = fold(figure.item.text).replace(" ", "")
    if figure.item.kind is not Kind.RATIO or not _STRUCTURE.fullmatch(text):
        return
    parts = text.split(":")
    decimals = max(len(part.partition(".")[2]) for part in parts)
    whole = sum(map(float, parts))
    if abs(whole - 100) > _NEAR_HUNDRED:
        return
    half = 0.5 * 10.0**-decimals * len(parts)
    verdict = Rounded(100, 100).judged(Rounded(whole - half, whole + half))
    if verdict is Verdict.DOUBTFUL:
        verdict = Verdict.DIFFERS
    expression = f"{' + '.join(parts)} = {_outcome(whole, 100, decimals, verdict)}"
    yield check(CheckKind.SUM, verdict, expression, [figure], 100 - whole)


def _announced(run: Sequence[Figure]) -> Iterator[Check]:
    """Find wholes whose parts follow in the sentence: …120亿元,其中甲50亿元、乙70亿元."""
    for index, whole in enumerate(run):
        if whole.item.kind is not Kind.LEVEL or not whole.exact or _is_mean(whole):
            continue
        rest = [figure for figure in run[index + 1 :] if figure.item.kind is Kind.LEVEL]
        first = rest[0] if rest else None
        if first is None or not words("parts").search(_between(run, whole, first)):
            continue
        parts = _same(whole, rest)
        if parts:
            yield from _parts(whole, parts, complete=_says_complete(run, parts))
            if len(parts) == 1 and "其中" in parts[0].before:
                yield from _excess(whole, parts[0])


def _is_mean(figure: Figure) -> bool:
    """Tell what no parts add up to: per head, per year."""
    return words("means").search(figure.item.name + figure.before) is not None


def _between(run: Sequence[Figure], one: Figure, other: Figure) -> str:
    """Give the words from one figure to another, the figures left out."""
    inside = run[run.index(one) + 1 : run.index(other) + 1]
    return "".join(figure.before for figure in inside)


def _same(whole: Figure, rest: Sequence[Figure]) -> list[Figure]:
    """Take the figures that may be parts, up to the first that cannot."""
    parts: list[Figure] = []
    for figure in rest[:_MOST_PARTS]:
        if not figure.like(whole) or not figure.exact or "。" in figure.before:
            break
        parts.append(figure)
    return parts


def _says_complete(run: Sequence[Figure], parts: Sequence[Figure]) -> bool:
    return any(words("complete").search(f.before + f.after[:4]) for f in (*parts, run[0]))


def _parts(whole: Figure, parts: Sequence[Figure], *, complete: bool) -> Iterator[Check]:
    """Check the whole against the parts, of which the last may belong to something else already."""
    several = [parts[:count] for count in range(len(parts), 1, -1)]
    for verdict_of in (_agrees, _slips):
        for some in several:
            if verdict_of(whole, some):
                yield _sum_check(whole, some, whole.stands.judged(_sum(some)))
                return
    if complete and several:
        yield _sum_check(whole, parts, whole.stands.judged(_sum(parts)))


def _excess(whole: Figure, part: Figure) -> Iterator[Check]:
    """A part that is more than its whole."""
    if part.stands.low > whole.stands.high:
        scale = scale_of(whole.item)
        expression = f"{in_unit(part.item, scale)} > {in_unit(whole.item, scale)}"
        gap = whole.item.value - part.item.value
        yield check(CheckKind.SUM, Verdict.DIFFERS, expression, [part, whole], gap)


def _agrees(whole: Figure, parts: Sequence[Figure]) -> bool:
    return whole.stands.meets(_sum(parts))


def _slips(whole: Figure, parts: Sequence[Figure]) -> bool:
    return is_slip(whole.item.value, _sum(parts).middle, _last_digit([whole, *parts]))


def _totals(figures: Sequence[Figure]) -> Iterator[Check]:
    """Find totals (合计…) and the figures of the paragraph in front of them that make them up."""
    for index, total in enumerate(figures):
        if total.item.kind is not Kind.LEVEL or not total.exact:
            continue
        if not words("totals").search(total.before):
            continue
        front = [
            figure
            for figure in figures[max(0, index - 3 * _MOST_PARTS) : index]
            if figure.paragraph == total.paragraph and figure.like(total)
        ][-_MOST_PARTS:]
        parts = _making_up(total, front)
        if parts:
            yield _sum_check(total, parts, Verdict.AGREES)
            continue
        run = [figure for figure in front if figure.exact and figure.sentence == total.sentence]
        if len(run) > 1 and _slips(total, run):
            yield _sum_check(total, run, total.stands.judged(_sum(run)))


def _making_up(total: Figure, front: Sequence[Figure]) -> list[Figure]:
    """Give the figures that sum up to `total`, the most of them first; empty where none do."""
    if digits_of(total.item) < _TELLING:
        return []
    for size in range(len(front), 1, -1):
        for parts in combinations(front, size):
            if total.stands.judged(_sum(parts)) is Verdict.AGREES:
                return list(parts)
    return []


@cache
def _wholes() -> dict[str, tuple[str, ...]]:
    rows = read_toml("language", "checks.toml")["whole"]
    return {row["name"]: tuple(row["parts"]) for row in rows}


def _known_wholes(figures: Sequence[Figure]) -> Iterator[Check]:
    """Check wholes that are the sum of their parts by what they are, told close to each other."""
    levels = [figure for figure in figures if figure.item.kind is Kind.LEVEL and figure.exact]
    for index, whole in enumerate(levels):
        names = _wholes().get(whole.identity.core)
        if not names or not whole.identity.known:
            continue
        near = levels[max(0, index - _REACH) : index + _REACH + 1]
        parts = [
            next((f for f in near if f.identity.core == name and f.like(whole)), None)
            for name in names
        ]
        found = [part for part in parts if part is not None]
        if len(found) == len(names) and all(f.paragraph == whole.paragraph for f in found):
            yield _sum_check(whole, found, whole.stands.judged(_sum(found)))


def _sum(parts: Sequence[Figure]) -> Rounded:
    total = parts[0].stands
    for part in parts[1:]:
        total = total.plus(part.stands)
    return total


def _last_digit(figures: Sequence[Figure]) -> float:
    return min(scale_of(figure.item) * 10.0**-figure.item.decimals for figure in figures)


def _sum_check(whole: Figure, parts: Sequence[Figure], verdict: Verdict) -> Check:
    scale = scale_of(whole.item)
    total = sum(part.item.value for part in parts)
    decimals = max(len(in_unit(figure.item, scale).partition(".")[2]) for figure in (whole, *parts))
    terms = " + ".join(in_unit(part.item, scale) for part in parts)
    outcome = _outcome(total / scale, whole.item.shown_value, decimals, verdict)
    expression = f"{terms} = {outcome}"
    gap = whole.item.value - total
    return check(CheckKind.SUM, verdict, expression, [*parts, whole], gap)


def _outcome(computed: float, stated: float, decimals: int, verdict: Verdict) -> str:
    """Write what comes out, and what is said where that is something else."""
    said, comes = written(stated, decimals), written(computed, decimals)
    if said == comes:
        return said
    return f"{comes} {'≈' if verdict is Verdict.AGREES else '≠'} {said}"
