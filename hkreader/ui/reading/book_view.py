"""A book in one centred column of text: setting it, scrolling it, finding places on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from hkreader.qt.override import override
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.column import EDGE, TEXT_SIZE, Margins, set_margins
from hkreader.ui.reading.mark_painter import strips
from hkreader.ui.reading.marks import Mark

if TYPE_CHECKING:
    from hkreader.ui.reading.typography import Typography

_HEAD = 1.2
"""How far above its baseline a line is taken to begin, in em."""
_MIDDLE_THIRD = (1 / 3, 2 / 3)


class BookView(QTextEdit):
    """Shows one book, read-only; positions in, positions out."""

    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take_viewport()
        self.book: Book | None = None
        self.typography: Typography | None = None
        self._document: QTextDocument | None = None
        self._anchor: int | None = None
        """What was brought to the top and has not been scrolled away since."""
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
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _take_viewport(self) -> None:
        """Give the text a viewport of our own: to find out what Qt's is costs a start 8 ms."""
        viewport = self._viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        # The first document measures its text by the viewport that goes.
        self.document().documentLayout().setPaintDevice(viewport)
        self.setViewport(viewport)

    def show_book(self, book: Book, typography: Typography) -> None:
        """Set `book` and go to its head."""
        # Imported with the first report: the empty window is painted without it.
        from hkreader.ui.reading.typesetting import typeset  # noqa: PLC0415

        self.book = book
        self.typography = typography
        # Kept here: a text widget drops only a document that it made itself.
        old, self._document = self._document, typeset(book, typography, self.margins())
        self._set_tables()
        self.setDocument(self._document)
        if old is not None:
            # Owned from here on, it goes when the event in hand is over, and not with this name.
            old.setParent(self)
            old.deleteLater()

    def _set_tables(self) -> None:
        """Set the cells of tables under each other in the present width of the text."""
        book, document, typography = self.book, self._document, self.typography
        if book is None or document is None or typography is None or not book.report.tables:
            return
        from hkreader.ui.reading.table_stops import set_stops  # noqa: PLC0415  few have tables

        left, right = self.column()
        set_stops(document, book.paragraphs, typography.table_metrics, right - left)

    def close_book(self) -> None:
        """Put the book away."""
        self.book = None
        self.clear()

    def place(self) -> int:
        """Give the position that was brought to the top, or else the first in full view."""
        return self.first_position() if self._anchor is None else self._anchor

    def first_position(self) -> int:
        """Give the position of the first line in full view."""
        return self.place_below(self.em * 0.6)

    def scroll_to(self, position: int) -> None:
        """Bring the line of `position` to the top of the page."""
        top = 0.0 if position == 0 else self._line_top(position) - 0.3 * self.em
        self._scroll(top)
        self._anchor = position

    def place_below(self, height: float) -> int:
        """Give the position that stands so many pixels below the top of the page."""
        return self.position_at(
            QPointF(self.margins().left + 1, self.verticalScrollBar().value() + height)
        )

    def height_of(self, position: int) -> float:
        """Give how many pixels below the top of the page the line of `position` begins."""
        return self._line_top(position) - self.verticalScrollBar().value()

    def scroll_below(self, position: int, height: float) -> None:
        """Scroll until the line of `position` begins so many pixels below the top."""
        self._scroll(self._line_top(position) - height)

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

    def position_at(self, spot: QPointF) -> int:
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

    # ── the column ──

    @property
    def em(self) -> int:
        """The size of the text in pixels."""
        return TEXT_SIZE if self.typography is None else self.typography.em

    def margins(self) -> Margins:
        """Give what is kept free around the column at the present size."""
        typography = self.typography
        if typography is None:
            return Margins(EDGE, EDGE, EDGE, EDGE)
        width = self.viewport().width()
        left = max(typography.gutter, (width - typography.column) // 2)
        right = max(EDGE, width - left - typography.column)
        return Margins(left, right, EDGE, round(self.viewport().height() / 3))

    def column(self) -> tuple[float, float]:
        """Give where the lines of the text begin and end at most."""
        margins = self.margins()
        return margins.left, self.viewport().width() - margins.right

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.book is None:
            super().resizeEvent(event)
            return
        place = self.place() if self._anchor or self.verticalScrollBar().value() else 0
        set_margins(self.document(), self.margins())
        self._set_tables()
        super().resizeEvent(event)
        self.scroll_to(place)
