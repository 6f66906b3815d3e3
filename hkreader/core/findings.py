"""What is found in a report: measurements and what is made of them, each tied to its characters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hkreader.core.report import Part, Span

if TYPE_CHECKING:
    from hkreader.core.reviews import Decision, Note


class Kind(StrEnum):
    """What a number says of its indicator."""

    LEVEL = "level"
    GROWTH = "growth"
    CHANGE = "change"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    RANK = "rank"


class Bound(StrEnum):
    """How exactly the number is meant."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Status(StrEnum):
    """Done, expected or promised."""

    ACTUAL = "actual"
    ESTIMATED = "estimated"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One number with its unit that says something of one indicator."""

    span: Span
    text: str
    name: str
    kind: Kind
    value: float
    """Scaled and signed: 256.94亿元 is 25694000000, 下降4.3% is -4.3."""
    unit: str
    bound: Bound
    period: str | None
    """`2017`, or a span `2013-2017`."""
    status: Status
    basis: str | None = None
    value_high: float | None = None
    shown_value: float = 0.0
    """As the report wrote it, signed: 256.94."""
    shown_unit: str = ""
    """With the magnitude: 亿元."""
    decimals: int = 0
    """How many the report wrote."""
    confidence: float = 1.0
    reason: str = ""
    """Why the confidence is below 1, as a key of the catalogue."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the panel: measurements that share name, period and status."""

    name: str
    canonical: str
    section: int | None
    part: Part
    period: str | None
    status: Status
    measurements: tuple[Measurement, ...]

    def first(self, *kinds: Kind) -> Measurement | None:
        """Give the first measurement of any of `kinds`."""
        return next((m for m in self.measurements if m.kind in kinds), None)


@dataclass(frozen=True, slots=True)
class Target:
    """What the review and the plan say of one indicator."""

    name: str
    review: tuple[Measurement, ...]
    plan: tuple[Measurement, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One commitment of the plan part."""

    span: Span
    title: str
    section: int | None
    lead: str
    """The lead sentence or heading that names its field."""
    deadline: str | None
    measurements: tuple[Measurement, ...]
    project_list: str | None = None
    """The list of people's projects (实事项目) that it stands in, as the report calls it."""


class CheckKind(StrEnum):
    """What relation between figures a check looks at."""

    REPEAT = "repeat"
    SUM = "sum"
    SHARE = "share"
    GROWTH = "growth"
    SIGN = "sign"
    AVERAGE = "average"


class Verdict(StrEnum):
    """Whether figures agree, as far as they were rounded."""

    AGREES = "agrees"
    DIFFERS = "differs"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Check:
    """An arithmetic relation between figures (勾稽)."""

    kind: CheckKind
    verdict: Verdict
    name: str
    """The indicator it is about."""
    expression: str
    """In shown units, as one would write it by hand: `4.06 + 1.6 = 5.66`."""
    difference: float
    """What the report says less what comes out, in `unit`; 0 where that is rounding."""
    unit: str
    spans: tuple[Span, ...]
    """The figures, in the order of the expression."""


class GapKind(StrEnum):
    """What a writer would want to add to an indicator."""

    NO_FIGURE = "no_figure"
    NO_LEVEL = "no_level"
    NO_GROWTH = "no_growth"


@dataclass(frozen=True, slots=True)
class Gap:
    """An indicator promised without a figure, or told by its growth or its level alone."""

    kind: GapKind
    name: str
    span: Span
    """The promise, or the figure that stands alone."""
    part: Part


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A number that was left out of the measurements, and why (a key of the catalogue)."""

    span: Span
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one report, in text order."""

    measurements: tuple[Measurement, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    checks: tuple[Check, ...] = ()
    gaps: tuple[Gap, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """What the user said of these figures; put in where that is told, as in a workbook."""
    notes: tuple[Note, ...] = ()
    """What the user noted on the report; put in likewise."""
