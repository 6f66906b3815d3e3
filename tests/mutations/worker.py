"""A process that opens damaged documents one after the other and writes down how each ended."""

from __future__ import annotations

import faulthandler
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from random import Random

from hkreader.core.errors import HoldsMany, ReadError
from hkreader.core.report import Source
from hkreader.extract import analyse
from hkreader.messages import explain
from hkreader.text import report_from_text
from hkreader.text.collections import COLLECTIONS, unpack
from hkreader.text.readers.apart import hold_to_limits
from hkreader.text.readers.choice import reader_of
from hkreader.text.view import display_paragraphs
from tests.mutations.damage import damaged
from tests.mutations.seeds import OFFICE_SEEDS, SEEDS, report_text

SECONDS = 10
TEXT = "text"


def inputs(format_name: str, first: int, last: int, seed: int) -> Iterator[tuple[int, bytes]]:
    """Give the damaged documents from number `first` to before `last`, the same every time."""
    whole = {**SEEDS, **OFFICE_SEEDS}[format_name](report_text())
    for number in range(first, last):
        yield number, damaged(whole, Random(f"{format_name} {seed} {number}"))  # noqa: S311


def open_document(data: bytes) -> str:
    """Open a document as the program does; give how it ended."""
    path = Path("报告")
    try:
        draft = reader_of(data).draw(path, data)
    except HoldsMany:
        return _open_members(data)
    except ReadError as error:
        if not explain(error).strip():
            return "without a sentence"
        return type(error).__name__
    source = Source(path, draft.format, draft.encoding, "", len(data), draft.undecodable)
    report = report_from_text(draft.text, source, draft.layout)
    display_paragraphs(report, noise=True)
    display_paragraphs(report, noise=False)
    analyse(report)
    return TEXT


def _open_members(data: bytes) -> str:
    """Open the reports of a collection, those that are not collections again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "合集")
        path.write_bytes(data)
        try:
            members = unpack(path, Path(folder, "members"))
        except ReadError as error:
            return type(error).__name__
        endings = {
            open_document(content)
            for content in map(Path.read_bytes, members)
            if reader_of(content).FORMAT not in COLLECTIONS
        }
    return TEXT if TEXT in endings or not endings else min(endings)


def main() -> None:
    """Open a stretch of the damaged documents; a line each: number, ending, seconds."""
    format_name, first, last, seed = sys.argv[1], *map(int, sys.argv[2:5])
    warnings.simplefilter("ignore")
    if format_name in SEEDS:
        # LibreOffice is held by who starts it.
        hold_to_limits(last * SECONDS)
    for number, data in inputs(format_name, first, last, seed):
        print(number, end="\t", flush=True)
        faulthandler.dump_traceback_later(SECONDS, exit=True)
        start = time.perf_counter()
        ending = open_document(data)
        faulthandler.cancel_dump_traceback_later()
        print(ending, f"{time.perf_counter() - start:.3f}", sep="\t", flush=True)


if __name__ == "__main__":
    main()
