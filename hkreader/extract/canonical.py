"""One name for what reports call by many: spellings folded, synonyms joined, what is new told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from hkreader.resources import read_toml

_DROPPED = re.compile(r"[\s“”\"'‘’「」『』《》〈〉的·]+")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_JOINTS = re.compile(r"以及|[、和与及]")
_FOLDED = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"％": "%", "　": " "}
)
_SHORTEST_PART = 2
_own_names: dict[str, str] = {}
"""What names mean to this user, folded."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes two names one: the thing itself, and whether what came new is meant."""

    core: str
    flow: bool
    as_said: str = field(default="", compare=False)
    """The thing before joined parts were put in order."""
    known: bool = field(default=False, compare=False)
    """The table of indicators has it."""


@lru_cache(maxsize=4096)
def canonical_name(name: str) -> str:
    """Give the name under which rows of one indicator meet."""
    identity = identify(name)
    return f"新增{identity.core}" if identity.flow else identity.core


@lru_cache(maxsize=4096)
def identify(name: str) -> Identity:
    """Tell what a name means, whatever words it uses."""
    table = _table()
    plain = fold(name)
    bare = table.exchange(fold(_own_names.get(plain, plain)))
    bare = table.scopes.sub("", bare) or bare
    known = table.known.get(bare)
    if known is not None:
        return Identity(known, flow=False, as_said=known, known=True)
    makers = table.makers.match(bare)
    thing = bare[makers.end() :] if makers else bare
    if len(thing) < _SHORTEST_PART:
        thing, makers = bare, None
    flow = makers is not None and table.flows.search(makers.group()) is not None
    if thing.endswith("建设") and len(thing) > len("建设") + 1:
        thing = thing.removesuffix("建设")
    thing = table.neutral.sub("", thing) or thing
    bare = table.ends.sub("", thing)
    known = table.known.get(thing) or table.known.get(bare)
    thing = known or bare
    return Identity(_in_order(thing), flow, as_said=thing, known=known is not None)


def use_own_names(names: Mapping[str, str]) -> bool:
    """Let names mean what this user says, before what the table says; tell whether that is new."""
    global _own_names  # noqa: PLW0603  one user, one language: as the table is one for all
    folded = {fold(name): fold(canonical) for name, canonical in names.items()}
    if folded == _own_names:
        return False
    _own_names = folded
    identify.cache_clear()
    canonical_name.cache_clear()
    return True


def fold(name: str) -> str:
    """Drop what does not matter in a name: width, quotation marks, blanks, 的, asides."""
    narrow = name.translate(_FOLDED)
    return _DROPPED.sub("", _ASIDE.sub("", narrow)) or narrow


@lru_cache(maxsize=4096)
def without_growth(name: str) -> str:
    """Give the indicator of whose growth a name speaks."""
    return _table().growth_ends.sub("", name) or name


def known_names() -> frozenset[str]:
    """Give the names of the indicators that the table knows."""
    return frozenset(_table().known.values())


def excludes(words: str) -> bool:
    """Tell whether `words` make of an indicator another one."""
    return _table().exclusive.search(words) is not None


def tells_stock(words: str) -> bool:
    """Tell whether the words before a count say that it counts all there is."""
    return _table().stocks.search(words) is not None


def _in_order(name: str) -> str:
    """Put joined things in one order: A和B is B和A."""
    parts = _JOINTS.split(name)
    if len(parts) == 1 or min(map(len, parts)) < _SHORTEST_PART:
        return name
    return "、".join(sorted(parts))


class _Table:
    """The language knowledge of names, compiled."""

    def __init__(self) -> None:
        data = read_toml("language", "indicators.toml")
        self._words: dict[str, str] = data["words"]
        self._word = _any_of(self._words)
        self.scopes = re.compile(f"^(?:{_any_of(data['scopes']).pattern})+")
        self.makers = re.compile(f"(?:{_any_of(data['makers']).pattern})+")
        self.flows = _any_of(data["flows"])
        self.neutral = _any_of(data["neutral"])
        self.ends = re.compile(f"(?<=..)(?:{_any_of(data['ends']).pattern})$")
        self.growth_ends = re.compile(f"(?<=..)(?:{_any_of(data['growth_ends']).pattern})$")
        self.exclusive = _any_of(data["exclusive"])
        self.stocks = _any_of(data["stocks"])
        self.known: dict[str, str] = {}
        for joined, spellings in data["indicators"].items():
            for spelling in (joined, *spellings):
                self.known.setdefault(self.exchange(fold(spelling)), fold(joined))

    def exchange(self, name: str) -> str:
        """Exchange words for the ones they are short or long for."""
        return self._word.sub(lambda match: self._words[match.group()], name)


@cache
def _table() -> _Table:
    return _Table()


def _any_of(words: list[str] | dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
