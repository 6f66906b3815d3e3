"""Footnotes: small lines at the end of a column that begin with a note's mark."""

from __future__ import annotations

import re

from hkreader.text.readers.page_order import Zone

_SMALLER = 0.93
_MARK = re.compile(
    r"[\[［〔(（]\d{1,3}[\]］〕)）]|\d{1,3}[\s.、．]?(?=\D)|[①-⑳*＊※†]|注[：:释]|附注"
)

_NUMBER = re.compile(r"^(\d{1,3})[\s.、．]*(?=[^\d.,%％年月日.、．\s])")
"""A note's number is written in brackets: it is no number of the text."""


def take_notes(zones: list[Zone], body: float) -> list[Zone]:
    """Cut the footnotes off the zones of a page and give them."""
    notes: list[Zone] = []
    for zone in zones:
        first = len(zone.lines)
        while first and _is_small(zone, first - 1, body):
            first -= 1
        while first < len(zone.lines) and not _MARK.match(zone.lines[first].text):
            first += 1
        if 0 < first < len(zone.lines) or (first == 0 and len(zones) > 1 and zone is zones[-1]):
            for line in zone.lines[first:]:
                line.text = _NUMBER.sub(r"[\1]", line.text, count=1)
            notes.append(Zone(zone.lines[first:], zone.left, zone.right))
            zone.lines = zone.lines[:first]
    zones[:] = [zone for zone in zones if zone.lines]
    return notes


def _is_small(zone: Zone, index: int, body: float) -> bool:
    line = zone.lines[index]
    return line.rows is None and line.size < _SMALLER * body
