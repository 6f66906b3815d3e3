"""How every file of a folder opens: a line each, and at the end how many went wrong.

    python -m tests.opening FOLDER

Prints file, reader, encoding, characters, tables, stretches of noise, what is told of damage, and
the seconds it took. A file that cannot be read tells its sentence; an error that nobody foresaw
counts as wrong and ends the run with status 1.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from hkreader.core.errors import HoldsMany, ReadError
from hkreader.core.report import Report
from hkreader.messages import explain
from hkreader.text import read_report

_LISTS = {".tsv", ".md", ".json"}
"""Endings of the files that tell about the others."""


def told(report: Report) -> str:
    """Give the kinds of damage, each with the number of places."""
    damages = [f"{damage.kind}×{len(damage.spans)}" for damage in report.damages]
    return ", ".join(["partial"] * report.source.partial + damages) or "-"


def opened(path: Path) -> tuple[str, list[str]]:
    """Open a file; give how it ended and the columns of its line."""
    start = time.perf_counter()
    try:
        report = read_report(path)
    except HoldsMany as found:
        return "collection", ["-"] * 5 + [f"{found.data['count']} reports", _seconds(start)]
    except ReadError as error:
        return type(error).__name__, ["-"] * 5 + [explain(error), _seconds(start)]
    except Exception as error:  # noqa: BLE001  that is what is looked for
        return "wrong", ["-"] * 5 + [f"{type(error).__name__}: {error}", _seconds(start)]
    source = report.source
    counts = map(str, (len(report.text), len(report.tables), len(report.noise)))
    encoding = source.encoding or "-"
    return "text", [source.format, encoding, *counts, told(report), _seconds(start)]


def _seconds(start: float) -> str:
    return f"{time.perf_counter() - start:.2f}"


def main() -> int:
    """Print the table."""
    folder = Path(sys.argv[1])
    endings: Counter[str] = Counter()
    print("file", "reader", "encoding", "characters", "tables", "noise", "told", "s", sep="\t")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _LISTS:
            ending, columns = opened(path)
            endings[ending] += 1
            print(path.relative_to(folder), *columns, sep="\t", flush=True)
    print(", ".join(f"{ending} {count}" for ending, count in endings.most_common()))
    print(f"errors: {endings['wrong']}")
    return int(endings["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main())
