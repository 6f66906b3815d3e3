"""Paints the rules of tables: strong ones around head and whole, faint ones between the rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QTextBlock

from hkreader.core.report import ParagraphKind
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.mark_painter import strips
from hkreader.ui.theme import Theme

_ABOVE = 1.33
_BELOW = 0.57
"""Where the rules stand above and below the letters' baseline, in em."""


class TableRules:
    """Knows the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._strong = theme.colour("muted")
        self._faint = theme.colour("rule")

    def paint(
        self, painter: QPainter, book: Book, blocks: Sequence[QTextBlock], left: float, right: float
    ) -> None:
        """Paint a rule under each row from `left` to `right`, and one above the first."""
        for block in blocks:
            number = block.blockNumber()
            paragraph = book.paragraphs[number].paragraph
            if paragraph is None or paragraph.kind is not ParagraphKind.TABLE:
                continue
            lines = list(
                strips(block.document(), block.position(), block.position() + block.length())
            )
            if not lines:
                continue
            above, below = book.goes_on(number), book.goes_on(number + 1)
            if not above:
                painter.setPen(self._strong)
                _draw(painter, left, right, lines[0].baseline - _ABOVE * lines[0].em)
            painter.setPen(self._faint if above and below else self._strong)
            _draw(painter, left, right, lines[-1].baseline + _BELOW * lines[-1].em)


def _draw(painter: QPainter, left: float, right: float, height: float) -> None:
    painter.drawLine(QLineF(left, round(height) + 0.5, right, round(height) + 0.5))
