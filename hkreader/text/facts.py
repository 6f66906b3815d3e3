"""What the document says of itself: title, region, level, years, speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hkreader.core.report import Facts, Part, RegionLevel, Section, Source, Span
from hkreader.text.noise import is_byline, is_title
from hkreader.text.regions import Region, by_name, choose, longest_suffix, most_named

_HAN = "\u4e00-\u9fff"
_GAP = r"[\s\u3000?？]*"
_OFFICE = (
    r"(?:代理?|副)?(?:省长|市长|区长|县长|旗长|州长|盟长|镇长|乡长|专员|主席|总理|"
    r"(?:管委会|管理委员会|街道办事处)主任)"
)
_NAME = rf"[{_HAN}](?:{_GAP}[{_HAN}]){{1,3}}|[{_HAN}]{{2,8}}·[{_HAN}·]{{2,10}}"
_SPEAKER = re.compile(
    rf"(?P<title>[{_HAN}]{{0,24}}?{_OFFICE}){_GAP}(?P<name>{_NAME}?)(?=$|{_GAP}(?:同志)?{_GAP}(?:在|作|$|[）)]|\d))"
)
_SPEAKER_FIRST = re.compile(rf"(?:^|[日号\s])(?P<name>[{_HAN}]{{2,3}})(?P<title>{_OFFICE})(?=在|作|同志)")
_TITLE_ONLY = re.compile(rf"(?:[{_HAN}]{{0,24}})?{_OFFICE}$|国务院总理$")
_NAME_ONLY = re.compile(rf"(?:{_NAME})$")
_PLACE = re.compile(
    rf"([{_HAN}]{{2,24}}?)(?:人民政府|政府工作报告|政府|管委会|管理委员会|第[一二三四五六七八九十百\d]+届|"
    rf"[一二三四五六七八九十]+届人(?:民代表|大)|(?:\d{{4}}年)|(?:代理?|副)?(?:省长|市长|区长|县长|旗长|州长|盟长|主席)|工作报告)"
)
_OWN = re.compile(r"我国()|(?:我|全)(省|市|区|县|旗|州|盟|镇|乡)(?![一二三四五六七八九十\d]|委)")
_FOR = re.compile(
    rf"代表(?:中共)?([{_HAN}]{{0,16}}?(?:省|市|区|县|旗|州|盟|镇|乡|国务院|行署|管委会|管理委员会))(?:人民)?(?:政府|，|,|向|作|第)"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)\s*年?")
_TOLD_YEAR = re.compile(r"(?<![\d到至])(?<![—－–-])((?:19|20)\d\d)年(?![前底末]|以前|之前|实现|达到|建成)")
_HAN_YEAR = re.compile(r"[一二][九〇○零Ｏ0][〇○零Ｏ0一二三四五六七八九]{2}(?=年)")
_HAN_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九０１２３４５６７８９", "0000123456789" + "0123456789")
_DATE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月")
_FILE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_LATE = 11
_LEVEL_OF = {
    "省": RegionLevel.PROVINCE,
    "市": RegionLevel.CITY,
    "州": RegionLevel.CITY,
    "盟": RegionLevel.CITY,
    "区": RegionLevel.COUNTY,
    "县": RegionLevel.COUNTY,
    "旗": RegionLevel.COUNTY,
    "镇": RegionLevel.TOWNSHIP,
    "乡": RegionLevel.TOWNSHIP,
    "国": RegionLevel.NATIONAL,
}
_AUTONOMOUS = 5
"""So many mentions of 自治区 make 全区 a province."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The places of a text that tell of the document."""

    text: str
    source: Source
    head: Sequence[str]
    """Titles and bylines of the report."""
    page: Sequence[str]
    """Lines of the page around them, trusted less."""
    start: int
    """Where the body begins."""
    sections: Sequence[Section]


def find_facts(evidence: Evidence) -> Facts:
    """Tell what can be told of the document; None for the rest."""
    level = _level(evidence)
    region = _region(evidence, level)
    speaker, speaker_title = _speaker(evidence)
    year, review_year = _years(evidence)
    name: str | None = None
    if level is RegionLevel.NATIONAL:
        name = "全国"
    elif region is not None:
        name = region.full
        level = level if level is RegionLevel.TOWNSHIP else region.level
    return Facts(_title(evidence), name, level, year, review_year, speaker, speaker_title)


def gather_evidence(
    text: str, source: Source, lines: Sequence[Span], head: int, sections: Sequence[Section]
) -> Evidence:
    """Put the evidence together; `lines` are the report's, `head` of them before its body."""
    start = lines[head].start if head < len(lines) else 0
    own = [text[line.start : line.end] for line in lines[:head]]
    page = [line.strip() for line in text[:start].splitlines() if line.strip() and line.strip() not in own]
    return Evidence(text, source, own, page, start, sections)


def _title(evidence: Evidence) -> str | None:
    for line in evidence.head:
        if is_title(line):
            return re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", line)
    joined = "".join(evidence.head[:2])
    return joined if is_title(joined) and not is_byline(joined) else None


def _level(evidence: Evidence) -> RegionLevel | None:
    """Tell whose government speaks, by its own words first."""
    opening = evidence.text[evidence.start : evidence.start + 1500]
    found = _FOR.search(opening)
    counts = _own_words(evidence.text)
    autonomous = evidence.text.count("自治区") >= _AUTONOMOUS and counts["市"] + counts["县"] < counts["区"]
    if found:
        word = found[1]
        if word == "国务院":
            return RegionLevel.NATIONAL
        if word.endswith(("自治区", "省")):
            return RegionLevel.PROVINCE
        if word.endswith("行署"):
            return RegionLevel.CITY
        if word[-1] in _LEVEL_OF:
            return _LEVEL_OF[word[-1]]
    head = "".join(evidence.head)
    if "全国人民代表大会" in head or "国务院总理" in head:
        return RegionLevel.NATIONAL
    return _counted_level(counts, autonomous)


def _own_words(text: str) -> Counter[str]:
    """Count what a text calls its own place: 我国, 全市, 我县."""
    return Counter(word or "国" for _, word in _OWN.findall(text))


def _counted_level(counts: Counter[str], autonomous: bool) -> RegionLevel | None:  # noqa: FBT001
    if not counts:
        return None
    word, _ = counts.most_common(1)[0]
    if word == "区" and autonomous:
        return RegionLevel.PROVINCE
    return _LEVEL_OF[word]


def _region(evidence: Evidence, level: RegionLevel | None) -> Region | None:
    """Find the region in the head, then in the opening, then by the names in the text."""
    if level is RegionLevel.NATIONAL:
        return None
    opening = evidence.text[evidence.start : evidence.start + 600]
    for stretch in (*evidence.head, *evidence.page, opening):
        for found in _PLACE.finditer(stretch):
            region = _named(found[1], level, evidence.text)
            if region is not None:
                return region
    return _by_count(evidence, level) or _in_file_name(evidence, level)


def _named(words: str, level: RegionLevel | None, context: str) -> Region | None:
    """Resolve words that end with a region's name, such as 保定市清苑区."""
    found = longest_suffix(words)
    if level is RegionLevel.TOWNSHIP:
        return choose(found, RegionLevel.COUNTY, context)
    wanted = choose(found, level, words + context)
    if wanted is None and level is RegionLevel.CITY:
        wanted = next((r for r in found if r.level is RegionLevel.PROVINCE and r.name[-1] == "市"), None)
    return wanted


def _by_count(evidence: Evidence, level: RegionLevel | None) -> Region | None:
    """Find the region by the names that the text repeats and that fit its level."""
    if level is RegionLevel.CITY:
        city = frozenset({RegionLevel.CITY, RegionLevel.PROVINCE})
        return most_named(evidence.text, city, "市州盟区")
    if level is RegionLevel.COUNTY or level is RegionLevel.TOWNSHIP:
        counts = _own_words(evidence.text)
        kinds = "县" if counts["县"] > counts["区"] + counts["市"] else "区旗市"
        return most_named(evidence.text, frozenset({RegionLevel.COUNTY}), kinds)
    if level is RegionLevel.PROVINCE:
        return most_named(evidence.text, frozenset({RegionLevel.PROVINCE}), "省区市")
    return None


def _in_file_name(evidence: Evidence, level: RegionLevel | None) -> Region | None:
    path = evidence.source.path
    name = path.stem if path is not None else ""
    for end in range(len(name), 1, -1):
        for start in range(end - 2, max(-1, end - 12), -1):
            found = choose(by_name().get(name[start:end], ()), level, name)
            if found is not None:
                return found
    return None


def _speaker(evidence: Evidence) -> tuple[str | None, str | None]:
    """Find who gave the report, and as what."""
    head = list(evidence.head)
    for index, line in enumerate(head):
        found = _SPEAKER.search(line) or _SPEAKER_FIRST.search(line)
        if found:
            return _bare(found["name"]), _office(found["title"])
        if index + 1 < len(head) and _TITLE_ONLY.fullmatch(line):
            name = _NAME_ONLY.fullmatch(head[index + 1])
            if name:
                return _bare(name.group()), line
    for line in evidence.page:
        if line.startswith("报告人"):
            found = _SPEAKER.search(line[4:])
            if found:
                return _bare(found["name"]), _office(found["title"])
    last = head[-1] if head else ""
    alone = bool(last) and not is_title(last) and _NAME_ONLY.fullmatch(last)
    return (_bare(last), None) if alone else (None, None)


def _bare(name: str) -> str:
    return re.sub(r"[\s\u3000?？]+", "", name)


def _office(title: str) -> str:
    """Cut what stands before the office in a line such as `在…第三次会议上省长`."""
    return re.split(r"会议上|大会上|上(?=[\u4e00-\u9fff]*长$)|日", title)[-1]


def _years(evidence: Evidence) -> tuple[int | None, int | None]:
    """Tell the year planned and the year reviewed."""
    planned = _heading_years(evidence, Part.PLAN)
    reviewed = _heading_years(evidence, Part.REVIEW)
    delivered = _delivered(evidence)
    year: int | None = None
    if delivered is not None:
        year = delivered
    elif reviewed:
        year = max(reviewed) + 1
    elif planned:
        year = min(planned)
    else:
        year = _by_mentions(evidence)
    if year is None:
        return None, None
    review = max((value for value in reviewed if value < year), default=year - 1)
    return year, review


def _heading_years(evidence: Evidence, part: Part) -> list[int]:
    """Give the years that the headings of a part name, spans of years apart."""
    years: list[int] = []
    for section in evidence.sections:
        if section.parent is None and section.part is part:
            heading = section.heading.translate(_HAN_DIGITS)
            years.extend(int(year) for year in _YEAR.findall(heading))
    return years


def _delivered(evidence: Evidence) -> int | None:
    """Give the year of the date under the title, or in it; a December speech plans the next."""
    for line in (*evidence.head, *evidence.page):
        written = line.translate(_HAN_DIGITS)
        found = _DATE.search(written) if is_byline(line) or line in evidence.head else None
        if found:
            return int(found[1]) + (int(found[2]) >= _LATE)
    for line in evidence.head:
        found = _YEAR.search(line.translate(_HAN_DIGITS))
        if found:
            return int(found[1])
    return None


def _by_mentions(evidence: Evidence) -> int | None:
    """Guess from the years that the review names: the latest of them is the one reviewed."""
    review = next((x.span for x in evidence.sections if x.part is Part.REVIEW and x.parent is None), None)
    whole = len(evidence.text) - evidence.start
    stop = min(review.end, evidence.start + whole * 3 // 5) if review else evidence.start + whole * 2 // 5
    written = evidence.text[evidence.start : stop].translate(_FULL_DIGITS)
    counts = Counter(int(year) for year in _TOLD_YEAR.findall(_HAN_YEAR.sub(_digits, written)))
    if not counts:
        found = _FILE_YEAR.search(evidence.source.path.stem) if evidence.source.path else None
        return int(found[1]) if found else None
    often = max(counts.values())
    told = [year for year in counts if counts[year] >= min(2, often) and counts[year] * 8 >= often]
    return max(told) + 1


_FULL_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def _digits(found: re.Match[str]) -> str:
    return found.group().translate(_HAN_DIGITS)
