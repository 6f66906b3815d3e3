"""Where two reviewers differ: both words beside each other, and the user chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from hkreader.library.transfer import AliasConflict, Conflict, DecisionConflict
from hkreader.messages import tr
from hkreader.models.said_words import decision_words, note_words
from hkreader.ui.dialog_layout import lay_out_list

SIZE = (760, 420)


class ConflictsDialog(QDialog):
    """Lists the conflicts; a tick takes the other's word, without one ours stays."""

    chosen = Signal(object)
    """The list of conflicts in which the other's word is taken."""

    def __init__(self, conflicts: Sequence[Conflict], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conflicts = conflicts
        self.list = QTreeWidget(self)
        self._words = QLabel(tr("window.conflicts.words", count=len(conflicts)), self)
        self.all_theirs = QPushButton(tr("window.conflicts.all"), self)
        self.done_button = QPushButton(tr("window.conflicts.done"), self)
        self._build()
        for conflict in conflicts:
            item = QTreeWidgetItem(self.list, list(_words_of(conflict)))
            item.setCheckState(0, Qt.CheckState.Unchecked)
            for column in range(self.list.columnCount()):
                item.setToolTip(column, item.text(column))
        self.list.setCurrentItem(self._item(0))

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("window.conflicts.title"))
        self.resize(*SIZE)
        columns = [tr(f"window.conflicts.{name}") for name in ("place", "mine", "theirs")]
        self.list.setHeaderLabels(columns)
        self.list.setAccessibleName(tr("window.conflicts.title"))
        self.list.setRootIsDecorated(False)
        for column in range(len(columns)):
            self.list.setColumnWidth(column, SIZE[0] // len(columns) - 12)
        lay_out_list(self, self._words, self.list, (self.all_theirs, self.done_button))
        self.all_theirs.clicked.connect(self._on_all_theirs)
        self.done_button.clicked.connect(self._on_done)

    def _on_all_theirs(self) -> None:
        for at in range(len(self._conflicts)):
            self._item(at).setCheckState(0, Qt.CheckState.Checked)

    def _on_done(self) -> None:
        ticked = Qt.CheckState.Checked
        taken = [
            conflict
            for at, conflict in enumerate(self._conflicts)
            if self._item(at).checkState(0) == ticked
        ]
        self.chosen.emit(taken)
        self.accept()

    def _item(self, at: int) -> QTreeWidgetItem:
        item = self.list.topLevelItem(at)
        if item is None:
            raise IndexError(at)
        return item


def _words_of(conflict: Conflict) -> tuple[str, str, str]:
    """Word where two differ, what is ours and what is theirs."""
    if isinstance(conflict, AliasConflict):
        return conflict.mine.name, conflict.mine.canonical, conflict.theirs.canonical
    text = conflict.text
    place = text.title or text.file or text.region
    if isinstance(conflict, DecisionConflict):
        mine = "；".join(map(decision_words, conflict.mine))
        return place, mine, decision_words(conflict.theirs)
    return place, note_words(conflict.mine), note_words(conflict.theirs)
