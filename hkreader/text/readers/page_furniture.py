"""Page heads, feet and page numbers: what comes again at the same height of other pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hkreader.text.noise import words
from hkreader.text.readers.page_lines import Line
from hkreader.text.readers.page_order import merge_rows

HEAD, FOOT, NUMBER = "page head", "page foot", "page number"
_DEEPEST = 4
"""So many rows that come again are no head or foot: the pages are alike."""
_LEVEL = 4.0
"""Points within which rows of different pages stand at the same height."""
_ALONE = 1.5
_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"[\s\-—–－_·.~～/|第页共()（）\[\]【】#Pageof]*")


@dataclass(slots=True)
class Furniture:
    """What a page has around its text."""

    heads: list[tuple[Line, str]]
    feet: list[tuple[Line, str]]


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    line: Line
    foot: bool
    numbers: tuple[int, ...]

    def like(self, other: _Place) -> bool:
        """Tell whether the other place shows the same, or counts on with the pages."""
        if self.page == other.page or abs(self.line.base - other.line.base) > _LEVEL:
            return False
        if self.line.text == other.line.text:
            return True
        apart = other.page - self.page
        pairs = list(zip(self.numbers, other.numbers, strict=True))
        counted = any(b - a == apart for a, b in pairs)
        return counted and all(b - a in {apart, 0} for a, b in pairs)


def take_furniture(pages: Sequence[Sequence[Line]]) -> list[Furniture]:
    """Find the heads and feet of pages whose lines run from the top downwards."""
    rows = [merge_rows(lines) for lines in pages]
    found = [Furniture([], []) for _ in pages]
    for foot in (False, True):
        for _ in range(_DEEPEST):
            places = list(_outermost(rows, foot=foot))
            marked = list(_repeated(places))
            if not marked:
                marked = [place for place in places if _is_lone_number(place, rows, found)]
            if not marked:
                break
            for place in marked:
                reason = _reason(place)
                furniture = found[place.page]
                (furniture.feet if foot else furniture.heads).append((place.line, reason))
                rows[place.page].pop(-1 if foot else 0)
        for page, furniture in enumerate(found):
            taken = furniture.feet if foot else furniture.heads
            if len(taken) >= _DEEPEST:
                lines = [line for line, _ in taken]
                rows[page][:] = [*rows[page], *lines[::-1]] if foot else [*lines, *rows[page]]
                taken.clear()
    for furniture in found:
        furniture.feet.reverse()
    return found


def _outermost(rows: Sequence[Sequence[Line]], *, foot: bool) -> Iterator[_Place]:
    for page, lines in enumerate(rows):
        line = lines[-1 if foot else 0] if lines else None
        if line is not None and line.rows is None:
            numbers = tuple(int(found[:9]) for found in _DIGITS.findall(line.text))
            yield _Place(page, line, foot, numbers)


def _repeated(places: Sequence[_Place]) -> Iterator[_Place]:
    groups: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        groups[_DIGITS.sub("#", place.line.text)].append(place)
    for group in groups.values():
        near = group if len(group) < 50 else None  # noqa: PLR2004  long documents compare neighbours
        for index, place in enumerate(group):
            others = near or group[max(0, index - 5) : index + 6]
            if any(place.like(other) for other in others):
                yield place


def _reason(place: _Place) -> str:
    text = place.line.text
    if words().page.fullmatch(text) or (
        place.numbers and _BARE.fullmatch(_DIGITS.sub("#", text.replace("\t", " ")))
    ):
        return NUMBER
    return FOOT if place.foot else HEAD


def _is_lone_number(
    place: _Place, rows: Sequence[Sequence[Line]], found: Sequence[Furniture]
) -> bool:
    """Tell a number that no other page goes on with: the page's own, apart from the text."""
    furniture = found[place.page]
    if furniture.feet if place.foot else furniture.heads:
        return False
    if words().page.fullmatch(place.line.text):
        return True
    lines = rows[place.page]
    if len(lines) < 2 or not place.line.text.isdigit() or place.numbers != (place.page + 1,):  # noqa: PLR2004
        return False
    nearest = lines[-2 if place.foot else 1]
    gap = abs(nearest.base - place.line.base)
    return gap > _ALONE * max(nearest.size, place.line.size)
