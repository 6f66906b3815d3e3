"""How wide the columns of a table must be, measured from what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView

from hkreader.models.figure_words import Number
from hkreader.models.nodes import RowNode
from hkreader.models.record_model import RecordModel
from hkreader.ui.panels.table_header import head_font

PADDING = 6
SHARE = 0.97
"""A column is as wide as this share of its cells; the few longer ones are cut, with a tip."""
SAMPLE = 200
"""Rows that are measured; of a longer table every so manieth."""
NAME_INDENT = 2
"""How far what names a row is set in."""
SLACK = 3
"""Letters may lean over their width."""
UNIT_PIXELS = 11


class NumberMetrics:
    """Measures the pieces of numbers; digits are all of one width."""

    __slots__ = ("_measured", "digit_font", "digits", "unit_font", "units")

    def __init__(self, font: QFont) -> None:
        self.digit_font = QFont(font)
        self.digit_font.setFeature(QFont.Tag("tnum"), 1)
        self.unit_font = QFont(font)
        self.unit_font.setPixelSize(UNIT_PIXELS)
        self.digits = QFontMetrics(self.digit_font)
        self.units = QFontMetrics(self.unit_font)
        self._measured: dict[str, int] = {}

    def sign(self, number: Number) -> int:
        """Give the width of the bound before the number."""
        return self._width(number.sign)

    def whole(self, number: Number) -> int:
        """Give the width of the digits left of the point."""
        return self._width(number.whole)

    def fraction(self, number: Number) -> int:
        """Give the width of the point and the digits behind it."""
        return self._width(number.fraction)

    def tail(self, number: Number) -> int:
        """Give the width of what stands right of the whole number."""
        unit = self.units.horizontalAdvance(number.unit) if number.unit else 0
        return self._width(number.fraction) + unit

    def _width(self, digits: str) -> int:
        if digits not in self._measured:
            self._measured[digits] = self.digits.horizontalAdvance(digits)
        return self._measured[digits]


def usual(widths: Iterable[int]) -> int:
    """Give the width that nearly all of `widths` keep to."""
    ordered = sorted(widths)
    return ordered[min(len(ordered) - 1, round(len(ordered) * SHARE))] if ordered else 0


@dataclass(frozen=True, slots=True)
class ColumnLimits:
    """Which column takes the room that is left, and how wide the others may become."""

    stretched: int
    widest: Mapping[int, int] = field(default_factory=dict)


def fit_columns(
    header: QHeaderView, model: RecordModel[Any], font: QFont, limits: ColumnLimits
) -> dict[int, int]:
    """Size the columns; give for each numeric one what stands right of the whole number."""
    metrics = NumberMetrics(font)
    tails: dict[int, int] = {}
    for column in range(len(model.columns)):
        if column == limits.stretched:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            continue
        if column in model.numeric:
            tails[column], width = _number_column(model, column, metrics)
        else:
            width = _words_column(model, column, font) + (0 if column else NAME_INDENT)
        width = min(width, limits.widest.get(column, width))
        header.resizeSection(column, max(width, _head_width(model, column, font)))
    return tails


def _number_column(model: RecordModel[Any], column: int, metrics: NumberMetrics) -> tuple[int, int]:
    numbers = [
        n for row in _sampled(model) if (n := model.number_of(row.record, column)) is not None
    ]
    tail = usual(metrics.tail(n) for n in numbers)
    return tail, usual(metrics.sign(n) + metrics.whole(n) for n in numbers) + tail + 2 * PADDING


def _words_column(model: RecordModel[Any], column: int, font: QFont) -> int:
    metrics = QFontMetrics(font)
    words = [model.text(row, column) for row in _sampled(model)]
    widths = {word: metrics.horizontalAdvance(word) for word in set(words)}
    return usual(widths[word] for word in words) + 2 * PADDING


def _head_width(model: RecordModel[Any], column: int, font: QFont) -> int:
    words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    return QFontMetrics(head_font(font)).horizontalAdvance(words) + 2 * PADDING + SLACK


def _sampled(model: RecordModel[Any]) -> Sequence[RowNode[Any]]:
    return model.rows[:: -(-len(model.rows) // SAMPLE) or 1]
