"""Figures asked for by value: `>100亿元`, `增长>10%`, `民生投入>=5亿元`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

from hkreader.core.findings import Kind, Measurement
from hkreader.extract.passages import fold
from hkreader.extract.quantities import scan
from hkreader.resources import read_toml

_QUERY = re.compile(
    r"\s*(?P<name>[^<>=≥≤]*?)\s*(?P<sign>>=|<=|=>|=<|[<>=≥≤])\s*(?P<amount>-?\d[\d,.]*\s*\S*)\s*"
)
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
    ">=": operator.ge,
    "=>": operator.ge,
    "≥": operator.ge,
    "<=": operator.le,
    "=<": operator.le,
    "≤": operator.le,
}


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """What a figure has to be: above or below a value, of a unit, of a kind or a name."""

    name: str
    kind: Kind | None
    falling: bool
    compare: Callable[[float, float], bool]
    value: float
    unit: str
    """Without a magnitude; empty where any will do, and the number as it is written counts."""

    def fits(self, figure: Measurement) -> bool:
        """Tell whether a figure is asked for."""
        return self._fits_value(figure) and self._fits_name(figure)

    def _fits_value(self, figure: Measurement) -> bool:
        if not self.unit:
            return self.compare(abs(figure.shown_value), self.value)
        value = abs(figure.value) if self.falling else figure.value
        return figure.unit == self.unit and self.compare(value, self.value)

    def _fits_name(self, figure: Measurement) -> bool:
        if self.kind is not None:
            return figure.kind is self.kind and (figure.value < 0) == self.falling
        return self.name in fold(figure.name)


def parse_figure_query(text: str) -> FigureQuery | None:
    """Read a query by value; None where the text is none."""
    found = _QUERY.fullmatch(fold(text))
    if found is None:
        return None
    amount = found["amount"].replace(",", "").replace(" ", "")
    value, unit = 0.0, ""
    if re.fullmatch(r"-?\d+(?:\.\d+)?", amount):
        value = float(amount)
    else:
        quantities, _ = scan(amount.removeprefix("-"))
        if len(quantities) != 1 or quantities[0].end != len(amount.removeprefix("-")):
            return None
        value = float(quantities[0].number * quantities[0].scale)
        value, unit = (-value if amount.startswith("-") else value), quantities[0].unit
    name = found["name"]
    words = read_toml("language", "quantities.toml")["asked"]
    falling = name in words["falling"]
    kind = Kind.GROWTH if falling or name in words["growing"] else None
    return FigureQuery(name, kind, falling, _COMPARE[found["sign"]], value, unit)
