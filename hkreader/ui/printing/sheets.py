"""A document cut into sheets of paper, each with its title above and its number below."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextDocument,
)

from hkreader.ui.reading.column import Margins, set_margins
from hkreader.ui.theme import Theme

DOTS = 96
"""To the inch: the pixels that documents are set in."""
_MARGIN, _MARGIN_WIDE, _EDGE = 76, 48, 72
"""About 2 cm at the sides, less on wide sheets, and above and below."""
_NOTE = 11
_A4 = QPageSize(QPageSize.PageSizeId.A4)


class Sheets:
    """The sheets of one document on A4."""

    def __init__(self, document: QTextDocument, title: str, *, wide: bool = False) -> None:
        self._document = document
        self._title = title
        self._theme = Theme("light")
        turn = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        self.layout = QPageLayout(_A4, turn, QMarginsF())
        size = self.layout.fullRectPoints().size()
        self._size = QSizeF(size.width() * DOTS / 72, size.height() * DOTS / 72)
        document.setPageSize(self._size)
        side = _MARGIN_WIDE if wide else _MARGIN
        set_margins(document, Margins(side, side, _EDGE, _EDGE))

    @property
    def count(self) -> int:
        """The number of sheets."""
        return self._document.pageCount()

    def prepare(self, device: QPagedPaintDevice) -> None:
        """Give `device` paper of this size, without margins of its own."""
        device.setPageLayout(self.layout)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint the sheet `page`, counted from 0, as large as the painter's device."""
        painter.save()
        dots = painter.device().logicalDpiX()
        painter.scale(dots / DOTS, dots / DOTS)
        sheet = QRectF(0, page * self._size.height(), self._size.width(), self._size.height())
        painter.save()
        painter.translate(0, -sheet.top())
        painter.setClipRect(sheet)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = sheet
        self._document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setFont(self._theme.font(_NOTE))
        painter.setPen(self._theme.colour("muted"))
        middle = Qt.AlignmentFlag.AlignCenter
        width, height = self._size.width(), self._size.height()
        painter.drawText(QRectF(0, 0, width, _EDGE), middle, self._title)
        foot = QRectF(0, height - _EDGE, width, _EDGE)
        painter.drawText(foot, middle, f"{page + 1} / {self.count}")
        painter.restore()
