"""How many figures of headline paragraphs the table of indicators knows.

    python -m tests.canonical FOLDER [--sample]

Headlines are the stretch of a paragraph from the first to the last of the economy's main indicators,
where at least three of them stand and 生产总值 is one; in the plan the paragraph also speaks of 预期目标
or 主要目标. Paragraphs of more than 1,500 characters are reports whose breaks were lost. Prints the
share, the names that are not known, by how often they occur, and, with --sample, a hundred
assignments to be read.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hkreader.core.errors import ReadError
from hkreader.core.findings import Kind, Measurement
from hkreader.core.report import Part, Report
from hkreader.extract.canonical import identify, without_growth
from hkreader.extract.measurements import find_measurements
from hkreader.text import read_report
from tests.corpus import WHOLE_REPORTS

TOLD = {Kind.GROWTH, Kind.LEVEL}
LONGEST = 1500
AIMS = re.compile("预期目标|主要目标|主要指标|奋斗目标")
FEWEST = 3
MAIN = {
    "生产总值",
    "固定资产投资",
    "一般公共预算收入",
    "财政总收入",
    "财政收入",
    "社会消费品零售总额",
    "规上工业增加值",
    "进出口总额",
    "居民人均可支配收入",
    "城镇居民人均可支配收入",
    "农村居民人均可支配收入",
    "居民消费价格",
    "城镇登记失业率",
    "城镇调查失业率",
}


def core(item: Measurement) -> str:
    """Give the canonical name of a figure."""
    return identify(without_growth(item.name) if item.kind is Kind.GROWTH else item.name).core


def headlines(report: Report) -> Iterator[Measurement]:
    """Give the growth and level figures of the headline paragraphs."""
    found, _ = find_measurements(report)
    by_paragraph: dict[int, list[Measurement]] = {}
    for item in found:
        paragraph = report.paragraph_at(item.span.start)
        if item.kind in TOLD and paragraph is not None:
            by_paragraph.setdefault(paragraph.number, []).append(item)
    for number, items in by_paragraph.items():
        text = report.quote(report.paragraphs[number - 1].span)
        planned = report.part_at(items[0].span.start) in {Part.PLAN, Part.GOVERNMENT}
        main = [index for index, item in enumerate(items) if core(item) in MAIN]
        told = {core(item) for item in items} & MAIN
        headline = "生产总值" in told and len(told) >= FEWEST
        if headline and len(text) <= LONGEST and (not planned or AIMS.search(text)):
            yield from items[main[0] : main[-1] + 1]


def main() -> None:
    """Print the share, what is missed, and a sample."""
    known = whole = 0
    missed: Counter[str] = Counter()
    assigned: list[tuple[str, str]] = []
    for path in sorted(Path(sys.argv[1]).glob("*/*")):
        if path.parent.name not in WHOLE_REPORTS:
            continue
        try:
            report = read_report(path)
        except ReadError:
            continue
        for item in headlines(report):
            name = without_growth(item.name) if item.kind is Kind.GROWTH else item.name
            identity = identify(name)
            whole += 1
            known += identity.known
            if identity.known:
                assigned.append((item.name, identity.core))
            else:
                missed[name] += 1
    print(f"known: {known} of {whole}, {known / (whole or 1):.3f}")
    for name, count in missed.most_common(int(sys.argv[-1]) if sys.argv[-1].isdigit() else 60):
        print(f"{count:4} {name}")
    if "--sample" in sys.argv:
        chance = random.Random(1)  # noqa: S311  the same hundred every time
        different = [pair for pair in assigned if pair[0] != pair[1]]
        for name, core in chance.sample(different, min(100, len(different))):
            print(f"{name} → {core}")


if __name__ == "__main__":
    main()
