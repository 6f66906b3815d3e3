"""The tab that sets results beside targets."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hkreader.messages import tr
from hkreader.models.comparison import Comparison, TargetColumn
from hkreader.models.nodes import RowNode
from hkreader.models.target_model import TargetModel
from hkreader.qt.session import Session
from hkreader.ui.panels.column_widths import ColumnLimits
from hkreader.ui.panels.detail_html import doubts, heading, note, sentences_with, title
from hkreader.ui.panels.filter_bar import GAP
from hkreader.ui.panels.table_page import TablePage

REVIEW, PLAN = -1, 1
_SIDE_COLUMNS = {REVIEW: TargetColumn.DONE, PLAN: TargetColumn.PLANNED}


class TargetPage(TablePage):
    """Shows what the review and the plan say of the same indicator; leads to either."""

    detail_height = 240
    chips = (GAP,)
    limits = ColumnLimits(
        TargetColumn.NAME,
        {
            TargetColumn.DONE: 84,
            TargetColumn.DONE_GROWTH: 64,
            TargetColumn.PLANNED: 84,
            TargetColumn.PLANNED_GROWTH: 64,
            TargetColumn.DIFFERENCE: 60,
        },
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._buttons = {REVIEW: QPushButton(), PLAN: QPushButton()}
        super().__init__(session, TargetModel(), parent)
        self.filter_bar.hide_sections()
        self.table.two_sided = True
        self.table.names_above = True
        self.table.side_requested.connect(self._show_side)
        self._buttons[REVIEW].clicked.connect(self._on_review_clicked)
        self._buttons[PLAN].clicked.connect(self._on_plan_clicked)

    def describe(self, row: RowNode[Any]) -> str:
        """Give the sentences of both parts, and what lies between their figures."""
        report = self._session.report
        comparison: Comparison = row.record
        if report is None:
            return ""
        difference = comparison.difference
        if comparison.gap is not None:
            words = (tr("panels.gap.no_figure"),)
            told = sentences_with(report, (comparison.gap.span,), ())
            return title(comparison.target.name, words) + told
        lines = [title(comparison.target.name)]
        lines.append(note(difference.words if difference else tr("panels.targets.apart")))
        for name, figures in (
            ("review", comparison.target.review),
            ("plan", comparison.target.plan),
        ):
            lines.append(heading(tr(f"panels.part.{name}")))
            lines.append(doubts(figures))
            lines.append(sentences_with(report, (m.span for m in figures), figures))
        return "".join(lines)

    def add_to_detail(self, holder: QVBoxLayout) -> None:
        """Offer both texts."""
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 8, 0)
        row.setSpacing(8)
        for button in self._buttons.values():
            row.addWidget(button, 1)
        holder.addLayout(row)

    def retranslate(self) -> None:
        """Word everything in the language in force."""
        super().retranslate()
        for side, name in ((REVIEW, "review"), (PLAN, "plan")):
            self._buttons[side].setText(tr(f"panels.targets.show_{name}"))
            self._buttons[side].setToolTip(tr(f"panels.targets.show_{name}.tip"))

    def _on_review_clicked(self) -> None:
        self._show_side(self.table.currentIndex(), REVIEW, take_focus=False)

    def _on_plan_clicked(self) -> None:
        self._show_side(self.table.currentIndex(), PLAN, take_focus=False)

    def _show_side(self, index: QModelIndex, side: int, take_focus: bool) -> None:  # noqa: FBT001
        self._on_jump_requested(index.siblingAtColumn(_SIDE_COLUMNS[side]), take_focus)
