"""What a web page shows: its lines and tables, and which of them belong to the page and not the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLTree, Node, TextNode

from hkreader.text.noise import is_byline, is_title
from hkreader.text.readers.base import Layout
from hkreader.text.readers.composer import Composer, is_table

_UNSEEN = re.compile(
    "script|style|noscript|template|head|title|iframe|object|embed|svg|math|canvas|audio|video"
    "|select|option|input|button|textarea|datalist|map|area|link|meta|xml"
)
_BLOCKS = re.compile(
    "p|div|section|article|header|footer|main|nav|aside|h[1-6]|[uod]l|li|d[td]|blockquote|pre|hr"
    "|address|form|fieldset|figure|figcaption|center|table|t(?:head|body|foot|r|d|h)|caption|body|html"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_LONG = 40
"""A line of so many characters is text, not furniture."""
_COVERED = 0.6
"""Share of the long lines that the main text must have to be believed."""
_MOST_SPANNED = 200
_DEEPEST = 1000


def draw_page(markup: str) -> tuple[str, Layout]:
    """Give the visible text of a page with its tables and furniture."""
    tree = HTMLTree.parse(markup)
    root = tree.body or tree.document
    if root is None:
        return "", Layout()
    walk = _Walk()
    parts = list(walk.parts(root))
    # The library's search takes the square of the depth; a real page is no hundred deep.
    main = "" if walk.deepest > _DEEPEST else extract_plain_text(tree, main_content=True)
    first, last = _main_stretch(parts, main)
    composer = Composer()
    for index, part in enumerate(parts):
        if not isinstance(part, str):
            composer.table(part)
        elif index < first and not (is_title(part) or is_byline(part)):
            composer.line(part, "site navigation")
        else:
            composer.line(part, "site footer" if index > last else "")
    return composer.text, composer.layout


_Part = str | list[list[str | None]]


def _main_stretch(parts: Sequence[_Part], main: str) -> tuple[int, int]:
    """Give the first and last part of the main text; all of them where it was not found."""
    told = {_bare(line) for line in main.splitlines() if line.strip()}
    lines = [(index, part) for index, part in enumerate(parts) if isinstance(part, str)]
    within = [index for index, part in lines if _bare(part) in told]
    long = [(index, part) for index, part in lines if len(part) >= _LONG]
    inside = [index for index, _ in long if within and within[0] <= index <= within[-1]]
    if not long or len(inside) < _COVERED * len(long):
        return 0, len(parts)
    # Text before or behind that is as long as prose is never taken for furniture.
    return min(within[0], long[0][0]), max(within[-1], long[-1][0])


def _bare(line: str) -> str:
    return "".join(line.split())


@dataclass(slots=True)
class _Walk:
    """Goes through a page and gathers lines; deep nesting needs no deep stack."""

    deepest: int = 0
    """How many blocks lay in each other."""
    _depth: int = 0
    _line: list[str] = field(default_factory=list)

    def parts(self, root: Node) -> Iterator[_Part]:
        stack: list[Node | str] = [root]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                self._depth -= 1
                yield from self._break()
            elif isinstance(node, TextNode):
                self._line.append(node.text or "")
            elif isinstance(node, ElementNode) and not _is_hidden(node):
                yield from self._enter(node, stack)
        yield from self._break()

    def _enter(self, node: ElementNode, stack: list[Node | str]) -> Iterator[_Part]:
        tag = node.tag or ""
        if tag == "br":
            yield from self._break()
            return
        if tag == "table":
            rows = _rows(node)
            if rows is not None and is_table(rows):
                yield from self._break()
                yield rows
                return
        if _BLOCKS.fullmatch(tag):
            yield from self._break()
            stack.append("end of block")
            self._depth += 1
            self.deepest = max(self.deepest, self._depth)
        stack.extend(reversed(list(_children(node))))

    def _break(self) -> Iterator[str]:
        line = _BLANKS.sub(" ", "".join(self._line)).strip(" ")
        self._line.clear()
        if line:
            yield line


def _children(node: Node) -> Iterator[Node]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _is_hidden(node: ElementNode) -> bool:
    if _UNSEEN.fullmatch(node.tag or "") or node.hasattr("hidden"):
        return True
    return _HIDDEN.search(node.getattr("style") or "") is not None


def _rows(table: ElementNode) -> list[list[str | None]] | None:
    """Give the cells of a table, spans filled up; None where tables lie in it."""
    if table.query_selector("table") is not None:
        return None
    rows: list[list[str | None]] = []
    reaching: dict[int, int] = {}
    for row in table.get_elements_by_tag_name("tr"):
        cells: list[str | None] = []
        for cell in _children(row):
            if not isinstance(cell, ElementNode) or cell.tag not in {"td", "th"}:
                continue
            _cover(cells, reaching)
            words = " ".join(part for part in _Walk().parts(cell) if isinstance(part, str))
            place, width, height = len(cells), _number(cell, "colspan"), _number(cell, "rowspan")
            cells += [words, *([None] * (width - 1))]
            reaching.update(dict.fromkeys(range(place, place + width), height - 1))
        _cover(cells, reaching)
        if any(cells):
            rows.append(cells)
    return rows


def _cover(cells: list[str | None], reaching: dict[int, int]) -> None:
    """Fill the places that cells of rows above reach into."""
    while reaching.get(len(cells), 0) > 0:
        reaching[len(cells)] -= 1
        cells.append(None)


def _number(cell: ElementNode, name: str) -> int:
    value = cell.getattr(name) or "1"
    return min(max(int(value), 1), _MOST_SPANNED) if value.isdecimal() else 1
