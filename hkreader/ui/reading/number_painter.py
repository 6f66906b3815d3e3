"""Paints the numbers of the paragraphs in the margin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlock

from hkreader.ui.reading.book import Book
from hkreader.ui.reading.mark_painter import strips

if TYPE_CHECKING:
    from hkreader.ui.reading.typography import Typography


class Numbers:
    """Knows font, gap and colours of one zoom and one theme."""

    def __init__(self, typography: Typography) -> None:
        self._font = typography.number_font
        self._metrics = QFontMetricsF(self._font)
        self._gap = typography.number_gap
        self._quiet = typography.theme.colour("muted")
        self._lit = typography.theme.colour("accent")

    def paint(
        self,
        painter: QPainter,
        book: Book,
        blocks: Iterable[QTextBlock],
        *,
        right: float,
        here: int,
    ) -> None:
        """Paint a number beside the first line of each block, left of `right`; `here` is lit."""
        painter.setFont(self._font)
        for block in blocks:
            number = book.number_of(block.blockNumber())
            start = block.position()
            strip = next(strips(block.document(), start, start + 1), None)
            if number is None or strip is None:
                continue
            painter.setPen(self._lit if block.blockNumber() == here else self._quiet)
            left = right - self._gap - self._metrics.horizontalAdvance(str(number))
            painter.drawText(QPointF(left, strip.baseline), str(number))
