"""Make the bundled font: Noto Sans SC cut down to what government reports are written in.

    subset_font.py NotoSansSC_400Regular.ttf resources/fonts/NotoSansSC-subset.ttf
    subset_font.py NotoSansSC_700Bold.ttf resources/fonts/NotoSansSC-Bold-subset.ttf

The font comes from the npm package `@expo-google-fonts/noto-sans-sc`, the list of the 8,105
characters of 通用规范汉字表 (field kTGH) from Debian's package `unicode-data`.
"""

from __future__ import annotations

import argparse
import bz2
import re
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

UNIHAN = Path("/usr/share/unicode")
TABLE_LENGTH = 8105
COMMON = 3500

LATIN_AND_PUNCTUATION = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x2000, 0x2070),
    range(0x20A0, 0x20C0),
    range(0x2100, 0x2300),
    range(0x2460, 0x2500),
    range(0x3000, 0x3040),
    range(0x3220, 0x3240),
    range(0xFE10, 0xFE20),
    range(0xFE30, 0xFE70),
    range(0xFF00, 0xFFF0),
)
# What reports hold beyond the table: names of places and people, old forms.
EXTRA = "〇囍喆昇堃淼犇骉镕祎岄輋淸幷瓩砲拚\ufffd"
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum", "pnum", "halt", "palt"]


def unihan_field(folder: Path, field: str) -> dict[int, str]:
    """Give the values of one field of the Unihan files in `folder`, by code point."""
    values: dict[int, str] = {}
    for path in sorted(folder.glob("Unihan_*.txt*")):
        data = path.read_bytes()
        text = (bz2.decompress(data) if path.suffix == ".bz2" else data).decode("utf-8")
        lines = re.findall(rf"^U\+([0-9A-F]+)\t{field}\t(.+)$", text, re.MULTILINE)
        values.update((int(code, 16), value) for code, value in lines)
    return values


def is_common_big5(code: int) -> bool:
    """Tell whether `code` is among the 5,401 common characters of Big5."""
    return b"\xa4\x40" <= chr(code).encode("big5", "ignore") <= b"\xc6\x7e"


def table_characters(folder: Path) -> set[int]:
    """Give the table's characters, and the traditional forms of its 3,500 common ones."""
    places = unihan_field(folder, "kTGH")
    if len(places) < TABLE_LENGTH:
        message = f"{folder}: no full list of the characters; install Debian's package unicode-data"
        raise SystemExit(message)
    characters = set(places)
    for simplified, forms in unihan_field(folder, "kTraditionalVariant").items():
        place = places.get(simplified, "").partition(":")[2]
        if place and int(place) <= COMMON:
            characters.update(filter(is_common_big5, (int(form[2:], 16) for form in forms.split())))
    return characters


def gb2312_symbols() -> Iterator[int]:
    """Give the symbols, kana, Greek and Cyrillic letters of the first nine rows of GB2312."""
    for row in range(0xA1, 0xAA):
        for cell in range(0xA1, 0xFF):
            character = bytes((row, cell)).decode("gb2312", "ignore")
            if character:
                yield ord(character)


def wanted(folder: Path) -> set[int]:
    """Give every code point the font shall keep."""
    characters = table_characters(folder)
    characters.update(gb2312_symbols(), map(ord, EXTRA))
    for block in LATIN_AND_PUNCTUATION:
        characters.update(block)
    return characters


def main() -> None:
    """Cut the font named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--unihan", type=Path, default=UNIHAN, help="folder of the Unihan files")
    arguments = parser.parse_args()
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.drop_tables += ["vhea", "vmtx"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    font = load_font(arguments.source, options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted(arguments.unihan))
    subsetter.subset(font)
    save_font(font, arguments.target, options)
    print(f"{arguments.target}: {arguments.target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
