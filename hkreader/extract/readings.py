"""Reading the numbers of one sentence: kind, sign, bound, basis and name of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hkreader.core.findings import Bound, Kind
from hkreader.extract import names
from hkreader.extract.clauses import Figure, untie
from hkreader.extract.naming import carried, name_reading
from hkreader.extract.predicates import (
    Predicate,
    compared,
    kind_of,
    names_growth,
    read_predicate,
)
from hkreader.extract.quantities import Family
from hkreader.extract.sentence_state import Reading, SentenceState


def read_sentence(text: str, figures: Sequence[Figure]) -> list[Reading]:
    """Read every figure of a folded sentence, in text order."""
    state = SentenceState(text)
    index = 0
    while index < len(figures):
        group = _group(figures, index)
        first = _read(state, figures, index)
        state.readings.append(first)
        if len(group) > 1:
            _spread(state, first, group)
        index += max(1, len(group))
        _remember(state)
    return state.readings


_ONLY_TIE = re.compile(r"^(?:、|和|及|与|以及|,)?$")


def _group(figures: Sequence[Figure], index: int) -> list[Figure]:
    """Give the run of figures that one predicate governs: x、y和z with nothing but ties between."""
    group = [figures[index]]
    for at in range(index + 1, len(figures)):
        figure = figures[at]
        previous = group[-1]
        same_family = figure.quantity.family is previous.quantity.family
        if (
            figure.clause != previous.clause
            or not same_family
            or not _ONLY_TIE.match(figure.before)
        ):
            break
        if not figure.before:
            break
        group.append(figure)
    return group


def _read(state: SentenceState, figures: Sequence[Figure], index: int) -> Reading:
    figure = figures[index]
    before = _own_words(state, figure)
    predicate = read_predicate(before)
    kind = kind_of(figure.quantity, predicate)
    if figure.quantity.family is Family.PERCENT and (ahead := _GROWTH_AHEAD.match(figure.after)):
        # the word of growth may stand behind the number: 实现两位数增长
        kind, predicate.direction = Kind.GROWTH, -1 if "降" in ahead[0] else 1
    reading = Reading(figure, predicate, kind, basis=predicate.basis)
    reading.bound = _bound(figure, predicate)
    _inherit(state, reading, before)
    if figure.quantity.family is Family.POINT and (difference := compared(predicate)):
        predicate.subject, predicate.direction = difference
    name_reading(state, reading, figures, index)
    _sign(reading)
    _judge(reading)
    return reading


_GROWTH_AHEAD = re.compile(r"^(?:以上|左右)?的?(?:正|高|较快|平均|年均)?(?:增长|增速|增幅|降幅)")


def _sign(reading: Reading) -> None:
    direction = reading.predicate.direction
    if reading.kind is Kind.LEVEL and not reading.follows:
        action = names.action_at_start(names.clean(reading.predicate.subject))
        if change := names.changes_stock(action):
            reading.kind, direction = Kind.CHANGE, change
    reading.negative = direction < 0 and reading.kind in {Kind.GROWTH, Kind.CHANGE}


def _own_words(state: SentenceState, figure: Figure) -> str:
    """Give the words before a number less those that belong to the number in front."""
    if figure.opens:
        return figure.before
    if state.readings and state.readings[-1].follows:
        mine = figure.before.split("、", 1)
        return untie(mine[1]) if len(mine) > 1 else figure.before
    return untie(figure.before)


def _bound(figure: Figure, predicate: Predicate) -> Bound | None:
    if figure.bound is not None:
        return figure.bound
    if figure.quantity.family is Family.RANK:
        return Bound.AT_MOST if figure.quantity.more else None
    if figure.quantity.more:
        return Bound.AT_LEAST
    return predicate.bound


def _inherit(state: SentenceState, reading: Reading, before: str) -> None:
    """A number that follows another with nothing but a tie says the same of the next thing."""
    if before or reading.figure.opens or not state.readings:
        return
    previous = state.readings[-1]
    if previous.figure.quantity.family is reading.figure.quantity.family:
        reading.kind, reading.basis = previous.kind, previous.basis
        reading.predicate.direction = previous.predicate.direction


def _spread(state: SentenceState, first: Reading, group: list[Figure]) -> None:
    """Spread one predicate over its numbers: A、B分别增长x、y."""
    members = names.split_members(first.name, len(group))
    if not members and len(state.members) == len(group) and first.name == carried(state, first):
        members = state.members
    if not members and "分别" in first.figure.before:
        members = _said_before(state, first, len(group))
    shared = (
        first.figure.bound is None
        and group[-1].bound is not None
        and ("分别" in first.figure.before or "均" in first.figure.before)
    )
    if shared:
        first.bound = group[-1].bound
    readings = [first]
    for figure in group[1:]:
        reading = Reading(figure, first.predicate, first.kind, first.name, first.negative)
        reading.basis = first.basis
        reading.bound = _bound(figure, first.predicate) if not shared else group[-1].bound
        state.readings.append(reading)
        readings.append(reading)
    if members:
        for reading, name in zip(readings, members, strict=True):
            reading.name = name
        state.members = members
    for reading in readings:
        _judge(reading)


def _said_before(state: SentenceState, first: Reading, count: int) -> list[str]:
    """商标13479件、专利589件,分别增长…: give the names of the clause in front, if they are as many."""
    front = [r for r in state.readings[:-1] if r.figure.clause == first.figure.clause - 1]
    said = list(dict.fromkeys(r.name for r in front if r.name))
    return said if len(said) == count else []


def _remember(state: SentenceState) -> None:
    last = state.readings[-1]
    if not last.name:
        return
    if len(state.members) > 1 and last.name not in state.members:
        state.members = ()
    state.subject = last.name.removesuffix(names.season_at_end(last.name))
    if last.figure.opens or not state.action:
        state.action = names.action_at_start(last.name)


def _judge(reading: Reading) -> None:
    """Leave out what only looks like a figure."""
    figure = reading.figure
    family = figure.quantity.family
    if family is Family.BARE and not names.unit_of_noun(reading.name):
        reading.left_out = "left_out.no_unit"
    if family is Family.PERCENT and names_growth(reading.name):
        reading.kind = Kind.GROWTH
