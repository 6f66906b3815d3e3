"""For which year a figure holds and whether it is done, expected or promised."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf

from hkreader.core.findings import Kind, Status
from hkreader.core.report import Part, Report, Section
from hkreader.extract.passages import Passage
from hkreader.extract.quantities import Family
from hkreader.extract.sentence_state import Reading

_PLANNED = frozenset({Part.PLAN, Part.GOVERNMENT, Part.CLOSING})
_PLAN_STARTS = {
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
}
_YEAR = re.compile(
    r"(?<![比较与同于\d])(?P<from>\d{4})(?:年)?(?:-|至|到)(?P<to>\d{4})年"
    r"|(?<![比较与同\d])(?P<year>(?:19|20)\d{2})年(?P<since>以来)?(?!不变价|价格|版|度|的|[末底]的)"
    r"|(?<![比较与同])“(?P<plan>十[一二三四五]?五)”(?:(?P<during>期间|时期)|(?P<end>期?末))"
)
_OF_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})年(?:[末底]|同期)?(?:全年)?的$")
_OLD_VALUE = re.compile(r"[从由](?:[^,、]{0,12}的|每[^,、]{1,4})?$")
_LONGEST_TIE = 20
"""Characters before a figure among which the two above are looked for."""
_CHANGED_TO = re.compile(r"^[^,;。]{0,8}?(?:到|至|为|成)")
_TERM = re.compile(r"五年|任期|本届政府")
# A headline indicator goes on what the sentence before expected: 一般公共预算收入完成…
_HEADLINE = re.compile(r"^[^,]{2,24}?(?:完成|达到?|实现|增长|分别|为)")
_EXPECTED = re.compile(r"预计|预期将|有望")
_LAST_YEAR = re.compile(r"(?<![比较与同])(?:去年|上年|上一年|过去一年)(?!同期|末相比)")
_LAST_YEAR_OPENS = re.compile(r"^(?:去年|上年|过去一年)[,以]")
_FIVE_YEARS = re.compile(
    r"(?:过去|这|近|本届政府)[^,。]{0,4}五年|五年来|五年间|本届政府(?:任期|以来)|五年累计|五年共"
)
_ONE_YEAR = re.compile(r"过去一年|一年来|(?:19|20)\d{2}年[,，]?$")
_COMING_YEARS = re.compile(r"(?:今后|未来|接下来)(?:的)?五年|五年后|五年内")


@dataclass(frozen=True, slots=True)
class Scope:
    """The year and status that hold for a stretch unless a figure says otherwise."""

    planned: bool
    review_year: int | None
    year: int | None
    many_years: bool
    """Whether the stretch reports or plans a whole term of office."""

    def default(self) -> tuple[str | None, Status]:
        """Give period and status of a figure that says nothing of its own."""
        year = self.year if self.planned else self.review_year
        return (None if year is None else str(year)), (
            Status.TARGET if self.planned else Status.ACTUAL
        )

    def span(self) -> str | None:
        """Give the term that the stretch speaks of."""
        if self.planned:
            return None if self.year is None else f"{self.year}-{self.year + 4}"
        return None if self.review_year is None else f"{self.review_year - 4}-{self.review_year}"


class Scopes:
    """Follows the sentences of a report in order and tells the scope of each."""

    def __init__(self, report: Report) -> None:
        """Read the report's years; keep the paragraph in hand."""
        self._report = report
        self._section: int | None = -1
        self._chapter: Scope | None = None
        self._paragraph = -1
        self._many_years = False
        self._expected = False
        self._years: tuple[re.Match[str], ...] = ()
        """The years that the sentence in hand names."""

    def enter(self, passage: Passage) -> Scope:
        """Move to the next sentence."""
        section = self._report.section_at(passage.places[0])
        index = None if section is None else section.index
        if self._chapter is None or index != self._section:
            self._section, self._chapter = index, self.chapter(section)
        chapter = self._chapter
        if passage.paragraph.number != self._paragraph:
            self._paragraph = passage.paragraph.number
            self._many_years = chapter.many_years
            self._expected = False
        self._years = tuple(_YEAR.finditer(passage.text))
        self._follow(passage.text, chapter)
        return replace(chapter, many_years=self._many_years)

    def _follow(self, text: str, chapter: Scope) -> None:
        """Note what a sentence says for itself and those after it in the paragraph."""
        pattern = _COMING_YEARS if chapter.planned else _FIVE_YEARS
        if pattern.search(text):
            self._many_years = True
        elif _ONE_YEAR.search(text):
            self._many_years = False
        self._expected = text.startswith("预计") or (self._expected and bool(_HEADLINE.match(text)))

    def chapter(self, section: Section | None) -> Scope:
        """Give the scope that a section has by its headings."""
        facts = self._report.facts
        part = Part.OPENING if section is None else section.part
        many = False
        while section is not None:
            stated = re.search(r"(?:19|20)\d{2}", section.heading)
            many = many or bool(_TERM.search(section.heading) and not stated)
            section = None if section.parent is None else self._report.sections[section.parent]
        review = facts.review_year if facts.review_year is not None else _before(facts.year)
        return Scope(part in _PLANNED, review, facts.year, many)

    def place(self, passage: Passage, reading: Reading, scope: Scope) -> tuple[str | None, Status]:
        """Give period and status of one figure."""
        figure = reading.figure
        clause = (passage.text, figure.clause_start, figure.quantity.start)
        period, status = scope.default()
        if scope.many_years and _gathers(reading):
            period = scope.span()
        stated = self._stated(figure.quantity.start, scope)
        if stated is not None:
            period = stated
            status = _status_of(stated, scope, status)
        elif scope.planned and (_says(_LAST_YEAR, *clause) or _LAST_YEAR_OPENS.match(passage.text)):
            period, status = _text(scope.review_year), Status.ACTUAL
        of_year = _OF_YEAR.search(figure.before[-_LONGEST_TIE:])
        if of_year and figure.quantity.family is not Family.TIMES:
            period, status = of_year["year"], Status.ACTUAL
        elif _is_old_value(reading):
            period = None
        if status is Status.ACTUAL and (self._expected or _says(_EXPECTED, *clause)):
            status = Status.ESTIMATED
        return period, status

    def _stated(self, place: int, scope: Scope) -> str | None:
        """Give the last year that the sentence names before `place`."""
        index = bisect_right(self._years, place, key=re.Match.end) - 1
        if index < 0:
            return None
        last = self._years[index]
        if last["from"]:
            return f"{last['from']}-{last['to']}"
        if last["plan"]:
            start = _PLAN_STARTS.get(last["plan"])
            if start is None:
                return None
            return str(start + 4) if last["end"] else f"{start}-{start + 4}"
        if last["since"] and scope.review_year is not None:
            return f"{last['year']}-{scope.review_year}"
        return last["year"]


def _says(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Tell whether `pattern` is found between `start` and `end`."""
    return _first_end(pattern, text, start) <= end


@lru_cache(maxsize=16)
def _first_end(pattern: re.Pattern[str], text: str, start: int) -> float:
    """Give where the first find ends; a clause with thousands of figures is searched once."""
    found = pattern.search(text, start)
    return inf if found is None else found.end()


def _before(year: int | None) -> int | None:
    return None if year is None else year - 1


def _text(year: int | None) -> str | None:
    return None if year is None else str(year)


def _status_of(period: str, scope: Scope, status: Status) -> Status:
    last = int(period[-len("2017") :])
    if scope.review_year is None:
        return status
    if last <= scope.review_year:
        return Status.ACTUAL
    return Status.TARGET


def _gathers(reading: Reading) -> bool:
    """Whether a figure of a term is its sum or mean, not the state at its end."""
    if reading.basis and reading.basis.startswith(("年均", "年平均", "年递增")):
        return True
    summed = {Kind.LEVEL, Kind.GROWTH, Kind.CHANGE, Kind.MULTIPLE}
    return reading.kind in summed and not reading.predicate.reach


def _is_old_value(reading: Reading) -> bool:
    figure = reading.figure
    return bool(
        _OLD_VALUE.search(figure.before[-_LONGEST_TIE:]) and _CHANGED_TO.match(figure.after or "")
    )
