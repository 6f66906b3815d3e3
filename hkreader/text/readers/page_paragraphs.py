"""Which lines belong to one paragraph, told by their geometry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from hkreader.text.readers.page_lines import Line, is_wide
from hkreader.text.readers.page_order import Zone

_SAME_SIZE = 0.08
_INDENT = 0.8
_SAME_PLACE = 0.5
_CENTRED = 2.6
_LEAP = 1.35
"""Times the usual distance of lines from which on a gap parts paragraphs."""
_LOOSE = 2.4
"""Letters' sizes that lines lie apart at most where too few tell the usual distance."""
_CENTRED_FULL = 0.6
_ROOM, _ROOM_BEFORE_EDGE, _ROOM_IN_SENTENCE = 0.8, 2.0, 2.0
"""Letters' sizes that a full line may miss: at all, before a line at the edge where paragraphs are
set in, and (beside that) where no sentence ends."""
_HANGING = 1.5
_KNOWN, _FEW = 6, 4
_NARROWEST = 10
"""Letters' sizes that a column of prose is wide at least; narrower ones hold lists."""
_WIDER = 1.35
_ENDED = frozenset("。！？；：…!?;:.”’」』）)】》")
# Programs part a list of numbers (41.5%、12.7%) no more than a number.
_WORD = re.compile(r"[A-Za-z0-9.,%\-]+(?:、[A-Za-z0-9.,%\-]+)*|.")
_STICKS = re.compile(r"[，。、；：！？）》”’〉」』】％,.;:!?)\]%]+")
_BULLET = re.compile(
    r"[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、"
    r"|第[一二三四五六七八九十]+[章节部]|[•●■◆▪◦‣·※] ?\S"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the edges and the usual distance of lines of its zone."""

    line: Line
    zone: int
    left: float
    right: float
    pitch: float
    sure: bool
    """Whether its edges are those of more than a few lines."""
    first_indent: bool
    """Whether the document sets the first lines of its paragraphs in."""

    @property
    def indent(self) -> float:
        """Give how far it begins right of the edge."""
        return self.line.x0 - self.left

    @property
    def room(self) -> float:
        """Give how far it ends before the edge."""
        return self.right - self.line.x1


def place_lines(pages: Sequence[Sequence[Zone]]) -> list[list[Placed]]:
    """Give the lines of each page, with edges that its zones share with those of other pages."""
    known = Counter(
        (round(zone.left), round(zone.right))
        for zones in pages
        for zone in zones
        if len(zone.lines) >= _KNOWN
    )
    first = _sets_first_lines_in(pages)
    placed: list[list[Placed]] = []
    number = 0
    for zones in pages:
        placed.append([])
        for zone in zones:
            left, right = _wider(zone, known)
            pitch = _pitch(zone.lines)
            sure = len(zone.lines) >= _FEW or (left, right) != (zone.left, zone.right)
            placed[-1] += [
                Placed(line, number, left, right, pitch, sure, first) for line in zone.lines
            ]
            number += 1
    return placed


def _sets_first_lines_in(pages: Sequence[Sequence[Zone]]) -> bool:
    """Tell whether most set-in lines are followed by one that is not."""
    single = double = 0
    for zone in (zone for zones in pages for zone in zones):
        far = [line.x0 - zone.left > _INDENT * line.size for line in zone.lines]
        for a, b, c in zip([False, *far], far, far[1:], strict=False):
            if b and not a:
                single += not c
                double += c
    return single >= _FEW and single > double


def _wider(zone: Zone, known: Counter[tuple[int, int]]) -> tuple[float, float]:
    """Give the edges of the most usual zone that holds this one and is hardly wider."""
    own = zone.right - zone.left
    size = median(line.size for line in zone.lines)
    few = len(zone.lines) < _KNOWN
    for (left, right), _ in known.most_common():
        holds = left <= zone.left + _SAME_PLACE * size and right >= zone.right - _SAME_PLACE * size
        if holds and (few or right - left <= _WIDER * own):
            return min(float(left), zone.left), max(float(right), zone.right)
    return zone.left, zone.right


def _pitch(lines: Sequence[Line]) -> float:
    gaps = [
        b.base - a.base
        for a, b in pairwise(lines)
        if a.rows is None and b.rows is None and abs(a.size - b.size) <= _SAME_SIZE * a.size
    ]
    return median(gaps) if len(gaps) >= _FEW else 0.0


def continues(last: Placed, this: Placed, text: str) -> bool:
    """Tell whether a line goes on with the paragraph `text` that ends with the last one."""
    return _is_near(last, this) and _is_full(last, this, text) and _fits(last, this, text)


def _is_near(last: Placed, this: Placed) -> bool:
    """Tell whether a line is of the kind of the last one and right below, or in the next column."""
    a, b = last.line, this.line
    size = max(a.size, b.size)
    if last.right - last.left < _NARROWEST * size or a.parted or b.parted:
        return False
    if abs(a.size - b.size) > _SAME_SIZE * size:
        return False
    if last.zone == this.zone:
        return b.base - a.base <= (_LEAP * last.pitch or _LOOSE * size)
    # A mark that hangs over the edge makes one column a letter wider than the next.
    alike = abs((last.right - last.left) - (this.right - this.left)) <= _HANGING * size
    return alike and last.sure and this.sure


def _is_full(last: Placed, this: Placed, text: str) -> bool:
    """Tell whether what begins this line had no room in the last one."""
    size = this.line.size
    if _is_centred(last) or (_is_centred(this) and last.indent > _CENTRED_FULL * size):
        return False
    spare = _ROOM
    if this.first_indent and this.indent <= _INDENT * size:
        spare = _ROOM_BEFORE_EDGE
    if text[-1:] not in _ENDED:
        spare += _ROOM_IN_SENTENCE
    return last.room <= _needed(this.line) + spare * size


def _fits(last: Placed, this: Placed, text: str) -> bool:
    """Tell by the beginnings of two lines, of which the first is full."""
    size = this.line.size
    ended = text[-1:] in _ENDED
    if ended and _BULLET.match(this.line.text):
        return False
    if _is_centred(this):
        return not ended
    if this.indent <= _INDENT * size or this.indent < last.indent - _SAME_PLACE * size:
        return True
    return not ended and not this.first_indent


def _is_centred(placed: Placed) -> bool:
    least = _CENTRED * placed.line.size
    even = abs(placed.indent - placed.room) < placed.line.size
    return placed.indent > least and placed.room > least and even


def _needed(line: Line) -> float:
    """Give the width of what cannot be parted from the beginning of a line."""
    word = _WORD.match(line.text)
    if word is None:
        return 0.0
    end = word.end()
    sticks = _STICKS.match(line.text, end)
    end = sticks.end() if sticks else end
    return sum(line.size * (1.0 if is_wide(char) else 0.55) for char in line.text[:end])


def body_size(zones: Iterable[Zone]) -> float:
    """Give the size that most letters of a document have."""
    sizes: Counter[float] = Counter()
    for zone in zones:
        for line in zone.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
