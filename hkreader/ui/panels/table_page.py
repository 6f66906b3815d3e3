"""One tab of the side panel: filter, table, and the words behind the row in view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from hkreader.core.errors import HkreaderError
from hkreader.core.findings import Findings, Measurement
from hkreader.core.report import Span
from hkreader.messages import tr
from hkreader.models.nodes import RowNode
from hkreader.models.record_model import RecordModel
from hkreader.models.roles import Role
from hkreader.models.row_proxy import RowProxy
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.qt.slices import Slices
from hkreader.ui.panels import clipboard
from hkreader.ui.panels.column_widths import ColumnLimits
from hkreader.ui.panels.detail_html import note
from hkreader.ui.panels.detail_pane import DetailPane
from hkreader.ui.panels.filter_bar import FilterBar, Key
from hkreader.ui.panels.page_state import (
    PageState,
    Rows,
    button_words,
    card_words,
    concerns_panel,
    state_of,
)
from hkreader.ui.panels.record_view import RecordView
from hkreader.ui.panels.state_card import StateCard
from hkreader.ui.panels.table_menu import TableMenu

TABLE_HEIGHT = 400
_SMALL = 2_000
"""Indicators and tasks of a report whose tables are filled in one go."""
_ICONS = {
    PageState.NO_REPORT: "file-text",
    PageState.FAILED: "triangle-alert",
    PageState.EMPTY: "info",
    PageState.HIDDEN: "search",
}
_TABLE_STATES = frozenset({PageState.LOADING, PageState.FILLED})
_DETAIL_STATES = _TABLE_STATES | {PageState.HIDDEN}


class TablePage(QWidget):
    """Shows one `RecordModel`; what its rows say in full is a subclass's to know."""

    limits: ColumnLimits
    detail_height = 160
    chips: tuple[Key, ...] = ()
    """What the filter offers beside words and section."""
    deeds: tuple[tuple[str, str], ...] = (("confirm", "Space"), ("reject", "Del"))
    """What can be done with rows, and by which key."""
    holds = "figures"
    """What its rows are of: words for the deeds are `panels.menu.<holds>.<deed>`."""

    def __init__(
        self, session: Session, model: RecordModel[Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.proxy = RowProxy(model, self)
        self.filter_bar = FilterBar(model.name, self.chips, self)
        self.table = RecordView(self.proxy, self)
        self.detail = DetailPane(self)
        self._session = session
        self._card = StateCard(self)
        self._stack = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._error: HkreaderError | None = None
        self._state = PageState.NO_REPORT
        self._stale = True
        self._slices = Slices(self)
        self._is_filling = False
        """Whether the rows are being replaced: there is none in view for a moment."""
        self._missed: int | None = None
        """A place in the text that the page could not follow while it was out of sight."""
        self._astray = False
        """Whether the figure at the caret is hidden by the filter."""
        model.setParent(self)
        self._build()
        self._connect()
        self.retranslate()
        self.refresh_colours()

    @property
    def state(self) -> PageState:
        """Why the page shows what it shows."""
        return self._state

    @property
    def focus_target(self) -> QWidget | None:
        """What should take the keys that are meant for the page."""
        if self._state in _TABLE_STATES:
            return self.table
        return self._card.button if self._card.has_button else None

    @property
    def chosen_figures(self) -> list[Measurement]:
        """The figures of the selected rows."""
        rows = self.table.selected_rows()
        return [it for row in rows for it in self.model.figures_of(row.record)]

    def decide(self, what: str) -> None:
        """Confirm, reject or take back the decision on the figures of the selected rows."""
        self._session.review.decide(what, self.chosen_figures)

    def do(self, deed: str) -> None:
        """Do one of `deeds` with the selected rows."""
        if deed == "edit":
            self.edit_row()
        else:
            self.decide(deed)

    def copy(self, *, with_header: bool = False) -> None:
        """Put the selected rows on the clipboard."""
        rows = self.table.selected_rows()
        if rows:
            cells = [self.model.copied(row.record) for row in rows]
            header = self.model.copied_header() if with_header else ()
            QApplication.clipboard().setMimeData(clipboard.mime_of(cells, header))

    def show_error(self, error: HkreaderError | None) -> None:
        """Say why there are no rows, where that is why."""
        if error is None or concerns_panel(self._session, error):
            self._error = error
            self._settle()

    def show_text(self, *, take_focus: bool) -> None:
        """Show the text of the row in view."""
        self._on_jump_requested(self.table.currentIndex(), take_focus)

    def retranslate(self) -> None:
        """Word everything in the language in force."""
        name = tr(f"panels.tab.{self.model.name}")
        self.table.setAccessibleName(name)
        self.detail.setAccessibleName(tr("panels.detail"))
        self.filter_bar.retranslate()
        if self.model.rows:
            current = self.table.current_row()
            self.model.retranslate()
            self._dress(current)
        self._settle()
        self._show_detail()

    def refresh_colours(self) -> None:
        """Follow the theme."""
        self.filter_bar.refresh_colours()
        self._card.refresh_colours()
        self._show_detail()
        self.update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._catch_up()
        super().showEvent(event)

    # What a subclass knows.

    def describe(self, row: RowNode[Any]) -> str:
        """Give the detail area's words for a row."""
        raise NotImplementedError

    def edit_row(self) -> bool:
        """Put the row in view right by hand; tell whether that can be done here."""
        return False

    def _is_small(self, findings: Findings) -> bool:
        """Tell whether the rows can be made in one go, unnoticed."""
        return len(findings.indicators) + len(findings.tasks) <= _SMALL

    def add_to_detail(self, holder: QVBoxLayout) -> None:
        """Put more than the words into the detail area."""

    # How it is built.

    def _build(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._card)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.add_to_detail(column)
        column.addWidget(self.detail, 1)
        self._detail_holder = holder
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(holder)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([TABLE_HEIGHT, self.detail_height])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        session, table = self._session, self.table
        self._slices.finished.connect(self._on_filled)
        session.report_opened.connect(self._on_report_changed)
        session.report_closed.connect(self._on_report_changed)
        session.findings_ready.connect(self._on_findings_ready)
        session.measurement_changed.connect(self._on_measurement_changed)
        table.jump_requested.connect(self._on_jump_requested)
        table.filter_requested.connect(self.filter_bar.focus_box)
        table.copy_requested.connect(self.copy)
        table.decision_wished.connect(self.decide)
        table.menu_requested.connect(self._on_menu_requested)
        table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.detail.jump_requested.connect(self._on_link_followed)
        self.filter_bar.filter_changed.connect(self._on_filter_changed)
        self.filter_bar.left_downwards.connect(self._on_filter_left)
        self._card.button_clicked.connect(self._on_card_clicked)

    # What the session tells.

    def _on_report_changed(self) -> None:
        self._error = None
        self._missed = None
        self._astray = False
        self.filter_bar.clear()
        self.table.folds.forget()
        self._stale = True
        self._catch_up()

    def _on_findings_ready(self) -> None:
        self._error = None
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _on_measurement_changed(self, index: int) -> None:
        findings = self._session.findings
        if findings is not None and 0 <= index < len(findings.measurements):
            self._follow(findings.measurements[index].span.start)

    def _catch_up(self) -> None:
        """Show what the session has now, and go where the reader went meanwhile."""
        if self._stale:
            self._stale = False
            self._fill()
        if self._missed is not None:
            self._follow(self._missed)

    def _fill(self) -> None:
        """Begin to show what the session has; what is little is there when this returns."""
        report, findings = self._session.report, self._session.findings
        self._slices.stop()
        self._is_filling = True
        row = self.table.current_row()
        figures = [] if row is None else self.model.figures_of(row.record)
        if figures and self._missed is None:
            # The same report with other figures: the reader stays where he was.
            self._missed = figures[0].span.start
        if report is not None and findings is not None:
            whole = self._is_small(findings)
            self._slices.run(self.model.fill(report, findings), whole=whole)
            if self._slices.busy:
                self._settle()
        else:
            self.model.clear()
            self._on_filled()

    def _on_filled(self) -> None:
        self._dress(None)
        self._settle()
        self._show_detail()
        if self._missed is not None:
            self._follow(self._missed)
        self._is_filling = False

    def _dress(self, current: RowNode[Any] | None) -> None:
        """Do what new rows or new words need, and go back to the row in view."""
        self.filter_bar.set_groups(self.model.groups)
        self.table.fit_columns(self.limits)
        if current is not None:
            self.table.select_node(current)

    def _follow(self, offset: int) -> None:
        """Select the row of the figure at `offset`; the focus stays where it is."""
        if not self.isVisible() or self._stale or self._slices.busy:
            self._missed = offset
            return
        self._missed = None
        row = self.model.row_at(offset)
        astray = row is not None and not self.table.select_node(row)
        if astray != self._astray:
            self._astray = astray
            self._show_count()

    # What the user does.

    def _on_jump_requested(self, index: QModelIndex, take_focus: bool) -> None:  # noqa: FBT001
        span = index.data(Role.SPAN) if index.isValid() else None
        if span is not None:
            self._session.show_span(span, take_focus=take_focus)

    def _on_link_followed(self, span: Span) -> None:
        self._session.show_span(span)

    def _on_menu_requested(self, place: QPoint) -> None:
        TableMenu(self, self).popup(place)

    def _on_filter_changed(self) -> None:
        current = self.table.current_row()
        self.proxy.set_filter(self.filter_bar.row_filter)
        self._astray = False
        if current is not None:
            self.table.select_node(current)
        self._settle()

    def _on_filter_left(self) -> None:
        target = self.focus_target
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        if self.table.current_row() is None:
            self.table.select_first()

    def _on_card_clicked(self) -> None:
        if self._state is PageState.HIDDEN:
            self.filter_bar.clear()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._session.open_builtin()

    # What is shown.

    def _settle(self) -> None:
        """Show the table, or why there is none."""
        rows = Rows(len(self.model.rows), len(self.proxy.shown_rows()))
        filling = self._slices.busy
        self._state = PageState.LOADING if filling else state_of(self._session, self._error, rows)
        in_table = self._state in _TABLE_STATES
        if not in_table:
            self._show_card()
        self.table.set_loading(loading=self._state is PageState.LOADING)
        self._stack.setCurrentWidget(self.table if in_table else self._card)
        self._detail_holder.setVisible(self._state in _DETAIL_STATES)
        self.filter_bar.setEnabled(self._state in (PageState.FILLED, PageState.HIDDEN))
        self._show_count()

    def _show_card(self) -> None:
        words = card_words(self._state, self.model.name, self._error)
        alone = self._session.report is None or self._state is PageState.HIDDEN
        self._card.show_state(
            _ICONS[self._state], *words, button_words(self._state) if alone else ""
        )

    def _show_count(self) -> None:
        if self._state is PageState.LOADING:
            words = tr("panels.loading")
        elif self._state in (PageState.FILLED, PageState.HIDDEN):
            words = self._count_words()
        else:
            words = ""
        self.filter_bar.set_count(words)

    def _count_words(self) -> str:
        model, shown = self.model, self.proxy.shown_rows()
        words = [tr(f"panels.{model.name}.count", count=model.count_of(model.rows))]
        if self.proxy.row_filter:
            words.append(tr("panels.count.shown", count=model.count_of(shown)))
        if self._astray:
            words.append(tr("panels.count.astray"))
        return " · ".join(words)

    def _show_detail(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.detail.show_lines(self.describe(row))
        else:
            self.detail.show_lines(note(tr("panels.detail.hint")) if self.model.rows else "")
