"""What each heading of the first level announces: review, plan, government, closing, glossary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hkreader.core.report import Part
from hkreader.resources import read_toml

_YEAR = re.compile(r"(?:19|20)\d\d")
_TURN = re.compile(
    r"(?:总体|总的|基本)(?:要求|思路|目标)|(?:预期|主要|奋斗)目标|(?:今|明)年.{0,12}(?:任务|安排|部署)|新的一年"
)


@cache
def _words() -> list[tuple[Part, re.Pattern[str]]]:
    rows = read_toml("language", "headings.toml")["part"]
    return [(Part(row["name"]), re.compile("|".join(row["words"]))) for row in rows]


def announced(heading: str) -> Part | None:
    """Give the part that the words of a heading announce, if any."""
    return next((part for part, shape in _words() if shape.search(heading)), None)


def assign_parts(headings: Sequence[str]) -> list[Part]:
    """Give the parts of the headings of the first level, in their order."""
    latest = max((year for heading in headings for year in _years(heading)), default=0)
    parts: list[Part] = []
    for heading in headings:
        part = announced(heading)
        years = _years(heading)
        if part is Part.PLAN and not parts and years and max(years) < latest:
            part = Part.REVIEW
        parts.append(part or _after(parts))
    if Part.REVIEW not in parts and parts and parts[0] is Part.PLAN and len(parts) > 1:
        later = parts[1:]
        parts[0] = Part.REVIEW if Part.PLAN in later else Part.PLAN
    return parts


def _years(heading: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(heading)]


def _after(parts: Sequence[Part]) -> Part:
    """Guess the part of a heading that announces none: the review comes first, then the plan."""
    if not parts:
        return Part.REVIEW
    return Part.CLOSING if parts[-1] is Part.CLOSING else Part.PLAN


def find_turn(text: str, start: int, end: int) -> int:
    """Give the offset where a report without headed parts turns from its review to its plan."""
    found = _TURN.search(text, start + (end - start) // 6, end)
    return found.start() if found else end
