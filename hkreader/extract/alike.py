"""The same phrase elsewhere: what is no figure in one place is likely none in the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hkreader.core.findings import Measurement
from hkreader.core.report import Report

_BESIDE = 2
"""Characters beside a number that make it a phrase."""
_AFTER = re.compile(r"\w{1,2}")
_BEFORE = re.compile(r"\w{1,2}$")


def phrase_of(report: Report, figure: Measurement) -> str:
    """Give a figure's words with those behind it, or else before it, in the same clause."""
    text, span = report.text, figure.span
    words = "".join(report.quote(span).split())
    after = _AFTER.match(text, span.end, span.end + _BESIDE)
    if after is not None:
        return words + after.group()
    before = _BEFORE.search(text, max(0, span.start - _BESIDE), span.start)
    return (before.group() if before is not None else "") + words


def find_alike(
    report: Report, gone: Iterable[Measurement], others: Sequence[Measurement]
) -> list[Measurement]:
    """Find those of `others` that stand in the same phrase as one of `gone`."""
    phrases = {phrase_of(report, figure) for figure in gone}
    return [figure for figure in others if phrase_of(report, figure) in phrases]
