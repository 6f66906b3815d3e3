"""Word lists looked up at the edges of a string: the longest entry that begins or ends it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Edges:
    """Words found at the beginning or the end of a string, longest first."""

    __slots__ = ("_guards", "_longest", "_words")

    def __init__(self, words: Iterable[str], guards: Mapping[str, str] | None = None) -> None:
        """Take the words, and for some of them the signs that must not follow."""
        self._words = frozenset(words)
        self._longest = max(map(len, self._words), default=0)
        self._guards = guards or {}

    def __contains__(self, word: str) -> bool:
        """Tell whether `word` is an entry."""
        return word in self._words

    def prefix(self, text: str) -> str:
        """Give the longest entry that begins `text`, or nothing."""
        for length in range(min(self._longest, len(text)), 0, -1):
            word = text[:length]
            if word in self._words:
                following = text[length : length + 1]
                if not following or following not in self._guards.get(word, ""):
                    return word
        return ""

    def suffix(self, text: str) -> str:
        """Give the longest entry that ends `text`, or nothing."""
        for length in range(min(self._longest, len(text)), 0, -1):
            if text[-length:] in self._words:
                return text[-length:]
        return ""

    def strip_prefixes(self, text: str) -> str:
        """Take entries off the beginning of `text` as long as one is there."""
        while word := self.prefix(text):
            text = text[len(word) :]
        return text
