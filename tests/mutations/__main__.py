"""The command: damage documents, open them, tell how they ended."""

from __future__ import annotations

import argparse
import sys

from hkreader.text.readers.office_program import find_program
from tests.mutations.run import run_format
from tests.mutations.seeds import OFFICE_SEEDS, SEEDS


def main() -> int:
    """Print a line a format, and every failure."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations")
    parser.add_argument("formats", nargs="*", default=[])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    failed = False
    for name in asked.formats or [*SEEDS, *(OFFICE_SEEDS if find_program() else ())]:
        outcome = run_format(name, asked.count, asked.seed)
        endings = ", ".join(f"{ending} {count}" for ending, count in outcome.endings.most_common())
        print(f"{name}: {endings}; slowest {outcome.slowest:.2f} s", flush=True)
        for failure in outcome.failures:
            failed = True
            print(f"  {failure}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
