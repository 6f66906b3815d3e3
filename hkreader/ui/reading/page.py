"""The page: a book with marks and paragraph numbers painted on it, and a caret for the keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
)
from PySide6.QtWidgets import QWidget

from hkreader.qt.override import override
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.book_view import BookView
from hkreader.ui.reading.mark_painter import MarkPainter, strips
from hkreader.ui.reading.marks import Layer, Mark
from hkreader.ui.reading.number_painter import Numbers

if TYPE_CHECKING:
    from hkreader.ui.reading.table_painter import TableRules
    from hkreader.ui.reading.typography import Typography

LAYERS = ("sentence", "notes", "tasks", "figures", "hits", "shown", "hit_current", "terms", "masks")
"""The sorts of marks, from the lowest to the topmost."""


class Page(BookView):
    """Paints marks, hands on keys, tells where the mouse is."""

    hovered = Signal(QPoint)
    """The mouse rests or moves over the text; in coordinates of the viewport."""
    left = Signal()
    """The mouse has left the text."""
    key_wished = Signal(QKeyEvent)
    """A key that is no caret movement; whoever takes it accepts it."""
    layers_changed = Signal()
    """Other marks lie on the text."""
    menu_wished = Signal(QPoint)
    """A menu is wanted at this place of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: dict[str, Layer] = {}
        self._hidden: frozenset[str] = frozenset()
        self._painter: MarkPainter | None = None
        self._numbers: Numbers | None = None
        self._rules: TableRules | None = None
        self.wants_tab = False
        """Whether Tab is a key like others here instead of leaving the page."""
        # Single letters are commands here: no input method may swallow them.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setMouseTracking(True)
        self.setTabChangesFocus(True)

    @override
    def show_book(self, book: Book, typography: Typography) -> None:
        """Set `book`, without marks, and go to its head."""
        self._painter = MarkPainter(typography.theme)
        self._numbers = Numbers(typography)
        self._rules = _rules(book, typography)
        self._layers = {}
        super().show_book(book, typography)
        # A text just opened has no caret yet; it comes with the first key, click or jump.
        self.setCursorWidth(0)

    @override
    def close_book(self) -> None:
        """Put the book and its marks away."""
        self._layers = {}
        super().close_book()

    def set_layer(self, name: str, layer: Layer | None) -> None:
        """Put the marks of one of `LAYERS` on the text, or take them away."""
        if layer is None:
            self._layers.pop(name, None)
        else:
            self._layers[name] = layer
        self.viewport().update()
        self.layers_changed.emit()

    def hide_layers(self, names: Iterable[str]) -> None:
        """Let the marks of the layers `names` alone not be seen."""
        self._hidden = frozenset(names)
        self.viewport().update()
        self.layers_changed.emit()

    def _layer(self, name: str) -> Layer | None:
        return None if name in self._hidden else self._layers.get(name)

    def places_of(self, name: str) -> Iterable[int]:
        """Give the positions where the marks of a layer begin."""
        layer = self._layer(name)
        return () if layer is None else layer.places()

    def marks_under(self, point: QPoint, name: str) -> list[Mark]:
        """Give the marks of a layer under a point of the viewport, the longest first."""
        layer = self._layer(name)
        if layer is None:
            return []
        spot = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        position = self.position_at(spot)
        around = layer.between(max(0, position - 1), position + 1)
        found = [mark for mark in around if self._covers(mark, spot)]
        return sorted(found, key=_length, reverse=True)

    def _covers(self, mark: Mark, spot: QPointF) -> bool:
        document = self.document()
        return any(strip.body.contains(spot) for strip in strips(document, mark.start, mark.end))

    # ── caret and selection ──

    def draw_caret(self) -> None:
        """Draw the caret from now on."""
        self.setCursorWidth(max(1, round(self.em / 12)))

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

    # ── painting ──

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.book is None or self._painter is None or self._numbers is None:
            super().paintEvent(event)
            return
        blocks = list(self._blocks_in_view(event.rect()))
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        if self._rules is not None:
            left, right = self.column()
            self._rules.paint(painter, self.book, blocks, left, right)
        self._painter.paint(painter, self.document(), self._marks_in(blocks))
        here = self.textCursor().blockNumber() if self.hasFocus() else -1
        self._numbers.paint(painter, self.book, blocks, right=self.margins().left, here=here)
        painter.end()
        super().paintEvent(event)

    def _blocks_in_view(self, area: QRect) -> Iterator[QTextBlock]:
        layout = self.document().documentLayout()
        value = self.verticalScrollBar().value()
        top = QPointF(self.margins().left + 1, value + area.top())
        block = self.document().findBlock(self.position_at(top))
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
        layers = filter(None, map(self._layer, LAYERS))
        return [mark for layer in layers for mark in layer.between(start, end)]

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


def _rules(book: Book, typography: Typography) -> TableRules | None:
    """Give what paints the rules of tables; few reports have any."""
    if not book.report.tables:
        return None
    from hkreader.ui.reading.table_painter import TableRules  # noqa: PLC0415

    return TableRules(typography.theme)
