"""Scores of the extractor against the annotated reports, the whole tuple and field by field.

    python -m tests.evaluation

A figure is found where spans overlap; a name is right when it equals an accepted one, or shares
four fifths of its characters, in order, with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hkreader.core.findings import Measurement
from hkreader.extract.measurements import find_measurements
from tests.reports import GOLD_NAMES, gold_measurements, gold_report

FIELDS = ("value", "unit", "kind", "bound", "period", "status", "name")
STRICT = ("value", "unit", "kind", "period", "status", "name")
NAME_SHARE = 0.8
_UNIMPORTANT = re.compile(r"[\s“”\"'‘’《》〈〉「」『』()()【】\[\]、,,。;;::的]")


@dataclass
class Score:
    """Counts of one report."""

    wanted: int = 0
    said: int = 0
    found: int = 0
    strict: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))

    def rates(self) -> dict[str, float]:
        """Give detection and strict F1, and the share of found figures with each field right."""
        both = (self.wanted + self.said) / 2 or 1
        found = self.found or 1
        shares = {name: count / found for name, count in self.right.items()}
        return {"detection": self.found / both, "strict": self.strict / both, **shares}


def common(a: str, b: str) -> int:
    """Give the length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for j, y in enumerate(b, 1):
            kept = row[j]
            row[j] = before + 1 if x == y else max(row[j], row[j - 1])
            before = kept
    return row[-1]


def name_agrees(gold: dict, said: Measurement) -> bool:
    """Tell whether a name is near enough to one that was accepted."""
    name = _UNIMPORTANT.sub("", said.name)
    for accepted in (gold["name"], *gold.get("aliases", ())):
        wanted = _UNIMPORTANT.sub("", accepted)
        if 2 * common(wanted, name) / (len(wanted) + len(name) or 1) >= NAME_SHARE:
            return True
    return False


def close(a: float | None, b: float | None) -> bool:
    """Tell whether two numbers are the same up to rounding."""
    return a is b if a is None or b is None else abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def agreement(gold: dict, said: Measurement) -> dict[str, bool]:
    """Compare field by field."""
    same = {name: gold.get(name) == getattr(said, name) for name in FIELDS}
    ends = close(gold.get("value_high"), said.value_high)
    same["value"] = close(gold["value"], said.value) and ends
    same["name"] = name_agrees(gold, said)
    return same


def score(name: str) -> Score:
    """Score one annotated report."""
    return score_measurements(name, find_measurements(gold_report(name))[0])


def score_measurements(
    name: str, saids: Sequence[Measurement], origin: Callable[[int], int] = int
) -> Score:
    """Score what was measured; `origin` tells where a character stands in the annotated text."""
    golds = gold_measurements(name)
    free = [(origin(said.span.start), origin(said.span.end), said) for said in saids]
    result = Score(wanted=sum(not gold.get("optional") for gold in golds))
    neutral = 0
    for gold in golds:
        hits = [one for one in free if one[0] < gold["end"] and gold["start"] < one[1]]
        if not hits:
            continue
        taken = max(hits, key=lambda one: close(gold["value"], one[2].value))
        free.remove(taken)
        hit = taken[2]
        if gold.get("optional"):
            neutral += 1
            continue
        same = agreement(gold, hit)
        result.found += 1
        result.strict += all(same[key] for key in STRICT)
        for key in FIELDS:
            result.right[key] += same[key]
    result.said = len(saids) - neutral
    return result


def main() -> None:
    """Print the table."""
    columns = ("detection", "strict", *FIELDS)
    print("| report | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    for name in GOLD_NAMES:
        rates = score(name).rates()
        print(f"| {name} | " + " | ".join(f"{rates[column]:.3f}" for column in columns) + " |")


if __name__ == "__main__":
    main()
