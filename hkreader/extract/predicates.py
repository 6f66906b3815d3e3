"""What the words right before a number make of it: its kind, sign, bound and basis."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hkreader.core.findings import Bound, Kind
from hkreader.extract.quantities import Family, Quantity
from hkreader.extract.wordlists import Edges
from hkreader.resources import read_toml


@dataclass(slots=True)
class Predicate:
    """The tail of the words before a number, taken apart."""

    subject: str
    """What is left of them in front."""
    reach: bool = False
    direction: int = 0
    """1 up, -1 down, 0 neither."""
    word: str = ""
    """The word of direction."""
    bound: Bound | None = None
    basis: str | None = None

    @property
    def empty(self) -> bool:
        """Whether no predicate was found at all."""
        return not (self.reach or self.direction or self.bound)


@dataclass(frozen=True, slots=True)
class _Tables:
    reach: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    action: frozenset[str]
    bounds: dict[str, Bound]
    tails: Edges
    """Every word that may stand between the subject and the number."""
    basis: Edges
    growth_nouns: Edges
    actions: Edges
    rates: Edges


@cache
def _tables() -> _Tables:
    table = read_toml("language", "predicates.toml")
    bounds = {
        word: bound
        for key, bound in (
            ("approx_before", Bound.APPROX),
            ("at_least_before", Bound.AT_LEAST),
            ("at_most_before", Bound.AT_MOST),
        )
        for word in table["bounds"][key]
    }
    reach, up, down = frozenset(table["reach"]), frozenset(table["up"]), frozenset(table["down"])
    return _Tables(
        reach,
        up,
        down,
        frozenset(table["action"]),
        bounds,
        Edges(reach | up | down | set(bounds) | set(table["between"])),
        Edges(table["basis"]),
        Edges(table["growth_nouns"]),
        Edges(read_toml("language", "names.toml")["actions"]),
        Edges(table["rates"]),
    )


# 人均, 户均 …: the 均 belongs to the name.
PER_HEADS = frozenset("人户亩日月年平")


# 比2012年, 较2020年末, 比“十三五”末, 是2012年的: against what.
_AGAINST = re.compile(
    r"(?:比|较|与|同|相比)"
    r"(?:\d{4}年[同末底初]?期?|“[^”]{2,4}”(?:期?末|时期)?|[^,、]{0,6}(?:末|底|初|同期|预算|执行数|计划)|前[一三五]年)"
    r"(?:相比|相较)?$"
)
_YEAR_OF = re.compile(r"(?<![比较])(?:(?:19|20)\d{2}年|上年|去年)(?:[末底])?的$")
_COMPARED = re.compile(
    r"(?P<word>快于|高于|低于|慢于|高出|超出|领先|好于|优于|高|低|快)(?P<whom>[^,、]{1,16})$"
)


def read_predicate(before: str) -> Predicate:
    """Take the tail of the words before a number apart."""
    # 从1997年的2.73万亿元增加到2002年的4.1万亿元: the years are read elsewhere
    found = Predicate(_YEAR_OF.sub("", before))
    _take_basis(found)
    while word := _next_word(found.subject):
        _take(found, word)
        found.subject = found.subject[: -len(word)]
        _take_basis(found)
    return found


def _next_word(subject: str) -> str:
    """Give the word of a predicate that ends the subject, unless it belongs to the name."""
    tables = _tables()
    word = tables.tails.suffix(subject)
    if len(tables.actions.suffix(subject)) > len(word) or tables.rates.suffix(subject):
        return ""
    if word.startswith("均") and subject[: -len(word)][-1:] in PER_HEADS:
        return word[1:]
    return word


def _take(found: Predicate, word: str) -> None:
    """Note what one word of the predicate says."""
    tables = _tables()
    if word in tables.bounds and found.bound is None:
        found.bound = tables.bounds[word]
    if not found.direction and (word in tables.up or word in tables.down):
        rate = word in tables.growth_nouns
        if rate or not found.reach:  # 增长超过20% is a growth, 提高到20% is none
            found.direction, found.word = (-1 if word in tables.down else 1), word
    elif word in tables.reach and word not in tables.bounds and not found.direction:
        found.reach = True


def _take_basis(found: Predicate) -> None:
    """Take what the number is compared with off the end of the subject."""
    if basis := _tables().basis.suffix(found.subject):
        found.subject = found.subject[: -len(basis)]
        found.basis = found.basis or basis
    elif against := _AGAINST.search(found.subject):
        found.subject = found.subject[: against.start()]
        found.basis = found.basis or against[0]


def compared(predicate: Predicate) -> tuple[str, int] | None:
    """Give the subject and the direction of `A高于全国平均水平` before a difference."""
    match = _COMPARED.search(predicate.subject)
    if match is None:
        return None
    return predicate.subject[: match.start()], -1 if match["word"] in {"低于", "慢于", "低"} else 1


def kind_of(quantity: Quantity, predicate: Predicate) -> Kind:
    """Tell what the number says of its indicator."""
    family = quantity.family
    if family is Family.PERCENT:
        return Kind.GROWTH if predicate.direction else Kind.RATIO
    if family is Family.POINT:
        return Kind.CHANGE
    if family is Family.TIMES:
        return Kind.MULTIPLE
    if family is Family.RANK:
        return Kind.RANK
    if family is Family.STRUCTURE:
        return Kind.RATIO
    changes = predicate.direction and predicate.word not in _tables().action
    return Kind.CHANGE if changes else Kind.LEVEL


def names_growth(subject: str) -> bool:
    """Tell whether a name ends in a word of growth (增速, 涨幅)."""
    return bool(_tables().growth_nouns.suffix(subject))
