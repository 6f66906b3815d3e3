"""Numbers that only say which things are meant: 规模2000万元以上企业, 60岁以上, 连续五年."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hkreader.extract import names
from hkreader.extract.quantities import Family, LeftOut, Quantity

# 2000万元以上企业: a bound and then the noun that the amount belongs to.
_BOUND_NOUN = re.compile(
    r"及?(?:以上|以下|以内|以外|之内|内|外)的?(?=[\u4e00-\u9fff“])(?![,、和或及]|左右)"
)
# 超10亿元企业
_OVER = re.compile(r"(?:超过?|逾|过|破)$")
_NOUN = re.compile(r"^[\u4e00-\u9fff“](?<![的和及与或以])")
# 突破4000亿元大关: a level that was reached.
_MARK_PASSED = re.compile(r"大关|台阶|门槛|关口|的大关")
# 做好以下9项工作
_FOLLOWING = re.compile(r"(?:以下|如下|下列|下述)(?:几|这)?$")
_EACH = re.compile(r"每$")
_TIME_REACH = 28


def set_aside(text: str, quantities: Sequence[Quantity]) -> tuple[list[Quantity], list[LeftOut]]:
    """Part the quantities into those that may be figures and those that qualify something."""
    kept: list[Quantity] = []
    left: list[LeftOut] = []
    for position, quantity in enumerate(quantities):
        reason = _reason(text, quantities, position)
        if reason:
            left.append(LeftOut(quantity.start, quantity.end, reason))
        else:
            kept.append(quantity)
    return kept, left


def _reason(text: str, quantities: Sequence[Quantity], position: int) -> str:
    quantity = quantities[position]
    front = text[max(0, quantity.start - _TIME_REACH) : quantity.start]
    if _EACH.search(front):
        return "left_out.each"
    if _FOLLOWING.search(front):
        return "left_out.discourse"
    if quantity.family is Family.TIME:
        return "" if names.times(front) else "left_out.duration"
    qualifies = quantity.family is Family.MEASURE and _qualifies(text, quantities, position)
    return "left_out.qualifier" if qualifies else ""


def _qualifies(text: str, quantities: Sequence[Quantity], position: int) -> bool:
    quantity = quantities[position]
    bound = _BOUND_NOUN.match(text, quantity.end)
    if bound and not _figure_follows_closely(quantities, position, bound.end()):
        return True
    over = _OVER.search(text[max(0, quantity.start - 2) : quantity.start])
    noun = _NOUN.match(text[quantity.end : quantity.end + 1])
    return bool(over and noun and not _MARK_PASSED.match(text, quantity.end))


def _figure_follows_closely(quantities: Sequence[Quantity], position: int, end: int) -> bool:
    following = quantities[position + 1 : position + 2]
    return bool(following) and following[0].start == end
