"""What the glossary pop-up shows: name, definition, terms inside it, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont
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

from hkreader.core.report import Span, Term
from hkreader.messages import tr
from hkreader.ui.icons import icon
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.card import clear_backdrop
from hkreader.ui.reading.hit_delegate import ROW_HEIGHT, HitDelegate
from hkreader.ui.reading.hit_model import HitModel
from hkreader.ui.reading.terms import places_of
from hkreader.ui.theme import Theme

WIDTH = 420
_LEFT, _RIGHT, _EDGE = 16, 12, 12
_MOST_ROWS = 6
_TALLEST_DEFINITION = 260
_NAME_PIXELS = 16
_TEXT_PIXELS = 14
_ICON = 16


class TermSheet(QWidget):
    """Arranges the words of one term; no key and no focus comes here."""

    place_wished = Signal(Span)
    """A place where the term stands is to be shown."""
    term_wished = Signal(int)
    """Another term, which lies within this one, is to be shown."""
    close_wished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._places: list[Span] = []
        self._model = HitModel(self)
        self.name = QLabel(self)
        self.definition = QLabel(self)
        self.source = QLabel(self)
        self.nested = QLabel(self)
        self.count = QLabel(self)
        self.hint = QLabel(self)
        self.list = QListView(self)
        self.close_button = QToolButton(self)
        self._scroll = QScrollArea(self)
        self._column = QVBoxLayout(self)
        self._build_words()
        self._build_list()
        self._arrange()
        self.close_button.clicked.connect(self.close_wished)
        self.list.clicked.connect(self._on_row_clicked)
        self.nested.linkActivated.connect(self._on_nested_activated)

    def _build_words(self) -> None:
        self._scroll.setWidget(self.definition)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        clear_backdrop(self._scroll)
        for label in (self.name, self.definition, self.nested):
            label.setWordWrap(True)
        for label in (self.name, self.definition):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.definition.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.definition.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.nested.setTextFormat(Qt.TextFormat.RichText)
        self.close_button.setAutoRaise(True)
        self.close_button.setIconSize(QSize(_ICON, _ICON))

    def _build_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        clear_backdrop(self.list)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.setContentsMargins(_LEFT, _EDGE, _RIGHT, _EDGE)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        for widget in (self._scroll, self.source, self.nested, self.count, self.list, self.hint):
            self._column.addWidget(widget)
        for silent in (self.list, self._scroll, self.close_button, self.nested):
            silent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)

    def dress(self) -> None:
        """Put on the words of the language and the colours of the theme."""
        theme = Theme.current()
        name_font = theme.font(_NAME_PIXELS)
        name_font.setWeight(QFont.Weight.Bold)
        self.name.setFont(name_font)
        self.definition.setFont(theme.font(_TEXT_PIXELS))
        for label in (self.count, self.hint, self.nested, self.source):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), theme.colour("muted"))
            label.setPalette(palette)
        self.list.setAccessibleName(tr("reading.term.places"))
        self.close_button.setIcon(icon("x", "muted", _ICON))
        self.close_button.setToolTip(tr("reading.term.close"))
        self.close_button.setAccessibleName(tr("reading.term.close"))

    def show_term(self, book: Book, terms: Sequence[Term], item: int, others: list[int]) -> None:
        """Show one of `terms`, and the names of `others` that lie within it."""
        term = terms[item]
        self.name.setText(term.name)
        self.definition.setText(term.definition or tr("reading.term.unexplained"))
        self.definition.setEnabled(bool(term.definition))
        self.source.setText(tr("reading.term.source", name=term.source))
        self.source.setVisible(bool(term.source))
        links = "、".join(_link(other, terms[other].name) for other in others)
        self.nested.setText(tr("reading.term.nested", terms=links))
        self.nested.setVisible(bool(others))
        shown = [(book.positions.display_of(span), span) for span in places_of(term, book.report)]
        shown = [(stretch, span) for stretch, span in shown if len(stretch)]
        self._places = [span for _, span in shown]
        self._model.show_hits(book, [stretch for stretch, _ in shown])
        count = len(term.occurrences)
        key = "reading.term.count" if count else "reading.term.only_here"
        self.count.setText(tr(key, count=count))
        self._fit()

    def _fit(self) -> None:
        self.list.setFixedHeight(min(_MOST_ROWS, len(self._places)) * ROW_HEIGHT)
        needed = self.definition.heightForWidth(WIDTH - _LEFT - _RIGHT) + 2
        self._scroll.setFixedHeight(min(needed, _TALLEST_DEFINITION))
        self._column.activate()

    def choose_row(self, row: int) -> None:
        """Choose a place of the list; the nearest there is."""
        row = min(max(0, row), len(self._places) - 1)
        self.list.setCurrentIndex(self._model.index(row, 0))

    @property
    def row(self) -> int:
        """The place chosen, -1 for none."""
        return self.list.currentIndex().row()

    def wish_row(self) -> None:
        """Ask for the place chosen."""
        if 0 <= self.row < len(self._places):
            self.place_wished.emit(self._places[self.row])

    def scroll_definition(self, pages: int) -> None:
        """Scroll a definition that is too long to be shown whole."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _on_row_clicked(self, index: QModelIndex) -> None:
        self.place_wished.emit(self._places[index.row()])

    def _on_nested_activated(self, link: str) -> None:
        self.term_wished.emit(int(link))


def _link(item: int, name: str) -> str:
    colour = Theme.current().colour("link").name()
    return f'<a href="{item}" style="color: {colour}; text-decoration: none">{escape(name)}</a>'
