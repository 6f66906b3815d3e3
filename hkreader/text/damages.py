"""What happened to a text on its way here: told, never mended in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hkreader.core.report import Damage, DamageKind, ParagraphKind, Report, Span
from hkreader.resources import read_toml
from hkreader.text.encoding import RESTORED, is_mangled

_BROKEN = re.compile("\ufffd+")


@dataclass(frozen=True, slots=True)
class _Signs:
    lost_digits: re.Pattern[str]
    cut: re.Pattern[str]
    farewell: re.Pattern[str]
    farewell_from: float
    unended: re.Pattern[str]
    report: tuple[re.Pattern[str], ...]
    report_least: int
    report_shortest: int


@cache
def _signs() -> _Signs:
    table = read_toml("language", "damage.toml")
    return _Signs(
        lost_digits=re.compile("|".join(table["lost_digits"])),
        cut=re.compile("|".join(table["cut"])),
        farewell=re.compile("|".join(table["farewell"])),
        farewell_from=table["farewell_from"],
        unended=re.compile(table["unended"]),
        report=tuple(map(re.compile, table["report"])),
        report_least=table["report_least"],
        report_shortest=table["report_shortest"],
    )


def find_damages(report: Report, scans: Sequence[int] = ()) -> tuple[Damage, ...]:
    """Tell what is damaged, each kind once, with every place where it shows; `scans` are pages."""
    text = report.text
    found = [
        Damage(DamageKind.UNDECODABLE, tuple(_all(_BROKEN, text))),
        Damage(DamageKind.MOJIBAKE, tuple(_mangled(report))),
        Damage(DamageKind.MASKED, tuple(mask.span for mask in report.masks)),
        Damage(DamageKind.LOST_DIGITS, tuple(_lost_digits(report))),
        Damage(DamageKind.SCANNED, tuple(Span(at, at) for at in (report.pages[n] for n in scans))),
    ]
    if not is_report(report):
        found.append(Damage(DamageKind.NO_REPORT, (Span(0, len(text)),)))
    else:
        found.append(Damage(DamageKind.CUT_OFF, tuple(_cut_off(report))))
    return tuple(damage for damage in found if damage.spans)


def is_report(report: Report) -> bool:
    """Tell whether a text looks like a government work report."""
    signs = _signs()
    if len(report.text) < signs.report_shortest:
        return False
    return sum(sign.search(report.text) is not None for sign in signs.report) >= signs.report_least


def _all(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(*found.span()) for found in pattern.finditer(text))


def _mangled(report: Report) -> Iterator[Span]:
    """Give the whole text where it was restored, else the paragraphs that still are mangled."""
    if RESTORED in report.source.encoding:
        yield Span(0, len(report.text))
        return
    for paragraph in report.paragraphs:
        if is_mangled(report.quote(paragraph.span)):
            yield paragraph.span


def _lost_digits(report: Report) -> Iterator[Span]:
    """Give the places of the report proper where a unit has lost its number."""
    for paragraph in report.paragraphs:
        if paragraph.kind is not ParagraphKind.TABLE:
            start, end = paragraph.span.start, paragraph.span.end
            for found in _signs().lost_digits.finditer(report.text, start, end):
                yield Span(*found.span())


def _cut_off(report: Report) -> Iterator[Span]:
    """Give the last paragraph where the text breaks off in it, or takes no leave before it."""
    last = next((p for p in reversed(report.paragraphs) if p.kind is ParagraphKind.BODY), None)
    if last is None:
        return
    signs, text = _signs(), report.text
    line = report.quote(last.span)
    took_leave = signs.farewell.search(text, int(len(text) * signs.farewell_from))
    if not took_leave or signs.cut.search(line) or signs.unended.search(line):
        yield last.span
