"""A result beside its target, figure by figure, with what lies between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from math import log10

from hkreader.core.findings import Gap, Kind, Measurement, Target
from hkreader.messages import tr
from hkreader.models.figure_words import MINUS, Number

AMOUNTS = frozenset({Kind.LEVEL, Kind.RATIO, Kind.MULTIPLE})
CHANGES = frozenset({Kind.GROWTH, Kind.CHANGE})


class TargetColumn(IntEnum):
    """What a column shows."""

    NAME = 0
    DONE = 1
    DONE_GROWTH = 2
    PLANNED = 3
    PLANNED_GROWTH = 4
    DIFFERENCE = 5


_PERCENTS = frozenset({"%", "百分点"})

REVIEWED = frozenset({TargetColumn.DONE, TargetColumn.DONE_GROWTH})
PLANNED = frozenset({TargetColumn.PLANNED, TargetColumn.PLANNED_GROWTH})

_PAIRS = (
    (TargetColumn.DONE_GROWTH, TargetColumn.PLANNED_GROWTH),
    (TargetColumn.DONE, TargetColumn.PLANNED),
)
"""What may be set against each other: rates where both are told, else amounts."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Target less result, in the unit of the target."""

    value: float
    decimals: int
    unit: str
    """Of the target; empty for the difference of two percentages."""

    @property
    def rounded(self) -> Decimal:
        """The difference with the digits that both figures were told in."""
        return Decimal(f"{self.value:.{self.decimals}f}")

    @property
    def number(self) -> Number:
        """The difference in pieces, with a sign either way."""
        whole, point, fraction = f"{abs(self.rounded)}".partition(".")
        sign = "+" if self.rounded > 0 else MINUS if self.rounded < 0 else ""
        unit = "" if self.unit else tr("panels.points")
        return Number("", sign + whole, point + fraction, unit)

    @property
    def words(self) -> str:
        """The difference as a sentence would say it."""
        if not self.rounded:
            return tr("panels.targets.same")
        unit = self.unit or tr("panels.points.full")
        way = "above" if self.rounded > 0 else "below"
        return tr(f"panels.targets.{way}", amount=f"{abs(self.rounded)}{unit}")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A target with the figures that its columns show."""

    target: Target
    figures: Mapping[int, Measurement | None]
    difference: Difference | None
    gap: Gap | None = None
    """The promise, where it is one without a figure."""
    promise: str = ""
    """In its own words."""


def compare(target: Target) -> Comparison:
    """Pick the figures for the columns and set them against each other."""
    amounts = _amounts(target)
    figures: dict[int, Measurement | None] = {
        TargetColumn.DONE: _first(target.review, amounts),
        TargetColumn.DONE_GROWTH: _first(target.review, CHANGES),
        TargetColumn.PLANNED: _first(target.plan, amounts),
        TargetColumn.PLANNED_GROWTH: _first(target.plan, CHANGES),
    }
    for done, planned in _PAIRS:
        before, after = figures[done], figures[planned]
        if before and after and before.kind is after.kind and before.unit == after.unit:
            return Comparison(target, figures, _difference(before, after))
    return Comparison(target, figures, None)


def promised(gap: Gap, words: str) -> Comparison:
    """Give a promise without a figure its row."""
    return Comparison(Target(gap.name, (), ()), {}, None, gap, words)


def _amounts(target: Target) -> frozenset[Kind]:
    """A rank is a result only where a rank was promised: 全省第一 says nothing beside 6 %."""
    promised = any(measurement.kind is Kind.RANK for measurement in target.plan)
    return AMOUNTS | {Kind.RANK} if promised else AMOUNTS


def _first(measurements: Iterable[Measurement], kinds: frozenset[Kind]) -> Measurement | None:
    return next((m for m in measurements if m.kind in kinds), None)


def _difference(before: Measurement, after: Measurement) -> Difference:
    scale, scale_before = _scale(after), _scale(before)
    finer = max(0, before.decimals + round(log10(scale / scale_before)))
    unit = "" if after.unit in _PERCENTS else after.shown_unit
    return Difference((after.value - before.value) / scale, max(after.decimals, finer), unit)


def _scale(measurement: Measurement) -> float:
    """Give what one of the shown unit is worth: 1e8 for 亿元."""
    if not measurement.shown_value or not measurement.value:
        return 1.0
    return abs(measurement.value / measurement.shown_value)
