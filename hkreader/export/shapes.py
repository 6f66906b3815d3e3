"""Findings and outlines as plain JSON values: what the command line prints."""

from __future__ import annotations

from hkreader.core.findings import (
    Check,
    Findings,
    Gap,
    Indicator,
    Measurement,
    Target,
    Task,
    Unplaced,
    Verdict,
)
from hkreader.core.report import Report, Section, Span, Term
from hkreader.core.reviews import Note

Shape = dict[str, object]

_VERDICTS = {Verdict.AGREES: "相符", Verdict.DIFFERS: "不符", Verdict.DOUBTFUL: "存疑"}
"""Part of the contract of the command line, whatever language people read in."""


def plain_number(value: float) -> float | int:
    """Give a whole number without its `.0`."""
    return int(value) if value.is_integer() else value


def measurement_shape(item: Measurement) -> Shape:
    """Give a measurement as `extract` prints it."""
    shape: Shape = {
        "start": item.span.start,
        "end": item.span.end,
        "text": item.text,
        "name": item.name,
        "kind": item.kind.value,
        "value": plain_number(item.value),
    }
    if item.value_high is not None:
        shape["value_high"] = plain_number(item.value_high)
    return shape | {
        "unit": item.unit,
        "bound": item.bound.value,
        "period": item.period,
        "status": item.status.value,
        "basis": item.basis,
    }


def unplaced_shape(item: Unplaced) -> Shape:
    """Give a number that was left out, and why."""
    return _span_shape(item.span) | {"text": item.text, "reason": item.reason}


def outline_shape(report: Report) -> Shape:
    """Give what the document is and how it is built, as `outline` prints it."""
    facts = report.facts
    return {
        "title": facts.title,
        "region": facts.region,
        "level": None if facts.level is None else facts.level.value,
        "year": facts.year,
        "review_year": facts.review_year,
        "speaker": facts.speaker,
        "speaker_title": facts.speaker_title,
        "encoding": report.source.encoding,
        "characters": len(report.text),
        "sections": [_section_shape(section) for section in report.sections],
        "glossary": [_term_shape(term) for term in report.glossary],
        "masks": [
            _span_shape(mask.span) | {"suggestions": list(mask.suggestions)}
            for mask in report.masks
        ],
        "noise": [_span_shape(noise.span) | {"reason": noise.reason} for noise in report.noise],
    }


def findings_shape(report: Report, findings: Findings) -> Shape:
    """Give what is made of the measurements, as `findings` prints it."""
    return {
        "rows": [_row_shape(row) for row in findings.indicators],
        "targets": [_target_shape(target) for target in findings.targets],
        "tasks": [_task_shape(task, report) for task in findings.tasks],
        "checks": [_check_shape(check) for check in findings.checks],
        "gaps": [_gap_shape(gap) for gap in findings.gaps],
    }


def notes_shape(report: Report, findings: Findings) -> list[Shape]:
    """Give what the user marked and wrote."""
    return [_note_shape(report, note) for note in findings.notes]


def _note_shape(report: Report, note: Note) -> Shape:
    span = note.anchor.span
    return _span_shape(span) | {
        "text": report.quote(span),
        "kind": note.kind.value,
        "colour": note.colour or None,
        "note": note.text,
        "tags": list(note.tags),
        "who": note.who,
        "when": note.when,
    }


def _span_shape(span: Span) -> Shape:
    return {"start": span.start, "end": span.end}


def _section_shape(section: Section) -> Shape:
    return {
        "level": section.level,
        "heading": section.heading,
        "start": section.heading_span.start,
        "end": section.span.end,
        "part": section.part.value,
    }


def _term_shape(term: Term) -> Shape:
    return {"term": term.name, "definition": term.definition} | _span_shape(term.span)


def _starts(items: tuple[Measurement, ...]) -> list[int]:
    return [item.span.start for item in items]


def _row_shape(row: Indicator) -> Shape:
    return {
        "name": row.name,
        "canonical": row.canonical,
        "part": row.part.value,
        "period": row.period,
        "status": row.status.value,
        "measurements": _starts(row.measurements),
    }


def _target_shape(target: Target) -> Shape:
    return {
        "name": target.name,
        "review": _starts(target.review),
        "plan": _starts(target.plan),
    }


def _task_shape(task: Task, report: Report) -> Shape:
    section = None if task.section is None else report.sections[task.section].heading_span.start
    return _span_shape(task.span) | {
        "title": task.title,
        "section": section,
        "deadline": task.deadline,
        "project_list": task.project_list,
        "measurements": _starts(task.measurements),
    }


def _check_shape(check: Check) -> Shape:
    return {
        "kind": check.kind.value,
        "verdict": _VERDICTS[check.verdict],
        "expression": check.expression,
        "difference": plain_number(check.difference),
        "spans": [[span.start, span.end] for span in check.spans],
    }


def _gap_shape(gap: Gap) -> Shape:
    return {"kind": gap.kind.value, "name": gap.name} | _span_shape(gap.span)
