"""Searches a long text a stretch at a time: one long search would hold up all other threads."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STRETCH = 1 << 12
_SIGHT = 1_000
"""How far behind a stretch a match that begins in it is looked for."""


def find_each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Give what `pattern.finditer` gives, for a pattern that never matches nothing."""
    at = 0
    while at < len(text):
        end = at + _STRETCH
        found = pattern.search(text, at, end + _SIGHT)
        if found is None or found.start() >= end:
            at = end
            continue
        # What was seen up to an edge may go on behind it, or be nothing.
        whole = pattern.match(text, found.start())
        if whole is not None:
            yield whole
        at = found.start() + 1 if whole is None else max(whole.end(), found.start() + 1)
