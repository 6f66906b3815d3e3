"""The panel with the outline: a filter box, and under it the tree that follows the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from hkreader.core.report import Report
from hkreader.messages import tr
from hkreader.models.outline_model import OutlineFilter, OutlineModel
from hkreader.models.roles import Role
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.ui.outline_tree import OutlineTree

if TYPE_CHECKING:
    from hkreader.core.findings import Findings


_MANY = 1_500
"""Headings of an outline that is shown with its first level only."""


class OutlinePanel(QFrame):
    """Shows the sections of the report, lights the one being read, jumps to the one chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = OutlineModel(self)
        self._filtered = OutlineFilter(self)
        self._filtered.setSourceModel(self._model)
        self._filter = QLineEdit(self)
        self._tree = OutlineTree(self)
        self._empty = QLabel(self)
        self._pages = QStackedWidget(self)
        self._section = -1
        self._build()
        self._connect()
        self._word()
        if session.report is not None:
            self._on_report_opened(session.report)
        if session.findings is not None:
            self._on_findings_ready(session.findings)
        self._on_section_changed(session.section)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return self._filter, self._tree

    def focus_tree(self) -> None:
        """Give the tree the keys; asked again, the filter box."""
        target = self._filter if self._tree.hasFocus() else self._tree
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        """Give the filter box the keys."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def expand_to(self, level: int) -> None:
        """Open the tree down to `level` and keep it so for the next report."""
        self._session.settings.outline_level = level
        self._tree.open_to(level)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape empty the filter before it means anything else; Down leads to the tree."""
        if watched is not self._filter or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and self._filter.text():
            if event.type() == QEvent.Type.KeyPress:
                self._filter.clear()
            event.accept()
            return True
        if event.key() == Qt.Key.Key_Down and event.type() == QEvent.Type.KeyPress:
            self._tree.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _build(self) -> None:
        self.setObjectName("outline")
        self._filter.setClearButtonEnabled(True)
        self._filter.installEventFilter(self)
        self._tree.setModel(self._filtered)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._empty.setForegroundRole(self.foregroundRole())
        self._empty.setObjectName("empty")
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._tree)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(8, 8, 8, 8)
        top.addWidget(self._filter)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        session = self._session
        session.report_opened.connect(self._on_report_opened)
        session.report_closed.connect(self._on_report_closed)
        session.findings_ready.connect(self._on_findings_ready)
        session.section_changed.connect(self._on_section_changed)
        session.language_changed.connect(self._word)
        self._filter.textChanged.connect(self._on_filter_changed)
        self._filter.returnPressed.connect(self._on_filter_returned)
        self._model.counted.connect(self._tree.viewport().update)
        self._tree.clicked.connect(self._on_row_chosen)
        self._tree.chosen.connect(self._on_row_chosen)
        self._tree.followed.connect(self._on_row_followed)
        self._tree.left_upwards.connect(self.focus_filter)

    def _on_report_opened(self, report: Report) -> None:
        self._section = -1
        self._filter.clear()
        self._model.show_report(report)
        # To lay thousands of rows out at once would hold the window up, and nobody reads them all.
        many = len(report.sections) > _MANY
        self._tree.open_to(1 if many else self._session.settings.outline_level)
        self._show_page()

    def _on_report_closed(self) -> None:
        self._filter.clear()
        self._model.show_report(None)
        self._show_page()

    def _on_findings_ready(self, findings: Findings) -> None:
        self._model.count_figures(findings)

    def _on_section_changed(self, index: int) -> None:
        self._section = index
        self._light()

    def _light(self) -> None:
        index = self._section
        row = self._filtered.mapFromSource(self._model.index_of_section(index))
        opens = self._session.settings.outline_follows and not self._filtered.active
        self._tree.light(index, row, opens=opens)

    def _on_filter_changed(self, text: str) -> None:
        self._filtered.set_text(text)
        if self._filtered.active:
            self._tree.expandAll()
        else:
            self._tree.open_to(self._session.settings.outline_level)
        self._light()
        self._show_page()

    def _on_filter_returned(self) -> None:
        first = self._first_match(QModelIndex())
        if first.isValid():
            self._tree.setCurrentIndex(first)
            self._on_row_chosen(first)

    def _on_row_chosen(self, row: QModelIndex) -> None:
        self._session.show_span(row.data(Role.SPAN))

    def _on_row_followed(self, row: QModelIndex) -> None:
        self._session.show_span(row.data(Role.SPAN), take_focus=True)

    def _first_match(self, parent: QModelIndex) -> QModelIndex:
        """Find the first heading that is there for its own sake, not for one below it."""
        for number in range(self._filtered.rowCount(parent)):
            row = self._filtered.index(number, 0, parent)
            source = self._filtered.mapToSource(row)
            if self._filtered.filterAcceptsRow(source.row(), source.parent()):
                return row
            inner = self._first_match(row)
            if inner.isValid():
                return inner
        return QModelIndex()

    def _show_page(self) -> None:
        filled = self._filtered.rowCount() > 0
        self._pages.setCurrentWidget(self._tree if filled else self._empty)
        if filled:
            return
        if self._session.report is None:
            self._empty.setText(tr("window.outline.no_report"))
        elif self._filtered.active:
            self._empty.setText(tr("window.outline.no_match", text=self._filter.text()))
        else:
            self._empty.setText(tr("window.outline.no_sections"))

    def _word(self) -> None:
        self._filter.setPlaceholderText(tr("window.outline.filter"))
        self._filter.setAccessibleName(tr("window.outline.filter"))
        self._tree.setAccessibleName(tr("window.outline.name"))
        self._show_page()
