"""Words that a filter replaced by asterisks, and the words that would fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from hkreader.core.report import Mask, Noise, Span
from hkreader.resources import read_toml

_STARS = re.compile(r"[*＊]+")
_INSIDE = re.compile(r"[\u4e00-\u9fff，。、；：,;:“”‘’《》（）()！!]")
_LONGEST = 4
_MOST_SUGGESTED = 3
_SIGHT = 200
"""How far to either side a pair of signs is looked for."""
_NEAR = 8
"""Masks so near are members of one list and hide the same word: `*基层、*群众`."""
_UNSEEN = 0.1
"""Weight of a neighbour that the table does not know."""


@dataclass(frozen=True, slots=True)
class _Word:
    word: str
    count: int
    before: dict[str, int]
    after: dict[str, int]


@cache
def _words() -> tuple[_Word, ...]:
    return tuple(_Word(**row) for row in read_toml("language", "masks.toml")["word"])


def find_masks(text: str, lines: Sequence[Span], noise: Sequence[Noise]) -> list[Mask]:
    """Find the masks of the report; bullets, note marks, emphasis and noise are none."""
    if "*" not in text and "＊" not in text:
        return []
    starts = {line.start for line in lines}
    masks: list[Mask] = []
    for found in _STARS.finditer(text):
        span = Span(*found.span())
        hidden = any(span.start in apart.span for apart in noise)
        if not hidden and _is_mask(text, span, starts):
            near = bool(masks) and span.start - masks[-1].span.end <= _NEAR
            words = suggest(text, span) or (masks[-1].suggestions if near else ())
            masks.append(Mask(span, words))
    return masks


def _is_mask(text: str, span: Span, starts: set[int]) -> bool:
    """Tell a mask from a bullet, a note mark, emphasis and arithmetic."""
    if len(span) > _LONGEST:
        return False
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if span.start in starts and (not after.strip() or not suggest(text, span)):
        return False
    if not _INSIDE.match(after) or not (span.start in starts or _INSIDE.match(before)):
        return False
    if before in "”》" and before and not suggest(text, span):
        return False
    return not _is_emphasis(text, span)


def _is_emphasis(text: str, span: Span) -> bool:
    """Know `**…**` around words, where no masked word fits either side."""
    stars = text[span.start : span.end]
    line_start = max(
        text.rfind("\n", max(0, span.start - _SIGHT), span.start) + 1, span.start - _SIGHT
    )
    line_end = text.find("\n", span.end, span.end + _SIGHT)
    line = text[line_start : line_end if line_end >= 0 else span.end + _SIGHT]
    pairs = len(re.findall(rf"(?<!\*){re.escape(stars)}(?!\*)", line))
    return len(stars) > 1 and pairs % 2 == 0 and not suggest(text, span)


def suggest(text: str, span: Span) -> tuple[str, ...]:
    """Give the words whose usual neighbours stand around a mask, the likeliest first."""
    before = re.sub(r"[“”\s*]+$", "", text[max(0, span.start - 6) : span.start])
    after = re.sub(r"^[“”\s]+", "", text[span.end : span.end + 6])
    return _fitting(before[-2:], after[:2])


@lru_cache(maxsize=4096)
def _fitting(before: str, after: str) -> tuple[str, ...]:
    """Weigh every word of the table by how often it stands between such neighbours."""
    scored: list[tuple[float, str]] = []
    for word in _words():
        left = word.before.get(before, 0) or word.before.get(before[-1:], 0)
        right = word.after.get(after, 0) or word.after.get(after[:1], 0)
        named = word.before.get(before, 0) or word.after.get(after, 0)
        if named:
            scored.append(((left + _UNSEEN) * (right + _UNSEEN) / word.count, word.word))
    scored.sort(reverse=True)
    likely = [word for score, word in scored if score * 50 >= scored[0][0]]
    return tuple(likely[:_MOST_SUGGESTED])
