"""The report's own glossary: its entries in every shape, and where the text uses their terms."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hkreader.core.report import Part, Section, Span, Term
from hkreader.resources import read_toml

_QUOTES = re.compile(r"[“”‘’\"]")
_NUMBER = re.compile(r"[\[［〔【(（]?\s*(\d{1,3})\s*[\]］〕】)）.．、]")
_NOTE = re.compile(r"[\[［〔【]\s*(\d{1,3})\s*[\]］〕】]")
_BLANK = re.compile(r"[\s\u3000]+")
_FEWEST_UNHEADED = 3
_SHORTEST = 2
_REFERENCE = re.compile(r"^\s*[（(]?见?第\d+页[)）]?\s*")


@dataclass(frozen=True, slots=True)
class _Shapes:
    mark: re.Pattern[str]
    separator: re.Pattern[str]
    bracketed: re.Pattern[str]
    verb: re.Pattern[str]
    longest: int


@dataclass(frozen=True, slots=True)
class _Entry:
    span: Span
    term: str
    definition: str
    number: str


@cache
def _shapes() -> _Shapes:
    table = read_toml("language", "glossary.toml")
    mark, separator, bracketed, verb = (
        re.compile(table[name]) for name in ("mark", "separator", "bracketed", "verb")
    )
    return _Shapes(mark, separator, bracketed, verb, table["longest_term"])


def glossary_pieces(text: str, pieces: Sequence[Span], sections: Sequence[Section]) -> list[int]:
    """Give the indexes of the pieces that belong to glossaries, headings apart."""
    stretches = [
        (section.heading_span.end, section.span.end)
        for section in sections
        if section.part is Part.GLOSSARY and section.level == 1
    ]
    inside = [
        index
        for index, piece in enumerate(pieces)
        if any(start <= piece.start < end for start, end in stretches)
    ]
    return inside or list(_unheaded(text, pieces))


def _unheaded(text: str, pieces: Sequence[Span]) -> Iterator[int]:
    """Give the bracketed notes that follow the text without a heading."""
    start = len(pieces)
    while start and _NOTE.match(text, pieces[start - 1].start):
        start -= 1
    if len(pieces) - start >= _FEWEST_UNHEADED:
        yield from range(start, len(pieces))


def find_terms(text: str, pieces: Sequence[Span], inside: Sequence[int]) -> list[Term]:
    """Read the entries and find where the rest of the text uses their terms."""
    if not inside:
        return []
    entries = list(_entries(text, [pieces[index] for index in inside]))
    outside = Span(0, pieces[inside[0]].start)
    uses = _occurrences(text, outside, entries)
    return [
        Term(entry.term, entry.definition, entry.span, tuple(uses[index]))
        for index, entry in enumerate(entries)
    ]


def _entries(text: str, pieces: Sequence[Span]) -> Iterator[_Entry]:
    """Read one entry a piece; a piece that begins none goes on with the one before."""
    open_entry: _Entry | None = None
    for piece in pieces:
        entry = _entry(text, piece, marked=open_entry is not None and bool(open_entry.number))
        if entry is None and open_entry is not None:
            span = Span(open_entry.span.start, piece.end)
            definition = f"{open_entry.definition}\n{text[piece.start : piece.end]}"
            open_entry = _Entry(span, open_entry.term, definition, open_entry.number)
            continue
        if open_entry is not None:
            yield open_entry
        open_entry = entry
    if open_entry is not None:
        yield open_entry


def _entry(text: str, piece: Span, *, marked: bool) -> _Entry | None:
    """Read a piece as term and definition; in a numbered glossary only numbered ones."""
    shapes = _shapes()
    mark = shapes.mark.match(text, piece.start, piece.end)
    number = _NUMBER.match(mark.group()) if mark else None
    if marked and number is None:
        return None
    written = text[mark.end() if mark else piece.start : piece.end].strip()
    parted = _part(written, shapes)
    if parted is None:
        return None
    term, definition = parted
    name = _BLANK.sub(" ", _QUOTES.sub("", _REFERENCE.sub("", term))).strip(" 　.．、，,")
    if len(name) < _SHORTEST:
        return None
    return _Entry(piece, name, definition.strip(), number[1] if number else "")


def _part(written: str, shapes: _Shapes) -> tuple[str, str] | None:
    """Part an entry's text at the bracket, the colon or the verb after its term."""
    bracketed = shapes.bracketed.match(written)
    if bracketed and not bracketed[1].isdigit():
        return bracketed[1], written[bracketed.end() :].lstrip("：:")
    head = written[: shapes.longest + 1]
    separator = shapes.separator.search(head)
    sentence = head.find("。")
    if separator and separator.start() and not 0 <= sentence < separator.start():
        return written[: separator.start()], written[separator.end() :]
    verb = shapes.verb.search(head)
    if verb and verb.start() >= _SHORTEST and "，" not in head[: verb.start()]:
        return written[: verb.start()], written[verb.start() :]
    return None


def _occurrences(text: str, outside: Span, entries: Sequence[_Entry]) -> list[list[Span]]:
    """Find each term outside the glossary, quotes or not; the longest of several wins."""
    bare, removed = _without_quotes(text[outside.start : outside.end])
    found: list[tuple[int, int, int]] = []
    for index, entry in enumerate(entries):
        for form in _forms(bare, entry):
            start = bare.find(form)
            while start >= 0:
                found.append((start, -len(form), index))
                start = bare.find(form, start + len(form))
    uses: list[list[Span]] = [[] for _ in entries]
    reached = 0
    for start, negative, index in sorted(found):
        if start < reached:
            continue
        reached = start - negative
        begin = _written_at(removed, start) + outside.start
        uses[index].append(Span(begin, _written_at(removed, reached - 1) + outside.start + 1))
    _add_notes(text, outside, entries, uses)
    return uses


def _forms(bare: str, entry: _Entry) -> Iterator[str]:
    """Give the forms of a term that the text may use: its name, or else what it quotes."""
    if entry.term in bare:
        yield entry.term
        return
    shown = entry.term.split("（")[0].split("(")[0].strip()
    if shown != entry.term and len(shown) >= _SHORTEST and shown in bare:
        yield shown


def _add_notes(text: str, outside: Span, entries: Sequence[_Entry], uses: list[list[Span]]) -> None:
    """Count the bracketed note marks in the text as uses of the entries they number."""
    by_number = {entry.number: index for index, entry in enumerate(entries) if entry.number}
    for note in _NOTE.finditer(text, outside.start, outside.end):
        index = by_number.get(note[1])
        if index is not None:
            uses[index].append(Span(*note.span()))
            uses[index].sort()


def _without_quotes(text: str) -> tuple[str, list[int]]:
    """Take the quotes out, keeping for each how far what follows it has moved."""
    removed = [found.start() - count for count, found in enumerate(_QUOTES.finditer(text))]
    return _QUOTES.sub("", text), removed


def _written_at(removed: Sequence[int], place: int) -> int:
    """Give the place in the written text of a place in the text without quotes."""
    return place + bisect_right(removed, place)
