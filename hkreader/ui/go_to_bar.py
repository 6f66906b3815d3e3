"""The small bar that asks for a paragraph number (Ctrl+G)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from hkreader.messages import tr
from hkreader.qt.session import Session

FIELD_WIDTH = 72


class GoToBar(QFrame):
    """Shown above the text until a number is given or Escape is pressed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._before = QLabel(self)
        self._number = QLineEdit(self)
        self._after = QLabel(self)
        self._build()
        self._word()
        self._number.returnPressed.connect(self._on_number_given)
        session.language_changed.connect(self._word)
        session.report_closed.connect(self.hide)
        session.report_opened.connect(self.hide)

    def ask(self) -> None:
        """Ask for the number of a paragraph."""
        report = self._session.report
        if report is None:
            return
        self._number.setValidator(QIntValidator(1, len(report.paragraphs), self._number))
        paragraph = report.paragraph_at(self._session.offset)
        self._number.setText("" if paragraph is None else str(paragraph.number))
        self._word()
        self.show()
        self._number.selectAll()
        self._number.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> bool:
        """Take the bar away; tell whether it was there."""
        was_shown = not self.isHidden()
        self.hide()
        return was_shown

    def _build(self) -> None:
        self.setObjectName("goToBar")
        self._number.setFixedWidth(FIELD_WIDTH)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(8)
        for widget in (self._before, self._number, self._after):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.hide()

    def _on_number_given(self) -> None:
        if self._number.text().isdigit():
            self.hide()
            self._session.go_to_paragraph(int(self._number.text()))

    def _word(self) -> None:
        report = self._session.report
        whole = 0 if report is None else len(report.paragraphs)
        self._before.setText(tr("window.go_to.before"))
        self._after.setText(tr("window.go_to.after", whole=whole))
        self._number.setAccessibleName(tr("window.go_to.name"))
