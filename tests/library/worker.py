"""A program that stores decisions as fast as it can and says each that is stored.

    python -m tests.library.worker STORE FIRST COUNT

Prints a number for each decision once the store has returned from it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hkreader.library.store import Store
from tests.library.samples import TEXT, confirmed

APART = 10
"""Characters from one decision to the next."""


def main(place: str, first: str, count: str) -> None:
    with Store(Path(place)) as store:
        for number in range(int(first), int(first) + int(count)):
            store.put(TEXT, [confirmed(APART * number)])
            print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
