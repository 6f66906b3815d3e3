"""What a workbook tells of how far figures were checked, by whom and when."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from hkreader.core.findings import Findings, Measurement
from hkreader.core.reviews import Decision, Note, Ruling
from hkreader.messages import tr

_MINUTES = len("2026-11-27T10:20")


class Checked:
    """Finds the decision on a figure."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._ends = [decision.span.end for decision in findings.decisions]

    def on(self, figure: Measurement) -> Decision | None:
        """Give the decision that a figure stands by; None where nobody has looked at it."""
        at = bisect_right(self._ends, figure.span.start)
        decisions = self._findings.decisions
        if at < len(decisions) and decisions[at].span.start < figure.span.end:
            return decisions[at]
        return None

    def word(self, figures: Iterable[Measurement]) -> str:
        """Say how far the figures of one row were checked: as far as the least of them."""
        decisions = [self.on(figure) for figure in figures]
        rulings = {decision.ruling for decision in decisions if decision is not None}
        if None in decisions:
            return tr("export.checked.no")
        if Ruling.ADDED in rulings:
            return tr("export.checked.added")
        return tr("export.checked.edited" if Ruling.EDITED in rulings else "export.checked.yes")

    def remarks(self, figures: Iterable[Measurement]) -> list[str]:
        """Give what was noted on the figures, and who decided on them and when."""
        figures = list(figures)
        decisions = dict.fromkeys(filter(None, map(self.on, figures)))
        said = (*(it.note for it in decisions), *map(_words, self._notes_on(figures)))
        words = list(dict.fromkeys(filter(None, said)))
        signed = dict.fromkeys((it.who, it.when[:_MINUTES].replace("T", " ")) for it in decisions)
        return [*words, *(tr("export.checked.by", who=who, when=when) for who, when in signed)]

    def _notes_on(self, figures: Iterable[Measurement]) -> list[Note]:
        """Give the notes on just these figures; those on a whole passage are listed by themselves."""
        spans = {figure.span for figure in figures}
        return [note for note in self._findings.notes if note.anchor.span in spans]

    def counts(self) -> dict[str, int]:
        """Count the decisions of each sort, and the figures nobody has looked at."""
        rulings = Counter(decision.ruling for decision in self._findings.decisions)
        looked_at = sum(self.on(figure) is not None for figure in self._findings.measurements)
        return {
            "confirmed": rulings[Ruling.CONFIRMED],
            "edited": rulings[Ruling.EDITED],
            "rejected": rulings[Ruling.REJECTED],
            "added": rulings[Ruling.ADDED],
            "open": len(self._findings.measurements) - looked_at,
        }


def _words(note: Note) -> str:
    return " ".join(filter(None, (note.text, *(f"#{tag}" for tag in note.tags))))
