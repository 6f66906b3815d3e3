"""The figures of a report as checks want them: in their sentences, by what they measure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hkreader.core.findings import Bound, Check, CheckKind, Kind, Measurement, Status, Verdict
from hkreader.core.report import Part, Report
from hkreader.extract.canonical import Identity, identify, without_growth
from hkreader.extract.checks.rounding import Rounded, rounded, scale_of, written
from hkreader.extract.passages import fold
from hkreader.extract.quantities import alternatives
from hkreader.resources import read_toml

_POINTS = "个百分点"
"""What lies between two percentages."""
_BLANKS = re.compile(r"\s+")
_GROWING = frozenset({Kind.GROWTH, Kind.CHANGE, Kind.RANK})


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement with the words around it."""

    item: Measurement
    identity: Identity
    sentence: int
    """Where its sentence starts; a figure in a table stands for itself."""
    paragraph: int
    before: str
    """The folded words between the figure in front of it, or the sentence's start, and itself."""
    after: str
    """The folded words up to the next figure, or the sentence's end."""
    report: Report

    @property
    def front(self) -> str:
        """The folded words from the sentence's start to itself, figures and all."""
        start = self.item.span.start
        return _plain(self.report.text[self.sentence : start])

    @property
    def stands(self) -> Rounded:
        """Give what the figure stands for."""
        return rounded(self.item)

    @property
    def exact(self) -> bool:
        """Whether one number was said, neither about nor over."""
        return self.item.bound is Bound.EXACT and self.item.value_high is None

    @property
    def promised(self) -> bool:
        """Whether it is a target; what is done and what is expected stand together."""
        return self.item.status is Status.TARGET

    def like(self, other: Figure) -> bool:
        """Whether the two may be added: same kind, unit and period, done or promised alike."""
        one, two = self.item, other.item
        same = (one.kind, one.unit, one.period) == (two.kind, two.unit, two.period)
        return same and self.promised == other.promised


def figures_of(report: Report, measurements: Sequence[Measurement]) -> list[Figure]:
    """Set the measurements of the report proper into their sentences, in text order."""
    told = [m for m in measurements if report.part_at(m.span.start) is not Part.GLOSSARY]
    homes = [_home(report, item) for item in told]
    figures: list[Figure] = []
    for index, item in enumerate(told):
        sentence, paragraph, start, end = homes[index]
        if index and homes[index - 1][0] == sentence:
            start = told[index - 1].span.end
        if index + 1 < len(told) and homes[index + 1][0] == sentence:
            end = told[index + 1].span.start
        name = without_growth(item.name) if item.kind in _GROWING else item.name
        before, after = report.text[start : item.span.start], report.text[item.span.end : end]
        figures.append(
            Figure(item, identify(name), sentence, paragraph, _plain(before), _plain(after), report)
        )
    return figures


def _home(report: Report, item: Measurement) -> tuple[int, int, int, int]:
    sentence = report.sentence_at(item.span.start)
    if sentence is None:
        return item.span.start, -1, item.span.start, item.span.end
    return sentence.span.start, sentence.paragraph, sentence.span.start, sentence.span.end


def _plain(words: str) -> str:
    return _BLANKS.sub("", fold(words))


def sentences_of(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Give the figures sentence by sentence."""
    run: list[Figure] = []
    for figure in figures:
        if run and figure.sentence != run[-1].sentence:
            yield run
            run = []
        run.append(figure)
    if run:
        yield run


def by_identity(figures: Sequence[Figure]) -> dict[Identity, list[Figure]]:
    """Gather the figures of each indicator."""
    groups: dict[Identity, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.identity].append(figure)
    return groups


@cache
def words(name: str) -> re.Pattern[str]:
    """Give a list of words as a pattern."""
    return re.compile(alternatives(read_toml("language", "checks.toml")[name]))


def check(
    kind: CheckKind,
    verdict: Verdict,
    expression: str,
    figures: Sequence[Figure],
    difference: float = 0.0,
) -> Check:
    """Make a check; the last of `figures` is what the report says comes out."""
    result = figures[-1].item
    gap = 0.0 if verdict is Verdict.AGREES else difference / scale_of(result)
    return Check(
        kind=kind,
        verdict=verdict,
        name=result.name,
        expression=expression,
        difference=float(written(gap, result.decimals + 2).replace("−", "-")),
        unit=_POINTS if result.unit == "%" else result.shown_unit,
        spans=tuple(figure.item.span for figure in figures),
    )
