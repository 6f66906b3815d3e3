"""The tab of indicators."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from hkreader.messages import tr
from hkreader.models.figure_words import status_words
from hkreader.models.indicator_model import IndicatorColumn, IndicatorModel
from hkreader.models.nodes import RowNode
from hkreader.qt.session import Session
from hkreader.ui.panels.column_widths import ColumnLimits
from hkreader.ui.panels.detail_html import doubts, figure_list, note, sentences_with, title
from hkreader.ui.panels.filter_bar import GAP, STATUS_CHIPS
from hkreader.ui.panels.table_page import TablePage


class IndicatorPage(TablePage):
    """Shows the indicators of the report."""

    limits = ColumnLimits(
        IndicatorColumn.NAME,
        {
            IndicatorColumn.VALUE: 84,
            IndicatorColumn.UNIT: 68,
            IndicatorColumn.GROWTH: 84,
            IndicatorColumn.PERIOD: 68,
        },
    )

    chips = (*STATUS_CHIPS, GAP)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, IndicatorModel(), parent)

    def describe(self, row: RowNode[Any]) -> str:
        """Give the sentences that tell of the indicator, and all its figures."""
        report, indicator = self._session.report, row.record.indicator
        if report is None:
            return ""
        figures = indicator.measurements
        period = indicator.period or tr("panels.period.unknown")
        return (
            title(indicator.name, (period, status_words(indicator.status)))
            + doubts(figures)
            + (note(tr(f"panels.gap.{row.record.gap}")) if row.record.gap else "")
            + sentences_with(report, (m.span for m in figures), figures)
            + figure_list(figures)
        )
