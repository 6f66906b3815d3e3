"""Printing and saving as PDF, as the user asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from hkreader.core.errors import HkreaderError
from hkreader.messages import tr
from hkreader.qt.session import Session
from hkreader.ui.files import suggested_name

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hkreader.ui.printing.sheets import Sheets

_RESOLUTION = 600
_SIZE = (980, 760)


class Printing(QObject):
    """What the print actions do."""

    def __init__(self, session: Session, window: QWidget, view_in_sight: Callable[[], str]) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._view_in_sight = view_in_sight
        self._saving: PdfSaving | None = None
        self._printer: QPrinter | None = None

    def preview(self) -> None:
        """Show the text as it will be printed."""
        sheets = self._report_sheets()
        if sheets is not None:
            self._preview(sheets)

    def preview_table(self) -> None:
        """Show the table in view as it will be printed."""
        report, findings = self._session.report, self._session.findings
        if report is None or findings is None:
            return
        from hkreader.ui.printing.documents import table_document  # noqa: PLC0415  seldom needed
        from hkreader.ui.printing.sheets import Sheets  # noqa: PLC0415

        document = table_document(self._view_in_sight(), report, findings)
        self._preview(Sheets(document, suggested_name(report), wide=True))

    def save_pdf(self) -> None:
        """Ask where, and write the text as PDF."""
        report = self._session.report
        if report is None:
            return
        dialog = QFileDialog(self._window, tr("window.dialog.save_pdf"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("window.dialog.pdf"))
        dialog.setDefaultSuffix("pdf")
        if Path(self._session.settings.export_folder).is_dir():
            dialog.setDirectory(self._session.settings.export_folder)
        dialog.selectFile(f"{suggested_name(report)}.pdf")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, target: Path) -> None:
        """Write the text as PDF to `target`, a sheet at a time."""
        sheets = self._report_sheets()
        report = self._session.report
        if sheets is not None and report is not None:
            self._session.settings.export_folder = str(target.parent)
            self._saving = PdfSaving(sheets, target, report.source.path, self)
            self._saving.ended.connect(self._on_saved)

    def set_marks(self, marks: bool) -> None:  # noqa: FBT001  from a checkable action
        """Underline the figures on paper, or leave the text as it is."""
        self._session.settings.print_marks = marks

    def _report_sheets(self) -> Sheets | None:
        report = self._session.report
        if report is None:
            return None
        from hkreader.ui.printing import documents  # noqa: PLC0415  seldom needed
        from hkreader.ui.printing.sheets import Sheets  # noqa: PLC0415

        if self._session.is_beginning or not documents.fits_on_paper(report):
            key = "still_reading" if self._session.is_beginning else "too_long_to_print"
            self._session.message_posted.emit(tr(f"window.message.{key}"), "warning")
            return None
        marks = self._session.settings.print_marks
        document = documents.report_document(report, self._session.findings, marks=marks)
        return Sheets(document, suggested_name(report))

    def _preview(self, sheets: Sheets) -> None:
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog  # noqa: PLC0415

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        sheets.prepare(printer)
        # The dialog does not keep its printer alive.
        self._printer = printer
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.setWindowTitle(tr("window.dialog.preview"))
        dialog.resize(*_SIZE)

        def paint(device: QPrinter) -> None:
            painter = QPainter(device)
            for page in range(sheets.count):
                if page:
                    device.newPage()
                sheets.paint(painter, page)
            painter.end()

        dialog.paintRequested.connect(paint)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_saved(self, result: object) -> None:
        self._saving = None
        if isinstance(result, HkreaderError):
            self._session.report_failed.emit(result)
        else:
            self._session.exported.emit(result)


class PdfSaving(QObject):
    """Paints one sheet in each turn of the event loop, then writes the file."""

    ended = Signal(object)
    """The `Path` that was written, or the `HkreaderError`."""

    def __init__(self, sheets: Sheets, target: Path, source: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self._target = target
        self._source = source
        self._page = 0
        self._buffer = QBuffer(self)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(_RESOLUTION)
        self._writer.setCreator("hkreader")
        sheets.prepare(self._writer)
        self._painter = QPainter(self._writer)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        if self._page < self._sheets.count:
            if self._page:
                self._writer.newPage()
            self._sheets.paint(self._painter, self._page)
            self._page += 1
            return
        self._timer.stop()
        self._painter.end()
        from hkreader.export import write_bytes  # noqa: PLC0415  seldom needed

        try:
            write_bytes(bytes(self._buffer.data().data()), self._target, self._source)
        except HkreaderError as error:
            self.ended.emit(error)
        else:
            self.ended.emit(self._target)
        self.deleteLater()
