"""Averages against the totals they were taken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from hkreader.core.findings import Check, CheckKind, Kind, Verdict
from hkreader.extract.canonical import Identity, identify
from hkreader.extract.checks.figures import Figure, check
from hkreader.extract.checks.rounding import in_unit, scale_of, written
from hkreader.resources import read_toml


@cache
def _counts() -> dict[str, tuple[int, ...]]:
    return {
        word: tuple(counts)
        for word, counts in read_toml("language", "checks.toml")["averages"].items()
    }


def find_averages(figures: Sequence[Figure]) -> Iterator[Check]:
    """Check 月均 and 日均 against the total of the year."""
    levels = [figure for figure in figures if figure.item.kind is Kind.LEVEL and figure.exact]
    totals: dict[tuple[Identity, str, str | None], Figure] = {}
    for figure in levels:
        totals.setdefault((figure.identity, figure.item.unit, figure.item.period), figure)
    for average in levels:
        for word, counts in _counts().items():
            if average.item.name.startswith(word):
                of = identify(average.item.name.removeprefix(word))
                total = totals.get((of, average.item.unit, average.item.period))
                if total is not None:
                    yield from _average(total, average, counts)


def _average(total: Figure, average: Figure, counts: Sequence[int]) -> Iterator[Check]:
    """Try the numbers there may be; the first is told where none fits."""
    verdicts = [average.stands.judged(total.stands.times(1 / count)) for count in counts]
    agrees = Verdict.AGREES in verdicts
    count = counts[verdicts.index(Verdict.AGREES) if agrees else 0]
    computed = total.stands.times(1 / count).middle
    scale = scale_of(average.item)
    comes, said = written(computed / scale, average.item.decimals), in_unit(average.item, scale)
    verdict = Verdict.AGREES if agrees else Verdict.DOUBTFUL
    outcome = said if comes == said else f"{comes} {'≈' if agrees else '≠'} {said}"
    expression = f"{in_unit(total.item, scale)} ÷ {count} = {outcome}"
    gap = average.item.value - computed
    yield check(CheckKind.AVERAGE, verdict, expression, [total, average], gap)
