"""Growth and change against the amounts they lead from and to."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from hkreader.core.findings import Check, CheckKind, Kind, Verdict
from hkreader.extract.checks.figures import Figure, by_identity, check, sentences_of, words
from hkreader.extract.checks.pairs import Pair, pairs_of
from hkreader.extract.checks.rounding import Rounded, in_unit, miswritten, scale_of, written

_YEAR = re.compile(r"\d{4}")
_OF_YEAR = re.compile(r"(?:是|为|达到?)(?:\d{4}年|上年|去年|原来)末?的$")
_HUNDRED = Rounded(100, 100)
_LIKELY_YEARS = (5, 4, 3, 2)
_TOO_FAR = 0.5
"""Share by which a growth may miss before it is taken to be told of something else."""


def find_growths(figures: Sequence[Figure]) -> Iterator[Check]:
    """Check changes of one figure into another, amounts of two years, and gains beside rates."""
    for run in sentences_of(figures):
        for pair in pairs_of(run):
            yield from _pair(pair, run)
        yield from _gains(run)
    for group in by_identity(figures).values():
        yield from _years(group)


def _pair(pair: Pair, run: Sequence[Figure]) -> Iterator[Check]:
    """由A增加到B,增长x%: the rate, the change or the multiple that is told right behind."""
    at = run.index(pair.new) + 1
    for told in run[at : at + 2]:
        if not told.exact or not _of_pair(told):
            return
        yearly = words("yearly").search(told.before) is not None
        if told.item.kind is Kind.CHANGE and _unit_of_change(pair.new) == told.item.unit:
            yield from _each_year(pair, told) if yearly else [_difference(pair.old, pair.new, told)]
        elif told.item.kind is Kind.GROWTH and yearly and not _are_real(pair):
            yield from _yearly(pair, told)
        elif told.item.kind is Kind.GROWTH and not (_are_real(pair) or _other_basis(told)):
            yield _rate(pair.old, pair.new, told)
        elif told.item.kind is Kind.MULTIPLE:
            yield from _times(pair, told)


def _of_pair(told: Figure) -> bool:
    """Tell whether nothing but a verb stands between the new figure and what is told of it."""
    said = told.before.lstrip("，,、")
    return not said or words("told").fullmatch(said) is not None or _OF_YEAR.match(said) is not None


def _each_year(pair: Pair, told: Figure) -> Iterator[Check]:
    """平均每年增加: new less old, over the years between."""
    years = _years_between(pair)
    gain = pair.new.stands.minus(pair.old.stands)
    for count in (years,) if years else _LIKELY_YEARS:
        computed = gain.times(1 / count)
        verdict = told.stands.judged(computed)
        if verdict is Verdict.AGREES or years:
            scale = scale_of(told.item)
            left = f"({in_unit(pair.new.item, scale)} − {in_unit(pair.old.item, scale)}) ÷ {count}"
            comes = written(computed.middle / scale, max(1, told.item.decimals))
            yield _growth_check(f"{left} = ", (comes, ""), [pair.old, pair.new, told], computed)
            return


def _unit_of_change(figure: Figure) -> str:
    return "百分点" if figure.item.unit == "%" else figure.item.unit


def _growth(old: Rounded, new: Rounded) -> Rounded:
    if old.low <= 0:
        return Rounded(math.inf, math.inf)
    return new.over(old).times(100).minus(_HUNDRED)


def _difference(old: Figure, new: Figure, told: Figure) -> Check:
    """New less old is the change, whichever sign its words give it."""
    falls = told.item.value * (new.item.value - old.item.value) < 0
    computed = new.stands.minus(old.stands).times(-1 if falls else 1)
    scale = scale_of(told.item) if told.item.unit == new.item.unit else scale_of(new.item)
    decimals = max(new.item.decimals, old.item.decimals)
    comes = written(computed.middle / scale, decimals)
    left = f"{in_unit(new.item, scale)} − {in_unit(old.item, scale)} = "
    return _growth_check(left, (comes, ""), [old, new, told], computed)


def _rate(old: Figure, new: Figure, told: Figure) -> Check:
    """The growth that two amounts make."""
    computed = _growth(old.stands, new.stands)
    comes = written(computed.middle, max(1, told.item.decimals))
    return _growth_check(f"{_ratio(old, new)} − 1 = ", (comes, "%"), [old, new, told], computed)


def _ratio(old: Figure, new: Figure) -> str:
    scale = scale_of(new.item)
    return f"{in_unit(new.item, scale)} ÷ {in_unit(old.item, scale)}"


def _growth_check(
    left: str, comes: tuple[str, str], figures: Sequence[Figure], computed: Rounded
) -> Check:
    """Set what comes out, with its sign of unit, beside what the last figure says."""
    told = figures[-1]
    verdict = told.stands.judged(computed)
    said = in_unit(told.item, scale_of(told.item))
    outcome = said
    if comes[0] != said:
        outcome = f"{comes[0]} {'≈' if verdict is Verdict.AGREES else '≠'} {said}"
    gap = told.item.value - computed.middle
    return check(CheckKind.GROWTH, verdict, f"{left}{outcome}{comes[1]}", figures, gap)


def _yearly(pair: Pair, told: Figure) -> Iterator[Check]:
    """年均增长: the yearly rate over the years that the sentence tells, or the likely number of them."""
    years = _years_between(pair)
    ratio = pair.new.stands.over(pair.old.stands)
    for count in (years,) if years else _LIKELY_YEARS:
        computed = Rounded(*((end ** (1 / count) - 1) * 100 for end in ratio))
        if told.stands.judged(computed) is Verdict.AGREES or years:
            left = f"({_ratio(pair.old, pair.new)})^(1/{count}) − 1 = "
            comes = written(computed.middle, max(1, told.item.decimals))
            yield _growth_check(left, (comes, "%"), [pair.old, pair.new, told], computed)
            return


def _years_between(pair: Pair) -> int | None:
    """Count the years where both ends are named: 2012年的…2017年的."""
    old, new = (_YEAR.findall(figure.before) for figure in (pair.old, pair.new))
    if old and new:
        return int(new[-1]) - int(old[-1]) or None
    return None


def _times(pair: Pair, told: Figure) -> Iterator[Check]:
    """增长x倍 is new less old over old, 是…年的x倍 new over old."""
    ratio = pair.new.stands.over(pair.old.stands)
    more = words("up").search(told.before) is not None
    if not more and not words("of_year").search(told.before):
        return
    computed = ratio.minus(Rounded(1, 1)) if more else ratio
    comes = written(computed.middle, max(1, told.item.decimals))
    left = f"{_ratio(pair.old, pair.new)}{' − 1' if more else ''} = "
    yield _growth_check(left, (comes, ""), [pair.old, pair.new, told], computed)


def _gains(run: Sequence[Figure]) -> Iterator[Check]:
    """…120亿元,增加20亿元,增长20%: the gain over what was there before makes the rate."""
    for level, *told in zip(run, run[1:], run[2:], strict=False):
        kinds = {figure.item.kind: figure for figure in told}
        if level.item.kind is not Kind.LEVEL or kinds.keys() != {Kind.CHANGE, Kind.GROWTH}:
            continue
        change, rate = kinds[Kind.CHANGE], kinds[Kind.GROWTH]
        if change.item.unit != level.item.unit or change.item.period != level.item.period:
            continue
        if not (level.exact and change.exact and rate.exact) or _other_basis(rate):
            continue
        if {change.identity, rate.identity} != {level.identity} or _is_real(level):
            continue
        before = level.stands.minus(change.stands)
        if before.low > 0:
            computed = change.stands.over(before).times(100)
            scale = scale_of(level.item)
            gain, amount = in_unit(change.item, scale), in_unit(level.item, scale)
            comes = written(computed.middle, max(1, rate.item.decimals))
            left = f"{gain} ÷ ({amount} − {gain}) = "
            yield _growth_check(left, (comes, "%"), [change, level, rate], computed)


def _years(group: Sequence[Figure]) -> Iterator[Check]:
    """Check the growth and change of a year against the amounts of that year and the one before."""
    levels: dict[str, Figure] = {}
    for figure in group:
        period = figure.item.period or ""
        if figure.item.kind is Kind.LEVEL and _YEAR.fullmatch(period) and figure.exact:
            levels.setdefault(period, figure)
    for told in group:
        period = told.item.period or ""
        if told.item.kind not in {Kind.GROWTH, Kind.CHANGE} or period not in levels:
            continue
        old, new = levels.get(str(int(period) - 1)), levels[period]
        if old is None or old.item.unit != new.item.unit or not _may_follow(old, new, told):
            continue
        if told.item.kind is Kind.CHANGE and told.item.unit == new.item.unit:
            yield from _sure(_difference(old, new, told), (old, new, told), _gain)
        elif told.item.kind is Kind.GROWTH and told.item.unit == "%":
            yield from _sure(_rate(old, new, told), (old, new, told), _growth)


def _may_follow(old: Figure, new: Figure, told: Figure) -> bool:
    """Whether a rate may be expected to follow from the two amounts."""
    if not told.exact or _other_basis(told) or old.stands.low <= 0:
        return False
    if told.item.kind is Kind.GROWTH and (_is_real(told) or told.sentence != new.sentence):
        return False
    aside = words("elsewhere")
    return not any(aside.search(figure.before) for figure in (old, new, told))


def _sure(
    found: Check,
    figures: tuple[Figure, Figure, Figure],
    follows: Callable[[Rounded, Rounded], Rounded],
) -> Iterator[Check]:
    """Doubt what two years do not confirm, as it may be told on another scope.

    Where one digit, miswritten, explains the difference, it is one.
    """
    old, new, told = figures
    if found.verdict is Verdict.AGREES:
        yield found
    elif (
        any(told.stands.meets(follows(wrong, new.stands)) for wrong in miswritten(old.item))
        or any(told.stands.meets(follows(old.stands, wrong)) for wrong in miswritten(new.item))
        or any(wrong.meets(follows(old.stands, new.stands)) for wrong in miswritten(told.item))
    ):
        yield replace(found, verdict=Verdict.DIFFERS)
    elif abs(found.difference) <= _TOO_FAR * max(1.0, abs(told.item.shown_value)):
        yield replace(found, verdict=Verdict.DOUBTFUL)


def _gain(old: Rounded, new: Rounded) -> Rounded:
    return new.minus(old)


def _are_real(pair: Pair) -> bool:
    real = words("real_growth")
    return any(real.search(figure.item.name) for figure in (pair.old, pair.new))


def _is_real(figure: Figure) -> bool:
    found = list(words("real_growth").finditer(figure.identity.core))
    return bool(found) and found[-1].end() == len(figure.identity.core)


def _other_basis(figure: Figure) -> bool:
    basis = words("other_basis")
    return bool(basis.search(figure.item.basis or "") or basis.search(figure.before))
