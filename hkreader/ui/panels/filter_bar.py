"""What narrows a table: a box for words, the section, the status, and how much is left."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from hkreader.core.findings import Status
from hkreader.messages import tr
from hkreader.models.group_words import group_title
from hkreader.models.nodes import GroupNode
from hkreader.models.row_proxy import RowFilter
from hkreader.models.signs import Sign, letter_of, name_of
from hkreader.qt.override import override
from hkreader.ui.icons import icon
from hkreader.ui.panels.chip import Chip
from hkreader.ui.panels.row_painter import SIGN_TINTS
from hkreader.ui.panels.section_combo import SectionCombo
from hkreader.ui.panels.table_header import head_font
from hkreader.ui.theme import Theme

TYPING_PAUSE = 90
"""Milliseconds without a key before the table follows what is typed."""
DOUBT = "doubt"
GAP = "gap"
Key = Sign | str
"""What a chip lets through."""
STATUS_CHIPS: tuple[Key, ...] = (*Status, DOUBT)
"""Chips for a table with a status in each row."""


class FilterBar(QWidget):
    """Tells what the user wants to see; whoever composes it filters."""

    filter_changed = Signal()
    left_downwards = Signal()
    """The user is done here: the table should take the focus."""

    def __init__(self, name: str, chips: Iterable[Key] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._box = QLineEdit(self)
        self._lens = QAction(self)
        self._sections = SectionCombo(self)
        self._chips = {key: self._make_chip(key) for key in chips}
        self._second = QHBoxLayout()
        self._count = QLabel(self)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._quiet = False
        self._build()
        self._connect()

    @property
    def row_filter(self) -> RowFilter:
        """What the rows in view must have."""
        chosen = {key for key, chip in self._chips.items() if chip.isChecked()}
        return RowFilter(
            text=self._box.text(),
            section=self._sections.currentData(),
            statuses=frozenset(key for key in chosen if isinstance(key, Sign)),
            doubtful=DOUBT in chosen,
            gaps=GAP in chosen,
        )

    def set_groups(self, groups: Iterable[GroupNode]) -> None:
        """Offer these headings to choose from."""
        self._quiet = True
        self._sections.clear()
        self._sections.addItem(tr("panels.filter.all_sections"), None)
        for group in groups:
            if group.section is not None:
                indent = "\N{NO-BREAK SPACE}" * 4 * group.depth
                self._sections.addItem(indent + group_title(group), group.section.index)
                self._sections.setItemData(
                    self._sections.count() - 1, group_title(group), Qt.ItemDataRole.ToolTipRole
                )
        self._sections.setEnabled(self._sections.count() > 1)
        self._quiet = False

    def hide_sections(self) -> None:
        """For a table without headings."""
        self._sections.hide()
        self._second.addStretch(1)

    def set_count(self, words: str) -> None:
        """Tell how much there is and how much is shown."""
        self._count.setText(words)

    def choose(self, key: Key) -> None:
        """Let through what one chip means, and nothing else."""
        self.clear()
        self._chips[key].setChecked(True)

    def clear(self) -> None:
        """Let everything through again."""
        if not self.row_filter:
            return
        self._quiet = True
        self._box.clear()
        self._sections.setCurrentIndex(0)
        for chip in self._chips.values():
            chip.setChecked(False)
        self._quiet = False
        self._pause.stop()
        self.filter_changed.emit()

    def focus_box(self, typed: str = "") -> None:
        """Give the keys to the box, with what was typed elsewhere."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if typed:
            self._box.setText(typed)
        else:
            self._box.selectAll()

    def retranslate(self) -> None:
        """Word everything in the language in force."""
        hint = tr(f"panels.{self._name}.filter")
        self._box.setPlaceholderText(hint)
        self._box.setAccessibleName(hint)
        self._lens.setText(hint)
        self._sections.setAccessibleName(tr("panels.filter.section"))
        self._sections.setToolTip(tr("panels.filter.section"))
        if self._sections.count():
            self._sections.setItemText(0, tr("panels.filter.all_sections"))
        for key, chip in self._chips.items():
            if isinstance(key, Sign):
                letter, name, more = letter_of(key), name_of(key), ""
            else:
                letter, name = tr(f"panels.{key}.letter"), tr(f"panels.{key}")
                more = tr(f"panels.{key}.meaning")
            words = tr("panels.filter.only", name=name)
            chip.setText(letter)
            chip.setAccessibleName(words)
            chip.setToolTip(f"{words}\n{more}".strip())

    def refresh_colours(self) -> None:
        """Follow the theme."""
        self._lens.setIcon(icon("search", "muted", 16))
        palette = self._count.palette()
        palette.setColor(self._count.foregroundRole(), Theme.current().colour("muted"))
        self._count.setPalette(palette)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape empty the filter, then lead to the table, as Down and Enter do."""
        if watched is not self._box or not isinstance(event, QKeyEvent):
            return False
        key, pressed = event.key(), event.type() == QEvent.Type.KeyPress
        if key == Qt.Key.Key_Escape:
            if pressed and self.row_filter:
                self.clear()
            elif pressed:
                self.left_downwards.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and pressed:
            self._apply()
            self.left_downwards.emit()
        else:
            return False
        event.accept()
        return True

    def _build(self) -> None:
        self._box.setClearButtonEnabled(True)
        self._box.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self._box.installEventFilter(self)
        self._sections.addItem("", None)
        self._count.setFont(head_font(self.font()))
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._second.setSpacing(4)
        self._second.addWidget(self._sections, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 4)
        column.setSpacing(8)
        column.addWidget(self._box)
        column.addLayout(self._second)
        column.addWidget(self._count)

    def _make_chip(self, key: Key) -> Chip:
        if isinstance(key, Sign):
            return Chip(SIGN_TINTS[key], self)
        return Chip("paper_high", self, ink="doubt")

    def _connect(self) -> None:
        for chip in self._chips.values():
            self._second.addWidget(chip)
            chip.toggled.connect(self._on_changed)
        self._box.textChanged.connect(self._on_typed)
        self._pause.timeout.connect(self._apply)
        self._sections.currentIndexChanged.connect(self._on_changed)

    def _on_typed(self) -> None:
        if not self._quiet:
            self._pause.start()

    def _on_changed(self) -> None:
        if not self._quiet:
            self._apply()

    def _apply(self) -> None:
        self._pause.stop()
        self.filter_changed.emit()
