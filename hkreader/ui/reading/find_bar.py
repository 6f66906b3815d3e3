"""The find bar: a query, how many hits there are, and the hits with the words around them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPaintEvent, QTransform
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.ui.icons import SIZE, icon, pixmap
from hkreader.ui.keymap.keymap import Keymap
from hkreader.ui.reading.book import Book
from hkreader.ui.reading.card import draw_card
from hkreader.ui.reading.finder import Finder
from hkreader.ui.reading.hit_list import HitList
from hkreader.ui.theme import Theme

_UP, _DOWN = 90, -90
"""By how much an arrow to the left is turned to point up or down."""


class FindBar(QFrame):
    """Lies over the upper right corner of the page; emits which hit is wanted."""

    step_wished = Signal(int)
    """The next hit (1) or the one before (-1) is wanted."""
    hit_wished = Signal(int)
    """Index of the hit that the list passes over."""
    hit_chosen = Signal(int)
    """Index of a hit picked from the list: a jump of its own."""
    expression_wished = Signal(bool)
    section_wished = Signal(bool)
    """Whether one section alone is to be searched."""
    closed = Signal()
    resized = Signal()

    def __init__(self, finder: Finder, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self.current = -1
        self._finder = finder
        self._note = ""
        self._before, self._total = 0, ""
        self._book: Book | None = None
        self._focus_before: QWidget | None = None
        self.edit = QLineEdit(self)
        self.counter = QLabel(self)
        self.note = QLabel(self)
        """Where only one section is searched, or what is wrong with an expression."""
        self._heading = ""
        self.expression_button = self._button()
        self.section_button = self._button()
        self.previous_button = self._button()
        self.next_button = self._button()
        self.list_button = self._button()
        self.close_button = self._button()
        self.list = HitList(self)
        self._build()
        self._connect()
        self.dress()
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (
            self.edit,
            self.expression_button,
            self.section_button,
            self.previous_button,
            self.next_button,
            self.list_button,
            self.close_button,
            self.list,
        )

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.edit, 1)
        row.addWidget(self.counter)
        for button in self.stops[1:-1]:
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.note)
        self.note.setWordWrap(True)
        self.note.hide()
        for button in (self.expression_button, self.section_button):
            button.setCheckable(True)
        layout.addWidget(self.list)
        self.edit.setFrame(False)
        self.edit.setClearButtonEnabled(False)
        self.counter.setMinimumWidth(60)
        self.counter.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list.hide()
        self.list_button.setCheckable(True)

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(SIZE, SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.installEventFilter(self)
        self.list.row_wished.connect(self.hit_wished)
        self.list.row_chosen.connect(self.hit_chosen)
        self.list.left.connect(self._on_list_left)
        self.list.close_wished.connect(self.close_bar)
        self.previous_button.clicked.connect(self._on_previous_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        self.expression_button.clicked.connect(self.expression_wished)
        self.section_button.clicked.connect(self.section_wished)
        self.list_button.toggled.connect(self._on_list_toggled)
        self.close_button.clicked.connect(self.close_bar)

    def dress(self) -> None:
        """Put on the words of the language and the colours of the theme."""
        self.setAccessibleName(tr("reading.find.title"))
        self._show_placeholder()
        self.edit.setAccessibleName(tr("reading.find.title"))
        self.list.setAccessibleName(tr("reading.find.results"))
        self.previous_button.setIcon(_turned_arrow(_UP))
        self.next_button.setIcon(_turned_arrow(_DOWN))
        self.list_button.setIcon(icon("list-tree"))
        self.expression_button.setText(".*")
        self.section_button.setText("§")
        self.close_button.setIcon(icon("x"))
        for button, key in (
            (self.expression_button, "reading.find.expression"),
            (self.section_button, "reading.find.section"),
            (self.previous_button, "reading.find.previous"),
            (self.next_button, "reading.find.next"),
            (self.list_button, "reading.find.list"),
            (self.close_button, "reading.find.close"),
        ):
            button.setToolTip(tr(key))
            button.setAccessibleName(tr(key))
        for button, action_id in (
            (self.expression_button, "find_expression"),
            (self.section_button, "find_in_section"),
        ):
            shown = self._keymap.shown(action_id)
            button.setToolTip(f"{button.accessibleName()}  {shown}".rstrip())
        self._tell()

    # ── opening and closing ──

    def open_bar(self, query: str = "", *, take_focus: bool = True) -> None:
        """Show the bar, and put the keys into the query, which becomes `query` if that is given."""
        if not self.isVisible():
            self._focus_before = QApplication.focusWidget()
        self.show()
        self.raise_()
        if query and query != self.edit.text():
            self.edit.setText(query)
        if take_focus:
            self.edit.selectAll()
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.resized.emit()

    def close_bar(self) -> None:
        """Hide the bar and give the focus back to who had it."""
        if not self.isVisible():
            return
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        self.list_button.setChecked(False)
        self.closed.emit()
        before, self._focus_before = self._focus_before, None
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── hits ──

    def take_hits(self, book: Book | None) -> None:
        """List the finder's hits, which are in `book`."""
        self._book = book
        self._fill_list()

    def set_scope(self, before: int, total: str) -> None:
        """Count on from the hits `before` these; the `total` is told where these are not all."""
        self._before, self._total = before, total
        self._tell()

    def show_modes(self, expression: bool, heading: str) -> None:  # noqa: FBT001  two facts
        """Show whether the query is an expression, and the heading of the one section searched."""
        self.expression_button.setChecked(expression)
        self.section_button.setChecked(bool(heading))
        self._heading = heading
        self._show_placeholder()
        self._tell()

    def show_current(self, current: int, note: str = "") -> None:
        """Show how many hits there are, `current` being the one the reader is at (-1: none)."""
        self._note = note
        self._set_current(current)

    def _on_text_changed(self, text: str) -> None:
        self._finder.search(text)
        if self._finder.busy:
            self._tell()

    def _on_previous_clicked(self) -> None:
        self.step_wished.emit(-1)

    def _on_next_clicked(self) -> None:
        self.step_wished.emit(1)

    def _set_current(self, current: int) -> None:
        self.current = current
        self.list.show_row(current)
        self._tell()

    def _show_placeholder(self) -> None:
        kind = "expression" if self.expression_button.isChecked() else "words"
        self.edit.setPlaceholderText(tr(f"reading.find.{kind}_example"))

    def _tell_note(self) -> None:
        """Say below the query what is wrong with it, or where alone it is looked for."""
        failure = self._finder.failure
        text = tr("reading.find.within", heading=self._heading) if self._heading else ""
        if failure is not None:
            place = failure.place
            text = tr(f"reading.find.problem.{failure.problem}", place=place)
        if text != self.note.text():
            self.note.setText(text)
            self.note.setVisible(bool(text))
            self.adjustSize()
            self.resized.emit()
        self._colour(self.note, "doubt" if failure is not None else "muted")

    def _tell(self) -> None:
        self._tell_note()
        count = len(self._finder.hits)
        found = bool(count)
        for button in (self.previous_button, self.next_button, self.list_button):
            button.setEnabled(found)
        if self._total:
            self.previous_button.setEnabled(True)
            self.next_button.setEnabled(True)
        if self._finder.busy:
            text = tr("reading.find.busy")
        elif not self._finder.query.strip() or self._finder.failure is not None:
            text = ""
        elif not found:
            text = self._total or tr("reading.find.none")
        else:
            number = self._before + self.current + 1
            text = f"{self._note} {number}/{self._total or count}".strip()
        missed = not found and not self._total and bool(text) and not self._finder.busy
        self._colour(self.counter, "doubt" if missed else "muted")
        self.counter.setText(text)
        self.edit.setAccessibleDescription(f"{text} {self.note.text()}".strip())

    @staticmethod
    def _colour(label: QLabel, role: str) -> None:
        palette = label.palette()
        palette.setColor(label.foregroundRole(), Theme.current().colour(role))
        label.setPalette(palette)

    def _on_list_toggled(self, shown: bool) -> None:  # noqa: FBT001  Qt's signature
        self.list.setVisible(shown)
        if not shown and self.list.hasFocus():
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill_list()
        self._set_current(self.current)

    def _fill_list(self) -> None:
        """Fill the list while it is open only: a thousand rows are not laid out for nothing."""
        hits = self._finder.hits
        if not hits:
            self.list_button.setChecked(False)
        self.list.show_hits(self._book, hits if self.list_button.isChecked() else ())
        self.adjustSize()
        self.resized.emit()

    def _on_list_left(self) -> None:
        self.edit.setFocus(Qt.FocusReason.BacktabFocusReason)

    # ── events ──

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._is_taken(event.key(), event.modifiers())
        return super().eventFilter(watched, event)

    def _is_taken(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
                self.step_wished.emit(-1 if back else 1)
            case Qt.Key.Key_Down if self._finder.hits:
                self.list_button.setChecked(True)
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                self._set_current(max(0, self.current))
            case Qt.Key.Key_Escape:
                self.close_bar()
            case _:
                return False
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_card(self)


def _turned_arrow(degrees: int) -> QIcon:
    theme = Theme.current()
    turn = QTransform().rotate(degrees)
    turned = QIcon()
    for mode, role in ((QIcon.Mode.Normal, "ink"), (QIcon.Mode.Disabled, "faint")):
        arrow = pixmap("arrow-left", theme.colour(role).name())
        upright = arrow.transformed(turn)
        upright.setDevicePixelRatio(arrow.devicePixelRatio())
        turned.addPixmap(upright, mode)
    return turned
