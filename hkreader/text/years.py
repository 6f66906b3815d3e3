"""The year that a report plans and the year that it reviews."""

from __future__ import annotations

import re
from collections import Counter

from hkreader.core.report import Part
from hkreader.text.evidence import Evidence
from hkreader.text.noise import is_byline, is_title

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)\s*年?")
_TOLD_YEAR = re.compile(r"(?<![\d到至])(?<![—－–-])((?:19|20)\d\d)年(?![前末]|底前|以前|之前)")
_YEAR_IS = re.compile(r"(?<![\d到至])((?:19|20)\d\d)年?[，,]?是")
_HAN_YEAR = re.compile(r"[一二][九〇○零Ｏ0][〇○零Ｏ0一二三四五六七八九]{2}(?=年)")
_HAN_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_FULL_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_DATE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2}|[十一二三四五六七八九]{1,2})\s*月")
_FILE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_TERM_AHEAD = re.compile(r"(?:今后|未来|新)(?:的)?(?:五年|一届)")
_PLANS = (
    "一五",
    "二五",
    "三五",
    "四五",
    "五五",
    "六五",
    "七五",
    "八五",
    "九五",
    "十五",
    "十一五",
    "十二五",
    "十三五",
    "十四五",
    "十五五",
    "十六五",
)
_PLAN = re.compile(
    r"(?:(?<=“)|(?=十.五))("
    + "|".join(sorted(_PLANS, key=len, reverse=True))
    + ")(?:”|时期|期间|规划)"
)
_TENTH = 9
_FIRST_PLAN = 2001
"""First year of the tenth plan."""
_LATE = frozenset({"11", "12", "十一", "十二"})
"""Months in which a speech plans the next year."""
_TOLD = re.compile(r".*(?:回顾|总结|成就|情况)")
_FAR = 5
"""Years that a term of office spans, and mentions that make a count trustworthy."""
_ECHO = 0.34
"""A review of a term names its first and its last year often: so much of the most frequent."""
_TIE = 0.7


def find_years(evidence: Evidence) -> tuple[int | None, int | None]:
    """Give the year planned and the year reviewed."""
    reviewed = _heading_years(evidence, Part.REVIEW)
    year = _delivered(evidence)
    if year is None and reviewed:
        year = reviewed[-1] + 1
    if year is None:
        year = min(_heading_years(evidence, Part.PLAN), default=None)
    if year is None:
        year = _by_mentions(evidence)
    if year is None:
        return None, None
    return year, max((value for value in reviewed if value < year), default=year - 1)


def _plain(text: str) -> str:
    """Write years in half-width digits."""
    return _HAN_YEAR.sub(_digits, text.translate(_FULL_DIGITS))


def _digits(found: re.Match[str]) -> str:
    return found.group().translate(_HAN_DIGITS)


def _heading_years(evidence: Evidence, part: Part) -> list[int]:
    """Give the years that the first heading of a part with years names, the latest last."""
    for section in evidence.sections:
        if section.parent is None and section.part is part:
            heading = _plain(section.heading)
            told = _TOLD.match(heading) if part is Part.REVIEW else None
            years = sorted(map(int, _YEAR.findall(told.group() if told else heading)))
            if years:
                return years
    return []


def _delivered(evidence: Evidence) -> int | None:
    """Give the year of the date under the title, or in it; a December speech plans the next."""
    for line in (*evidence.head, *filter(is_byline, evidence.page)):
        found = _DATE.search(_plain(line))
        if found:
            return int(found[1]) + (found[2] in _LATE)
    for line in filter(is_title, evidence.head):
        year = _YEAR.search(_plain(line))
        if year:
            return int(year[1])
    return None


def _by_mentions(evidence: Evidence) -> int | None:
    """Guess from the years that the review names, and from `2021年是…`."""
    sections = evidence.sections
    review = next((x.span for x in sections if x.part is Part.REVIEW and x.parent is None), None)
    body = evidence.text[evidence.start :]
    stop = len(body) * 2 // 5
    if review is not None:
        stop = min(review.end - evidence.start, len(body) * 3 // 5)
    counts = Counter(int(year) for year in _TOLD_YEAR.findall(_plain(body[:stop])))
    if not counts:
        found = _FILE_YEAR.search(evidence.source.path.stem) if evidence.source.path else None
        return int(found[1]) if found else None
    often = max(counts.values())
    share = _ECHO if often >= _FAR else _TIE
    likely = [year for year in counts if counts[year] >= often * share]
    told = max(likely) if often >= _FAR else min(likely)
    named = max((int(year) for year in _YEAR_IS.findall(_plain(body))), default=0)
    guess = named if told < named <= told + _FAR else told + 1
    running = rf"{told}年(?:上半年|前三季度|[1-9]月|计划)|预计到?{told}年"
    if re.search(running, _plain(body[:stop])) and any(
        _TERM_AHEAD.search(section.heading) for section in sections
    ):
        return told
    return _first_of_term(evidence, guess) or guess


def _first_of_term(evidence: Evidence, guess: int) -> int | None:
    """Give the first year of the five-year plan ahead where a change of term is reported."""
    tops = [section.heading for section in evidence.sections if section.parent is None]
    if not any(_TERM_AHEAD.search(heading) for heading in tops):
        return None
    ahead = next((x.span.start for x in evidence.sections if x.part is Part.PLAN), evidence.start)
    plans = Counter(_PLAN.findall(evidence.text, ahead))
    if not plans:
        return None
    plan = max(plans, key=lambda name: (plans[name], _PLANS.index(name)))
    first = _FIRST_PLAN + _FAR * (_PLANS.index(plan) - _TENTH)
    return first if guess <= first + 1 else None
