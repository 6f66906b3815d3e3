"""What a clause of a plan does: commit, lead to a commitment, praise it, or go on from the last."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from hkreader.resources import read_toml

_NUMBERING = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[，,、]|首先|其次|再次"
    r"|[（(]?\d{1,2}[)）.．、](?!\d)|[①-⑳]|[◆●■★]|——|—)?\s*(?:要|我们(?:将|要)?)?"
)
_TIME = re.compile(
    r"(?:(?:到|至)?20\d\d年(?:底|末)?(?:前|以前)?|今年(?:底前|内)?|年内|全年|年底前|上半年|下半年"
    r"|1?\d月(?:底|末)?(?:前|以前)|[一二三四]季度(?:末)?(?:前)?)(?:计划|力争|要|将|共)?"
)
_STATING = re.compile(
    r"[^，]{0,12}?(?:率|比例|比重|占比|面积|总量|总额|余额|产值|增加值|收入|规模|数量|浓度)"
    r"[^，]{0,4}?(?:达到|达|超过|突破|增长|提高到|降至|控制在|不低于|为)"
)
"""A noun that opens like a verb: 服务事项线上可办率超过…."""
_AIMING = re.compile("力争|争取|确保")
_SHORTEST = 4
_SHORTEST_AFTER_ENSURING = 12
_RISING = re.compile(
    r"[以零]?(?:\d|[一二三四五六七八九十百]+个|[ⅠⅡⅢⅣⅤ]|“零|零突破|全覆盖|双下降|竣工|开工|投产|通车|投用|达标)"
)


class Role(Enum):
    """What a clause is to a list of tasks."""

    COMMITMENT = 1
    FIGURE = 2
    """It says of its subject what it will reach."""
    CONTINUATION = 3
    MANNER = 4
    RESULT = 5
    OTHER = 6


class _CommitmentWords:
    """The verb tables of plans, compiled."""

    def __init__(self) -> None:
        data = read_toml("language", "tasks.toml")
        self._adverbs = re.compile(f"(?:{_any_of(data['adverbs'])}|\\*+)+")
        self._adverb_verbs = tuple(data["adverb_verbs"])
        verbs = _any_of(data["verbs"])
        patterns = "|".join(data["verb_patterns"])
        self._verb = re.compile(f"(?:{patterns}|{verbs})")
        self._manner = re.compile(_any_of(data["manners"]))
        self._manner_built = re.compile("|".join(data["manner_patterns"]))
        self._manner_ends = tuple(data["manner_ends"])
        self._result = re.compile(_any_of(data["results"]))
        self._predicate = re.compile(_any_of(data["predicates"]))
        self._list_ends = tuple(data["list_ends"])

    def classify(self, clause: str, *, counted: bool) -> tuple[int, Role]:
        """Give how much numbering opens `clause`, and its role; `counted` when it has figures."""
        skip = _NUMBERING.match(clause).end()  # type: ignore[union-attr]
        words = clause[skip:]
        if len(words) < _SHORTEST:
            return skip, Role.OTHER
        if not counted:
            if self._manner.match(words) or self._built_as_manner(words):
                return skip, Role.MANNER
            if self._result.match(words) and not _RISING.search(words):
                return skip, Role.RESULT
        return skip, self._role(words, counted=counted)

    def _built_as_manner(self, words: str) -> bool:
        return words.endswith(self._manner_ends) or self._manner_built.match(words) is not None

    def _role(self, words: str, *, counted: bool) -> Role:
        if words.startswith(("其中", "力争达到", "达到")) and counted:
            return Role.FIGURE
        if self._commits(words, counted=counted):
            return Role.COMMITMENT
        if counted:
            return Role.FIGURE
        if words.endswith(self._list_ends) or len(self.without_adverbs(words)) < _SHORTEST:
            return Role.CONTINUATION
        return Role.FIGURE if self._predicate.search(words, 2) else Role.OTHER

    def _commits(self, words: str, *, counted: bool) -> bool:
        rest = self.without_adverbs(words)
        adverbs = words[: len(words) - len(rest)]
        aims = _AIMING.search(adverbs) is not None
        if counted and aims:
            return True
        verb = self._verb.match(rest)
        if verb and verb.end() < len(rest):
            return not (counted and _STATING.match(rest, verb.end()))
        if "确保" in adverbs:
            return bool(_RISING.search(rest)) or len(rest) >= _SHORTEST_AFTER_ENSURING
        return aims or adverbs.endswith(self._adverb_verbs)

    def verb_and_object(self, clause: str) -> str:
        """Drop what stands before the verb, keeping an adverb that has to serve as one."""
        rest = self.without_adverbs(clause)
        if self._verb.match(rest):
            return rest
        before = clause[: len(clause) - len(rest)]
        serving = next((verb for verb in self._adverb_verbs if before.endswith(verb)), "")
        return serving + rest

    def without_adverbs(self, clause: str) -> str:
        """Drop numbering, time and what says how in front of a verb."""
        words = clause[_NUMBERING.match(clause).end() :]  # type: ignore[union-attr]
        while True:
            time = _TIME.match(words)
            if time is not None:
                words = words[time.end() :]
            adverbs = self._adverbs.match(words)
            if adverbs is None or adverbs.end() == len(words):
                return words
            words = words[adverbs.end() :]


@cache
def commitment_words() -> _CommitmentWords:
    """Give the tables, read once."""
    return _CommitmentWords()


def _any_of(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
