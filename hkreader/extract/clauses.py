"""Laying out the numbers of a sentence: in which clause each stands and what words surround it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hkreader.core.findings import Bound
from hkreader.extract.quantities import Quantity, alternatives
from hkreader.resources import read_toml

# A clause ends at these; quotations and short brackets without digits are part of the words around them.
_BREAK = re.compile(r"“[^“”]*”|\([^()\d]{1,14}\)|(?P<break>[,;:。!?()]|--+)")
_TIE = re.compile(r"^(?:、|和|及|与|以及|或|至|到|并|且|;)+")


@dataclass(slots=True)
class Figure:
    """A number among its neighbours; all strings are of the folded sentence."""

    quantity: Quantity
    clause: int
    """Ordinal of its clause within the sentence."""
    clause_start: int
    before: str
    """From the previous figure of the clause, or the clause's start, to the number."""
    after: str
    """From the number and its trailing bound to the next figure or the clause's end."""
    opens: bool
    """Whether it is the first figure of its clause."""
    last: bool
    """Whether no figure follows in its clause."""
    bound: Bound | None
    """Told by words behind the number (以上, 左右, 以内)."""


@cache
def _trailing() -> tuple[re.Pattern[str], dict[str, Bound]]:
    table = read_toml("language", "predicates.toml")["bounds"]
    meaning = {
        word: bound
        for key, bound in (
            ("approx_after", Bound.APPROX),
            ("at_least_after", Bound.AT_LEAST),
            ("at_most_after", Bound.AT_MOST),
        )
        for word in table[key]
    }
    return re.compile(alternatives(meaning)), meaning


def clause_breaks(text: str) -> list[tuple[int, int]]:
    """Give the stretches of the marks that part clauses."""
    return [m.span("break") for m in _BREAK.finditer(text) if m["break"]]


def lay_out(text: str, quantities: Sequence[Quantity]) -> list[Figure]:
    """Place each quantity in its clause."""
    breaks = [
        (a, b) for a, b in clause_breaks(text) if not any(q.start <= a < q.end for q in quantities)
    ]
    figures: list[Figure] = []
    pattern, meaning = _trailing()
    previous_end, previous_clause, index = 0, -1, 0
    for position, quantity in enumerate(quantities):
        while index < len(breaks) and breaks[index][0] < quantity.start:
            index += 1
        clause_start = breaks[index - 1][1] if index else 0
        clause_end = breaks[index][0] if index < len(breaks) else len(text)
        opens = index != previous_clause
        trailing = pattern.match(text, quantity.end)
        tail = trailing.end() if trailing else quantity.end
        following = quantities[position + 1].start if position + 1 < len(quantities) else len(text)
        figures.append(
            Figure(
                quantity,
                index,
                clause_start,
                text[clause_start if opens else previous_end : quantity.start],
                text[tail : min(following, clause_end)],
                opens,
                following >= clause_end,
                meaning[trailing[0]] if trailing else None,
            )
        )
        previous_end, previous_clause = tail, index
    return figures


def untie(before: str) -> str:
    """Take the marks and words that tie list members off the beginning."""
    return _TIE.sub("", before)
