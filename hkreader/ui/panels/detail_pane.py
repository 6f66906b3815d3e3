"""The small area under a table: the words of the report that the row in view stands for."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from hkreader.core.report import Span
from hkreader.ui.panels.detail_html import span_of

MARGIN = 8
LINE_HEIGHT = 1.55
"""Of the size of the letters."""
GAP = 4.0


class DetailPane(QTextBrowser):
    """Shows a few lines; the figures in them lead to the text."""

    jump_requested = Signal(Span)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_lines(self, html: str) -> None:
        """Show what `detail_html` made; nothing for an empty string."""
        self.document().setDefaultFont(self.font())
        self.setHtml(html)
        self._set_lines(self.document())
        self.verticalScrollBar().setValue(0)

    def _set_lines(self, document: QTextDocument) -> None:
        shape = QTextBlockFormat()
        shape.setLineHeight(
            round(self.fontInfo().pixelSize() * LINE_HEIGHT),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        shape.setTopMargin(0)
        shape.setBottomMargin(GAP)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)

    def _on_anchor_clicked(self, address: QUrl) -> None:
        span = span_of(address.toString())
        if span is not None:
            self.jump_requested.emit(span)
