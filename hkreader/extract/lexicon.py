"""The only door to jieba: words of a clause with their parts of speech.

The dictionary is read line by line in Python, not from jieba's cache: unmarshalling that holds the
interpreter for a quarter of a second and would freeze a window, and reading is no slower.
"""

from __future__ import annotations

import logging
import threading
from functools import cache
from pathlib import Path

_LOADING = threading.Lock()


@cache
def _dictionary() -> dict[str, str]:
    """Load jieba's dictionary into it, once, and give the part of speech of every word."""
    import jieba

    jieba.setLogLevel(logging.WARNING)  # type: ignore[no-untyped-call]
    frequencies: dict[str, int] = {}
    tags: dict[str, str] = {}
    total = 0
    source = Path(jieba.__file__).with_name("dict.txt")
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            word, count, tag = line.split(" ")
            frequency = int(count)
            frequencies[word] = frequency
            tags[word] = tag.rstrip()
            total += frequency
            for end in range(1, len(word)):
                frequencies.setdefault(word[:end], 0)
    jieba.dt.FREQ, jieba.dt.total, jieba.dt.initialized = frequencies, total, True
    return tags


def load() -> None:
    """Load the dictionary now; takes most of a second."""
    with _LOADING:
        _dictionary()


def words(text: str) -> list[tuple[str, str]]:
    """Cut a text into words, each with its part of speech (empty for a word of no dictionary)."""
    load()
    import jieba

    tags = _dictionary()
    return [(word, tags.get(word, "")) for word in jieba.lcut(text, HMM=False)]  # type: ignore[no-untyped-call]


# Verbs, adverbs, prepositions, particles: what may stand before the object of a clause.
_BEFORE_OBJECT = frozenset("vdpucf")


def object_of(clause: str) -> str:
    """Give the object of a clause: its words after the verbs that open it."""
    pieces = words(clause)
    start = 0
    while start < len(pieces) - 1 and pieces[start][1][:1] in _BEFORE_OBJECT:
        if pieces[start][1] == "vn":
            break
        start += 1
    return "".join(word for word, _ in pieces[start:])
