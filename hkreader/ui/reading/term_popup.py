"""The glossary pop-up: what a term means and where it stands; the focus never goes to it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hkreader.core.report import Span
from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.ui.icons import icon
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.card import FloatingCard, card_palette, clear_backdrop
from hkreader.ui.reading.hit_delegate import ROW_HEIGHT, HitDelegate
from hkreader.ui.reading.hit_model import HitModel
from hkreader.ui.reading.terms import Hold, places_of
from hkreader.ui.theme import Theme

WIDTH = 420
_MOST_ROWS = 6
_TALLEST_DEFINITION = 260
_NAME_PIXELS = 16
_LEFT, _RIGHT = 16, 12
_TEXT_PIXELS = 14


class TermPopup(FloatingCard):
    """Shows one term at a time; shorter ones that lie within it are a click away."""

    place_wished = Signal(Span)
    """A place where the term stands is to be shown."""
    mouse_left = Signal()
    mouse_entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hold = Hold.HOVER
        self.items: list[int] = []
        self._book: Book | None = None
        self._shown = -1
        self._places: list[Span] = []
        self._anchor = QRect()
        self.name = QLabel(self)
        self.definition = QLabel(self)
        self.nested = QLabel(self)
        self.count = QLabel(self)
        self.hint = QLabel(self)
        self.list = QListView(self)
        self.close_button = QToolButton(self)
        self._scroll = QScrollArea(self)
        self._column = QVBoxLayout(self)
        self._model = HitModel(self)
        self._build()
        self._connect()
        self.dress()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(self.definition)
        self._scroll.setWidgetResizable(True)
        clear_backdrop(self._scroll)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for label in (self.name, self.definition, self.nested):
            label.setWordWrap(True)
        self.definition.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.definition.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.nested.setTextFormat(Qt.TextFormat.RichText)
        self.close_button.setAutoRaise(True)
        self.close_button.setIconSize(QSize(16, 16))
        self.list.setModel(self._model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        clear_backdrop(self.list)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        for widget in (self.list, self._scroll, self.close_button, self.nested):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = self._column
        layout.setContentsMargins(_LEFT, 12, _RIGHT, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        for widget in (self._scroll, self.nested, self.count, self.list, self.hint):
            layout.addWidget(widget)
        self.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_popup)
        self.list.clicked.connect(self._on_row_clicked)
        self.nested.linkActivated.connect(self._on_nested_activated)

    def dress(self) -> None:
        """Put on the words of the language and the colours of the theme."""
        theme = Theme.current()
        self.setPalette(card_palette(theme))
        name_font = theme.font(_NAME_PIXELS)
        name_font.setWeight(QFont.Weight.Bold)
        self.name.setFont(name_font)
        self.definition.setFont(theme.font(_TEXT_PIXELS))
        for label in (self.count, self.hint, self.nested):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), theme.colour("muted"))
            label.setPalette(palette)
        self.setAccessibleName(tr("reading.term.title"))
        self.list.setAccessibleName(tr("reading.term.places"))
        self.close_button.setIcon(icon("x", "muted", 16))
        self.close_button.setToolTip(tr("reading.term.close"))
        self.close_button.setAccessibleName(tr("reading.term.close"))
        if self._book is not None and self.items:
            self._show_item(self._shown)
        self._tell_hold()

    # ── what it shows ──

    def show_terms(self, book: Book, items: list[int], anchor: QRect, hold: Hold) -> None:
        """Show the first of `items` beside `anchor`, a stretch of the screen."""
        self._book, self.items, self._anchor = book, items, anchor
        self.hold = hold
        self._show_item(items[0])
        self._tell_hold()
        self.show_beside(anchor)

    @property
    def shown_item(self) -> int:
        """Index of the term in view, -1 where there is none."""
        return self._shown if self.isVisible() else -1

    def _show_item(self, item: int) -> None:
        book = self._book
        if book is None:
            return
        self._shown = item
        term = book.report.glossary[item]
        self.name.setText(term.name)
        self.definition.setText(term.definition)
        others = [other for other in self.items if other != item]
        links = "、".join(_link(other, book.report.glossary[other].name) for other in others)
        self.nested.setText(tr("reading.term.nested", terms=links))
        self.nested.setVisible(bool(others))
        stretches = [(book.positions.display_of(s), s) for s in places_of(term, book.report)]
        shown = [(stretch, span) for stretch, span in stretches if len(stretch)]
        self._places = [span for _, span in shown]
        self._model.show_hits(book, [stretch for stretch, _ in shown])
        count = len(term.occurrences)
        key = "reading.term.count" if count else "reading.term.only_here"
        self.count.setText(tr(key, count=count))
        self._fit()

    def _fit(self) -> None:
        rows = min(_MOST_ROWS, len(self._places))
        self.list.setFixedHeight(rows * ROW_HEIGHT)
        width = WIDTH - _LEFT - _RIGHT
        needed = self.definition.heightForWidth(width) + 2
        self._scroll.setFixedHeight(min(needed, _TALLEST_DEFINITION))
        self._column.activate()

    # ── how it stays and goes ──

    def keeps(self, items: list[int]) -> bool:
        """Answer a second look-up: pin what is in view unless `items` ask for something else."""
        if not self.isVisible():
            return False
        if self.hold is not Hold.HOVER and items and self._shown not in items:
            return False
        self.pin()
        return True

    def pin(self) -> None:
        """Keep it until it is closed."""
        self.hold = Hold.PINNED
        self._tell_hold()

    @property
    def pinned(self) -> bool:
        """Whether it stays until it is closed."""
        return self.isVisible() and self.hold in {Hold.PINNED, Hold.ENTERED}

    def close_popup(self) -> bool:
        """Close it; tell whether it was open."""
        was_open = self.isVisible()
        self.hide()
        self.hold = Hold.HOVER
        return was_open

    def _tell_hold(self) -> None:
        hint = {
            Hold.HOVER: "reading.term.hint_hover",
            Hold.CARET: "reading.term.hint_caret",
            Hold.PINNED: "reading.term.hint_pinned",
            Hold.ENTERED: "reading.term.hint_entered",
        }[self.hold]
        self.hint.setText(tr(hint))
        self.close_button.setVisible(self.hold in {Hold.PINNED, Hold.ENTERED})
        self.border = "accent" if self.hold is Hold.ENTERED else "rule"
        self.update()

    # ── keys, handed over by who has the focus ──

    def take_key(self, key: int) -> bool:
        """Take a key while pinned; tell whether it was of use here."""
        if not self.pinned:
            return False
        if self.hold is Hold.PINNED:
            if key != Qt.Key.Key_Tab:
                return False
            self.hold = Hold.ENTERED
            self.list.setCurrentIndex(self._model.index(0, 0))
            self._tell_hold()
            return True
        return self._take_list_key(key)

    def _take_list_key(self, key: int) -> bool:
        row = self.list.currentIndex().row()
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if key == Qt.Key.Key_Down else -1
                row = min(max(0, row + step), len(self._places) - 1)
                self.list.setCurrentIndex(self._model.index(row, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._wish(row)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                bar = self._scroll.verticalScrollBar()
                step = bar.pageStep() if key == Qt.Key.Key_PageDown else -bar.pageStep()
                bar.setValue(bar.value() + step)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = 1 if key == Qt.Key.Key_Right else -1
                at = self.items.index(self._shown) + step
                self._turn_to(self.items[at % len(self.items)])
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self.pin()
            case _:
                return False
        return True

    def _turn_to(self, item: int) -> None:
        self._show_item(item)
        self.show_beside(self._anchor)

    def _wish(self, row: int) -> None:
        if 0 <= row < len(self._places):
            self.place_wished.emit(self._places[row])

    def _on_row_clicked(self, index: QModelIndex) -> None:
        self._wish(index.row())

    def _on_nested_activated(self, link: str) -> None:
        self._turn_to(int(link))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.mouse_entered.emit()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mouse_left.emit()


def _link(item: int, name: str) -> str:
    colour = Theme.current().colour("link").name()
    return f'<a href="{item}" style="color: {colour}; text-decoration: none">{escape(name)}</a>'
