"""The tab of tasks."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from hkreader.core.report import Span
from hkreader.messages import tr
from hkreader.models.nodes import RowNode
from hkreader.models.task_model import TaskColumn, TaskModel
from hkreader.qt.session import Session
from hkreader.ui.panels.column_widths import ColumnLimits
from hkreader.ui.panels.detail_html import doubts, figure_list, passage, title
from hkreader.ui.panels.table_page import TablePage


class TaskPage(TablePage):
    """Shows what the plan part commits to; follows the caret through the tasks."""

    limits = ColumnLimits(
        TaskColumn.TITLE,
        {TaskColumn.LEAD: 112, TaskColumn.FIGURES: 92, TaskColumn.DEADLINE: 72},
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, TaskModel(), parent)
        session.caret_changed.connect(self._follow)
        session.span_shown.connect(self._on_span_shown)

    def describe(self, row: RowNode[Any]) -> str:
        """Give the words of the task, its field, its term and its figures."""
        report, task = self._session.report, row.record
        if report is None:
            return ""
        due = tr("panels.tasks.due", deadline=task.deadline) if task.deadline else ""
        words = "".join(report.quote(task.span).split())
        # A task that is named by its own first words need not be named twice.
        named = not words.startswith("".join(task.title.split()))
        head = title(task.title, (task.lead, due)) if named else title(task.lead, (due,))
        return (
            head
            + doubts(task.measurements)
            + passage(report, task.span, task.measurements)
            + figure_list(task.measurements, named=True)
        )

    def _on_span_shown(self, span: Span) -> None:
        self._follow(span.start)
