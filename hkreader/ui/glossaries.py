"""The dialog in which the user adds glossaries of his own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from hkreader.messages import tr
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.ui.dialog_layout import lay_out_list

SIZE = (520, 320)


class GlossariesDialog(QDialog):
    """Lists the files; what is changed takes effect at once."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.list = QListWidget(self)
        self._words = QLabel(tr("window.glossaries.words"), self)
        self.add = QPushButton(tr("window.glossaries.add"), self)
        self.remove = QPushButton(tr("window.glossaries.remove"), self)
        self.close_button = QPushButton(tr("window.bar.close"), self)
        self._build()
        self._fill()
        session.terms_changed.connect(self._fill)

    def add_paths(self, paths: list[Path]) -> None:
        """Use these files, too."""
        known = self._session.settings.glossaries
        self._session.set_glossaries([*known, *(it for it in paths if it not in known)])
        self._fill()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("window.glossaries.title"))
        self.setMinimumSize(360, 240)
        self.resize(*SIZE)
        self.list.setAccessibleName(tr("window.glossaries.title"))
        self.list.installEventFilter(self)
        lay_out_list(self, self._words, self.list, (self.add, self.remove, self.close_button))
        self.add.clicked.connect(self._ask)
        self.remove.clicked.connect(self._on_remove)
        self.close_button.clicked.connect(self.accept)

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for path in self._session.settings.glossaries:
            item = QListWidgetItem(self._line(path), self.list)
            item.setToolTip(str(path))
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self.remove.setEnabled(self.list.count() > 0)

    def _line(self, path: Path) -> str:
        """Name a file with how many of its terms the report uses."""
        if self._session.report is None:
            return path.name
        used = sum(term.source == path.name for term in self._session.terms)
        return tr("window.glossaries.line", name=path.name, used=used)

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("window.glossaries.add"), self._session.settings.open_folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([tr("window.glossaries.files"), tr("window.dialog.any")])
        dialog.filesSelected.connect(lambda names: self.add_paths(list(map(Path, names))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_remove(self) -> None:
        known = list(self._session.settings.glossaries)
        if 0 <= self.list.currentRow() < len(known):
            known.pop(self.list.currentRow())
            self._session.set_glossaries(known)
            self._fill()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            self._on_remove()
            return True
        return False
