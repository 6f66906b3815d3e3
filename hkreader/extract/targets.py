"""Results beside promises: what the review and the plan say of one indicator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from hkreader.core.findings import Kind, Measurement, Status, Target
from hkreader.core.report import Part, Report
from hkreader.extract.canonical import Identity, excludes, identify, tells_stock, without_growth

_PLANNED = frozenset({Part.PLAN, Part.GOVERNMENT})
_GROWING = frozenset({Kind.GROWTH, Kind.RANK})
_COUNTERS = frozenset("个家所处座项支批")
_PERSONS = frozenset("人名位")
_CLAUSE_ENDS = "，,；;。：:\n"
_SHORTEST_COMMON_END = 4
_LIKE = 0.8


@dataclass(slots=True)
class _Group:
    """All that one part of a report says of one thing."""

    identity: Identity
    items: list[Measurement] = field(default_factory=list)

    def units(self) -> set[tuple[Kind, str]]:
        return {(item.kind, _unit_class(item.unit)) for item in self.items}


def find_targets(report: Report, measurements: Sequence[Measurement]) -> tuple[Target, ...]:
    """Join what the review and the plan say of one indicator, in the order of the plan."""
    review, plan = _sides(report, measurements)
    finder = _Finder(report, _grouped(review))
    promises = list(_grouped(plan).values())
    matches = [finder.same(promise) for promise in promises]
    taken = {match.identity for match in matches if match is not None}
    found = []
    for promise, same in zip(promises, matches, strict=True):
        match = same or finder.near(promise, taken)
        if match is not None:
            items = _latest(match.items, report.facts.review_year)
            found.append(Target(items[0].name, tuple(items), tuple(promise.items)))
    return tuple(found)


def _sides(
    report: Report, measurements: Sequence[Measurement]
) -> tuple[list[Measurement], list[Measurement]]:
    """Part the results that the review tells from what the plan promises."""
    review, plan = [], []
    for item in measurements:
        part = report.part_at(item.span.start)
        if part is Part.GLOSSARY:
            continue
        if item.status is Status.TARGET:
            if part is not Part.REVIEW:
                plan.append(item)
        elif part not in _PLANNED:
            review.append(item)
    return review, plan


def _grouped(measurements: Iterable[Measurement]) -> dict[Identity, _Group]:
    groups: dict[Identity, _Group] = {}
    for item in measurements:
        name = without_growth(item.name) if item.kind in _GROWING else item.name
        identity = identify(name)
        groups.setdefault(identity, _Group(identity)).items.append(item)
    return groups


def _latest(items: list[Measurement], year: int | None) -> list[Measurement]:
    """Keep the figures of the year under review where there are any."""
    of_year = [item for item in items if item.period is not None and item.period == str(year)]
    return of_year or items


class _Finder:
    """Looks for the results that belong to a promise."""

    def __init__(self, report: Report, review: dict[Identity, _Group]) -> None:
        """Index the review by thing and by how names end."""
        self._text = report.text
        self._review = review
        self._by_end: dict[str, list[_Group]] = {}
        for group in review.values():
            self._by_end.setdefault(group.identity.as_said[-2:], []).append(group)

    def same(self, plan: _Group) -> _Group | None:
        """Give the results under the same name."""
        core, flow = plan.identity.core, plan.identity.flow
        for identity in (plan.identity, Identity(core, not flow)):
            group = self._review.get(identity)
            if group is not None and self._agree(group, plan) and _comparable(group, plan):
                return group
        return None

    def near(self, plan: _Group, taken: Set[Identity]) -> _Group | None:
        """Give the results under a name that is sure to mean the same, when it is only one."""
        if plan.identity.known:
            return None
        said = plan.identity.as_said
        near = [
            group
            for group in self._by_end.get(said[-2:], ())
            if group.identity.flow == plan.identity.flow
            and group.identity.core != plan.identity.core
            and not group.identity.known
            and group.identity not in taken
            and not group.units().isdisjoint(plan.units())
            and _alike(group.identity.as_said, said)
        ]
        return near[0] if len(near) == 1 else None

    def _agree(self, review: _Group, plan: _Group) -> bool:
        """Tell a count of what came new from a count of all there is."""
        if review.identity.flow == plan.identity.flow:
            return True
        unsaid = plan if review.identity.flow else review
        return not all(
            item.kind is Kind.LEVEL and tells_stock(self._clause_before(item))
            for item in unsaid.items
        )

    def _clause_before(self, item: Measurement) -> str:
        start = item.span.start
        begin = max(self._text.rfind(mark, 0, start) for mark in _CLAUSE_ENDS) + 1
        return self._text[begin:start]


def _comparable(review: _Group, plan: _Group) -> bool:
    """A growth beside a growth, a count beside a count, a share beside its change."""
    said, promised = ({item.kind for item in group.items} for group in (review, plan))
    if {Kind.RATIO, Kind.CHANGE} <= said | promised and said != promised:
        return True
    shared = said & promised
    if shared != {Kind.LEVEL}:
        return bool(shared)
    return not review.units().isdisjoint(plan.units())


def _alike(one: str, other: str) -> bool:
    """Tell two wordings of one thing from two things."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST_COMMON_END and long.endswith(short):
        return not excludes(long.removesuffix(short))
    matcher = SequenceMatcher(None, short, long, autojunk=False)
    if matcher.real_quick_ratio() < _LIKE or matcher.ratio() < _LIKE:
        return False
    return not any(
        excludes(short[a:b]) or excludes(long[c:d])
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def _unit_class(unit: str) -> str:
    if unit in _COUNTERS:
        return "个"
    return "人" if unit in _PERSONS else unit
