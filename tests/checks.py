"""What the checks say of a folder of reports: every 不符, and how many of each kind.

python -m tests.checks FOLDER [--all]
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from hkreader.core.errors import ReadError
from hkreader.core.findings import Check, Verdict
from hkreader.core.report import Report
from hkreader.extract import analyse
from hkreader.text import read_report
from tests.corpus import WHOLE_REPORTS


def sentences(report: Report, check: Check) -> list[str]:
    """Quote the sentences that a check speaks of, each once."""
    quoted = {}
    for span in check.spans:
        sentence = report.sentence_at(span.start)
        quoted[report.quote(span if sentence is None else sentence.span)] = None
    return ["".join(text.split()) for text in quoted]


def main() -> None:
    """Print the list and the counts."""
    folder, everything = Path(sys.argv[1]), "--all" in sys.argv
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(folder.glob("*/*")):
        if path.parent.name not in WHOLE_REPORTS:
            continue
        try:
            report = read_report(path)
        except ReadError:
            continue
        for check in analyse(report).checks:
            counts[check.kind, check.verdict] += 1
            if everything or check.verdict is Verdict.DIFFERS:
                print(
                    f"{path.name}\t{check.kind}\t{check.verdict}\t{check.name}\t{check.expression}"
                )
                print(*(f"    {text}" for text in sentences(report, check)), sep="\n")
    for (kind, verdict), count in sorted(counts.items()):
        print(f"{kind:8} {verdict:9} {count}")


if __name__ == "__main__":
    main()
