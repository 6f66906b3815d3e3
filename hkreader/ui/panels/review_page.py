"""The tab in which figures are checked, one after the other."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hkreader.core.findings import Measurement
from hkreader.core.reviews import Decision
from hkreader.extract.canonical import known_names
from hkreader.extract.retelling import NumberError, Telling, retell
from hkreader.messages import tr
from hkreader.models.figure_words import figure, status_words
from hkreader.models.nodes import RowNode
from hkreader.models.review_model import ReviewColumn, ReviewModel, ReviewRow
from hkreader.models.said_words import signed_words
from hkreader.models.signs import ReviewState, name_of
from hkreader.qt.override import override
from hkreader.qt.session import Session
from hkreader.ui.panels.column_widths import ColumnLimits
from hkreader.ui.panels.detail_html import doubts, note, sentences_with, title
from hkreader.ui.panels.filter_bar import DOUBT
from hkreader.ui.panels.review_form import ReviewForm
from hkreader.ui.panels.table_page import TablePage


class ReviewPage(TablePage):
    """Shows every figure with what was decided on it, and below the fields of the one in view."""

    detail_height = 320
    limits = ColumnLimits(
        ReviewColumn.NAME,
        {
            ReviewColumn.VALUE: 84,
            ReviewColumn.UNIT: 68,
            ReviewColumn.PERIOD: 68,
        },
    )
    chips = (*ReviewState, DOUBT)
    deeds = (("confirm", "Space"), ("edit", "F2"), ("reject", "Del"), ("withdraw", ""))

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._review = session.review
        super().__init__(session, ReviewModel(self._review), parent)
        self._review.changed.connect(self._on_decided)
        self.detail.setMinimumHeight(60)
        self.table.selectionModel().currentRowChanged.connect(self._show_figure)
        self.form.saved.connect(self._on_saved)
        self.form.left.connect(self.table.setFocus)

    def edit(self, at: Measurement | None = None) -> None:
        """Give the keys to the fields of the figure in view, or of the one `at` hand."""
        if at is not None:
            self.select(at)
        self._show_figure()
        self.form.edit()

    def select(self, wanted: Measurement) -> None:
        """Go to the row of a figure."""
        row = self.model.row_at(wanted.span.start)
        if row is not None:
            self.table.select_node(row)

    def go_to_next_open(self) -> bool:
        """Go to the next figure that is to be looked at, in the order of the table."""
        rows = self.table.rows_in_order()
        current = self.table.current_row()
        at = rows.index(current) + 1 if current in rows else 0
        for row in (*rows[at:], *rows[:at]):
            if row.record.state in {ReviewState.OPEN, ReviewState.AGAIN}:
                self.table.select_node(row)
                self._session.show_span(row.record.figure.span)
                return True
        return False

    @override
    def edit_row(self) -> bool:
        self.edit()
        return True

    @override
    def decide(self, what: str) -> None:
        one = len(self.table.selected_rows()) == 1
        super().decide(what)
        if one and what != "withdraw":
            self.go_to_next_open()

    @override
    def describe(self, row: RowNode[Any]) -> str:
        """Give the sentence, what was found there and what was decided."""
        report = self._session.report
        record: ReviewRow = row.record
        if report is None:
            return ""
        it, decision = record.figure, record.item.decision
        lines = [title(it.name, (name_of(record.state), status_words(it.status)))]
        lines.append(doubts([it]))
        if record.item.look is not None:
            lines.append(note(_look_words(record)))
        if decision is not None:
            lines.append(note(_decision_words(decision)))
        lines.append(sentences_with(report, [it.span], [it]))
        return "".join(lines)

    @override
    def add_to_detail(self, holder: QVBoxLayout) -> None:
        self.form = ReviewForm(self)
        self.form.hide()
        holder.addWidget(self.form)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.form.retranslate()

    @override
    def _on_filled(self) -> None:
        super()._on_filled()
        self._show_figure()
        names = {it.name for row in self.model.rows for it in self.model.figures_of(row.record)}
        self.form.offer_names(names | set(known_names()))

    @override
    def _count_words(self) -> str:
        done, whole = self._review.progress
        words = [tr("panels.review.progress", done=done, whole=whole)]
        left = self._review.seconds_left
        if left is not None and done < whole:
            words.append(tr("panels.review.left", minutes=ceil(left / 60)))
        if self.proxy.row_filter:
            words.append(tr("panels.count.shown", count=len(self.proxy.shown_rows())))
        return " · ".join(words)

    @override
    def _on_findings_ready(self) -> None:
        self._error = None
        self._on_decided()

    def _on_decided(self) -> None:
        """Show what was decided; the rows are made anew only where there are others."""
        if not self.isVisible() or self._stale:
            self._stale = True
            if self.isVisible():
                self._catch_up()
        elif isinstance(self.model, ReviewModel) and self.model.rows and self.model.refresh():
            self.proxy.refresh()
            self._settle()
            self._show_detail()
            self._show_figure()
        else:
            self._fill()

    def _show_figure(self) -> None:
        if self._is_filling:
            return
        row = self.table.current_row()
        if row is None:
            self.form.show_figure(None)
            return
        decision = row.record.item.decision
        self.form.show_figure(row.record.figure, "" if decision is None else decision.note)

    def _on_saved(self, telling: Telling, words: str) -> None:
        row = self.table.current_row()
        if row is None:
            return
        old: Measurement = row.record.figure
        try:
            new = retell(old, telling)
        except NumberError:
            self.form.show_problem(tr("panels.review.no_number", text=telling.value))
            return
        self._review.edit(old, new, words)


def _look_words(record: ReviewRow) -> str:
    look = record.item.look
    now = () if look is None else look.now
    if not now:
        return tr("panels.review.look.nothing")
    said = tr("panels.and").join(f"{it.name} {figure(it)}" for it in now)
    return tr("panels.review.look.other", said=said)


def _decision_words(decision: Decision) -> str:
    words = signed_words(decision.who, decision.when)
    return f"{words} · {decision.note}" if decision.note else words
