"""Words what is wrong with a report, each kind with the paragraphs where it shows."""

from __future__ import annotations

from collections.abc import Iterator

from hkreader.core.report import Damage, DamageKind, Report
from hkreader.messages import tr

_NAMED = 3
"""Paragraphs named of each kind of damage; the steps lead to the others."""


def describe_damage(report: Report) -> str:
    """Give one sentence that names the file; empty where nothing is wrong."""
    troubles = name_troubles(report)
    path = report.source.path
    if not troubles or path is None:
        return ""
    return tr("damage.all", name=path.name, troubles=troubles)


def name_troubles(report: Report) -> str:
    """Name what is wrong, each kind with where; empty where nothing is."""
    return tr("damage.between").join(_troubles(report))


def _troubles(report: Report) -> Iterator[str]:
    if report.source.partial:
        yield tr("damage.partial")
    for damage in report.damages:
        yield _word(damage, report)


def _word(damage: Damage, report: Report) -> str:
    whole = len(damage.spans[0]) == len(report.text)
    if damage.kind is DamageKind.MOJIBAKE and whole:
        return tr("damage.restored")
    return tr(
        f"damage.{damage.kind}",
        count=len(damage.spans),
        where=_where(damage, report),
        encoding=report.source.encoding,
    )


def _where(damage: Damage, report: Report) -> str:
    numbers: dict[int, None] = {}
    for span in damage.spans:
        paragraph = report.paragraph_at(span.start)
        if paragraph is not None:
            numbers[paragraph.number] = None
        if len(numbers) > _NAMED:
            break
    named = tr("damage.number_between").join(map(str, list(numbers)[:_NAMED]))
    return tr("damage.where_more" if len(numbers) > _NAMED else "damage.where", numbers=named)
