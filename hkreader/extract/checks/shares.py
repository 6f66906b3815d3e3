"""Shares against the part and the whole, where the report tells all three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hkreader.core.findings import Check, CheckKind, Kind, Verdict
from hkreader.extract.canonical import identify
from hkreader.extract.checks.figures import Figure, check, words
from hkreader.extract.checks.rounding import in_unit, scale_of, written

_OF = re.compile(
    r"(?:^|[，,、；;])(?P<part>[^，,、。；;占]*)占(?P<whole>[^，,。；;占]{2,20}?)的?"
    r"(?:比重|比例|比率|份额|总量)?(?:为|达到?|约|超过?|提高到|上升到|的)*$"
)
_NEAR = 2
"""Figures in front of a share among which its part stands."""


def find_shares(figures: Sequence[Figure]) -> Iterator[Check]:
    """Check every share whose part stands in front of it and whose whole is told somewhere."""
    levels = [figure for figure in figures if figure.item.kind is Kind.LEVEL and figure.exact]
    for index, share in enumerate(figures):
        if share.item.kind is not Kind.RATIO or share.item.unit != "%" or not share.exact:
            continue
        of = _OF.search(share.before)
        if of is None:
            continue
        part = _part(figures, index)
        if part is None or (of["part"] and identify(of["part"]) != part.identity):
            continue
        whole = _whole(levels, of["whole"], part)
        if whole is not None and not (_at_prices(part) or _at_prices(whole)):
            yield _share(part, whole, share)


def _part(figures: Sequence[Figure], index: int) -> Figure | None:
    """Give the amount right in front of the share, in its sentence; a growth may stand between."""
    share = figures[index]
    for figure in reversed(figures[max(0, index - _NEAR) : index]):
        if figure.sentence != share.sentence:
            return None
        if figure.item.kind is Kind.LEVEL:
            return figure if figure.exact and not words("parts").search(share.before) else None
    return None


def _whole(levels: Sequence[Figure], name: str, part: Figure) -> Figure | None:
    """Give the amount of what the share is of, in the part's unit and year; None where two differ."""
    identity = identify(name)
    found = [
        figure
        for figure in levels
        if figure.identity == identity and figure.like(part) and figure is not part
    ]
    values = {figure.item.value for figure in found}
    return found[0] if len(values) == 1 and found[0].item.value > part.item.value else None


def _at_prices(figure: Figure) -> bool:
    """Tell an amount at the prices of some other year, which nothing else may be set against."""
    return words("prices").search(figure.before + figure.after[:12]) is not None


def _share(part: Figure, whole: Figure, share: Figure) -> Check:
    computed = part.stands.over(whole.stands).times(100)
    verdict = share.stands.judged(computed)
    scale = scale_of(whole.item)
    comes = written(computed.middle, max(1, share.item.decimals))
    said = written(share.item.value, share.item.decimals)
    outcome = (
        said if said == comes else f"{comes} {'≈' if verdict is Verdict.AGREES else '≠'} {said}"
    )
    left = f"{in_unit(part.item, scale)} ÷ {in_unit(whole.item, scale)}"
    gap = share.item.value - computed.middle
    figures = [part, whole, share]
    return check(CheckKind.SHARE, verdict, f"{left} = {outcome}%", figures, gap)
