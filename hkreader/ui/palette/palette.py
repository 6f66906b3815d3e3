"""The palette: one field, and under it what fits."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.qt.slices import Slices
from hkreader.ui.palette.entries import PREFIXES, Entry, EntryKind, EntrySource
from hkreader.ui.palette.entry_list import MOST_ROWS, EntryList
from hkreader.ui.palette.matching import fit
from hkreader.ui.reading.card import card_palette, draw_card
from hkreader.ui.theme import Theme

WIDTH, TOP, MARGIN = 640, 56, 16
_MOST = 200
"""Entries that are listed at most."""


class Palette(QFrame):
    """Lies over the window until something is chosen, Escape is pressed or the focus goes away."""

    def __init__(self, entries: EntrySource, window: QWidget) -> None:
        super().__init__(window)
        self._entries = entries
        self._window = window
        self._before: QWidget | None = None
        self._slices = Slices(self)
        self.field = QLineEdit(self)
        self.list = EntryList(self)
        self._hint = QLabel(self)
        self._build()
        self.hide()
        window.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether entries are still being looked through."""
        return self._slices.busy

    def toggle(self) -> None:
        """Open the palette, or put it away."""
        if not self.dismiss():
            self._open()

    def dismiss(self) -> bool:
        """Put the palette away and give the keys back; tell whether it was open."""
        if self.isHidden():
            return False
        self._slices.stop()
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _build(self) -> None:
        self.setObjectName("palette")
        self.field.setFrame(False)
        self.field.setMinimumHeight(36)
        self.field.setTextMargins(MARGIN - 4, 0, MARGIN - 4, 0)
        self._hint.setContentsMargins(MARGIN, 6, MARGIN, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 1)
        layout.setSpacing(4)
        for widget in (self.field, self.list, self._hint):
            layout.addWidget(widget)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self.list.clicked.connect(self._on_clicked)

    def _open(self) -> None:
        self._before = QApplication.focusWidget()
        theme = Theme.current()
        self.setPalette(card_palette(theme))
        palette = self._hint.palette()
        palette.setColor(self._hint.foregroundRole(), theme.colour("muted"))
        self._hint.setPalette(palette)
        for widget in (self, self.field, self.list):
            widget.setAccessibleName(tr(self._entries.title))
        self.field.setPlaceholderText(tr(self._entries.placeholder))
        self.field.clear()
        self._look("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ── looking ──

    def _look(self, text: str) -> None:
        """List what fits `text`; few entries are done when this returns."""
        kind = PREFIXES.get(text[:1])
        query = (text[1:] if kind else text).strip()
        self._slices.run(self._fitting(kind, query))

    def _fitting(self, kind: EntryKind | None, query: str) -> Iterator[None]:
        if kind is EntryKind.PARAGRAPH and query.isdecimal():
            self._show(list(self._entries.paragraph(int(query))), query)
            return
        found: list[tuple[float, int, Entry]] = []
        for number, entry in enumerate(self._entries.of(kind)):
            yield
            if query:
                value = fit(query, entry.words)
                if value is not None:
                    found.append((-value, number, entry))
            elif kind is not None or entry.first:
                found.append((0.0, number, entry))
        found.sort(key=lambda item: item[:2])
        self._show([entry for *_, entry in found[:_MOST]], query)

    def _show(self, entries: list[Entry], query: str) -> None:
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self._hint.setText(tr(self._entries.hint if entries or not query else "palette.none"))
        self._place()

    # ── choosing ──

    def _on_clicked(self, _index: QModelIndex) -> None:
        self._choose()

    def _choose(self) -> None:
        entry = self.list.chosen
        if entry is not None:
            self.dismiss()
            entry.go()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and not self.isHidden():
                self._place()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._is_taken(event.key())
        if isinstance(event, QFocusEvent) and event.lostFocus():
            # An input method's window and a menu borrow the focus only.
            borrowed = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
            if event.reason() not in borrowed:
                self._before = None
                self.dismiss()
        return False

    def _is_taken(self, key: int) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_ROWS - 1,
            Qt.Key.Key_PageUp: 1 - MOST_ROWS,
        }
        if key in steps:
            self.list.move_by(steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return False
        return True

    def _place(self) -> None:
        room = self._window.rect()
        self.setFixedWidth(max(1, min(WIDTH, room.width() - 2 * MARGIN)))
        self.adjustSize()
        self.move(room.center().x() - self.width() // 2, TOP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_card(self)
