"""Naming the numbers of a sentence from the words before, behind and in front of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hkreader.core.findings import Kind
from hkreader.extract import names
from hkreader.extract.clauses import Figure, untie
from hkreader.extract.lexicon import object_of
from hkreader.extract.predicates import read_predicate
from hkreader.extract.quantities import Family
from hkreader.extract.sentence_state import Reading, SentenceState


def name_reading(
    state: SentenceState, reading: Reading, figures: Sequence[Figure], index: int
) -> None:
    """Give the figure at `index` its name, and note where its noun stands."""
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


def _named_after(state: SentenceState, reading: Reading, follow: str) -> str:
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


def _named_before(state: SentenceState, reading: Reading) -> str:
    name = names.clean(reading.predicate.subject)
    if reading.kind is Kind.RANK:
        name = names.clean(_RANKED.sub("", name))
    if not name:
        return carried(state, reading)
    if names.is_season(name) or name.startswith("占"):
        return state.subject + name
    if names.is_verbal(name):
        return (state.subject or _topic(state, reading)) + name
    if names.is_relational(name):
        owner = names.without_side(state.subject) or _topic(state, reading)
        return name if owner.endswith(name) else owner + name
    return _with_shared_action(state, reading, name)


def _with_shared_action(state: SentenceState, reading: Reading, name: str) -> str:
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


def carried(state: SentenceState, reading: Reading) -> str:
    """Give the subject said before, in this sentence or in the clause in front of it."""
    if state.members and len(state.members) == 1:
        return state.members[0]
    if state.subject:
        return state.subject
    return _topic(state, reading)


def _topic(state: SentenceState, reading: Reading) -> str:
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
