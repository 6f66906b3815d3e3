"""How well what was typed fits a text: its characters in order, Chinese ones also by initials."""

from __future__ import annotations

from functools import cache

from hkreader.resources import resource_path
from hkreader.ui.reading.folding import fold_query

_TOGETHER, _FROM_START = 1000.0, 500.0
_APART = 5.0
"""What each character in a gap costs."""


@cache
def _initials() -> dict[str, str]:
    """Give the letters that the pinyin of a character may begin with."""
    found: dict[str, str] = {}
    lines = resource_path("language", "initials.txt").read_text("utf-8").splitlines()
    for letter, characters in (line.split(" ", 1) for line in lines):
        for character in characters:
            found[character] = found.get(character, "") + letter
    return found


def fit(query: str, text: str) -> float | None:
    """Tell how well `query` fits `text`, more being better; None where it does not fit.

    All of it side by side beats scattered characters, and an early place a late one.
    """
    wanted, text = fold_query(query), fold_query(text)
    if not wanted:
        return 0.0
    for start in range(len(text) - len(wanted) + 1):
        if all(_is(sign, text[start + at]) for at, sign in enumerate(wanted)):
            exact = sum(map(str.__eq__, wanted, text[start:]))
            first = _FROM_START if start == 0 else -_APART * start
            return _TOGETHER + first + exact - len(text) / 100
    return _scattered(wanted, text)


def _scattered(wanted: str, text: str) -> float | None:
    at, gaps = -1, 0
    for sign in wanted:
        here = next((n for n in range(at + 1, len(text)) if _is(sign, text[n])), None)
        if here is None:
            return None
        gaps += here - at - 1 if at >= 0 else 0
        at = here
    return -_APART * gaps - len(text) / 100


def _is(sign: str, character: str) -> bool:
    return sign == character or sign in _initials().get(character, "")
