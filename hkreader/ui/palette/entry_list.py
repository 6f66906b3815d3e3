"""The entries that fit, best first: model, drawing and the list itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.ui.palette.entries import Entry
from hkreader.ui.reading.card import CardList, paint_row
from hkreader.ui.theme import Theme

ROW_HEIGHT = 30
MOST_ROWS = 12
_ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_MARGIN, _KIND_WIDTH = 14, 48
_DETAIL_SHARE = 0.4
"""How much of the line the detail may take."""
_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EntryModel(QAbstractListModel):
    """One row an entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == _ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{entry.words}  {entry.detail}".rstrip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{kind_words(entry)}：{entry.words} {entry.detail}".rstrip()
        return None


def kind_words(entry: Entry) -> str:
    """Name the kind of an entry."""
    return tr(f"palette.kind.{entry.kind}")


class EntryDelegate(QStyledItemDelegate):
    """One line an entry: its kind, its words, and at the right edge the detail."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(_ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        paint_row(painter, option)
        theme = Theme.current()
        box = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        metrics = option.fontMetrics
        painter.setFont(option.font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(
            QRect(box.topLeft(), QSize(_KIND_WIDTH, box.height())), _LEFT, kind_words(entry)
        )
        box.setLeft(box.left() + _KIND_WIDTH)
        elide = Qt.TextElideMode.ElideRight
        detail = metrics.elidedText(entry.detail, elide, int(box.width() * _DETAIL_SHARE))
        painter.drawText(box, _RIGHT, detail)
        box.setRight(box.right() - metrics.horizontalAdvance(detail) - _MARGIN)
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, _LEFT, metrics.elidedText(entry.words, elide, box.width()))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(option.rect.width(), ROW_HEIGHT)


class EntryList(CardList):
    """Shows entries; the keys stay in the field above it."""

    def __init__(self, parent: QWidget) -> None:
        self.shown = EntryModel()
        super().__init__(self.shown, parent)
        self.shown.setParent(self)
        self.setItemDelegate(EntryDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, the first of them chosen."""
        self.shown.show_entries(entries)
        self.setFixedHeight(min(MOST_ROWS, len(entries)) * ROW_HEIGHT)
        self.choose(0)

    @property
    def chosen(self) -> Entry | None:
        """The entry that Enter goes to."""
        row = self.currentIndex().row()
        return self.shown.entries[row] if 0 <= row < len(self.shown.entries) else None

    def move_by(self, rows: int) -> None:
        """Choose another row, from the last on to the first where it is one step."""
        count = len(self.shown.entries)
        if count:
            row = self.currentIndex().row() + rows
            self.choose(row % count if abs(rows) == 1 else min(max(row, 0), count - 1))

    def choose(self, row: int) -> None:
        """Choose a row and bring it into view."""
        index = self.shown.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
