"""The tables of tasks, terms, sections and paragraphs."""

from __future__ import annotations

from hkreader.core.findings import Measurement
from hkreader.export.places import Place, tidy
from hkreader.export.table import Column, Table, Value
from hkreader.messages import tr

PROGRESS = ("not_started", "on_time", "ahead", "behind", "done", "other")

TASK_COLUMNS = [
    Column("number", 6, centred=True),
    Column("field", 22, wrap=True),
    Column("task", 28, wrap=True),
    Column("content", 56, wrap=True),
    Column("figures", 30, wrap=True),
    Column("leader", 14, wrap=True),
    Column("supporter", 14, wrap=True),
    Column("deadline", 12, centred=True),
    Column("progress", 10, centred=True, choices=PROGRESS),
    Column("paragraph", 6, centred=True),
]
TERM_COLUMNS = [
    Column("term", 26, wrap=True),
    Column("definition", 100, wrap=True),
    Column("occurrences", 10, centred=True),
    Column("paragraph", 8, centred=True),
]
OUTLINE_COLUMNS = [
    Column("level", 7, centred=True),
    Column("heading", 80, wrap=True),
    Column("characters", 9, centred=True),
    Column("indicators", 9, centred=True),
    Column("tasks", 9, centred=True),
]
TEXT_COLUMNS = [
    Column("paragraph", 7, centred=True),
    Column("section", 30, wrap=True),
    Column("text", 110, wrap=True),
]


def fill_tasks(table: Table, place: Place, head: list[Value]) -> None:
    """Add the tasks of one report; who leads and who helps is for the reader to fill in."""
    for number, task in enumerate(place.findings.tasks, 1):
        table.rows.append(
            [
                *head,
                number,
                task.project_list or tidy(task.lead) or place.section(task.section),
                task.title,
                tidy(place.report.quote(task.span)),
                "；".join(map(_figure, task.measurements)),
                "",
                "",
                _deadline(task.deadline),
                "",
                place.paragraph(task.span.start),
            ]
        )


def fill_terms(table: Table, place: Place, head: list[Value]) -> None:
    """Add the glossary of one report."""
    for term in place.report.glossary:
        table.rows.append(
            [
                *head,
                term.name,
                tidy(term.definition),
                len(term.occurrences),
                place.paragraph(term.span.start),
            ]
        )


def fill_outline(table: Table, place: Place, head: list[Value]) -> None:
    """Add the sections of one report with what lies in each."""
    report, findings = place.report, place.findings
    indicators = _counts(place, [row.section for row in findings.indicators])
    tasks = _counts(place, [task.section for task in findings.tasks])
    for section in report.sections:
        heading = tidy(section.heading)
        characters = len("".join(report.quote(section.span).split()))
        table.indents.append(section.level - 1)
        table.rows.append(
            [
                *head,
                section.level,
                heading,
                characters,
                indicators[section.index],
                tasks[section.index],
            ]
        )


def fill_text(table: Table, place: Place, head: list[Value]) -> None:
    """Add the paragraphs of one report."""
    for number, start, text in place.texts():
        table.rows.append([*head, number, place.section_at(start), text])


def _counts(place: Place, sections: list[int | None]) -> list[int]:
    """Count what lies in each section, with all below it."""
    counts = [0] * len(place.report.sections)
    for index in sections:
        while index is not None:
            counts[index] += 1
            index = place.report.sections[index].parent  # noqa: PLW2901
    return counts


def _figure(item: Measurement) -> str:
    bound = tr(f"export.bound.{item.bound}")
    return " ".join(filter(None, (item.name, tidy(item.text) + bound)))


def _deadline(deadline: str | None) -> str:
    if deadline is None:
        return ""
    year, _, month = deadline.partition("-")
    if not month:
        return tr("export.deadline.year", year=year)
    return tr("export.deadline.month", year=year, month=int(month))
