"""What the reader makes of a folder of reports whose `index.tsv` tells level, region and year.

    python -m tests.corpus FOLDER

Prints the shares of years, regions and parts that come out right, why numbers were left out, and
the time of the analysis against that of `jieba.lcut` on the same texts.
"""

from __future__ import annotations

import csv
import logging
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import jieba

from hkreader.core.errors import ReadError
from hkreader.core.findings import Findings
from hkreader.core.report import Part, Report
from hkreader.extract import analyse, lexicon
from hkreader.text import read_report

WHOLE_REPORTS = {"national", "province", "city", "county"}


@dataclass
class Table:
    """Counts over the folder."""

    reports: int = 0
    right: Counter[str] = field(default_factory=Counter)
    measured: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    ratios: list[float] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def add(self, row: dict[str, str], report: Report, findings: Findings) -> None:
        """Count one report."""
        self.reports += 1
        facts, parts = report.facts, {section.part for section in report.sections}
        region = facts.region or "?"
        wrong = []
        for name, right in {
            "year": facts.year == int(row["year"][:4]),
            "region": row["region"].endswith(region) or region.endswith(row["region"]),
            "review part": Part.REVIEW in parts,
            "plan part": Part.PLAN in parts,
        }.items():
            self.right[name] += right
            wrong += [] if right else [name]
        if wrong:
            self.complaints.append(f"{row['file']}: {', '.join(wrong)} ({facts.year}, {region})")
        self.measured += len(findings.measurements)
        self.left_out.update(item.reason for item in findings.unplaced)
        for item in (*findings.measurements, *findings.unplaced):
            if report.quote(item.span) != item.text:
                self.complaints.append(f"{row['file']}: span {item.span} is not {item.text}")


def seconds(work, text) -> float:
    """Time one call."""
    start = time.perf_counter()
    work(text)
    return time.perf_counter() - start


def tabulate(folder: Path) -> Table:
    """Read and analyse every whole report of the folder."""
    jieba.setLogLevel(logging.WARNING)
    lexicon.load()
    table = Table()
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    for row in rows:
        path = folder / row["file"]
        if path.parent.name not in WHOLE_REPORTS:
            continue
        try:
            report = read_report(path)
        except ReadError as error:
            table.complaints.append(f"{row['file']}: {type(error).__name__}")
            continue
        table.add(row, report, analyse(report))
        table.ratios.append(seconds(analyse, report) / seconds(jieba.lcut, report.text))
    return table


def main() -> None:
    """Print the table."""
    table = tabulate(Path(sys.argv[1]))
    print("\n".join(table.complaints))
    print(f"reports read: {table.reports}; figures: {table.measured}")
    for name, count in table.right.items():
        print(f"{name} right: {count / table.reports:.3f}")
    print("numbers left out:", dict(table.left_out.most_common()))
    nameless = table.left_out["left_out.no_name"] / (table.measured or 1)
    print(f"with a unit but without a name: {nameless:.4f} of the figures")
    print(f"analysis / jieba.lcut, median: {statistics.median(table.ratios):.2f}")


if __name__ == "__main__":
    main()
