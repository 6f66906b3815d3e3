"""Decisions and notes on their way to a colleague, back from one, and out of a backup."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from hkreader.core.errors import HkreaderError, StoreDamaged
from hkreader.messages import tr
from hkreader.qt.session import Session

if TYPE_CHECKING:
    from hkreader.library.store import Store
    from hkreader.library.transfer import Conflict, Merged

# ruff: noqa: PLC0415  the first paint needs none of it


LOOK_AFTER_MS = 2_000
"""From the start to the check of the store: what is decided on the first report is read before."""


class ReviewFiles(QObject):
    """What the review menu does with files."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._backup: Path | None = None
        self._given_up = False
        """Whether the user closes the window though not everything could be stored."""
        session.report_failed.connect(self._on_failed)

    def look_after(self) -> None:
        """Check the store and copy it, once a start, where there is one; then keep an eye on it."""
        QTimer.singleShot(LOOK_AFTER_MS, self, self._check_store)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def _check_store(self) -> None:
        if not self._session.is_over and self._session.keeper.knows_anything:
            self._session.keeper.read(_look_after, _ignore)

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        """Another program may have stored something while the user was there."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._session.look_again()

    def may_close(self) -> bool:
        """Tell whether everything is stored; where it is not, ask what to do."""
        unsaved = self._session.keeper.settle() if self._session.knows_store else 0
        if not unsaved or self._given_up:
            return True
        self._ask_before_closing(unsaved)
        return False

    def _ask_before_closing(self, unsaved: int) -> None:
        text = tr("window.unsaved.words", count=unsaved, path=self._session.keeper.path.parent)
        icon = QMessageBox.Icon.Warning
        box = QMessageBox(icon, tr("window.unsaved.title"), text, parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        retry = box.addButton(tr("window.unsaved.retry"), QMessageBox.ButtonRole.AcceptRole)
        rescue = box.addButton(tr("window.unsaved.rescue"), QMessageBox.ButtonRole.ActionRole)
        leave = box.addButton(tr("window.unsaved.leave"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(retry)
        box.setEscapeButton(retry)
        retry.clicked.connect(self._session.keeper.try_again)
        rescue.clicked.connect(self.rescue)
        leave.clicked.connect(self._give_up)
        box.open()

    def _give_up(self) -> None:
        self._given_up = True
        self._window.close()

    def rescue(self) -> None:
        """Ask where, and write what was said of the report in view past the store."""
        self._ask_target(self.rescue_to)

    def rescue_to(self, name: str) -> None:
        """Write what was said of the report in view to the file `name`, which can be merged later."""
        from hkreader.library.transfer import one_text, write_transfer

        session, target = self._session, Path(name)
        said = one_text(
            session.scribe.known(), tuple(session.review.decisions), tuple(session.notes.all)
        )
        try:
            write_transfer(said, target)
        except HkreaderError as error:
            session.report_failed.emit(error)
        else:
            self._on_saved(target, None)

    def save(self) -> None:
        """Ask where, and write all decisions and notes."""
        self._ask_target(self.save_to)

    def save_to(self, name: str) -> None:
        """Write all decisions and notes to the file `name`."""
        target = Path(name)
        self._session.keeper.read(partial(_save, target), partial(self._on_saved, target))

    def merge(self) -> None:
        """Ask for a file of another store, and add what is new in it."""
        dialog = self._dialog(tr("window.dialog.merge_reviews"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.merge_from)
        dialog.open()

    def merge_from(self, name: str) -> None:
        """Add what is new in the file `name`; where both differ the user is asked."""
        self._session.keeper.read(partial(_merge, Path(name)), self._on_merged)

    def restore(self) -> None:
        """Put the last backup in the place of the store that was damaged."""
        if self._backup is not None:
            self._session.keeper.restore(self._backup, self._session.review_again)
            self._backup = None

    def take_theirs(self, conflicts: list[Conflict]) -> None:
        """Let the other's word stand where the user chose it."""
        from hkreader.library.transfer import take_theirs

        if conflicts:
            self._session.keeper.write(lambda store: take_theirs(store, conflicts), self._on_taken)

    def _on_saved(self, target: Path, _answer: object) -> None:
        words = tr("window.message.reviews_saved", name=target.name)
        self._session.message_posted.emit(words, "info")

    def _on_merged(self, merged: Merged) -> None:
        words = tr(
            "window.message.reviews_merged",
            added=merged.added,
            equal=merged.equal,
            conflicts=len(merged.conflicts),
        )
        self._session.message_posted.emit(words, "info")
        self._session.review_again()
        if merged.conflicts:
            from hkreader.ui.conflicts import ConflictsDialog

            dialog = ConflictsDialog(merged.conflicts, self._window)
            dialog.chosen.connect(self.take_theirs)
            dialog.open()

    def _on_taken(self, _answer: object) -> None:
        self._session.review_again()

    def _on_failed(self, error: HkreaderError) -> None:
        if isinstance(error, StoreDamaged):
            self._backup = error.backup

    def _ask_target(self, then: Callable[[str], None]) -> None:
        dialog = self._dialog(tr("window.dialog.save_reviews"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{tr('window.dialog.reviews_name')}.json")
        dialog.fileSelected.connect(then)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        folder = self._session.settings.export_folder or str(Path.home())
        dialog = QFileDialog(self._window, title, folder)
        dialog.setNameFilters([tr("window.dialog.reviews")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def _look_after(store: Store) -> None:
    store.look_after()


def _ignore(_answer: object) -> None:
    """Nothing follows."""


def _save(target: Path, store: Store) -> None:
    from hkreader.library.transfer import collect, write_transfer

    write_transfer(collect(store), target)


def _merge(path: Path, store: Store) -> Merged:
    from hkreader.library.transfer import merge, read_transfer

    return merge(store, read_transfer(path))
