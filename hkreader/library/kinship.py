"""Which text of the store is a report in another format, or another version of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from hkreader.core.report import Report
from hkreader.core.reviews import KnownText
from hkreader.library.codec import from_json
from hkreader.library.database import Database
from hkreader.library.wording import Wording, text_hash

_AT_ONCE = 500
"""Values in one query: some builds of SQLite take no more than 999."""
_LEAST_SHARE = 0.5
"""Of the sentences that were decided or noted on: a version with fewer of them is another report."""


def find_kin(database: Database, report: Report) -> KnownText | None:
    """Give the text whose decided sentences this report shares most; None where it is but few."""
    wording = Wording(report)
    own = text_hash(report)
    shared = _shared(database, wording.keys())
    likely: list[tuple[bool, float, int, KnownText]] = []
    for text, sentences in shared.items():
        share = len(sentences) / _count(database, text)
        if text == own or share < _LEAST_SHARE:
            continue
        known = _known(database, text)
        if not _others(known, report):
            likely.append((known.words == wording.hash, share, len(sentences), known))
    return max(likely, key=_likeness)[-1] if likely else None


def _likeness(kin: tuple[bool, float, int, KnownText]) -> tuple[bool, float, int, str]:
    return (*kin[:3], kin[-1].seen)


def _shared(database: Database, keys: Iterable[int]) -> dict[str, set[int]]:
    """Give for each text its sentences with decisions or notes that are among `keys`."""
    shared: dict[str, set[int]] = {}
    for some in _slices(keys):
        marks = ",".join("?" * len(some))
        for table in ("decisions", "notes"):
            query = f"SELECT text, sentence FROM {table} WHERE sentence IN ({marks})"  # noqa: S608
            for text, sentence in database.rows(query, *some):
                shared.setdefault(text, set()).add(sentence)
    return shared


def _slices(keys: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(keys)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _count(database: Database, text: str) -> int:
    query = (
        "SELECT COUNT(*) FROM (SELECT sentence FROM decisions WHERE text = ?"
        " UNION SELECT sentence FROM notes WHERE text = ?)"
    )
    count: int = database.rows(query, text, text)[0][0]
    return count


def _known(database: Database, text: str) -> KnownText:
    ((record,),) = database.rows("SELECT record FROM texts WHERE hash = ?", text)
    with database.failures():
        return from_json(KnownText, record)


def _others(known: KnownText, report: Report) -> bool:
    """Tell whether the text is of another place or year: reports share sentences with last year's."""
    facts = report.facts
    if known.year is not None and facts.year is not None and known.year != facts.year:
        return True
    # 虹口区 and 上海市虹口区 are one place.
    here, there = facts.region or "", known.region
    return not (here.endswith(there) or there.endswith(here))
