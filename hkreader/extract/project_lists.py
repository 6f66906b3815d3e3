"""Lists of people's projects (实事项目): where they stand in the plan and what the report calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hkreader.core.report import Part, Report, Section, Span
from hkreader.resources import read_toml

_PLANNED = frozenset({Part.PLAN, Part.GOVERNMENT})
_LEAD = 3
_MARK = re.compile(r"[；;]|[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳]")
_FEWEST = 3
_ENDS = "。：: \u3000"


@dataclass(frozen=True, slots=True)
class ProjectList:
    """A stretch of the plan that lists projects."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class _Words:
    heading: re.Pattern[str]
    announced: re.Pattern[str]
    name: re.Pattern[str]
    item: re.Pattern[str]


@cache
def _words() -> _Words:
    table = read_toml("language", "tasks.toml")["projects"]
    shapes = [table["heading"], [table["announced"]], [table["name"]], [table["item"]]]
    return _Words(*(re.compile("|".join(f"(?:{one})" for one in shape)) for shape in shapes))


def find_project_lists(report: Report) -> list[ProjectList]:
    """Find the lists of the plan, in text order; of two that overlap the inner one counts."""
    found = [*_under_headings(report), *_behind_colons(report)]
    return sorted(found, key=_place)


def list_of(lists: list[ProjectList], offset: int) -> str | None:
    """Name the list that holds `offset`."""
    holding = [one for one in lists if offset in one.span]
    return min(holding, key=_size).name if holding else None


def _place(one: ProjectList) -> Span:
    return one.span


def _size(one: ProjectList) -> int:
    return len(one.span)


def _under_headings(report: Report) -> Iterator[ProjectList]:
    for section in report.sections:
        heading = _plain(section)
        if section.part not in _PLANNED or "实事" not in heading:
            continue
        found = _words().heading.search(heading)
        if found is None or (section.level < _LEAD and _says_more(heading, found)):
            continue
        span = Span(section.heading_span.start, section.span.end)
        if found["bare"] is None or _counts(report.quote(span)):
            yield ProjectList(span, _name(heading))


def _says_more(heading: str, found: re.Match[str]) -> bool:
    """Tell a chapter that is of more than its projects: they are named last, or with others."""
    return "，" in heading[: found.end()] or heading[found.end() :].startswith(("和", "、", "及"))


def _counts(text: str) -> bool:
    """Tell whether a text lists several things."""
    return len(_MARK.findall(text)) >= _FEWEST


def _plain(section: Section) -> str:
    return "".join(section.heading.split()).rstrip(_ENDS)


def _behind_colons(report: Report) -> Iterator[ProjectList]:
    """Find `…办好十件民生实事：` with what follows in the paragraph, or the items behind it."""
    text = report.text
    for index, paragraph in enumerate(report.paragraphs):
        if report.part_at(paragraph.span.start) not in _PLANNED:
            continue
        found = _words().announced.search(text, paragraph.span.start, paragraph.span.end)
        if found is None:
            continue
        end = paragraph.span.end
        if not text[found.end() : end].strip():
            for following in report.paragraphs[index + 1 :]:
                if not _words().item.match(text, following.span.start, following.span.end):
                    break
                end = following.span.end
        yield ProjectList(Span(found.end(), end), _name("".join(found.group().split())))


def _name(words: str) -> str:
    """Give the fullest name in `words`."""
    names = [found.group() for found in _words().name.finditer(words)]
    return max(names, key=len, default=words).strip()
