"""Opens many damaged documents and counts how they ended."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_CHUNK = 250


@dataclass
class Outcome:
    """How the damaged documents of one format ended."""

    endings: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)
    """The number of each input that ended in neither text nor typed error, with the last words."""


def run_format(format_name: str, count: int, seed: int) -> Outcome:
    """Open `count` damaged documents; one that ends the process is a failure."""
    outcome = Outcome()
    at = 0
    while at < count:
        last = min(count, at + _CHUNK)
        command = [sys.executable, "-m", "tests.mutations.worker", format_name]
        done = subprocess.run(
            [*command, str(at), str(last), str(seed)],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        for line in done.stdout.splitlines():
            number, *told = line.split("\t")
            at = int(number) + 1
            if len(told) < 2:
                said = done.stderr.strip().splitlines()[-12:]
                outcome.failures.append("\n    ".join([f"{number} ended the process", *said]))
                break
            outcome.endings[told[0]] += 1
            outcome.slowest = max(outcome.slowest, float(told[1]))
        else:
            if at < last:
                outcome.failures.append(f"nothing after {at}: {done.stderr.strip()[-400:]}")
                return outcome
    return outcome
