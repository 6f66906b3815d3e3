"""Opening, closing and exporting as the user asks for it: dialogs, suggestions for names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from hkreader.core.report import Report
from hkreader.messages import tr
from hkreader.qt.desk import Desk
from hkreader.qt.own_files import keep_text
from hkreader.qt.session import Session
from hkreader.qt.settings import BUILTIN
from hkreader.resources import resource_path

ENDINGS = ("xlsx", "csv", "json")
NOTE_ENDINGS = ("xlsx", "md", "csv")
UNFIT = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))
"""Characters that some system refuses in file names."""


class FileCommands(QObject):
    """What the file menu does."""

    def __init__(
        self, session: Session, desk: Desk, window: QWidget, view_in_sight: Callable[[], str]
    ) -> None:
        super().__init__(window)
        self._session = session
        self._desk = desk
        self._window = window
        self._exported: Path | None = None
        self._view_in_sight = view_in_sight
        """Names the table that `export_table` writes."""
        self._write: Callable[[Path], None] | None = None
        session.exported.connect(self._on_exported)

    def open(self) -> None:
        """Ask for files and open them."""
        dialog = self._dialog(tr("window.dialog.open"), self._session.settings.open_folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([tr("window.dialog.reports"), tr("window.dialog.any")])
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def ask_report(self, then: Callable[[Path], None]) -> None:
        """Ask for one report, and hand it to `then`."""
        dialog = self._dialog(tr("window.dialog.open"), self._session.settings.open_folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("window.dialog.reports"), tr("window.dialog.any")])
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open `paths`: the first comes into view, the others wait behind it."""
        if not paths:
            return
        paths = [path.absolute() for path in paths]
        self.lay_out(paths)
        self._session.open_path(paths[0])

    def lay_out(self, paths: Sequence[Path]) -> None:
        """Put `paths` on the desk, the first of them being in view."""
        self._desk.add(paths)
        if len(paths) > 1:
            self._session.message_posted.emit(
                tr("window.message.more_files", count=len(paths) - 1), "info"
            )

    def paste(self) -> None:
        """Open what was copied elsewhere: files, or else text."""
        copied = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]
        if files:
            self.open_paths(files)
            return
        text = copied.text()
        if not text.strip():
            self._session.message_posted.emit(tr("window.message.nothing_copied"), "warning")
            return
        try:
            path = keep_text(text, tr("window.dialog.pasted"))
        except OSError as error:
            reason = error.strerror or str(error)
            words = tr("window.message.paste_failed", reason=reason)
            self._session.message_posted.emit(words, "error")
        else:
            self.open_paths([path])

    def open_recent(self, path: Path) -> None:
        """Open a file of a menu."""
        self.open_paths([path])

    def open_builtin(self) -> None:
        """Open the report that comes with the program."""
        self.open_paths([resource_path(*BUILTIN)])

    def reload(self) -> None:
        """Read the file in view again."""
        path = self._path()
        if path is not None:
            self._session.open_path(path)

    def close(self) -> None:
        """Put the report away; the next one on the desk comes into view."""
        path = self._path()
        if path is None:
            return
        following = self._desk.after(path)
        self._desk.remove(path)
        if following is None:
            self._session.close_report()
        else:
            self._session.open_path(following)

    def next_report(self) -> None:
        """Bring the next file on the desk into view."""
        following = self._desk.after(self._path())
        if following is not None:
            self._session.open_path(following)

    def export_all(self) -> None:
        """Ask where, and write everything found."""
        self._write = self._session.export_to
        self._ask_target(tr("window.dialog.export_all"), "")

    def export_checked(self) -> None:
        """Ask where, and write what was checked."""
        self._write = self._session.export_checked
        words = tr("window.dialog.checked")
        self._ask_target(tr("window.dialog.export_checked"), f"-{words}")

    def export_table(self) -> None:
        """Ask where, and write the table in view."""
        self._export_view(self._view_in_sight())

    def export_notes(self) -> None:
        """Ask where, and write what the user marked and wrote."""
        self._export_view("notes")

    def _export_view(self, view: str) -> None:
        words = tr(f"window.view.{view}")
        self._write = partial(self._session.export_table, view)
        endings = NOTE_ENDINGS if view == "notes" else ENDINGS
        self._ask_target(tr("window.dialog.export_table", view=words), f"-{words}", endings)

    def show_exported(self) -> None:
        """Open what was written with the program the system knows for it."""
        if self._exported is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._exported)))

    def show_exported_folder(self) -> None:
        """Open the folder that holds what was written."""
        if self._exported is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._exported.parent)))

    def _path(self) -> Path | None:
        report = self._session.report
        return None if report is None else report.source.path

    def _ask_target(self, title: str, suffix: str, endings: Sequence[str] = ENDINGS) -> None:
        report = self._session.report
        if report is None:
            return
        dialog = self._dialog(title, self._session.settings.export_folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr(f"window.dialog.{ending}") for ending in endings])
        dialog.setDefaultSuffix(endings[0])
        dialog.selectFile(f"{suggested_name(report)}{suffix}.{endings[0]}")
        dialog.filterSelected.connect(self._on_filter_selected)
        dialog.fileSelected.connect(self._on_target_selected)
        dialog.open()

    def _on_files_selected(self, files: list[str]) -> None:
        paths = [Path(file) for file in files]
        if paths:
            self._session.settings.open_folder = str(paths[0].parent)
        self.open_paths(paths)

    def _on_filter_selected(self, words: str) -> None:
        """Let the ending follow the kind of file that is chosen."""
        dialog = self.sender()
        known = dict.fromkeys((*ENDINGS, *NOTE_ENDINGS))
        endings = [ending for ending in known if f"*.{ending}" in words]
        if not isinstance(dialog, QFileDialog) or not endings:
            return
        dialog.setDefaultSuffix(endings[0])
        for name in dialog.selectedFiles()[:1]:
            dialog.selectFile(Path(name).with_suffix(f".{endings[0]}").name)

    def _on_target_selected(self, name: str) -> None:
        target = Path(name)
        self._session.settings.export_folder = str(target.parent)
        if self._write is not None:
            self._write(target)

    def _on_exported(self, target: Path) -> None:
        self._exported = target

    def _dialog(self, title: str, folder: str) -> QFileDialog:
        if not folder or not Path(folder).is_dir():
            place = QStandardPaths.StandardLocation.DocumentsLocation
            folder = QStandardPaths.writableLocation(place)
            if not Path(folder).is_dir():
                folder = str(Path.home())
        dialog = QFileDialog(self._window, title, folder)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("window.dialog.look_in"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("window.dialog.type"))
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def suggested_name(report: Report) -> str:
    """Make a file name out of what the report says of itself."""
    region, year, path = report.facts.region or "", report.facts.year, report.source.path
    if year is not None:
        stem = tr("window.dialog.name_year", region=region, year=year)
    elif region or path is None:
        stem = tr("window.dialog.name", region=region)
    else:
        stem = path.stem
    return stem.strip().translate(UNFIT)
