"""A table as rows and columns with heads: which cells name things, and which hold their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hkreader.core.report import Report, Span, Table
from hkreader.extract.passages import fold
from hkreader.extract.quantities import scan
from hkreader.resources import read_toml

_BLANK = re.compile(r"[\s\u3000\u00a0]+")
_FIGURE = re.compile(
    r"(?:[≥≤<>=±约≈~第+-]|不[低高少]于|大于|小于|超过?|控制在|增长|增加|下降|减少|降|[▲▼↑↓])*"
    r"\d[\d,.]*(?:[-~至]\d[\d,.]*)?[^\d]{0,8}"
)
_YEAR = re.compile(r"^(?:19|20)\d{2}年?(?:度|末|底)?$")
_MOST_HEADS = 3


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Give the shapes of heads and cells, compiled, by their name in the table of the language."""
    table = read_toml("language", "tables.toml")
    return {
        name: re.compile("|".join(shape) if isinstance(shape, list) else shape)
        for name, shape in table.items()
    }


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that may hold a figure, with all that its heads say."""

    span: Span
    text: str
    """Folded, without blanks."""
    row: str
    """The head of its row, the ones above it first."""
    column: str
    """The head of its column."""
    unit: str
    """As the heads tell it; empty where they do not."""


def figure_cells(report: Report, table: Table) -> Iterator[Cell]:
    """Give the cells of `table` that hold numbers, in text order."""
    texts = [[_clean(report, span) for span in row] for row in table.rows]
    heads = _head_rows(texts)
    if not heads or len(texts) == heads:
        return
    columns = _column_heads(texts[:heads])
    numbers = patterns()["number_column"]
    units = patterns()["unit_column"]
    unit_at = next((at for at, head in enumerate(columns) if units.search(head)), None)
    skipped = {at for at, head in enumerate(columns) if numbers.search(head)} | {unit_at}
    general = _unit_in(" ".join(texts[0])) or _unit_before(report, table)
    above: list[str] = []
    for spans, row in zip(table.rows[heads:], texts[heads:], strict=True):
        above = _row_heads(row, above, skipped)
        name = "".join(dict.fromkeys(above))
        own = row[unit_at] if unit_at is not None and unit_at < len(row) else ""
        for at, (span, text) in enumerate(zip(spans, row, strict=True)):
            if at in skipped or at < len(above) or not _is_figure(text):
                continue
            column = columns[at] if at < len(columns) else ""
            unit = _unit_of(column) or own or _unit_in(name) or general
            yield Cell(span, text, name, column, unit)


def _clean(report: Report, span: Span) -> str:
    return _BLANK.sub("", fold(report.quote(span)))


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None


def _head_rows(texts: Sequence[Sequence[str]]) -> int:
    """Count the rows on top that only name columns."""
    count = 0
    for row in texts[:_MOST_HEADS]:
        told = [text for text in row if text]
        if any(_is_figure(text) and not _names(text) for text in told[1:]):
            break
        count += 1
        if len(told) == len(row):
            break
    return count


def _names(text: str) -> bool:
    """Tell a head that happens to hold a number (a year, 2024年目标) from a figure."""
    return bool(_YEAR.match(text)) or len(re.sub(r"[^\u4e00-\u9fff]", "", text)) > 1


def _column_heads(rows: Sequence[Sequence[str]]) -> list[str]:
    """Join what stands over each column; a head reaches over the empty cells to its right."""
    width = max(map(len, rows))
    heads = [""] * width
    for row in rows:
        last = ""
        for at in range(width):
            text = row[at] if at < len(row) else ""
            last = text or last
            if last not in heads[at]:
                heads[at] += last
    return heads


def _row_heads(row: Sequence[str], above: Sequence[str], skipped: set[int | None]) -> list[str]:
    """Give the words in front of the first figure; an empty cell goes on with the one above."""
    heads: list[str] = []
    for at, text in enumerate(row):
        if at in skipped:
            heads.append("")
        elif at and _is_figure(text):
            break
        else:
            heads.append(_bare(text) or (above[at] if at < len(above) else ""))
    return heads


def _bare(text: str) -> str:
    return patterns()["lead"].sub("", text)


def _unit_of(column: str) -> str:
    """Give the unit of a column: told, or that of the growth it is for."""
    return _unit_in(column) or ("%" if patterns()["growth"].search(column) else "")


def _unit_in(text: str) -> str:
    found = patterns()["unit"].search(text)
    unit = "" if found is None else found["bracketed"] or found["said"]
    return unit if scan(f"1{unit}")[0] else ""


def _unit_before(report: Report, table: Table) -> str:
    """Read `单位：亿元` in the line above the table."""
    before = report.text[max(0, table.span.start - 40) : table.span.start].rstrip()
    found = patterns()["unit"].search(fold(before.rpartition("\n")[2]))
    return "" if found is None else found["said"] or ""
