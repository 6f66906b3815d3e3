"""Finding numbers with their units in a folded sentence; one scanner over data tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from hkreader.extract.numerals import arabic, chinese, magnitude
from hkreader.resources import read_toml


class Family(StrEnum):
    """What sort of unit a number has."""

    MEASURE = "measure"
    COUNT = "count"
    TIME = "time"
    PERCENT = "percent"
    POINT = "point"
    TIMES = "times"
    SCORE = "score"
    BARE = "bare"
    RANK = "rank"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, before anything is known of what it measures."""

    start: int
    end: int
    number: Decimal
    high: Decimal | None
    scale: int
    unit: str
    family: Family
    more: bool = False
    """余 or 多 stands between digits and unit."""

    @property
    def decimals(self) -> int:
        """How many decimals the report wrote."""
        exponent = self.number.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A number that is no figure, with the key of the reason."""

    start: int
    end: int
    reason: str


@cache
def _families() -> dict[str, Family]:
    units = read_toml("language", "quantities.toml")["units"]
    kinds = {
        "measure": Family.MEASURE,
        "count": Family.COUNT,
        "time": Family.TIME,
        "percent": Family.PERCENT,
        "point": Family.POINT,
        "times": Family.TIMES,
        "score": Family.SCORE,
    }
    return {unit: family for name, family in kinds.items() for unit in units[name]}


def is_unit(word: str) -> bool:
    """Tell whether `word` is a unit, without a magnitude in front."""
    return word in _families()


def alternatives(words: Iterable[str]) -> str:
    """Write words as a pattern that prefers the longest."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


_NUMBER = r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"万亿|千亿|百亿|十亿|亿|億|千万|百万|十万|万|萬|千(?![瓦米克伏卡帕乏赫])|百(?!分)|十"
_SIGNS = "一二两三四五六七八九十百千万亿零〇"


@cache
def _arabic_pattern() -> re.Pattern[str]:
    table = read_toml("language", "quantities.toml")
    guards: dict[str, str] = table["guards"]
    never = set(table["units"]["never"])
    units = []
    for unit in sorted(set(_families()) | never, key=lambda u: (-len(u), u)):
        guard = guards.get(unit, "")
        units.append(re.escape(unit) + (f"(?![{guard}])" if guard else ""))
    unit = "|".join(units)
    return re.compile(
        rf"(?P<lead>[A-Za-z第.]|(?<![\d%])-)?(?P<low>{_NUMBER})"
        rf"(?P<low_more>[余多])?(?P<low_scale>{_SCALE})?(?P<low_more2>[余多])?(?P<low_unit>{unit})?"
        rf"(?:(?:-+|~|至|到)(?P<high>{_NUMBER})(?P<high_more>[余多])?(?P<high_scale>{_SCALE})?"
        rf"(?P<high_more2>[余多])?(?(low_unit)(?P=low_unit)|(?P<high_unit>{unit})?))?"
        r"(?P<per>/(?:[\u4e00-\u9fff]{1,4}(?:[·.*][\u4e00-\u9fff]{1,2})?|[a-zA-Z]\d?))?"
    )


@cache
def _spelled_pattern() -> re.Pattern[str]:
    table = read_toml("language", "quantities.toml")
    measures = [u for u in table["units"]["measure"] if not re.search(r"[A-Za-z/]", u)]
    creators = alternatives(table["numerals"]["creators"])
    counted = alternatives(table["numerals"]["classifiers"])
    number = f"[{_SIGNS}]"
    every = alternatives(unit for unit in _families() if not re.search(r"[A-Za-z/]", unit))
    return re.compile(
        rf"(?P<percent>(?P<permille>百|千)分之(?P<percent_number>{number}+(?:点{number}+)?))"
        rf"|(?P<fraction>(?P<below>[二三四五六七八九十])分之(?P<above>[一二三四五六七八九]))"
        rf"|(?<=[近约超过逾达占的为到高])(?P<tenths>[一二三四五六七八九])成(?P<half>半)?(?=[,、;。多左以的和]|$)"
        rf"|(?P<doubling>翻(?:了)?(?P<times>[一两二三四])?番)"
        rf"|(?P<two_digits>两位数)(?=[以增的,。、;左]|$)"
        rf"|(?<=[占近过超达约少降])(?P<halfway>一半|半数)"
        rf"|(?P<multiple>(?<![{_SIGNS}])[零一二两三四五六七八九十](?:点{number}+)?)倍"
        rf"|(?<=[超近破逾达约过增])(?P<round>百万|千万|百亿|千亿|万亿|[百千万亿])(?P<round_unit>{every})(?=[,、;。!)]|$)"
        rf"|(?<![第{_SIGNS}])(?P<measured>[一二两三四五六七八九十]{number}*(?:点{number}+)?)(?P<measured_more>余|多)?"
        rf"(?P<measured_scale>万|亿)?(?P<measure>{alternatives(measures)})(?![{_SIGNS}])"
        rf"|(?:(?<=[、)路街道河桥和])|(?P<creator>{creators}))(?P<counted>(?:[二两三四五六七八九十]|(?<=新增|创建|新建|建成|改建|扩建|创成)一|(?<=和)一)[{_SIGNS}]{{0,2}})(?P<classifier>{counted})"
    )


_RANK = re.compile(
    rf"(?<![放摆置]在)(?<!作为)第(?P<place>\d+|[{_SIGNS}]+)(?P<unit>位|名)(?![额单])"
    rf"|(?P<context>[居列名排获占]|排名|位次|全[省市国区州县盟旗]|全球|世界|亚洲|国内|省内|市内|[省市]\S{{0,4}}|[东中西]部(?:地区)?)(?:的|均为|均|并列)?第(?P<bare>[{_SIGNS}]+|\d+)(?P<bare_unit>位|名(?![单额]))?(?=[,、;。!)的和上升跃]|$)"
    rf"|(?P<top>(?:[居列入身持排]|排名|全[省市国区州县盟旗]|全球|世界)(?:的)?)前(?P<first>\d+|[{_SIGNS}]+)(?P<first_unit>位|名|强)?(?=[,、;。!)的和]|$)"
)
_STRUCTURE = re.compile(r"\d+(?:\.\d+)?(?::\d+(?:\.\d+)?){1,3}(?![\d:])")
_QUOTED = re.compile(r"“[^“”]{1,40}”|《[^《》]{1,60}》")
_DATE_AFTER = re.compile(r"年(?![均来])|月份?|日(?!均)|世纪|年代")


def scan(text: str) -> tuple[list[Quantity], list[LeftOut]]:
    """Find every number of a folded sentence: those with a unit, and those left out with the reason."""
    found: list[Quantity] = []
    left: list[LeftOut] = []
    taken: list[tuple[int, int]] = []
    quoted = [m.span() for m in _QUOTED.finditer(text)] if "“" in text or "《" in text else []

    def free(start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in taken)

    for quantity in _special(text):
        if any(a <= quantity.start and quantity.end <= b for a, b in quoted):
            continue
        if free(quantity.start, quantity.end):
            found.append(quantity)
            taken.append((quantity.start, quantity.end))
    for match in _arabic_pattern().finditer(text):
        start = match.start("low")
        if not free(start, match.end()):
            continue
        if any(a <= start < b for a, b in quoted):
            left.append(LeftOut(start, match.end(), "left_out.quoted"))
            continue
        item = _arabic(text, match)
        (found if isinstance(item, Quantity) else left).append(item)  # type: ignore[arg-type]
    found.sort(key=lambda q: q.start)
    return found, left


def _arabic(text: str, match: re.Match[str]) -> Quantity | LeftOut:
    start, end = match.start("low"), match.end()
    lead, unit = match["lead"] or "", match["high_unit"] or match["low_unit"] or ""
    negative = lead == "-" and text[max(0, start - 2)] in "长为达到至比降"
    if lead and not negative and lead != "-":
        return LeftOut(start, end, "left_out.ordinal" if lead == "第" else "left_out.name")
    table = _families()
    if match["low_unit"] and match["low_unit"] not in table:
        return LeftOut(start, end, "left_out.name")
    if match["low_unit"] in {"年", "月", "日"} or (not unit and _DATE_AFTER.match(text, end)):
        calendar = match["low_unit"] != "年" or len(match["low"]) == len("2017")
        return LeftOut(start, end, "left_out.date" if calendar else "left_out.duration")
    scale_sign = match["high_scale"] or match["low_scale"] or ""
    if not unit and not scale_sign:
        return LeftOut(start, end, "left_out.no_unit")
    per = match["per"] or ""
    if per and unit:
        unit += per
    elif per:
        end = match.start("per")
    number = arabic(match["low"])
    high = arabic(match["high"]) if match["high"] else None
    if high is not None and match["low_scale"] and match["low_scale"] != match["high_scale"]:
        # 3000万至1亿元: both ends in the scale of the lower one
        high = high * magnitude(match["high_scale"] or "") / magnitude(match["low_scale"])
        scale_sign = match["low_scale"]
    family = table.get(unit) or table.get(unit.partition("/")[0]) or Family.BARE
    more = any(match[name] for name in ("low_more", "low_more2", "high_more", "high_more2"))
    if negative:
        start, number = start - 1, -number
    return Quantity(start, end, number, high, magnitude(scale_sign), unit, family, more)


def _special(text: str) -> Iterator[Quantity]:
    """Yield what is not digits with a unit: structures, ranks, Chinese numerals."""
    if ":" in text:
        for match in _STRUCTURE.finditer(text):
            if (
                match.start()
                and text[match.start() - 1].isalnum()
                and text[match.start() - 1].isascii()
            ):
                continue
            first = Decimal(match[0].split(":")[0])
            yield Quantity(match.start(), match.end(), first, None, 1, "", Family.STRUCTURE)
    if "第" in text or "前" in text:
        for match in _RANK.finditer(text):
            yield _rank(match)
    for match in _spelled_pattern().finditer(text):
        quantity = _spelled(match)
        if quantity is not None:
            yield quantity


def _rank(match: re.Match[str]) -> Quantity:
    sign = match["place"] or match["bare"] or match["first"]
    number = Decimal(sign) if sign.isdigit() else chinese(sign)
    if match["place"]:
        return Quantity(match.start(), match.end(), number, None, 1, match["unit"], Family.RANK)
    if match["bare"]:
        start, end = match.start("bare") - 1, match.end()
        unit = match["bare_unit"] or "位"
        return Quantity(start, end, number, None, 1, unit, Family.RANK)
    start = match.start("first") - 1
    return Quantity(start, match.end(), number, None, 1, "位", Family.RANK, more=True)


_TIMES = {"": 2, "一": 2, "两": 4, "二": 4, "三": 8, "四": 16}


def _spelled(match: re.Match[str]) -> Quantity | None:
    if match["measured"]:
        return _measured(match)
    if match["counted"]:
        unit = match["classifier"]
        family = _families().get(unit, Family.COUNT)
        start, number = match.start("counted"), chinese(match["counted"])
        return Quantity(start, match.end(), number, None, 1, unit, family)
    if match["round"]:
        unit, scale = match["round_unit"], magnitude(match["round"])
        one = Decimal(1)
        return Quantity(
            match.start("round"), match.end(), one, None, scale, unit, _families()[unit]
        )
    number, unit, family = _relative(match)
    more = bool(match["two_digits"])
    return Quantity(match.start(), match.end(), number, None, 1, unit, family, more)


def _relative(match: re.Match[str]) -> tuple[Decimal, str, Family]:
    """Read shares, multiples and doublings in words."""
    if match["doubling"]:
        return Decimal(_TIMES[match["times"] or ""]), "倍", Family.TIMES
    if match["multiple"]:
        return chinese(match["multiple"]), "倍", Family.TIMES
    if match["percent"]:
        unit = "%" if match["permille"] == "百" else "‰"
        return chinese(match["percent_number"]), unit, Family.PERCENT
    if match["fraction"]:
        share = chinese(match["above"]) * 100 / chinese(match["below"])
        return round(share, 2), "%", Family.PERCENT
    if match["tenths"]:
        tenths = chinese(match["tenths"]) * 10 + (5 if match["half"] else 0)
        return tenths, "%", Family.PERCENT
    return Decimal(10 if match["two_digits"] else 50), "%", Family.PERCENT


def _measured(match: re.Match[str]) -> Quantity | None:
    sign = match["measured"]
    if len(sign) == 1 and not match["measured_scale"]:
        return None
    scale = 1
    if sum(sign.count(step) for step in "万亿") <= 1:
        # 四亿八千三百万 is one number, 八千三百万 is told in 万.
        while sign[-1] in "万亿" and len(sign) > 1:
            scale *= magnitude(sign[-1])
            sign = sign[:-1]
    scale *= magnitude(match["measured_scale"] or "")
    more = bool(match["measured_more"])
    return Quantity(
        match.start(),
        match.end(),
        chinese(sign),
        None,
        scale,
        match["measure"],
        Family.MEASURE,
        more,
    )
