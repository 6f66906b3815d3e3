"""How a figure is written in a table: as the report wrote it, its parts apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from hkreader.core.findings import Kind, Measurement, Status
from hkreader.messages import catalogue, tr
from hkreader.models.roles import CopiedCell

DOUBTFUL = 0.6
"""A figure that we trust less than this is shown as doubtful."""
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in pieces, so that a column can stand on the decimal point."""

    sign: str
    """约, ≥, ≤ or nothing."""
    whole: str
    fraction: str
    """With its point; empty for a whole number."""
    unit: str = ""

    def __str__(self) -> str:
        """Give the number as it is read."""
        return f"{self.sign}{self.whole}{self.fraction}{self.unit}"


def number(measurement: Measurement, unit: str = "") -> Number:
    """Give the number that `measurement` shows, followed by `unit`."""
    whole, point, fraction = plain_number(measurement).rpartition(".")
    sign = tr(f"panels.bound.{measurement.bound}")
    if not point or not fraction.isdecimal():
        return Number(sign, f"{whole}{point}{fraction}", "", unit)
    return Number(sign, whole, f".{fraction}", unit)


def plain_number(measurement: Measurement) -> str:
    """Give the number as written, without bound and unit: `256.94`, `5–6`, `7:38:55`."""
    if measurement.kind is Kind.RATIO and ":" in measurement.text.replace("：", ":"):
        return measurement.text
    low = f"{measurement.shown_value:.{measurement.decimals}f}"
    if measurement.value_high is None:
        return low.replace("-", MINUS)
    scale = measurement.value / measurement.shown_value if measurement.shown_value else 1.0
    high = measurement.value_high / scale
    return f"{_short(measurement.shown_value)}–{_short(high)}".replace("-", MINUS)


def _short(value: float) -> str:
    return f"{round(value, 6):.12g}"


def copied_number(measurement: Measurement) -> CopiedCell:
    """Give the number for a spreadsheet: a number with its digits, or text where it is several."""
    if measurement.value_high is not None or ":" in plain_number(measurement).replace("：", ":"):
        return plain_number(measurement)
    return Decimal(f"{measurement.shown_value:.{measurement.decimals}f}")


def percent_points(unit: str) -> str:
    """Shorten 百分点 for a narrow column; the tip and the voice say it in full."""
    return tr("panels.points") if unit.endswith("百分点") else unit


def figure(measurement: Measurement) -> str:
    """Give number, bound and unit in one word: `约3.9万户`."""
    return str(number(measurement, measurement.shown_unit))


def figures(measurements: Iterable[Measurement]) -> str:
    """Give several figures in one line."""
    return tr("panels.and").join(figure(m) for m in measurements)


def period_words(period: str | None) -> str:
    """Give a period; a span is written `2013–17` where its century allows."""
    if period is None:
        return ""
    first, dash, last = period.partition("-")
    if not dash:
        return first
    return f"{first}–{last[2:] if first[:2] == last[:2] else last}"


def status_letter(status: Status) -> str:
    """Give the letter that stands for `status` in a narrow column."""
    return tr(f"panels.status.{status}.letter")


def status_words(status: Status) -> str:
    """Give the word for `status`."""
    return tr(f"panels.status.{status}")


def is_doubtful(measurements: Iterable[Measurement]) -> bool:
    """Tell whether one of the figures should be looked at twice."""
    return any(m.confidence < DOUBTFUL for m in measurements)


def doubt_words(measurements: Iterable[Measurement]) -> str:
    """Say why doubtful figures are doubtful, a line each; empty where none is."""
    reasons = {m.reason: None for m in measurements if m.confidence < DOUBTFUL}
    return "\n".join(_reason_words(reason) for reason in reasons)


def _reason_words(reason: str) -> str:
    return tr(reason) if reason in catalogue() else tr("panels.doubt.unsaid")
