"""What the document says of itself: title, region, level, years, speaker."""

from __future__ import annotations

import re
from collections import Counter

from hkreader.core.report import Facts, RegionLevel
from hkreader.text.evidence import Evidence
from hkreader.text.noise import is_byline, is_title
from hkreader.text.regions import Region, choose, longest_suffix, most_named, named
from hkreader.text.speaker import find_speaker
from hkreader.text.years import find_years

_HAN = "\u4e00-\u9fff"
_PLACE = re.compile(
    rf"([{_HAN}]{{2,24}}?)(?:人民政府|政府工作报告|政府|管委会|管理委员会|第[一二三四五六七八九十百\d]+届|"
    rf"[一二三四五六七八九十]+届人(?:民代表|大)|(?:\d{{4}}年)|(?:代理?|副)?(?:省长|市长|区长|县长|旗长|州长|盟长|主席)|工作报告)"
)
_OWN = re.compile(
    r"我[国國]()|(?:我|全)(省|市|区|县|旗|州|盟|镇|乡)(?![一二三四五六七八九十\d]|委)"
)
_FOR = re.compile(
    rf"代表(?:中共)?([{_HAN}]{{0,16}}?(?:省|市|区|县|旗|州|盟|镇|乡|国务院|行署|管委会|管理委员会))(?:人民)?(?:政府|，|,|向|作|第)"
)
_NATION = re.compile(r"代表(?:国务院|國務院|中央人民政府)|全国人民代表大会第|国务院总理")
_OFFICE_BODY = re.compile(r"(?:党工委、?)?(?:管委会|管理委员会|街道办事处)$")
_LOWEST_FIRST = "乡镇旗县区盟州市省国"
_OFTEN = 0.3
"""Share of the most frequent word that makes a lower level the report's own."""
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


def find_facts(evidence: Evidence) -> Facts:
    """Tell what can be told of the document; None for the rest."""
    level = _level(evidence)
    region = _region(evidence, level)
    speaker, speaker_title = find_speaker(evidence)
    year, review_year = find_years(evidence)
    name: str | None = None
    if level is RegionLevel.NATIONAL:
        name = "全国"
    elif region is not None:
        name = region.full
        level = level if level is RegionLevel.TOWNSHIP else region.level
    return Facts(_title(evidence), name, level, year, review_year, speaker, speaker_title)


def _title(evidence: Evidence) -> str | None:
    for line in evidence.head:
        if is_title(line):
            return re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", line)
    joined = "".join(evidence.head[:2])
    return joined if is_title(joined) and not is_byline(joined) else None


def _level(evidence: Evidence) -> RegionLevel | None:
    """Tell whose government speaks, by its own words first."""
    opening = evidence.text[evidence.start : evidence.start + 1500]
    head = "".join(evidence.head)
    if _NATION.search(opening) or _NATION.search(head):
        return RegionLevel.NATIONAL
    found = _FOR.search(opening)
    if found:
        word = _OFFICE_BODY.sub("", found[1])
        if word.endswith(("自治区", "省")):
            return RegionLevel.PROVINCE
        if word.endswith("行署"):
            return RegionLevel.CITY
        if word[-1:] in _LEVEL_OF:
            return _LEVEL_OF[word[-1]]
    return _counted_level(evidence.text)


def _own_words(text: str) -> Counter[str]:
    """Count what a text calls its own place: 我国, 全市, 我县."""
    return Counter(word or "国" for _, word in _OWN.findall(text))


def _counted_level(text: str) -> RegionLevel | None:
    """Take the lowest level that is named often: a report speaks of those above it too."""
    counts = _own_words(text)
    if not counts:
        return None
    often = max(counts.values()) * _OFTEN
    word = next(word for word in _LOWEST_FIRST if counts[word] >= often)
    if word == "区" and text.count("自治区") >= _AUTONOMOUS and not counts["市"]:
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
        wanted = next(
            (r for r in found if r.level is RegionLevel.PROVINCE and r.name[-1] == "市"), None
        )
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
            found = choose(named(name[start:end]), level, name)
            if found is not None:
                return found
    return None
