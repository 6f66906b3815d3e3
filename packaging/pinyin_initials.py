"""Make `resources/language/initials.txt`: which letters the pinyin of a character may begin with.

    python packaging/pinyin_initials.py

A line a letter, its characters behind it; a character with several readings stands in several
lines. The readings are those of pypinyin (MIT), the characters those of GB 2312 and the common
ones of Big5.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

TARGET = Path(__file__).resolve().parents[1] / "resources" / "language" / "initials.txt"
LEAST_SHARE = 0.05
"""Of the phrases a character stands in, those that must have a reading for it to count."""


def is_common(char: str) -> bool:
    """Tell whether a character is one that reports are written in."""
    if char.encode("gb2312", "ignore"):
        return True
    return b"\xa4\x40" <= char.encode("big5", "ignore") <= b"\xc6\x7e"


def readings() -> Iterator[tuple[str, str]]:
    """Give each character with the first letter of each of its readings, the rare ones left out."""
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, sounds in PHRASES_DICT.items():
        for char, sound in zip(phrase, sounds, strict=False):
            spoken[char][first_letter(sound[0])] += 1
    for code, sounds in PINYIN_DICT.items():
        char = chr(code)
        yield char, first_letter(sounds.split(",")[0])
        for letter, count in spoken[char].items():
            if count >= LEAST_SHARE * spoken[char].total():
                yield char, letter


def first_letter(sound: str) -> str:
    """Give the first letter of a syllable without its tone."""
    return unicodedata.normalize("NFD", sound)[:1]


def main() -> None:
    """Write the table."""
    found: dict[str, set[str]] = defaultdict(set)
    for char, letter in readings():
        if is_common(char) and letter.isascii() and letter.isalpha():
            found[letter].add(char)
    lines = [f"{letter} {''.join(sorted(chars))}\n" for letter, chars in sorted(found.items())]
    TARGET.write_text("".join(lines), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
