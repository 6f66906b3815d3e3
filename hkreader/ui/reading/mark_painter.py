"""Paints marks behind and under the text, and only those in view, however many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextDocument

from hkreader.ui.reading.marks import Mark, MarkKind
from hkreader.ui.theme import Theme

_ABOVE = 0.94
_BELOW = 0.2
"""How far a tint reaches from the baseline, in em."""
_UNDERLINE = 0.2
_ROUNDING = 3.0
_BLEED = 1.0
"""How far a tint reaches beyond its letters, in pixels."""
_WAVE_STEP = 2.5
_CORNER = 0.32
"""How long the strokes are that a task begins with, in em."""
_NOTE_ABOVE, _NOTE_BELOW = 1.06, 0.34
"""A highlight reaches further than a figure's tint, which may lie on it."""
_NOTE_LINE = 2.0
_EAR = 0.3
"""How large the corner is that tells of words on a passage, in em."""
_RIBBON = (0.64, 0.36, 0.86)
"""How far left of the text a bookmark's ribbon hangs, how wide and how long it is, in em."""
_DASHES: dict[MarkKind, list[float]] = {
    MarkKind.DONE: [],
    MarkKind.ESTIMATED: [6, 2.5, 1.5, 2.5],
    MarkKind.PLANNED: [5, 3],
    MarkKind.TERM: [1.4, 2.6],
    MarkKind.NOTE_YELLOW: [],
    MarkKind.NOTE_GREEN: [5, 2],
    MarkKind.NOTE_BLUE: [1, 1],
    MarkKind.NOTE_PINK: [5, 1.5, 1, 1.5],
}
_TINTS = {
    MarkKind.DONE: "figure_done",
    MarkKind.ESTIMATED: "figure_estimated",
    MarkKind.PLANNED: "figure_planned",
    MarkKind.HIT: "hit",
    MarkKind.HIT_CURRENT: "hit_current",
    MarkKind.SHOWN: "accent_tint",
    MarkKind.SENTENCE: "hover",
    MarkKind.NOTE_YELLOW: "note_yellow",
    MarkKind.NOTE_GREEN: "note_green",
    MarkKind.NOTE_BLUE: "note_blue",
    MarkKind.NOTE_PINK: "note_pink",
}
_LINES = {
    MarkKind.TERM: "term",
    MarkKind.MASK: "doubt",
    MarkKind.SHOWN: "accent",
    MarkKind.TASK: "faint",
    MarkKind.NOTE: "link",
}
_FIGURES = {MarkKind.DONE, MarkKind.ESTIMATED, MarkKind.PLANNED}
_NOTES = {
    MarkKind.NOTE,
    MarkKind.NOTE_YELLOW,
    MarkKind.NOTE_GREEN,
    MarkKind.NOTE_BLUE,
    MarkKind.NOTE_PINK,
}
_TINT_TO_LINE = 0.42
"""How much ink is mixed into a figure's tint for the line under it."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of one line of text, in the document's coordinates."""

    left: float
    right: float
    baseline: float
    em: float
    edge: float
    """Where its column begins."""

    @property
    def body(self) -> QRectF:
        """The box around the letters."""
        top = self.baseline - _ABOVE * self.em
        return QRectF(self.left, top, self.right - self.left, (_ABOVE + _BELOW) * self.em)


def strips(document: QTextDocument, start: int, end: int) -> Iterator[Strip]:
    """Give the strips, one to a line, that the stretch from `start` to `end` covers."""
    block = document.findBlock(start)
    layout_of_document = document.documentLayout()
    while block.isValid() and block.position() < end:
        # Asking for the place of a block has it laid out if it was not yet.
        layout_of_document.blockBoundingRect(block)
        layout = block.layout()
        origin = layout.position()
        em = block.charFormat().font().pixelSize()
        first = max(0, start - block.position())
        last = min(end - block.position(), block.length() - 1)
        at = first
        while at < last:
            line = layout.lineForTextPosition(at)
            if not line.isValid():
                break
            stop = min(last, line.textStart() + line.textLength())
            left, right = _x(line.cursorToX(at)), _x(line.cursorToX(stop))
            baseline = origin.y() + line.y() + line.ascent()
            yield Strip(origin.x() + left, origin.x() + right, baseline, em, origin.x())
            at = max(stop, at + 1)
        block = block.next()


def _x(answer: object) -> float:
    """Unpack what `cursorToX` gives: the place and the cursor it belongs to."""
    return float(answer[0]) if isinstance(answer, tuple) else float(str(answer))


class MarkPainter:
    """Knows the colours and pens of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._tints = {kind: theme.colour(role) for kind, role in _TINTS.items()}
        ink = theme.colour("ink")
        self._pens: dict[MarkKind, QPen] = {}
        for kind in (*_FIGURES, *_NOTES, *_LINES):
            role = _LINES.get(kind)
            colour = theme.colour(role) if role else _mixed(self._tints[kind], ink)
            self._pens[kind] = _pen(colour, _DASHES.get(kind, []))
            if kind in _NOTES:
                self._pens[kind].setWidthF(_NOTE_LINE)
        self._sign = theme.colour("link")
        """What a bookmark and the corner of a note are filled with."""

    def paint(self, painter: QPainter, document: QTextDocument, marks: Sequence[Mark]) -> None:
        """Paint all tints, then all lines; the text goes on top of both."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        placed = [(mark.kind, list(strips(document, mark.start, mark.end))) for mark in marks]
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, covered in placed:
            self._paint_tint(painter, kind, covered)
        for kind, covered in placed:
            self._paint_sign(painter, kind, covered)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for kind, covered in placed:
            self._paint_line(painter, kind, covered)

    def _paint_tint(self, painter: QPainter, kind: MarkKind, covered: Sequence[Strip]) -> None:
        tint = self._tints.get(kind)
        if tint is not None:
            painter.setBrush(tint)
            for strip in covered:
                if kind in _NOTES:
                    painter.drawRect(_note_box(strip))
                    continue
                box = strip.body.adjusted(-_BLEED, 0, _BLEED, 0)
                painter.drawRoundedRect(box, _ROUNDING, _ROUNDING)

    def _paint_sign(self, painter: QPainter, kind: MarkKind, covered: Sequence[Strip]) -> None:
        """Fill the ribbon of a bookmark, or the corner that tells of words."""
        if kind in (MarkKind.BOOKMARK, MarkKind.NOTE_WORDS) and covered:
            painter.setBrush(self._sign)
            shape = _ribbon(covered[0]) if kind is MarkKind.BOOKMARK else _ear(covered[-1])
            painter.drawPolygon(shape)

    def _paint_line(self, painter: QPainter, kind: MarkKind, covered: Sequence[Strip]) -> None:
        pen = self._pens.get(kind)
        if pen is None:
            return
        painter.setPen(pen)
        if kind is MarkKind.TASK:
            for strip in covered[:1]:
                painter.drawPolyline(_corner(strip))
            return
        below = _NOTE_BELOW if kind in _NOTES else _UNDERLINE
        for strip in covered:
            y = strip.baseline + below * strip.em
            if kind is MarkKind.MASK:
                painter.drawPath(_wave(strip.left, strip.right, y))
            else:
                painter.drawLine(QPointF(strip.left, y), QPointF(strip.right, y))


def _pen(colour: QColor, dashes: list[float]) -> QPen:
    pen = QPen(colour, 1.25)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(dashes)
    return pen


def _mixed(tint: QColor, ink: QColor) -> QColor:
    keep = 1 - _TINT_TO_LINE
    return QColor(
        round(tint.red() * keep + ink.red() * _TINT_TO_LINE),
        round(tint.green() * keep + ink.green() * _TINT_TO_LINE),
        round(tint.blue() * keep + ink.blue() * _TINT_TO_LINE),
    )


def _corner(strip: Strip) -> list[QPointF]:
    left, top = strip.body.left() - 1, strip.body.top() - 1
    length = _CORNER * strip.em
    return [QPointF(left, top + length), QPointF(left, top), QPointF(left + length, top)]


def _note_box(strip: Strip) -> QRectF:
    top = strip.baseline - _NOTE_ABOVE * strip.em
    height = (_NOTE_ABOVE + _NOTE_BELOW) * strip.em
    return QRectF(strip.left, top, strip.right - strip.left, height)


def _ear(strip: Strip) -> list[QPointF]:
    box, size = _note_box(strip), _EAR * strip.em
    corner = box.topRight()
    return [QPointF(corner.x() - size, corner.y()), corner, QPointF(corner.x(), corner.y() + size)]


def _ribbon(strip: Strip) -> list[QPointF]:
    """Hang a ribbon with a notch left of the column, beside the line of `strip`."""
    away, width, length = (share * strip.em for share in _RIBBON)
    left, top = strip.edge - away, strip.body.top()
    notch = QPointF(left + width / 2, top + length - width / 2)
    right = left + width
    return [
        QPointF(left, top),
        QPointF(right, top),
        QPointF(right, top + length),
        notch,
        QPointF(left, top + length),
    ]


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        step = min(_WAVE_STEP, right - x)
        peak = y - _WAVE_STEP if up else y + _WAVE_STEP
        path.quadTo(QPointF(x + step / 2, peak), QPointF(x + step, y))
        x, up = x + step, not up
    return path
