"""The dialog of the user's own names of indicators."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from hkreader.messages import tr
from hkreader.qt.learning import Learning
from hkreader.qt.override import override
from hkreader.ui.dialog_layout import lay_out_list

SIZE = (520, 320)


class OwnNamesDialog(QDialog):
    """Lists the names with what each means; what is removed takes effect at once."""

    def __init__(self, learning: Learning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learning = learning
        self.list = QListWidget(self)
        self._words = QLabel(tr("window.own_names.words"), self)
        self.remove = QPushButton(tr("window.glossaries.remove"), self)
        self.close_button = QPushButton(tr("window.bar.close"), self)
        self._build()
        learning.names_known.connect(self._fill)
        learning.ask_names()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("window.own_names.title"))
        self.setMinimumSize(360, 240)
        self.resize(*SIZE)
        self.list.setAccessibleName(tr("window.own_names.title"))
        self.list.installEventFilter(self)
        lay_out_list(self, self._words, self.list, (self.remove, self.close_button))
        self.remove.clicked.connect(self._on_remove)
        self.remove.setEnabled(False)
        self.close_button.clicked.connect(self.accept)

    def _fill(self, names: dict[str, str]) -> None:
        self.list.clear()
        for name, canonical in names.items():
            item = QListWidgetItem(f"{name}  →  {canonical}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, (name, canonical))
        self.list.setCurrentRow(0)
        self.remove.setEnabled(bool(names))

    def _on_remove(self) -> None:
        item = self.list.takeItem(self.list.currentRow())
        if item is not None:
            self._learning.forget(*item.data(Qt.ItemDataRole.UserRole))
            self.remove.setEnabled(self.list.count() > 0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            self._on_remove()
            return True
        return False
