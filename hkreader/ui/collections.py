"""Opens the reports of a file that holds many; asks for the column where several would do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from hkreader.core.errors import HoldsMany
from hkreader.messages import tr
from hkreader.qt.desk import Desk
from hkreader.qt.session import Session
from hkreader.ui.files import FileCommands


class Collections(QObject):
    """Listens to the session for collections."""

    def __init__(self, session: Session, desk: Desk, files: FileCommands, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._desk = desk
        self._files = files
        self._window = window
        session.many_found.connect(self._on_many_found)
        session.unpacked.connect(self._on_unpacked)
        if session.many is not None:
            self._on_many_found(session.many)

    def _on_many_found(self, found: HoldsMany) -> None:
        columns = found.data["columns"]
        if isinstance(columns, list) and len(columns) > 1:
            self._ask(found, columns)
        else:
            self._session.unpack(found.path, "")

    def _ask(self, found: HoldsMany, columns: list[str]) -> None:
        dialog = QInputDialog(self._window, Qt.WindowType.Sheet)
        dialog.setInputMode(QInputDialog.InputMode.TextInput)
        dialog.setWindowTitle(tr("window.dialog.column"))
        words = tr("window.dialog.which_column", name=found.path.name, count=found.data["count"])
        dialog.setLabelText(words)
        dialog.setComboBoxItems(columns)
        dialog.textValueSelected.connect(lambda column: self._session.unpack(found.path, column))
        dialog.rejected.connect(self._session.leave_packed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_unpacked(self, path: Path, members: list[Path]) -> None:
        self._desk.remove(path)
        self._files.open_paths(members)
