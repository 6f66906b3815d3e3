"""The plan as a list of tasks: one commitment each, with its figures, deadline and topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hkreader.core.findings import Measurement, Task
from hkreader.core.report import Report, Span
from hkreader.extract.commitments import Role, commitment_words
from hkreader.extract.deadlines import find_deadline
from hkreader.extract.plan import PlanSentence, plan_sentences
from hkreader.extract.project_lists import find_project_lists, list_of
from hkreader.extract.titles import make_title


@dataclass(slots=True)
class _Draft:
    """A task that may still take the clauses that follow."""

    start: int
    end: int
    figures: list[Measurement]
    deadline: str | None
    head_end: int
    verbal: bool
    """A verb of doing opened it, so that figures without one may follow."""
    joined: bool = False
    """It took a figure that a clause of its own tells."""

    def take(self, end: int, figures: list[Measurement], deadline: str | None) -> None:
        """Go on to `end`."""
        self.end = end
        self.figures += figures
        self.deadline = self.deadline or deadline


def find_tasks(report: Report, measurements: Sequence[Measurement]) -> tuple[Task, ...]:
    """Split the plan of a report into its commitments, in text order."""
    finder = _Finder(report, measurements)
    return tuple(
        finder.close(draft, sentence)
        for sentence in plan_sentences(report)
        for draft in finder.drafts(sentence)
    )


class _Finder:
    """Goes through the clauses of a plan with the figures at hand."""

    def __init__(self, report: Report, measurements: Sequence[Measurement]) -> None:
        """Keep the text and put the figures in a queue."""
        self._report = report
        self._year = report.facts.year
        self._figures = measurements
        self._next = 0
        self._words = commitment_words()
        self._lists = find_project_lists(report)

    def drafts(self, sentence: PlanSentence) -> Iterator[_Draft]:
        """Give the commitments of one sentence."""
        draft: _Draft | None = None
        pending: str | None = None
        for clause in sentence.clauses:
            text = self._report.text[clause.start : clause.end]
            figures = self._figures_in(clause)
            deadline, only = find_deadline(text, self._year)
            if only:
                pending = deadline
                continue
            skip, role = self._words.classify(text, counted=bool(figures))
            if sentence.goals and not (figures or role is Role.FIGURE):
                continue
            if draft is not None and _goes_on(draft, role, figures):
                draft.take(clause.end, figures, deadline)
                draft.joined = draft.joined or bool(figures)
            elif role in (Role.COMMITMENT, Role.FIGURE):
                if draft is not None:
                    yield draft
                start = clause.start + skip
                verbal = role is Role.COMMITMENT
                by = deadline or pending
                draft = _Draft(start, clause.end, figures, by, clause.end, verbal)
            elif role in (Role.RESULT, Role.MANNER) and draft is not None:
                yield draft
                draft = None
        if draft is not None:
            yield draft

    def close(self, draft: _Draft, sentence: PlanSentence) -> Task:
        """Make a task of a draft."""
        section = self._report.section_at(draft.start)
        head = self._report.text[draft.start : draft.head_end]
        inside = [
            (item.span.start - draft.start, item.span.end - draft.start)
            for item in draft.figures
            if item.span.end <= draft.head_end
        ]
        return Task(
            span=Span(draft.start, draft.end),
            title=make_title(head, inside),
            section=None if section is None else section.index,
            lead=sentence.lead,
            deadline=draft.deadline,
            measurements=tuple(draft.figures),
            project_list=list_of(self._lists, draft.start),
        )

    def _figures_in(self, clause: Span) -> list[Measurement]:
        """Give the figures inside a clause; clauses come in text order."""
        items = self._figures
        while self._next < len(items) and items[self._next].span.start < clause.start:
            self._next += 1
        first = self._next
        while self._next < len(items) and items[self._next].span.start < clause.end:
            self._next += 1
        return list(items[first : self._next])


def _goes_on(draft: _Draft, role: Role, figures: list[Measurement]) -> bool:
    """Tell whether a clause belongs to the commitment before it."""
    if role is Role.CONTINUATION:
        return True
    if role is not Role.FIGURE or not figures:
        return False
    if draft.figures and figures[0].name == draft.figures[-1].name:
        # 达到2.97万元，增长10%: one promise told twice.
        return True
    return draft.verbal and (draft.joined or not draft.figures)
