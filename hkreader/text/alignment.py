"""Two reports beside each other: which place of the one answers to which of the other.

Sections are paired from the top down and in order, by the words of their headings, by what their
text speaks of, and by the part they stand in; between two pairs places are found by proportion.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

from hkreader.core.report import Report, Section

_NOT_WORDS = re.compile(r"[\W\d_]+")
_LIKE = 0.2
"""The least that two sections must share to be taken for one and the same."""
_SAME_PART = 0.35
"""What standing in the same part of a report adds: reviews and plans are called many things."""
_LONGEST = 4_000
"""Characters of a section's text that are looked at."""

_MOST = 40_000
"""Combinations that are looked at: whole collections in one text are not paired."""

Pair = tuple[int, int]
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Places of two texts that answer to each other, in the order of both."""

    places: tuple[Pair, ...]
    headings: int = 0
    """How many headings were paired."""

    def across(self, offset: int) -> int:
        """Give the place of the second text for one of the first."""
        return _carry(self.places, offset)

    def back(self, offset: int) -> int:
        """Give the place of the first text for one of the second."""
        return _carry([(second, first) for first, second in self.places], offset)


def align(first: Report, second: Report) -> Alignment:
    """Pair the sections of two reports."""
    pairs = _pairs(first, second, None, None)
    places = {(0, 0), (len(first.text), len(second.text))}
    for one, other in pairs:
        places.add((one.span.start, other.span.start))
        places.add((one.span.end, other.span.end))
    return Alignment(tuple(sorted(places)), len(pairs))


def _carry(places: Sequence[Pair], offset: int) -> int:
    index = bisect_right(places, offset, key=lambda place: place[0]) - 1
    if index < 0:
        return places[0][1]
    if index + 1 == len(places):
        return places[-1][1]
    (start, start_there), (end, end_there) = places[index], places[index + 1]
    return start_there + (offset - start) * (end_there - start_there) // max(1, end - start)


def _pairs(
    first: Report, second: Report, above: Section | None, above_there: Section | None
) -> list[tuple[Section, Section]]:
    """Pair the sections below two sections that are paired, and those below them."""
    ones, others = _below(first, above), _below(second, above_there)
    found: list[tuple[Section, Section]] = []
    for row, column in _best_pairs(_likeness(first, ones, second, others)):
        found.append((ones[row], others[column]))
        found += _pairs(first, second, ones[row], others[column])
    return found


def _below(report: Report, above: Section | None) -> list[Section]:
    parent = None if above is None else above.index
    return [section for section in report.sections if section.parent == parent]


def _likeness(
    first: Report, ones: Sequence[Section], second: Report, others: Sequence[Section]
) -> list[list[float]]:
    """Tell of each two sections how much they share; 0 where it is too little."""
    if not ones or not others or len(ones) * len(others) > _MOST:
        return []
    bodies = [_letter_pairs(first.text, one) for one in ones]
    bodies_there = [_letter_pairs(second.text, other) for other in others]
    rarity = _rarity([*bodies, *bodies_there])
    weights = [_weigh(body, rarity) for body in bodies]
    weights_there = [_weigh(body, rarity) for body in bodies_there]
    return [
        [
            _enough(_share(one.heading, other.heading) + _cosine(here, there) + _part(one, other))
            for other, there in zip(others, weights_there, strict=True)
        ]
        for one, here in zip(ones, weights, strict=True)
    ]


def _enough(likeness: float) -> float:
    return likeness if likeness >= _LIKE else 0.0


def _part(one: Section, other: Section) -> float:
    return _SAME_PART if one.parent is None and one.part is other.part else 0.0


def _share(heading: str, other: str) -> float:
    """Give the share of the pairs of letters that two headings have in common."""
    here, there = _pairs_of_letters(heading), _pairs_of_letters(other)
    return 2 * (here & there).total() / max(1, here.total() + there.total())


def _letter_pairs(text: str, section: Section) -> Counter[str]:
    start = section.span.start
    return _pairs_of_letters(text[start : min(section.span.end, start + _LONGEST)])


def _pairs_of_letters(text: str) -> Counter[str]:
    words = _NOT_WORDS.sub("", text)
    return Counter(map("".join, pairwise(words)))


def _rarity(bodies: Sequence[Counter[str]]) -> Weights:
    """Weigh each pair of letters by how few of the sections have it."""
    holding = Counter(pair for body in bodies for pair in body)
    return {pair: log(1 + len(bodies) / count) for pair, count in holding.items()}


def _weigh(body: Counter[str], rarity: Weights) -> Weights:
    weights = {pair: (1 + log(count)) * rarity[pair] for pair, count in body.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {pair: weight / length for pair, weight in weights.items()}


def _cosine(one: Weights, other: Weights) -> float:
    return sum(one[pair] * other[pair] for pair in one.keys() & other.keys())


def _best_pairs(likeness: list[list[float]]) -> list[Pair]:
    """Choose rows and columns, both in order, that are most alike together."""
    rows = len(likeness)
    columns = len(likeness[0]) if rows else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            best[row][column] = max(
                best[row + 1][column],
                best[row][column + 1],
                likeness[row][column] + best[row + 1][column + 1],
            )
    chosen: list[Pair] = []
    row = column = 0
    while row < rows and column < columns:
        taken = likeness[row][column]
        if taken and best[row][column] == taken + best[row + 1][column + 1]:
            chosen.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return chosen
