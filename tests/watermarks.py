"""What strewn noise costs: the annotated reports, marked all over as sellers and printers mark them.

    python -m tests.watermarks [SEED]

Prints the strict F1 of every report as it stands and with each kind of noise, and with all at once.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from hkreader.core.report import Span
from hkreader.extract.measurements import find_measurements
from tests.evaluation import score_measurements
from tests.reports import GOLD_NAMES, gold_report, report_of

KINDS = {
    "letters": ("F9f",),
    "seller": ("来自马克数据网",),
    "soft hyphens": ("\u00ad",),
    "pages": ("\n- {} -\n", "\n— {} —\n", "\n{}\n"),
}
PIECES = 40
"""So many of each kind go into a report."""


@dataclass(frozen=True)
class Strewn:
    """A text with noise in it, and the stretches that are noise."""

    text: str
    holes: Sequence[Span]

    def origin(self, offset: int) -> int:
        """Give where the character at `offset` stood before."""
        before = [hole for hole in self.holes if hole.start <= offset]
        return offset - sum(min(hole.end, offset) - hole.start for hole in before)


def strew(text: str, kinds: Sequence[str], seed: int) -> Strewn:
    """Put noise of `kinds` at random places; pages are numbered in order."""
    chance = random.Random(seed)  # noqa: S311  the same places every time
    places = [(chance.randrange(1, len(text)), kind) for kind in kinds for _ in range(PIECES)]
    pages = chance.choice(KINDS["pages"])
    pieces: list[str] = []
    holes: list[Span] = []
    at = size = 0
    for number, (place, kind) in enumerate(sorted(places), 1):
        noise = pages.format(number) if kind == "pages" else chance.choice(KINDS[kind])
        pieces += [text[at:place], noise]
        start = size + place - at
        size = start + len(noise)
        holes.append(Span(start, size))
        at = place
    return Strewn("".join([*pieces, text[at:]]), holes)


def strict(name: str, kinds: Sequence[str], seed: int) -> float:
    """Score one report with noise of `kinds` in it."""
    strewn = strew(gold_report(name).text, kinds, seed)
    found, _ = find_measurements(report_of(strewn.text))
    return score_measurements(name, found, strewn.origin).rates()["strict"]


def main() -> None:
    """Print the table."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    columns = {"as it stands": (), **{kind: (kind,) for kind in KINDS}, "all": tuple(KINDS)}
    print("| report | " + " | ".join(columns) + " |")
    for name in GOLD_NAMES:
        scores = [f"{strict(name, kinds, seed):.3f}" for kinds in columns.values()]
        print(f"| {name} | " + " | ".join(scores) + " |")


if __name__ == "__main__":
    main()
