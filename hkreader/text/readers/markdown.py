"""Markdown: its marks are taken away, its lists keep their numbers, its tables are tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hkreader.core.errors import FileNotText
from hkreader.text.encoding import decode
from hkreader.text.readers.base import Draft
from hkreader.text.readers.composer import Composer

if TYPE_CHECKING:
    from markdown_it.token import Token

FORMAT = "markdown"

_SAMPLE = 1 << 16
_HEADING = re.compile(rb"^#{1,6}[ \t]+\S", re.M)
_TABLE_RULE = re.compile(
    rb"^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?::?-{3,}:?[ \t]*)?$", re.M
)
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|\Z)")
# Emphasis that ends between a mark and a character is none to the standard: “**“十四五”**规划”.
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,200}?)(?<=\S)\1")
_BREAK = re.compile(r"<br\b", re.I)
# Indented text is a paragraph here and no program; a line of dashes makes no heading of the text above.
_UNWANTED = ("code", "lheading")


def accepts(data: bytes) -> bool:
    """Know Markdown by two headings, one on the first line, or the rule of a table."""
    sample = data[:_SAMPLE]
    headings = _HEADING.findall(sample)
    first = _HEADING.match(sample.removeprefix(b"\xef\xbb\xbf").lstrip())
    return len(headings) > 1 or first is not None or _TABLE_RULE.search(sample) is not None


def draw(path: Path, data: bytes) -> Draft:
    """Draw the text as it reads, without its marks."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  seldom needed

    decoded = decode(data)
    if decoded is None:
        raise FileNotText(path)
    composer = Composer()
    text = decoded.text
    if front := _FRONT_MATTER.match(text):
        for line in front.group().splitlines():
            composer.line(line, "front matter")
        text = text[front.end() :]
    parser = MarkdownIt("commonmark").enable("table").disable(list(_UNWANTED))
    _compose(parser.parse(_STRONG.sub(r"\2", text)), composer)
    return Draft(composer.text, FORMAT, decoded.encoding, decoded.undecodable, composer.layout)


def _compose(tokens: Sequence[Token], composer: Composer) -> None:
    number = ""
    rows: list[list[str]] | None = None
    for token in tokens:
        match token.type:
            case "list_item_open":
                number = f"{token.info}{token.markup} " if token.info else ""
            case "table_open":
                rows = []
            case "tr_open" if rows is not None:
                rows.append([])
            case "table_close":
                if rows:
                    composer.table(rows)
                rows = None
            case "inline" if rows:
                rows[-1].append(" ".join(_lines(token)))
            case "inline" | "fence" | "html_block":
                for line in _lines(token):
                    composer.line(number + line)
                    number = ""


def _lines(token: Token) -> Iterator[str]:
    """Give the lines of a token's text."""
    if token.type == "html_block":
        from hkreader.text.readers.html_story import draw_page  # noqa: PLC0415  seldom needed

        text = draw_page(token.content)[0]
    elif token.children is None:
        text = token.content
    else:
        text = "".join(map(_words, token.children))
    return (line for line in text.splitlines() if line.strip())


def _words(token: Token) -> str:
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "html_inline" if _BREAK.match(token.content):
            return "\n"
    return ""
