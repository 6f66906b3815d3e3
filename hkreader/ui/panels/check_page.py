"""The tab of checks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from hkreader.core.findings import Verdict
from hkreader.messages import tr
from hkreader.models.check_model import (
    CheckColumn,
    CheckModel,
    CheckRow,
    difference_words,
    kind_words,
)
from hkreader.models.nodes import RowNode
from hkreader.models.signs import name_of
from hkreader.qt.session import Session
from hkreader.ui.panels.column_widths import ColumnLimits
from hkreader.ui.panels.detail_html import heading, note, sentences_with, title
from hkreader.ui.panels.table_page import TablePage


class CheckPage(TablePage):
    """Shows the relations between figures; Enter leads to one figure of a row after the other."""

    detail_height = 240
    limits = ColumnLimits(
        CheckColumn.NAME,
        {
            CheckColumn.EXPRESSION: 248,
            CheckColumn.DIFFERENCE: 84,
            CheckColumn.VERDICT: 64,
        },
    )
    chips = (Verdict.DIFFERS, Verdict.DOUBTFUL, Verdict.AGREES)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, CheckModel(), parent)
        self.filter_bar.hide_sections()
        self.table.two_sided = True
        self.table.names_above = True
        self.table.side_requested.connect(self._show_next)
        self._shown: tuple[CheckRow, int] | None = None

    def describe(self, row: RowNode[Any]) -> str:
        """Give the arithmetic and the sentences that the figures stand in."""
        report, check = self._session.report, row.record.check
        if report is None:
            return ""
        lines = [
            title(check.name, (kind_words(check), name_of(check.verdict))),
            heading(check.expression),
        ]
        if check.difference:
            words = tr("panels.checks.difference", amount=difference_words(check))
            lines.append(note(words))
        lines.append(sentences_with(report, check.spans, row.record.figures))
        return "".join(lines)

    def _show_next(self, index: QModelIndex, side: int, take_focus: bool) -> None:  # noqa: FBT001
        """Light the next figure of the row, or the one before; the result first."""
        row = self.model.row_of(self.proxy.mapToSource(index))
        if row is None:
            return
        spans = row.record.check.spans
        at = len(spans) - 1
        if self._shown is not None and self._shown[0] is row.record:
            at = (self._shown[1] + side) % len(spans)
        self._shown = (row.record, at)
        self._session.show_span(spans[at], take_focus=take_focus)
