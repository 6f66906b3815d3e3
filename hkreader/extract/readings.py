"""Reading the numbers of one sentence: name, kind, sign, bound and basis of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hkreader.core.findings import Bound, Kind
from hkreader.extract import names
from hkreader.extract.clauses import Figure, untie
from hkreader.extract.lexicon import object_of
from hkreader.extract.predicates import (
    Predicate,
    compared,
    kind_of,
    names_growth,
    read_predicate,
)
from hkreader.extract.quantities import Family


@dataclass(slots=True)
class Reading:
    """What one number of a sentence says."""

    figure: Figure
    predicate: Predicate
    kind: Kind
    name: str = ""
    negative: bool = False
    bound: Bound | None = None
    basis: str | None = None
    left_out: str = ""
    """Key of the reason why it is no measurement."""
    doubt: str = ""
    """Key of the reason why it is doubtful."""
    follows: bool = False
    """The noun stands behind the number."""


@dataclass(slots=True)
class _Sentence:
    """What earlier numbers of the sentence leave behind for later ones."""

    text: str
    readings: list[Reading] = field(default_factory=list)
    subject: str = ""
    action: str = ""
    members: list[str] = field(default_factory=list)
    """Names that a group of numbers was spread over (A、B分别…)."""


def read_sentence(text: str, figures: Sequence[Figure]) -> list[Reading]:
    """Read every figure of a folded sentence, in text order."""
    state = _Sentence(text)
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
    for figure in figures[index + 1 :]:
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


def _read(state: _Sentence, figures: Sequence[Figure], index: int) -> Reading:
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
    _name(state, reading, figures, index)
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


def _own_words(state: _Sentence, figure: Figure) -> str:
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


def _inherit(state: _Sentence, reading: Reading, before: str) -> None:
    """A number that follows another with nothing but a tie says the same of the next thing."""
    if before or reading.figure.opens or not state.readings:
        return
    previous = state.readings[-1]
    if previous.figure.quantity.family is reading.figure.quantity.family:
        reading.kind, reading.basis = previous.kind, previous.basis
        reading.predicate.direction = previous.predicate.direction


def _name(state: _Sentence, reading: Reading, figures: Sequence[Figure], index: int) -> None:
    figure, predicate = reading.figure, reading.predicate
    family = figure.quantity.family
    follow = names.noun_after(figure.after, last=figure.last)
    if read_predicate(follow).subject == "" or _PREDICATE_AHEAD.match(follow):
        follow = ""
    wants_noun = family in {Family.COUNT, Family.MEASURE, Family.BARE}
    if family is Family.PERCENT and not predicate.direction and not names.clean(predicate.subject):
        wants_noun = True
    borrowed = ""
    if not follow and index + 1 < len(figures):
        borrowed = _borrowed(reading, figures[index + 1])
    if (follow and wants_noun) or borrowed:
        reading.follows = bool(follow)
        reading.name = _named_after(state, reading, follow or borrowed)
        if predicate.direction and family is not Family.PERCENT:
            reading.kind = Kind.LEVEL
    else:
        reading.name = _named_before(state, reading)


_PREDICATE_AHEAD = re.compile(
    r"^(?:同比|同口径|比|较|增长|下降|提高|提升|压缩|压减|扩大|增加|减少|上升|降|调整|是|为|达"
    r"|和|及|与|以及|并|且|以上|左右|,)"
)
_PURPOSE = re.compile(r"^(?:用于|支持|资金支持|补贴|支援|帮助)(?P<what>.{2,})")


def _named_after(state: _Sentence, reading: Reading, follow: str) -> str:
    figure = reading.figure
    if follow.startswith(("前", "第")):
        return state.subject + follow
    words = reading.predicate.subject
    if reading.predicate.reach and names.action_at_end(figure.before):
        words = figure.before
    lead = "" if words.endswith("的") else names.clean(words)
    action = names.action_at_end(words)
    if figure.after.startswith("的") and (side := names.side_at_end(lead)):
        # 规模达35亿元的绿色技术创业投资基金
        return follow + side
    if figure.quantity.family is Family.MEASURE and (spent := _spent_on(follow, action)):
        return spent
    if figure.opens and not lead and _only_said(figure, follow):
        return follow + "人数"
    if not figure.opens and not lead and not action:
        return state.action + follow
    return _led(reading, follow, lead, action)


def _spent_on(follow: str, action: str) -> str:
    """投入64.2亿元用于改善民生, 投资1.33亿元实施…项目: name what the money is for."""
    if purpose := _PURPOSE.match(follow):
        return purpose["what"] + (action or "投入")
    return follow + action if action in {"投资", "投入", "安排"} else ""


def _only_said(figure: Figure, follow: str) -> bool:
    """1334万人参保: what follows is said of the persons counted."""
    return figure.quantity.unit in _PERSONS and len(follow) <= _SHORT_NOUN


def _led(reading: Reading, follow: str, lead: str, action: str) -> str:
    """Put the words before the number in front of the noun behind it, as far as they matter."""
    if action:
        # a short noun says too little without its owner (…住房共惠及9000余户家庭)
        owned = len(follow) < _SHORT_NOUN and len(lead) <= _LONG_NAME
        return (lead if owned else action) + follow
    if reading.predicate.subject.endswith("等"):
        return names.action_at_start(lead) + follow
    bare = reading.predicate.empty and reading.figure.opens
    longest = _LONG_LEAD if bare and len(follow) <= _SHORT_LEAD else _SHORT_LEAD
    return lead + follow if len(lead) <= longest else follow


_PERSONS = frozenset({"人", "人次", "名", "位"})
_SHORT_NOUN = 4
_SHORT_LEAD = 6
_LONG_LEAD = 16


def _named_before(state: _Sentence, reading: Reading) -> str:
    name = names.clean(reading.predicate.subject)
    if reading.kind is Kind.RANK:
        name = names.clean(_RANKED.sub("", name))
    if not name:
        return _carried(state, reading)
    if names.is_season(name) or name.startswith("占"):
        return state.subject + name
    if names.is_verbal(name):
        return (state.subject or _topic(state, reading)) + name
    if names.is_relational(name) and reading.kind is not Kind.RANK:
        owner = names.without_side(state.subject) or _topic(state, reading)
        return name if owner.endswith(name) else owner + name
    return _with_shared_action(state, reading, name)


def _with_shared_action(state: _Sentence, reading: Reading, name: str) -> str:
    """In a list the action is said once (新建A4家、B3家), or the object is (新建农田252万亩、改造43万亩)."""
    figure = reading.figure
    if figure.opens or not (state.action or names.is_grade(name)):
        return name
    if names.is_grade(name):
        thing = state.subject.removeprefix(state.action)
        return state.action + name + names.without_grade(thing)
    if names.acts_alone(name):
        return name + state.subject.removeprefix(state.action)
    counts = figure.quantity.family in {Family.COUNT, Family.MEASURE}
    if counts and reading.predicate.empty and not names.action_at_start(name):
        return state.action + name
    return name


_WHERE = (
    r"(?:全[国省市区县州盟旗]|全球|世界|亚洲|国内|省内|市内|[东中西]部(?:地区)?|[省市](?!属|级|场))"
)
_STANDS = r"(?:位?居|位?列|排名|名列|排在?|跃居|跃升至?|升至|上升至|进入|跻身|获得?|占|处于|保持|位次|稳居)"
_RANKED = re.compile(
    rf"(?:连续\S{{1,3}}年)?(?:均|稳|继续|保持|首次|一举|综合)?"
    rf"(?:{_STANDS}+(?:{_WHERE}[^,、]{{0,6}})?|{_WHERE}[^,、]{{0,6}})$"
)


def _carried(state: _Sentence, reading: Reading) -> str:
    """Give the subject said before, in this sentence or in the clause in front of it."""
    if state.members and len(state.members) == 1:
        return state.members[0]
    if state.subject:
        return state.subject
    return _topic(state, reading)


def _topic(state: _Sentence, reading: Reading) -> str:
    """Take the object of the clause in front as the subject, doubtfully."""
    front = state.text[: reading.figure.clause_start].rstrip(",;:")
    clause = names.clean(re.split(r"[,;:。]", front)[-1])
    reading.doubt = "doubt.carried"
    if not clause or len(clause) > _LONG_NAME:
        return ""
    return object_of(clause)


_LONG_NAME = 24


def _borrowed(reading: Reading, following: Figure) -> str:
    """843户1864名建档立卡脱贫户, 总投资164.3亿元的25个重点项目: the noun behind the second number names both."""
    figure = reading.figure
    if following.clause != figure.clause or untie(following.before).strip("的"):
        return ""
    own = names.clean(reading.predicate.subject)
    ready = figure.after.startswith("的") or reading.predicate.reach or names.action_at_end(own)
    if len(own) >= _SHORT_NOUN or (own and not ready):
        return ""
    return names.noun_after(following.after, last=following.last)


def _spread(state: _Sentence, first: Reading, group: list[Figure]) -> None:
    """Spread one predicate over its numbers: A、B分别增长x、y."""
    members = names.split_members(first.name, len(group))
    if not members and len(state.members) == len(group) and first.name == _carried(state, first):
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


def _said_before(state: _Sentence, first: Reading, count: int) -> list[str]:
    """商标13479件、专利589件,分别增长…: give the names of the clause in front, if they are as many."""
    front = [r for r in state.readings[:-1] if r.figure.clause == first.figure.clause - 1]
    said = list(dict.fromkeys(r.name for r in front if r.name))
    return said if len(said) == count else []


def _remember(state: _Sentence) -> None:
    last = state.readings[-1]
    if not last.name:
        return
    if len(state.members) > 1 and last.name not in state.members:
        state.members = []
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
