"""The table of checks: what has to be looked at comes first."""

from __future__ import annotations

from hkreader.core.findings import Check, Verdict
from hkreader.export.places import Place
from hkreader.export.table import Column, Number, Table, Value
from hkreader.messages import tr

COLUMNS = [
    Column("check_kind", 8, centred=True),
    Column("concerned", 30, wrap=True),
    Column("expression", 44, wrap=True),
    Column("check_difference", 16),
    Column("verdict", 9, centred=True),
    Column("check_sentences", 60, wrap=True),
    Column("paragraph", 6, centred=True),
]
_ORDER = {Verdict.DIFFERS: 0, Verdict.DOUBTFUL: 1, Verdict.AGREES: 2}


def fill_checks(table: Table, place: Place, head: list[Value]) -> None:
    """Add the checks of one report."""
    for check in sorted(place.findings.checks, key=lambda check: _ORDER[check.verdict]):
        if check.verdict is not Verdict.AGREES:
            table.marked.append(len(table.rows))
        table.rows.append([*head, *_cells(check, place)])


def _cells(check: Check, place: Place) -> list[Value]:
    sentences = dict.fromkeys(place.sentence(span.start) for span in check.spans)
    return [
        tr(f"export.check.{check.kind}"),
        check.name,
        check.expression,
        _difference(check),
        tr(f"export.verdict.{check.verdict}"),
        "\n".join(filter(None, sentences)),
        place.paragraph(check.spans[-1].start),
    ]


def _difference(check: Check) -> Number | None:
    if check.verdict is Verdict.AGREES:
        return None
    text = f"{check.difference:.12g}".partition(".")[2]
    return Number(check.difference, 0 if "e" in text else len(text), check.unit, signed=True)
