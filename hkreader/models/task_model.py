"""The table of tasks: what the plan part commits to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from hkreader.core.findings import Findings, Measurement, Task
from hkreader.core.report import Part, Report, Span
from hkreader.messages import tr
from hkreader.models.figure_words import figure, figures
from hkreader.models.nodes import Grouper, RowNode
from hkreader.models.record_model import RecordModel
from hkreader.models.roles import CopiedCell
from hkreader.qt.override import override


class TaskColumn(IntEnum):
    """What a column shows."""

    LEAD = 0
    TITLE = 1
    FIGURES = 2
    DEADLINE = 3


class TaskModel(RecordModel[Task]):
    """Tasks under the headings they stand beneath."""

    columns = TaskColumn
    name = "tasks"

    @override
    def _rows_of(self, report: Report, findings: Findings) -> Iterator[RowNode[Task]]:
        grouper = Grouper(report)
        last: RowNode[Task] | None = None
        for task in findings.tasks:
            row = RowNode(task)
            part = Part.PLAN if task.section is None else report.sections[task.section].part
            row.groups = grouper.path(task.section, part)
            row.repeated = (
                last is not None and last.record.lead == task.lead and last.groups == row.groups
            )
            yield row
            last = row

    @override
    def figures_of(self, record: Task) -> Sequence[Measurement]:
        return record.measurements

    @override
    def places_of(self, record: Task) -> Iterable[Span]:
        return (record.span,)

    @override
    def span_of(self, record: Task, column: int) -> Span | None:
        if column == TaskColumn.FIGURES and record.measurements:
            return record.measurements[0].span
        return record.span

    @override
    def sort_value(self, record: Task, column: int) -> object:
        match TaskColumn(column):
            case TaskColumn.LEAD:
                return record.lead or None
            case TaskColumn.TITLE:
                return record.title
            case TaskColumn.FIGURES:
                return len(record.measurements) or None
            case TaskColumn.DEADLINE:
                return record.deadline

    @override
    def copied_header(self) -> tuple[str, ...]:
        names = ("lead", "title", "figures", "deadline")
        return tuple(tr(f"panels.tasks.column.{name}") for name in names)

    @override
    def copied(self, record: Task) -> tuple[CopiedCell, ...]:
        return (record.lead, record.title, named_figures(record), record.deadline)

    @override
    def _texts(self, record: Task) -> tuple[str, ...]:
        return (
            record.lead,
            record.title,
            figures(record.measurements),
            record.deadline or "",
        )

    @override
    def spoken(self, record: Task, column: int) -> str:
        match TaskColumn(column):
            case TaskColumn.LEAD:
                return record.lead
            case TaskColumn.TITLE:
                return record.title
            case TaskColumn.FIGURES:
                return named_figures(record)
            case TaskColumn.DEADLINE:
                return record.deadline or ""

    @override
    def _searchable(self, record: Task) -> Iterable[str]:
        yield from (record.lead, record.title, record.deadline or "", named_figures(record))
        yield from (m.text for m in record.measurements)


def named_figures(task: Task) -> str:
    """Give the figures of a task, each with what it measures."""
    return tr("panels.and").join(f"{m.name} {figure(m)}" for m in task.measurements)
