"""Cutting the name of an indicator out of the words around its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from hkreader.extract.predicates import PER_HEADS
from hkreader.extract.quantities import alternatives
from hkreader.extract.wordlists import Edges
from hkreader.resources import read_toml


@dataclass(frozen=True, slots=True)
class _Tables:
    lead_in: Edges
    lead_out: Edges
    actions: Edges
    relational: Edges
    verbal: frozenset[str]
    grades: Edges
    heads: Edges
    seasons: frozenset[str]
    time_noun: re.Pattern[str]
    changing_up: frozenset[str]
    changing_down: frozenset[str]
    unit_nouns: dict[str, str]
    unit_noun_ends: Edges
    unit_noun: re.Pattern[str]
    predicates: re.Pattern[str]


@cache
def _tables() -> _Tables:
    table = read_toml("language", "names.toml")
    return _Tables(
        Edges(table["lead_in"], table["lead_guards"]),
        Edges(table["lead_out"]),
        Edges(table["actions"]),
        Edges(table["relational"]),
        frozenset(table["verbal"]),
        Edges(table["grades"]),
        Edges(table["shared_heads"]),
        frozenset(table["seasons"]),
        re.compile(alternatives(table["time_nouns"])),
        frozenset(table["changing_up"]),
        frozenset(table["changing_down"]),
        table["unit_nouns"],
        Edges(table["unit_nouns"]),
        re.compile(alternatives(table["unit_nouns"])),
        re.compile(alternatives(table["said_of"])),
    )


# A noun of so many signs names itself well enough.
_SPECIFIC = 4
# …、…等公共绿地: the examples go, what they are examples of stays.
_EXAMPLES = re.compile(r"^(?P<list>.*)等(?P<kind>[^等级待]{2,})$")
# 现代服务业实现区级税收: the verb between owner and thing goes.
_INNER_REACH = re.compile(
    r"(?<=..)(?:预计|累计)?(?:全年)?(?:实现|完成|达到|拥有|共有|集聚)(?!率|时|度|情况|指标)(?=..)"
)
# 作为我区支柱产业的金融业增加值
_AS = re.compile(r"^作为[^,]{2,14}的")
_PER = re.compile(
    r"由?(?:平均)?(?:每\d*(?:人|户|亩|万人|千人|百户|人次|公斤|斤|吨|平方米|平方公里)"
    r"(?:每[年月天])?|每[年月])$"
)
_BRACKETED = re.compile(r"^[)\]]+|[(\[]+$")
_YEAR_END = re.compile(r"(?<=..)(?:19|20)\d{2}年[末底]?$")
_COUNTED_SIDES = re.compile(r"[\d一二三四五六七八九十]+个?(?:方面|领域|大类)$")
_YEARS = re.compile(
    r"^(?:到|至|截至|截止到?|自)?\d{4}年(?:\d{1,2}月)?(?:[底末初]|以来|上半年|年底)?(?:前|止)?"
    r"|^(?:到)?“[^”]{2,4}”(?:期间|时期|期?末|以来)"
    r"|^连续第?\d*[\u4e00-\u9fff]?[年次]|^第\d+年|^仅?用?\d+(?:天|年|个月)(?:时间|内)?"
)


def clean(words: str) -> str:
    """Strip what says nothing of the thing measured from both ends of the words before a number."""
    tables = _tables()
    words = _AS.sub("", _BRACKETED.sub("", words).strip("、 -·*"))
    while True:
        shorter = _YEARS.sub("", tables.lead_in.strip_prefixes(words)).lstrip("、了 ")
        if shorter == words:
            break
        words = shorter
    words = _strip_out(words)
    words = _COUNTED_SIDES.sub("", _PER.sub("", words))
    words = _INNER_REACH.sub("", words, count=1)
    return _without_examples(words)


def _strip_out(words: str) -> str:
    tables = _tables()
    while word := tables.lead_out.suffix(words):
        if word == "均" and words[-2:-1] in PER_HEADS:
            break
        words = words[: -len(word)].rstrip("、 ")
    return _YEAR_END.sub("", words)


def _without_examples(words: str) -> str:
    match = _EXAMPLES.match(words)
    if match is None or ("、" not in match["list"] and len(match["kind"]) < _SPECIFIC):
        return words
    return _tables().actions.prefix(match["list"]) + match["kind"]


def action_at_start(words: str) -> str:
    """Give the action that a name begins with (新增, 改建), or nothing."""
    return _tables().actions.prefix(words)


def action_at_end(words: str) -> str:
    """Give the action that the words before a number end with, or nothing."""
    words = words.removesuffix("了")
    return _tables().actions.suffix(words)


def is_relational(name: str) -> bool:
    """Tell whether a name is only a side of something named before (总投资, 占比)."""
    return name in _tables().relational


def side_at_end(name: str) -> str:
    """Give the side (总投资, 规模) that ends a name, or nothing."""
    return _tables().relational.suffix(name)


def is_verbal(name: str) -> bool:
    """Tell whether a name is only a verb said of something named before (惠及)."""
    return name in _tables().verbal


def season_at_end(name: str) -> str:
    """Give the part of the year that ends a name, or nothing."""
    return max(filter(name.endswith, _tables().seasons), key=len, default="")


def changes_stock(action: str) -> int:
    """Tell whether an action's amount is a change of the stock: 1 up, -1 down, 0 no."""
    tables = _tables()
    return (action in tables.changing_up) - (action in tables.changing_down)


def is_grade(words: str) -> bool:
    """Tell whether the words are only a grade (省级)."""
    return words in _tables().grades


def without_grade(name: str) -> str:
    """Give a name less the grade that opens it."""
    return name[len(_tables().grades.prefix(name)) :]


def acts_alone(words: str) -> bool:
    """Tell whether the words are an action without its object (改造提升)."""
    return words in _tables().actions


def without_side(name: str) -> str:
    """Give what a name is of, without the side it names: 粮食播种面积 → 粮食."""
    side = side_at_end(name)
    owner = name[: len(name) - len(side)]
    return owner if len(owner) >= len("粮食") else name


def is_season(words: str) -> bool:
    """Tell whether the words are nothing but a part of the year."""
    return words in _tables().seasons


def times(words: str) -> bool:
    """Tell whether the words speak of something whose figures are lengths of time."""
    return bool(_tables().time_noun.search(words))


def unit_of_noun(name: str) -> str:
    """Give the unit that only the noun tells (接待人次 → 人次), or nothing."""
    tables = _tables()
    noun = tables.unit_noun_ends.suffix(name)
    if not noun and (inside := tables.unit_noun.search(name)):
        noun = inside[0]
    return tables.unit_nouns.get(noun, "")


_FOLLOW_ADVERB = re.compile(r"(?<=..)(?:全部|均已?|顺利|都)(?=..)")
_TIED_END = re.compile(r"(?:、|以及|和|及|与|或)+$")


# 突破1000亿元大关 passes a mark of the same thing.
_MARK_PASSED = re.compile(r"(?:的)?(?:大关|台阶|门槛|关口)")


def noun_after(after: str, *, last: bool) -> str:
    """Give the noun (with what is said of it) that follows a number; nothing where none does."""
    if _MARK_PASSED.match(after):
        return ""
    if not after or after[0] in "、,;:。()!?”":
        return ""
    after = after.removeprefix("的")
    if not last:
        after = after.split("、")[0]
    elif "等" in after:
        after = re.split(r"(?<=....)[、和]", after)[0]
    after = _FOLLOW_ADVERB.sub("", after, count=1)
    said = _tables().predicates.search(after, 2)
    if said and (said.start() >= _SPECIFIC or not last):
        # what is said of a thing that names itself well enough is no part of its name
        after = after[: said.start()]
    return _TIED_END.sub("", after).strip("、 的")


@lru_cache(maxsize=64)
def split_members(subject: str, count: int) -> Sequence[str]:
    """Split `A、B和C` into `count` names that each stand alone; nothing where it cannot be split so."""
    industries = _INDUSTRIES.search(subject)
    if industries is not None and count == len(_ORDER):
        head = industries["head"] or ""
        return [subject[: industries.start()] + f"第{which}产业{head}" for which in _ORDER]
    parts = [part for part in re.split(r"、|以及|和|及|与", subject) if part]
    if len(parts) != count:
        parts = _split_twofold(subject, count)
    if len(parts) != count:
        return _split_city_and_country(subject) if count == len(_CITY_AND_COUNTRY) else []
    return _share_prefix(_share_head(parts))


_ORDER = "一二三"
# 一、二、三产业增加值, 三次产业: what is told three times is told of each.
_INDUSTRIES = re.compile(r"(?:第?一、?第?二(?:、|和)?第?三(?:次)?产业?|三次产业)(?P<head>增加值)?$")


def _split_twofold(subject: str, count: int) -> list[str]:
    """Split at marks first, then at one conjunction in the last member."""
    parts = [part for part in subject.split("、") if part]
    if len(parts) == count - 1:
        for tie in ("以及", "和", "及", "与"):
            head, found, tail = parts[-1].rpartition(tie)
            if found and head and tail:
                return [*parts[:-1], head, tail]
    return parts


_CITY_AND_COUNTRY = ("城镇", "农村")
_BOTH = re.compile(r"城乡(?:常住)?(?:居民)?")


def _split_city_and_country(subject: str) -> list[str]:
    match = _BOTH.search(subject)
    if match is None:
        return []
    rest = match[0].removeprefix("城乡")
    return [
        subject[: match.start()] + which + rest + subject[match.end() :]
        for which in _CITY_AND_COUNTRY
    ]


_TWO = 2


def _share_head(parts: list[str]) -> list[str]:
    """Give every member the head that only the last one carries."""
    heads = _tables().heads
    last = parts[-1]
    head = heads.suffix(last)
    if (
        not head
        or head == last
        or is_relational(last)
        or all(heads.suffix(part) for part in parts[:-1])
    ):
        return parts
    lengths = {len(part) for part in parts[:-1]}
    if len(parts) > _TWO and len(lengths) == 1 and len(last) > min(lengths) + len(head):
        # 双柚、油茶、茶叶全产业链产值: members of one length, the rest is common
        rest = last[min(lengths) :]
        if not heads.suffix(parts[0]) and min(lengths) <= _SPECIFIC:
            head = rest
    return [part if heads.suffix(part) else part + head for part in parts]


def _share_prefix(parts: list[str]) -> list[str]:
    """Give every member the owner that only the first one names (规上工业企业亩均税收和亩均增加值)."""
    first = parts[0]
    shared = []
    for part in parts[1:]:
        at = first.find(part[:2], 1)
        if at > 1 and len(part) + at <= len(first) + 8:
            shared.append(first[:at] + part)
        elif is_relational(part) and len(first) > len(part):
            head = _tables().relational.suffix(first)
            shared.append(first[: len(first) - len(head)] + part if head else part)
        else:
            shared.append(part)
    return [first, *shared]
