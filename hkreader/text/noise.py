"""What is in the file but not of the report: page furniture, abstracts, repeated text, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from hkreader.core.report import Noise, Span
from hkreader.resources import read_toml
from hkreader.text.lines import trim

_HEAD_LINES = 400
"""How many lines a page may put before the address."""
_MENU = 3
"""So many unknown lines before the title are a menu."""
_LONG = 60
"""A line of that many characters that ends like a sentence is text, not furniture."""
_TERMINAL = "。！？!?”’）)"
_REPEATED = 300
"""Characters of neighbouring lines that must occur twice to be a repetition."""
_TABLE_HEAD = re.compile(r"[A-Za-z_\"]+(?:,[A-Za-z_\"]+){2,}")
_ENTRY = re.compile(r"[◆●※◎★]|[\[［〔【(（]?\d{1,3}[\]］〕】)）]|\d{1,3}\s*[.．、]\s*\S")


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of the noise table, compiled."""

    anywhere: re.Pattern[str]
    foot: re.Pattern[str]
    medium: re.Pattern[str]
    abstract: re.Pattern[str]
    page: re.Pattern[str]
    address: re.Pattern[str]
    title: re.Pattern[str]
    byline: re.Pattern[str]
    name: re.Pattern[str]
    opened: re.Pattern[str]


@cache
def words() -> _Words:
    """Load the noise table."""
    table = read_toml("language", "noise.toml")
    return _Words(*(_any_of(table[name]) for name in _Words.__slots__))


def _any_of(patterns: str | Sequence[str]) -> re.Pattern[str]:
    alternatives = [patterns] if isinstance(patterns, str) else patterns
    return re.compile("|".join(f"(?:{pattern})" for pattern in alternatives))


@dataclass(frozen=True, slots=True)
class Sieved:
    """The lines of the report proper, where its body begins, and what was left out."""

    lines: list[Span]
    head: int
    """How many of the lines stand before the body: titles and bylines."""
    noise: list[Noise]


def sieve(text: str, lines: Sequence[Span]) -> Sieved:
    """Part the lines of the report from the noise around and between them."""
    lines, noise = _unwrap_table(text, lines)
    written = [text[line.start : line.end] for line in lines]
    reasons: dict[int, str] = {}
    body = _body_start(written)
    _mark_repeats(written, body, reasons)
    _mark_head(written, body, reasons)
    _mark_foot(written, body, reasons)
    _mark_between(written, body, reasons)
    kept = [line for index, line in enumerate(lines) if index not in reasons]
    head = sum(1 for index in range(body) if index not in reasons)
    noise.extend(_gather(lines, reasons))
    noise.sort(key=_start_of)
    return Sieved(kept, head, noise)


def _start_of(noise: Noise) -> int:
    return noise.span.start


def _unwrap_table(text: str, lines: Sequence[Span]) -> tuple[list[Span], list[Noise]]:
    """Take the text out of the quoted last cell of a one-row table."""
    kept, noise = list(lines), []
    if len(kept) > 1 and _TABLE_HEAD.fullmatch(text, kept[0].start, kept[0].end):
        opening = text.find(',"', kept[1].start, kept[1].end)
        if opening >= 0:
            noise.append(Noise(Span(kept[0].start, opening + 2), "table"))
            kept[:2] = [trim(text, opening + 2, kept[1].end)]
            last = kept[-1]
            if text[last.end - 1] == '"' and text.count('"', last.start, last.end) % 2:
                noise.append(Noise(Span(last.end - 1, last.end), "table"))
                kept[-1] = trim(text, last.start, last.end - 1)
    return [line for line in kept if len(line)], noise


def _body_start(written: Sequence[str]) -> int:
    """Find the line that opens the report: the address, or else the first that is no head line."""
    address = words().address
    lines = written[:_HEAD_LINES]
    text = next((i for i, line in enumerate(lines) if _is_text(line) and not _is_cut(line)), 0)
    for index, line in enumerate(lines[: text + 1]):
        found = None if _is_cut(line) else address.match(line)
        if found and (found.end() == len(line) or "我代表" in line[:40] or line[4] in "：:！!，,"):
            return index
    while text and not _belongs_to_head(written[text - 1]):
        text -= 1
    return text


def _is_cut(line: str) -> bool:
    """Tell an abstract, which breaks off."""
    return line.endswith(("......", "…", "..."))


def _belongs_to_head(line: str) -> bool:
    if "我代表" in line:
        return False
    return _is_furniture(line) or is_title(line) or is_byline(line)


def _is_text(line: str) -> bool:
    return len(line) > _LONG and (line[-1] in _TERMINAL or line.count("，") > 1)


def _mark_repeats(written: Sequence[str], body: int, reasons: dict[int, str]) -> None:
    """Mark the second of two copies, and the furniture between whole copies."""
    first: dict[str, int] = {}
    copies: list[tuple[int, int]] = []
    for index, line in enumerate(written):
        if len(line) >= 40:  # noqa: PLR2004  shorter lines repeat by chance
            earlier = first.setdefault(line, index)
            if earlier != index and earlier >= body:
                copies.append((earlier, index))
    for run in _runs(copies):
        size = sum(len(written[index]) for _, index in run)
        if size < _REPEATED:
            continue
        start, stop = run[0][1], run[-1][1]
        whole = size > sum(map(len, written)) / 4
        if whole:
            start = run[-1][0] + 1
        for index in range(start, stop + 1):
            reasons[index] = "repeated text"


def _runs(copies: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Group repeated lines that follow each other in both copies."""
    runs: list[list[tuple[int, int]]] = []
    for copy in copies:
        if runs and 0 < copy[0] - runs[-1][-1][0] <= 6 and 0 < copy[1] - runs[-1][-1][1] <= 6:  # noqa: PLR2004  lines too short to count between them
            runs[-1].append(copy)
        else:
            runs.append([copy])
    return runs


def _mark_head(written: Sequence[str], body: int, reasons: dict[int, str]) -> None:
    """Mark what a page puts before the title, and its lines of date, source and readers."""
    head = written[:body]
    _mark_abstract(head, reasons)
    known = words()
    for index, line in enumerate(head):
        follows = index and index - 1 in reasons and line.isdigit()
        if follows or _is_furniture(line) or known.medium.fullmatch(line):
            reasons.setdefault(index, "site header")
    titles = [i for i, line in enumerate(head) if i not in reasons and is_title(line)]
    _mark_before_title(head, titles, reasons)


def _mark_abstract(head: Sequence[str], reasons: dict[int, str]) -> None:
    """Mark the abstract and all that stands before it."""
    for index, line in enumerate(head):
        if words().abstract.fullmatch(line):
            for before in range(index):
                reasons[before] = "site header"
            for label in range(index, min(index + 2, len(head))):
                reasons[label] = "abstract"


def _mark_before_title(head: Sequence[str], titles: list[int], reasons: dict[int, str]) -> None:
    """Mark menus and the page's own title, which furniture parts from the report's."""
    bylines = [i for i, line in enumerate(head) if i not in reasons and is_byline(line)]
    first = min([*titles, *bylines], default=0)
    labelled = any(words().opened.fullmatch(line) for line in head)
    unknown = [i for i in range(first) if i not in reasons]
    furnished = any(index < first for index in reasons) and not labelled
    if len(unknown) >= _MENU or furnished:
        for index in unknown:
            reasons[index] = "site header"
    last = titles[-1] if titles else 0
    between = range(titles[0] + 1, last) if titles else range(0)
    if any(i in reasons or not (is_title(head[i]) or is_byline(head[i])) for i in between):
        for index in range(last):
            reasons.setdefault(index, "site header")


def is_title(line: str) -> bool:
    """Tell whether a head line is the title of a report."""
    return words().title.fullmatch(line) is not None and not is_byline(line)


def is_byline(line: str) -> bool:
    """Tell whether a head line says when, where or by whom the report was given."""
    return words().byline.fullmatch(line) is not None


def _is_furniture(line: str) -> bool:
    known = words()
    return bool(known.anywhere.fullmatch(line) or known.page.fullmatch(line))


def _mark_foot(written: Sequence[str], body: int, reasons: dict[int, str]) -> None:
    """Mark the foot of the page: from the first line of furniture after the last text."""
    known = words()
    start = None
    for index in range(len(written) - 1, body, -1):
        line = written[index]
        if index in reasons:
            continue
        if known.foot.fullmatch(line) or known.anywhere.fullmatch(line):
            start = index
        elif (_is_text(line) and not _is_licence(line)) or _ENTRY.match(line):
            break
    if start is None:
        return
    if written[start - 1] in {"附件：", "附件:", "附件"} and start - 1 > body:
        start -= 1
    for index in range(start, len(written)):
        reasons.setdefault(index, "site footer")


def _is_licence(line: str) -> bool:
    return "著作权法" in line or "公有领域" in line or "官方正式译文" in line


def _mark_between(written: Sequence[str], body: int, reasons: dict[int, str]) -> None:
    """Mark page numbers and captions between the lines of the text."""
    known = words()
    for index in range(body, len(written)):
        line = written[index]
        if index in reasons or len(line) > 2 * _LONG:
            continue
        if known.page.fullmatch(line):
            reasons[index] = "page number"
        elif known.anywhere.fullmatch(line):
            reasons[index] = "site furniture"


def _gather(lines: Sequence[Span], reasons: dict[int, str]) -> Iterable[Noise]:
    """Join neighbouring lines that were left out for one reason."""
    run: list[int] = []
    for index in [*sorted(reasons), -1]:
        if run and (index != run[-1] + 1 or reasons[index] != reasons[run[-1]]):
            yield Noise(Span(lines[run[0]].start, lines[run[-1]].end), reasons[run[-1]])
            run = []
        run.append(index)
