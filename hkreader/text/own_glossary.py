"""The user's own glossaries: two columns of a table, and where a report uses their terms."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from hkreader.core.errors import (
    FileMissing,
    FileNotText,
    FileTooLarge,
    FileUnreadable,
    GlossaryEmpty,
)
from hkreader.core.progress import Progress, silent
from hkreader.core.report import Report, Span, Term
from hkreader.resources import read_toml
from hkreader.text.encoding import decode
from hkreader.text.readers import sheets

Entry = tuple[str, str]
"""A term and what it means."""

_DELIMITERS = ("\t", ",", ";", "，", "；")
_SHORTEST = 2
_LIMIT_MB = 16
_SLICE = 1 << 15


def read_glossary(path: Path) -> tuple[Entry, ...]:
    """Read the entries of a CSV file or spreadsheet; raises `ReadError`."""
    try:
        if path.stat().st_size > _LIMIT_MB << 20:
            raise FileTooLarge(path, limit_mb=_LIMIT_MB)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path) from error
    rows = sheets.rows(path, data) if sheets.accepts(data) else _parted(path, data)
    entries = tuple(_entries(rows))
    if not entries:
        raise GlossaryEmpty(path)
    return entries


def _parted(path: Path, data: bytes) -> Sequence[Sequence[str]]:
    """Part the lines of a text at the mark that gives most of them two cells."""
    decoded = decode(data)
    if decoded is None:
        raise FileNotText(path)
    tables = (
        list(csv.reader(io.StringIO(decoded.text.replace("\0", ""), newline=""), delimiter=mark))
        for mark in _DELIMITERS
    )
    return max(tables, key=_two_celled)


def _two_celled(rows: Sequence[Sequence[str]]) -> float:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    return sum(len(row) >= 2 for row in filled) / max(1, len(filled))  # noqa: PLR2004  two cells


@cache
def _heads() -> tuple[frozenset[str], frozenset[str]]:
    table = read_toml("language", "quoted.toml")["own_glossary"]
    return frozenset(table["term"]), frozenset(table["definition"])


def _entries(rows: Iterable[Sequence[str]]) -> Iterable[Entry]:
    """Give the entries; a first row of known names says which columns hold them."""
    terms, definitions = _heads()
    name_at, meaning_at = 0, 1
    for number, row in enumerate(rows):
        cells = [" ".join(cell.split()) for cell in row]
        if number == 0:
            named = [cell.lower() for cell in cells]
            found = [at for at, cell in enumerate(named) if cell in terms]
            meant = [at for at, cell in enumerate(named) if cell in definitions]
            if found and meant:
                name_at, meaning_at = found[0], meant[0]
                continue
        if len(cells) > max(name_at, meaning_at):
            name, meaning = cells[name_at].strip("“”\"'"), cells[meaning_at]
            if len(name) >= _SHORTEST and meaning:
                yield name, meaning


def find_own_terms(
    report: Report, entries: Sequence[Entry], source: str, progress: Progress = silent
) -> tuple[Term, ...]:
    """Give the terms of a glossary that the report uses, with the places; the longest wins."""
    meanings: dict[str, str] = {}
    for name, meaning in entries:
        meanings.setdefault(name, meaning)
    if not meanings:
        return ()
    longest = max(map(len, meanings))
    words = re.compile("|".join(map(re.escape, sorted(meanings, key=len, reverse=True))))
    places: dict[str, list[Span]] = {}
    at = 0
    for start in range(0, len(report.text), _SLICE):
        # In slices, so that other threads get their turn; each reaches into the next one.
        stop = start + _SLICE
        for match in words.finditer(report.text, max(start, at), stop + longest):
            if match.start() >= stop:
                break
            places.setdefault(match.group(), []).append(Span(*match.span()))
            at = match.end()
        progress(start, len(report.text))
    return tuple(
        Term(name, meanings[name], spans[0], tuple(spans), source) for name, spans in places.items()
    )
