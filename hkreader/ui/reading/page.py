"""The page: a read-only text in a centred column, with marks and paragraph numbers painted on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from hkreader.qt.override import override
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.mark_painter import MarkPainter, strips
from hkreader.ui.reading.marks import Layer, Mark
from hkreader.ui.reading.typesetting import Margins, set_margins, typeset
from hkreader.ui.reading.typography import EDGE, Typography

LAYERS = ("sentence", "figures", "hits", "shown", "hit_current", "terms", "masks")
"""The sorts of marks, from the lowest to the topmost."""
_HEAD = 1.2
"""How far above its baseline a line is taken to begin, in em."""
_MIDDLE_THIRD = (1 / 3, 2 / 3)


class Page(QTextEdit):
    """Shows one book; positions in, positions out."""

    scrolled = Signal()
    hovered = Signal(QPoint)
    """The mouse rests or moves over the text; in coordinates of the viewport."""
    left = Signal()
    """The mouse has left the text."""
    key_wished = Signal(QKeyEvent)
    """A key that is no caret movement; whoever takes it accepts it."""
    menu_wished = Signal(QPoint)
    """A menu is wanted at this place of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book: Book | None = None
        self._layers: dict[str, Layer] = {}
        self._typography: Typography | None = None
        self._painter: MarkPainter | None = None
        self._document: QTextDocument | None = None
        self._anchor: int | None = None
        """What was brought to the top and has not been scrolled away since."""
        self.wants_tab = False
        """Whether Tab is a key like others here instead of leaving the page."""
        self._build()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        # Files dropped on the text are the window's to open.
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that its coming and going never lays the text out twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # Single letters are commands here: no input method may swallow them.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setMouseTracking(True)
        self.setTabChangesFocus(True)

    def show_book(self, book: Book, typography: Typography) -> None:
        """Set `book` and go to its head."""
        self.book = book
        self._typography = typography
        self._painter = MarkPainter(typography.theme)
        self._layers = {}
        # Kept here: a text widget drops only a document that it made itself.
        old, self._document = self._document, typeset(book, typography, self._margins())
        self.setDocument(self._document)
        if old is not None:
            old.deleteLater()
        # A text just opened has no caret yet; it comes with the first key, click or jump.
        self.setCursorWidth(0)

    def close_book(self) -> None:
        """Put the book away."""
        self.book = None
        self._layers = {}
        self.clear()

    def set_layer(self, name: str, layer: Layer | None) -> None:
        """Put the marks of one of `LAYERS` on the text, or take them away."""
        if layer is None:
            self._layers.pop(name, None)
        else:
            self._layers[name] = layer
        self.viewport().update()

    # ── places ──

    def place(self) -> int:
        """Give the position that was brought to the top, or else the first in full view."""
        return self.first_position() if self._anchor is None else self._anchor

    def first_position(self) -> int:
        """Give the position of the first line in full view."""
        left = self._margins().left + 1
        top = self.verticalScrollBar().value() + self._em * 0.6
        return self._position_at(QPointF(left, top))

    def scroll_to(self, position: int) -> None:
        """Bring the line of `position` to the top of the page."""
        top = 0.0 if position == 0 else self._line_top(position) - 0.3 * self._em
        self._scroll(top)
        self._anchor = position

    def reveal(self, start: int, end: int) -> None:
        """Scroll, where needed, until the stretch stands in the middle third."""
        box = self.box_of(start, end)
        view = self.viewport().height()
        value = self.verticalScrollBar().value()
        low, high = (value + view * share for share in _MIDDLE_THIRD)
        if box.top() >= low and box.bottom() <= high:
            return
        # Coming from above it stops at the lower edge of the third, from below at the upper.
        room = max(0.0, view / 3 - box.height())
        self._scroll(box.top() - view / 3 - room / 2)

    def box_of(self, start: int, end: int) -> QRectF:
        """Give the box around a stretch, in the document's coordinates."""
        box = QRectF()
        for strip in strips(self.document(), start, max(end, start + 1)):
            box = box.united(strip.body)
        return box

    def anchor_of(self, mark: Mark, spot: QPoint) -> QRect:
        """Give the box of a mark's line nearest to `spot`, both in the viewport's coordinates."""
        value = self.verticalScrollBar().value()
        boxes = [
            strip.body.translated(0, -value).toAlignedRect()
            for strip in strips(self.document(), mark.start, mark.end)
        ]
        return min(boxes, key=lambda box: abs(box.center().y() - spot.y()), default=QRect())

    def reading_position(self) -> int:
        """Give where the reader is: at the caret, or at the top where the caret is out of view."""
        in_view = self.viewport().rect().contains(self.cursorRect().center())
        return self.textCursor().position() if in_view else self.first_position()

    def marks_under(self, point: QPoint, name: str) -> list[Mark]:
        """Give the marks of a layer under a point of the viewport, the longest first."""
        layer = self._layers.get(name)
        if layer is None:
            return []
        spot = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        position = self._position_at(spot)
        around = layer.between(max(0, position - 1), position + 1)
        found = [mark for mark in around if self._covers(mark, spot)]
        return sorted(found, key=_length, reverse=True)

    def _covers(self, mark: Mark, spot: QPointF) -> bool:
        document = self.document()
        return any(strip.body.contains(spot) for strip in strips(document, mark.start, mark.end))

    def _position_at(self, spot: QPointF) -> int:
        """Give the position nearest to a spot of the document."""
        document = self.document()
        layout = document.documentLayout()
        position = layout.hitTest(spot, Qt.HitTestAccuracy.FuzzyHit)
        block = document.findBlock(max(0, position))
        is_last = not block.next().isValid()
        if is_last and layout.blockBoundingRect(block).top() > spot.y():
            # While the text is still being laid out Qt gives the end for all below: finish it.
            document.size()
            position = layout.hitTest(spot, Qt.HitTestAccuracy.FuzzyHit)
        return max(0, position)

    def _line_top(self, position: int) -> float:
        strip = next(iter(strips(self.document(), position, position + 1)), None)
        if strip is None:
            block = self.document().findBlock(position)
            return self.document().documentLayout().blockBoundingRect(block).top()
        return strip.baseline - _HEAD * strip.em

    def _scroll(self, top: float) -> None:
        bar = self.verticalScrollBar()
        if top > bar.maximum():
            # The rest of a long text may not have been laid out yet; this does it.
            self.document().size()
        bar.setValue(round(top))

    def _on_scrolled(self) -> None:
        self._anchor = None
        self.scrolled.emit()

    # ── caret and selection ──

    def draw_caret(self) -> None:
        """Draw the caret from now on."""
        self.setCursorWidth(max(1, round(self._em / 12)))

    def place_caret(self, position: int) -> None:
        """Set the caret without scrolling."""
        value = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    def bring_caret(self) -> None:
        """Take a caret that was scrolled out of view to the first line in view."""
        if not self.viewport().rect().intersects(self.cursorRect()):
            self.place_caret(self.first_position())

    def show_caret(self) -> None:
        """Bring the caret into view."""
        self.ensureCursorVisible()

    def selected(self) -> tuple[int, int]:
        """Give the positions of the selection; equal where there is none."""
        cursor = self.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def selected_text(self) -> str:
        """Give what is selected, one line a paragraph however the file broke its lines."""
        if self.book is None:
            return ""
        first, last = map(self.book.positions.display_of_position, self.selected())
        return self.book.text[first:last]

    def drop_selection(self) -> bool:
        """Drop the selection; tell whether there was one."""
        cursor = self.textCursor()
        had = cursor.hasSelection()
        if had:
            cursor.clearSelection()
            self.setTextCursor(cursor)
        return had

    # ── layout of the column ──

    @property
    def _em(self) -> int:
        return 18 if self._typography is None else self._typography.em

    def _margins(self) -> Margins:
        typography = self._typography
        if typography is None:
            return Margins(EDGE, EDGE, EDGE, EDGE)
        width = self.viewport().width()
        left = max(typography.gutter, (width - typography.column) // 2)
        right = max(EDGE, width - left - typography.column)
        return Margins(left, right, EDGE, round(self.viewport().height() / 3))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.book is None:
            super().resizeEvent(event)
            return
        place = self.place() if self._anchor or self.verticalScrollBar().value() else 0
        set_margins(self.document(), self._margins())
        super().resizeEvent(event)
        self.scroll_to(place)

    # ── painting ──

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.book is None or self._painter is None:
            super().paintEvent(event)
            return
        blocks = list(self._blocks_in_view(event.rect()))
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        self._painter.paint(painter, self.document(), self._marks_in(blocks))
        self._paint_numbers(painter, blocks)
        painter.end()
        super().paintEvent(event)

    def _blocks_in_view(self, area: QRect) -> Iterator[QTextBlock]:
        layout = self.document().documentLayout()
        value = self.verticalScrollBar().value()
        top = QPointF(self._margins().left + 1, value + area.top())
        block = self.document().findBlock(self._position_at(top))
        while block.isValid():
            if layout.blockBoundingRect(block).top() > value + area.bottom():
                return
            yield block
            block = block.next()

    def _marks_in(self, blocks: Sequence[QTextBlock]) -> list[Mark]:
        if not blocks:
            return []
        start = blocks[0].position()
        end = blocks[-1].position() + blocks[-1].length()
        layers = [self._layers[name] for name in LAYERS if name in self._layers]
        return [mark for layer in layers for mark in layer.between(start, end)]

    def _paint_numbers(self, painter: QPainter, blocks: Sequence[QTextBlock]) -> None:
        typography, book = self._typography, self.book
        if typography is None or book is None:
            return
        here = self.textCursor().blockNumber() if self.hasFocus() else -1
        painter.setFont(typography.number_font)
        right = self._margins().left - typography.number_gap
        for block in blocks:
            number = book.number_of(block.blockNumber())
            strip = next(strips(self.document(), block.position(), block.position() + 1), None)
            if number is None or strip is None:
                continue
            role = "accent" if block.blockNumber() == here else "muted"
            painter.setPen(typography.theme.colour(role))
            width = painter.fontMetrics().horizontalAdvance(str(number))
            painter.drawText(QPointF(right - width, strip.baseline), str(number))

    # ── events ──

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_wished.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return False if self.wants_tab else super().focusNextPrevChild(next)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self.hovered.emit(event.position().toPoint())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.left.emit()
        return super().viewportEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event.globalPos())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected_text())
        return data


def _length(mark: Mark) -> int:
    return mark.end - mark.start
