"""The sheet with every key (F1), made from the action table."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.ui.action_table import ACTIONS, MENUS, PANE_KEYS
from hkreader.ui.keymap.keymap import Keymap, native
from hkreader.ui.theme import Theme

MARGIN = 32
SCROLL_BAR = 16
COLUMNS = 3
COLUMN_BREAKS = {"go": 1, "view": 2}
"""The groups that begin a new column."""

Row = tuple[str, str]


class ShortcutSheet(QFrame):
    """Lies over the window; F1 or Escape takes it away and gives the keys back."""

    def __init__(self, keymap: Keymap, window: QWidget) -> None:
        super().__init__(window)
        self._keymap = keymap
        self._window = window
        self._before: QWidget | None = None
        self._words = QLabel(self)
        self._scroll = QScrollArea(self)
        self._build()
        self.hide()
        window.installEventFilter(self)

    def toggle(self) -> None:
        """Show the sheet, or take it away."""
        if not self.dismiss():
            self._show()

    def dismiss(self) -> bool:
        """Take the sheet away; tell whether it was there."""
        if self.isHidden():
            return False
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _build(self) -> None:
        self.setObjectName("sheet")
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setMargin(24)
        self._scroll.setWidget(self._words)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)

    def _show(self) -> None:
        self._before = QApplication.focusWidget()
        self._words.setText(sheet_html(self._keymap))
        self.setAccessibleName(tr("window.sheet.title"))
        self._scroll.setAccessibleName(tr("window.sheet.title"))
        self._place()
        self.show()
        self.raise_()
        self._scroll.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        room = self._window.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        wish = self._words.sizeHint()
        width = min(wish.width() + SCROLL_BAR, room.width())
        height = min(wish.height() + 2, room.height())
        self.setGeometry(0, 0, width, height)
        self.move(self._window.rect().center() - self.rect().center())


def key_groups(keymap: Keymap) -> Iterator[tuple[str, list[Row]]]:
    """Give the groups of the sheet, each with its rows of keys and words."""
    menus = [name for name, inner in MENUS for name in (name, *inner)]
    for menu in menus:
        rows = [
            (_native(keys), tr(f"window.action.{spec.id}").rstrip("…"))
            for spec in ACTIONS
            if spec.menu == menu and (keys := keymap.keys_of(spec.id))
        ]
        if rows:
            yield menu, rows
    free = [
        (_native(keys), tr(f"window.action.{spec.id}").rstrip("…"))
        for spec in ACTIONS
        if not spec.menu and (keys := keymap.keys_of(spec.id))
    ]
    panes = [
        (_native(keys), tr(f"window.key.{spec.id}"))
        for spec in PANE_KEYS
        if (keys := keymap.keys_of(spec.id) if spec.scope == "text" else spec.keys)
    ]
    yield "panes", free + panes


def sheet_html(keymap: Keymap) -> str:
    """Set the keys as a table of columns."""
    theme = Theme.current()
    muted, accent = theme.colour("muted").name(), theme.colour("accent").name()
    columns: list[str] = [""] * COLUMNS
    column = 0
    for name, rows in key_groups(keymap):
        column = COLUMN_BREAKS.get(name, column)
        title = tr(f"window.menu.{name}")
        cells = "".join(
            f'<tr><td width="140" style="color:{muted}; white-space:nowrap">{keys}</td>'
            f'<td style="white-space:nowrap">{words}</td></tr>'
            for keys, words in rows
        )
        columns[column] += (
            f'<p style="color:{accent}; margin:12px 0 4px 0"><b>{title}</b></p>'
            f'<table cellspacing="0" cellpadding="2">{cells}</table>'
        )
    inner = "".join(f'<td style="padding-right:40px">{text}</td>' for text in columns)
    return f"<h3>{tr('window.sheet.title')}</h3><table><tr>{inner}</tr></table>"


def _native(keys: tuple[str, ...]) -> str:
    text = " / ".join(map(native, keys)).replace("Return", "Enter")
    return text.replace("&", "&amp;").replace("<", "&lt;")
