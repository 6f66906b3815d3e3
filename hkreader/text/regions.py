"""The administrative regions of China down to the county, and how reports name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hkreader.core.report import RegionLevel
from hkreader.resources import resource_path

_PEOPLE = (
    "维吾尔|蒙古|回|藏|壮|苗|彝|侗|瑶|白|哈尼|黎|傣|僳僳|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土家|土|达斡尔|仫佬|"
    "羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|哈萨克|朝鲜|满|布依|各|普米|阿昌"
)
_SUFFIX = re.compile(
    rf"(?:(?:{_PEOPLE})+族?)*(?:特别行政区|自治区|自治州|自治县|自治旗|新区|地区|林区|特区|省|市|区|县|州|盟|旗)$"
)
_KIND = re.compile(r"(?:特别行政区|自治区|新区|省|市|区|县|旗|州|盟|地区)$")
_SHORTEST = 2
_LONGEST = 14
_TOKEN = re.compile(r"[^\s-]+")
_FEWEST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Region:
    """A region with the names of those it lies in."""

    name: str
    short: str
    """Without its kind: 深圳, 凉山."""
    full: str
    """With its parents: 上海市虹口区."""
    level: RegionLevel
    parents: tuple[str, ...]
    """Short names of the regions it lies in."""


def short_name(name: str) -> str:
    """Take the kind and the peoples off a name where enough is left."""
    short = _SUFFIX.sub("", name)
    return short if len(short) >= _SHORTEST else name


@cache
def _list() -> str:
    """Give the list: a province a line, then a line for each city with its counties, set in."""
    return "\n" + resource_path("language", "regions.txt").read_text("utf-8")


@cache
def regions() -> tuple[Region, ...]:
    """Give every region, provinces before their cities before their counties."""
    return tuple(_region_at(found.start(), found.group()) for found in _TOKEN.finditer(_list()))


def _region_at(start: int, name: str) -> Region:
    """Build the region whose name begins at `start` of the list."""
    text = _list()
    line = text.rfind("\n", 0, start) + 1
    if text[line] != " ":
        return Region(name, short_name(name), name, RegionLevel.PROVINCE, ())
    province = _province_above(line)
    city = text[line + 1 : text.find(" ", line + 1)] if start > line + 1 else ""
    above = (city,) if city not in {"", "-"} else ()
    parents = (*(short_name(name) for name in above), short_name(province))
    level = RegionLevel.COUNTY if city else RegionLevel.CITY
    return Region(name, short_name(name), province + "".join(above) + name, level, parents)


@cache
def _province_above(line: int) -> str:
    text = _list()
    while text[line] == " ":
        line = text.rfind("\n", 0, line - 1) + 1
    return text[line : text.find("\n", line)]


def _forms(name: str) -> frozenset[str]:
    """Give what a region is called: 凉山彝族自治州, 凉山州, 凉山."""
    short = short_name(name)
    kind = _KIND.search(name)
    return frozenset({name, short, short + (kind.group()[-1] if kind else "")})


@cache
def named(form: str) -> tuple[Region, ...]:
    """Give the regions that go by a name, found in the list without building all of it."""
    text, stem = _list(), form[:_SHORTEST]
    found: list[Region] = []
    start = text.find(stem)
    while start >= 0:
        token = _TOKEN.match(text, start)
        if token and text[start - 1] in " \n" and form in _forms(token.group()):
            found.append(_region_at(start, token.group()))
        start = text.find(stem, start + 1)
    return tuple(found)


def longest_suffix(text: str) -> tuple[Region, ...]:
    """Give the regions whose name the text ends with, by the longest such name."""
    suffixes = (text[start:] for start in range(max(0, len(text) - _LONGEST), len(text) - 1))
    return next((found for suffix in suffixes if (found := named(suffix))), ())


def choose(found: tuple[Region, ...], level: RegionLevel | None, context: str) -> Region | None:
    """Choose among regions of one name by level, then by how often their parents are named."""
    fitting = [region for region in found if level is None or region.level is level]
    return max(fitting, key=lambda region: _support(region, context), default=None)


def _support(region: Region, context: str) -> tuple[bool, int]:
    whole = region.level is RegionLevel.PROVINCE
    return whole, sum(context.count(parent) for parent in region.parents)


def most_named(text: str, levels: frozenset[RegionLevel], kinds: str) -> Region | None:
    """Give the region of `levels` that a text names most and whose parents it knows.

    `kinds` are the last characters that the wanted region's name may have.
    """
    pairs = {text[index : index + 2] for index in range(len(text) - 1)}
    best: tuple[float, Region] | None = None
    for region in regions():
        if (
            region.level not in levels
            or region.short[:2] not in pairs
            or region.name[-1] not in kinds
        ):
            continue
        named = text.count(region.short)
        if named < _SHORTEST:
            continue
        weight = named + 3.0 * text.count(region.name) * (region.name != region.short)
        if region.level is RegionLevel.COUNTY and not any(
            parent in text for parent in region.parents
        ):
            weight /= 10
        if best is None or weight > best[0]:
            best = (weight, region)
    return best[1] if best is not None and best[0] >= _FEWEST_NAMED else None
