"""What a writer would want to add: promises without a figure, growth without its level and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hkreader.core.findings import Gap, GapKind, Kind, Measurement, Status
from hkreader.core.report import Part, Report, Span
from hkreader.extract.canonical import identify, without_growth
from hkreader.extract.passages import passages
from hkreader.resources import read_toml

_CLAUSE = re.compile(r"[^,。;:!]+")
_PLANNED = frozenset({Part.PLAN, Part.GOVERNMENT})
_REVIEWED = frozenset({Part.OPENING, Part.REVIEW})
_GROWING = frozenset({Kind.GROWTH, Kind.CHANGE})


@dataclass(frozen=True, slots=True)
class _Words:
    signs: re.Pattern[str]
    promises: tuple[re.Pattern[str], ...]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    joints: re.Pattern[str]
    measured: re.Pattern[str]
    grows: frozenset[str]
    no_amounts: frozenset[str]


@cache
def _words() -> _Words:
    table = read_toml("language", "gaps.toml")
    return _Words(
        signs=re.compile(table["signs"]),
        promises=tuple(map(re.compile, table["promises"])),
        lead=re.compile(table["lead"]),
        tail=re.compile(table["tail"]),
        joints=re.compile(table["joints"]),
        measured=re.compile(table["measured"]),
        grows=frozenset(table["grows"]),
        no_amounts=frozenset(table["no_amounts"]),
    )


def find_gaps(report: Report, measurements: Sequence[Measurement]) -> tuple[Gap, ...]:
    """Find what is missing beside the figures, in text order; each indicator once."""
    found = [*_promises(report, measurements), *_alone(report, measurements)]
    return tuple(sorted(found, key=_place))


def _place(gap: Gap) -> Span:
    return gap.span


def _promises(report: Report, measurements: Sequence[Measurement]) -> Iterator[Gap]:
    """Find what the plan promises by comparison or by somebody's order instead of by a figure."""
    said: set[str] = set()
    told = [item.span.start for item in measurements]
    for passage in passages(report):
        part = report.part_at(passage.places[0])
        if part not in _PLANNED or not _words().signs.search(passage.text):
            continue
        for clause in _CLAUSE.finditer(passage.text):
            for name in _promised(clause.group()):
                span = passage.span(*clause.span())
                if name not in said and not any(start in span for start in told):
                    said.add(name)
                    yield Gap(GapKind.NO_FIGURE, name, span, part)


def _promised(clause: str) -> Iterator[str]:
    """Name the indicators that a clause promises without a figure."""
    words = _words()
    clause = words.lead.sub("", clause)
    found = next(filter(None, (shape.match(clause) for shape in words.promises)), None)
    if found is None:
        return
    for name in words.joints.split(found["names"]):
        bare = words.tail.sub("", name) or name
        if identify(bare).known or words.measured.search(bare):
            yield bare


def _alone(report: Report, measurements: Sequence[Measurement]) -> Iterator[Gap]:
    """Find indicators of the year under review of which only growth or only level is told."""
    year = report.facts.review_year
    told: dict[str, dict[Kind, Measurement]] = {}
    for item in measurements:
        if item.status is Status.TARGET or item.period != str(year):
            continue
        if item.kind is Kind.CHANGE and item.unit in _words().no_amounts:
            # 前移2位, 快于全国0.5个百分点: a place or another growth has changed, not the amount.
            continue
        if report.part_at(item.span.start) in _REVIEWED:
            name = without_growth(item.name) if item.kind in _GROWING else item.name
            identity = identify(name)
            if identity.known and identity.core in _words().grows:
                kind = Kind.GROWTH if item.kind in _GROWING else item.kind
                told.setdefault(identity.core, {}).setdefault(kind, item)
    for kinds in told.values():
        growth, level = kinds.get(Kind.GROWTH), kinds.get(Kind.LEVEL)
        if growth is not None and level is None:
            yield _gap(report, GapKind.NO_LEVEL, growth)
        elif level is not None and growth is None:
            yield _gap(report, GapKind.NO_GROWTH, level)


def _gap(report: Report, kind: GapKind, item: Measurement) -> Gap:
    name = without_growth(item.name) if kind is GapKind.NO_LEVEL else item.name
    return Gap(kind, name, item.span, report.part_at(item.span.start))
