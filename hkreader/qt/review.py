"""What the user decided about the figures of the report in view: stored, undone, laid over them."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from hkreader.core.findings import Findings, Measurement
from hkreader.core.report import Report, Span
from hkreader.core.reviews import Decision, Ruling
from hkreader.qt.jobs import Job, Jobs
from hkreader.qt.keeper import Keeper
from hkreader.qt.review_work import Change, Loaded, lay_over, load, store_change
from hkreader.qt.scribe import Scribe
from hkreader.qt.undoing import Deed, UndoStack

if TYPE_CHECKING:
    from hkreader.library.applying import Reviewed, SecondLook

_Placed = TypeVar("_Placed", Decision, Measurement)

_PACE_OF = 20
"""Decisions from which the time left is reckoned."""
_FEWEST = 3
_LONGEST_PAUSE = 120.0
"""Seconds after which the user did something else."""


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One figure to be looked at, or several where the user split one."""

    span: Span
    figures: tuple[Measurement, ...]
    """As the user says, or else the extractor; what was found where the user rejected it."""
    decision: Decision | None = None
    look: SecondLook | None = None
    """Why it should be looked at again."""


class Review(QObject):
    """Knows the decisions on one report; every change is stored at once and can be undone."""

    reviewed = Signal(object)
    """The `Findings` with the user's word in them."""
    changed = Signal()
    """Other decisions, or other ones to look at again."""
    edited = Signal(object, object)
    """What a figure was, and what the user says it is: two `Measurement`s."""
    rejected = Signal(object, object)
    """The `Report` and the figures that are none."""

    def __init__(
        self, keeper: Keeper, scribe: Scribe, undoing: UndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._scribe = scribe
        self._undoing = undoing
        self._jobs = Jobs(self)
        self._report: Report | None = None
        self._raw = Findings()
        self._findings = Findings()
        self._decisions: list[Decision] = []
        """In text order; no two share a character."""
        self._looks: dict[Span, SecondLook] = {}
        self._paces: deque[float] = deque(maxlen=_PACE_OF)
        self._last = 0.0
        self._items: list[ReviewItem] | None = None
        """As they are now; made when they are asked for, which every key does several times."""
        self._applying = QTimer(self, singleShot=True, interval=0)
        self._applying.timeout.connect(self._apply)
        self._since_asked: list[Change] = []
        """What was decided since the store was asked: its answer does not know of that."""
        self._waiting: list[Callable[[], None]] = []
        """What is to be done as soon as the findings follow the decisions."""

    # ── what there is ──

    @property
    def decisions(self) -> Sequence[Decision]:
        """All decisions, in text order."""
        return self._decisions

    @property
    def progress(self) -> tuple[int, int]:
        """How many figures are decided, and how many there are."""
        items = self.items()
        return sum(item.decision is not None for item in items), len(items)

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take at the pace of the last decisions; None while unknown."""
        done, whole = self.progress
        return median(self._paces) * (whole - done) if len(self._paces) >= _FEWEST else None

    def items(self) -> Sequence[ReviewItem]:
        """Give every figure to be looked at, in text order."""
        if self._items is None:
            self._items = self._made_items()
        return self._items

    def _made_items(self) -> list[ReviewItem]:
        items = [
            ReviewItem(it.span, it.measurements or it.found, it, self._looks.get(it.span))
            for it in self._decisions
        ]
        items += [
            ReviewItem(figure.span, (figure,))
            for figure in self._raw.measurements
            if self.decision_at(figure.span) is None
        ]
        return sorted(items, key=attrgetter("span"))

    def decision_at(self, span: Span) -> Decision | None:
        """Give the decision that touches `span`."""
        return next(iter(_touching(self._decisions, span)), None)

    def when_settled(self, act: Callable[[], None]) -> None:
        """Do something as soon as the findings follow all that was decided; now, where they do."""
        if self._applying.isActive() or self._jobs.busy:
            self._waiting.append(act)
        else:
            act()

    # ── the report in view ──

    def begin(self, report: Report, raw: Findings) -> None:
        """Take up what was found in a report; what was decided on it comes from the store."""
        self.leave()
        self._report, self._raw = report, raw
        if not self._keeper.knows_anything:
            self._take_up(raw)
            return
        self._ask(report)

    def reload(self) -> None:
        """Ask the store anew: it has other decisions now, unless it does not yet have ours."""
        if self._report is not None and not self._keeper.unsaved:
            self._ask(self._report)

    def _ask(self, report: Report) -> None:
        self._since_asked = []
        self._keeper.read(
            partial(load, report, self._raw),
            partial(self._on_loaded, report),
            partial(self._on_not_loaded, report),
        )

    def leave(self) -> None:
        """Put the report away."""
        self._applying.stop()
        self._jobs.cancel()
        self._waiting = []
        self._report = None
        self._raw = self._findings = Findings()
        self._decisions, self._looks, self._items = [], {}, None
        self._paces.clear()
        self._last = 0.0

    def shut_down(self) -> bool:
        """Wait for what is under way; tell whether all ended in time."""
        self._applying.stop()
        return self._jobs.shut_down()

    # ── what the user says ──

    def decide(self, what: str, figures: Iterable[Measurement]) -> None:
        """Do one of three things that need nothing else: `confirm`, `reject`, `withdraw`."""
        {"confirm": self.confirm, "reject": self.reject, "withdraw": self.withdraw}[what](figures)

    def confirm(self, figures: Iterable[Measurement]) -> None:
        """Say that figures are right as they stand."""
        items = [it for it in self._items_of(figures) if it.decision is None or it.look is not None]
        self._decide([self._ruling_on(it, Ruling.CONFIRMED) for it in items])

    def reject(self, figures: Iterable[Measurement]) -> None:
        """Say that these are no figures."""
        items = self._items_of(figures)
        added = [it.span for it in items if it.decision and it.decision.ruling is Ruling.ADDED]
        others = [it for it in items if it.span not in added]
        self._decide([self._decision(it.span, Ruling.REJECTED, ()) for it in others], added)
        if self._report is not None and others:
            self.rejected.emit(self._report, [figure for it in others for figure in it.figures])

    def edit(self, old: Measurement, new: Measurement, note: str | None = None) -> None:
        """Say what a figure is in truth, and what is to be remembered of it."""
        item = next(iter(self._items_of([old])), None)
        if item is None:
            return
        figures = tuple(new if figure == old else figure for figure in item.figures)
        ruling = Ruling.EDITED
        if item.decision is not None and item.decision.ruling is Ruling.ADDED:
            ruling = Ruling.ADDED
        elif figures == self._found(item.span):
            ruling = Ruling.CONFIRMED
        decision = self._decision(item.span, ruling, figures)
        kept = item.decision.note if item.decision is not None else ""
        self._decide([replace(decision, note=kept if note is None else note)])
        self.edited.emit(old, new)

    def merge(self, figures: Sequence[Measurement]) -> None:
        """Say that several figures are one: the first one, with the words of all."""
        items = self._items_of(figures)
        if not items[1:] or self._report is None:
            return
        span = Span(items[0].span.start, max(item.span.end for item in items))
        first, last = items[0].figures[0], items[-1].figures[-1]
        high = last.value if last.unit == first.unit and last.value != first.value else None
        whole = replace(first, span=span, text=self._report.quote(span), value_high=high)
        self._decide([self._decision(span, Ruling.EDITED, (whole,))])

    def split(self, figure: Measurement, parts: Sequence[Measurement]) -> None:
        """Say that one figure is several."""
        for item in self._items_of([figure]):
            self._decide([self._decision(item.span, Ruling.EDITED, tuple(parts))])

    def add(self, figure: Measurement) -> None:
        """Say that there is a figure where none was found."""
        self._decide([self._decision(figure.span, Ruling.ADDED, (figure,))])

    def withdraw(self, figures: Iterable[Measurement]) -> None:
        """Take back what was said of figures."""
        spans = [it.span for it in self._items_of(figures) if it.decision is not None]
        self._decide([], spans)

    # ── how it is done ──

    def _items_of(self, figures: Iterable[Measurement]) -> list[ReviewItem]:
        spans = {figure.span for figure in figures}
        return [
            item
            for item in self.items()
            if item.span in spans or any(figure.span in spans for figure in item.figures)
        ]

    def _ruling_on(self, item: ReviewItem, ruling: Ruling) -> Decision:
        """Rule on an item as it stands; where the user's word stood already it is renewed."""
        if item.decision is not None:
            fresh = self._decision(item.span, item.decision.ruling, item.decision.measurements)
            return replace(fresh, note=item.decision.note)
        return self._decision(item.span, ruling, item.figures)

    def _decision(
        self, span: Span, ruling: Ruling, measurements: tuple[Measurement, ...]
    ) -> Decision:
        found = () if ruling is Ruling.ADDED else self._found(span)
        spans = [span, *(figure.span for figure in (*measurements, *found))]
        return Decision(
            self._scribe.anchor(*spans),
            ruling,
            measurements,
            found,
            who=self._scribe.who,
            when=self._scribe.now(),
        )

    def _found(self, span: Span) -> tuple[Measurement, ...]:
        return tuple(_touching(self._raw.measurements, span))

    def _decide(self, put: Sequence[Decision], drop: Sequence[Span] = ()) -> None:
        if not put and not drop:
            return
        self._undoing.do(partial(self._perform, Change(tuple(put), tuple(drop))))
        now = time.monotonic()
        if self._last and now - self._last < _LONGEST_PAUSE:
            self._paces.append((now - self._last) / max(1, len(put)))
        self._last = now

    def _perform(self, change: Change) -> Deed:
        """Carry a change out, here and in the store; give what takes it back."""
        self._since_asked.append(change)
        replaced = self._take(change)
        done, whole = self.progress
        known = self._scribe.known(checked=done, total=whole)
        self._keeper.write(partial(store_change, known, change))
        self._applying.start()
        self.changed.emit()
        back = Change(replaced, tuple(decision.span for decision in change.put))
        return partial(self._perform, back)

    def _take(self, change: Change) -> tuple[Decision, ...]:
        """Carry a change out here; give the decisions that are gone with it."""
        spans = (*change.drop, *(decision.span for decision in change.put))
        replaced = {it.span: it for span in spans for it in _touching(self._decisions, span)}
        kept = [it for it in self._decisions if it.span not in replaced]
        self._decisions = sorted([*kept, *change.put], key=attrgetter("span"))
        for decision in (*replaced.values(), *change.put):
            self._looks.pop(decision.span, None)
        self._items = None
        return tuple(replaced.values())

    def _on_loaded(self, report: Report, loaded: Loaded) -> None:
        if report is not self._report:
            return
        self._jobs.cancel()
        self._raw, self._decisions = loaded.raw, list(loaded.decisions)
        self._take_looks(loaded.reviewed)
        for change in self._since_asked:
            self._take(change)
        if self._since_asked or self._waiting:
            self._applying.start()
        self._take_up(loaded.reviewed.findings)

    def _on_not_loaded(self, report: Report) -> None:
        if report is self._report and not self._decisions:
            self._take_up(self._raw)

    def _take_up(self, findings: Findings) -> None:
        self._findings = findings
        self.reviewed.emit(findings)
        self.changed.emit()

    def _take_looks(self, reviewed: Reviewed) -> None:
        self._items = None
        self._looks = {look.decision.span: look for look in reviewed.second_looks}

    def _apply(self) -> None:
        """Lay the decisions over what was found, away from the window, one time after the other."""
        if self._report is not None and not self._jobs.busy:
            decisions = tuple(self._decisions)
            work = partial(lay_over, self._report, self._raw, decisions)
            self._jobs.start(Job("", work, partial(self._on_applied, decisions), _raise))

    def _on_applied(self, decisions: tuple[Decision, ...], reviewed: Reviewed) -> None:
        if decisions != tuple(self._decisions):
            # More was said meanwhile.
            self._apply()
            return
        self._take_looks(reviewed)
        if reviewed.findings != self._findings:
            self._take_up(reviewed.findings)
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()


def _touching(items: Sequence[_Placed], span: Span) -> list[_Placed]:
    """Give those of `items`, in text order and apart from each other, that share a character."""
    first = bisect_right(items, span.start, key=_end)
    found = []
    for item in items[first:]:
        if item.span.start >= span.end:
            break
        found.append(item)
    return found


def _end(item: Decision | Measurement) -> int:
    return item.span.end


def _raise(error: Exception) -> None:
    raise error
