"""A figure where the user sees one: read as the extractor reads, whatever it left out and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hkreader.core.findings import Measurement
from hkreader.core.report import Report, Span
from hkreader.extract import names
from hkreader.extract.clauses import lay_out
from hkreader.extract.measurements import counts, placed_readings
from hkreader.extract.numerals import arabic, chinese
from hkreader.extract.passages import Passage, passages
from hkreader.extract.qualifiers import set_aside
from hkreader.extract.quantities import Family, Quantity, scan
from hkreader.extract.readings import read_sentence
from hkreader.extract.scopes import Scope, Scopes

_COUNTED = re.compile(
    r"(?P<arabic>\d[\d,]*(?:\.\d+)?)|(?P<chinese>[一二两三四五六七八九十百千万亿零〇]+)"
)


def propose(report: Report, span: Span) -> Measurement | None:
    """Read the number that `span` holds, or lies in; None where there is none to be seen."""
    sentence = report.sentence_at(span.start)
    if sentence is None:
        return None
    # What the paragraph says before the sentence tells its year.
    near = tuple(it for it in report.sentences if it.paragraph == sentence.paragraph)
    scopes = Scopes(report)
    for passage in passages(replace(report, sentences=near)):
        scope = scopes.enter(passage)
        if sentence.span.start <= passage.places[0] < sentence.span.end:
            return _read(report, passage, span, (scopes, scope))
    return None


def parts_of(report: Report, figure: Measurement) -> tuple[Measurement, ...]:
    """Read each number that the characters of a figure hold by itself; where it has a unit, with that."""
    numbers = [
        Span(figure.span.start + found.start(), figure.span.start + found.end())
        for found in _COUNTED.finditer(figure.text)
        if found["arabic"]
    ]
    return tuple(
        _part(report, figure, number, stretch)
        for number, stretch in zip(numbers, _stretched(numbers, figure.span.end), strict=True)
    )


def _part(report: Report, figure: Measurement, number: Span, stretch: Span) -> Measurement:
    """Read a number as if it stood alone, where that gives one; else as the whole was read."""
    alone = propose(report, number)
    inside = alone is not None and stretch.start <= alone.span.start < alone.span.end <= stretch.end
    return alone if alone is not None and inside else _within(figure, stretch, report)


def _stretched(numbers: Sequence[Span], end: int) -> Sequence[Span]:
    """Let each number reach to the next, and the last to the end."""
    ends = [*(number.start for number in numbers[1:]), *([end] if numbers else [])]
    return [Span(number.start, stop) for number, stop in zip(numbers, ends, strict=True)]


def _within(figure: Measurement, part: Span, report: Report) -> Measurement:
    text = report.quote(part).rstrip("-—–~～至到、，,和 ")
    span = Span(part.start, part.start + len(text))
    found = _COUNTED.match(text)
    number = arabic(found["arabic"]) if found else Decimal(0)
    scale = figure.value / figure.shown_value if figure.shown_value else 1.0
    exponent = number.as_tuple().exponent
    return replace(
        figure,
        span=span,
        text=text,
        value=float(number) * scale,
        value_high=None,
        shown_value=float(number),
        decimals=max(0, -exponent) if isinstance(exponent, int) else 0,
    )


def _read(
    report: Report, passage: Passage, span: Span, scoped: tuple[Scopes, Scope]
) -> Measurement | None:
    quantities, _ = scan(passage.text)
    wished = next((q for q in quantities if _meets(passage, q, span)), None)
    if wished is None:
        wished = _counted(passage, span)
        if wished is None:
            return None
        quantities = [q for q in quantities if q.end <= wished.start or q.start >= wished.end]
        quantities.append(wished)
    kept, _ = set_aside(passage.text, quantities)
    kept = sorted({*kept, wished}, key=_start)
    readings = read_sentence(passage.text, lay_out(passage.text, kept))
    reading = next(it for it in readings if it.figure.quantity is wished)
    if not reading.name:
        reading.name = names.clean(reading.figure.before)
    counting = [it for it in readings if it is reading or counts(it)]
    figures = list(placed_readings(report, passage, counting, scoped))
    return figures[counting.index(reading)]


def _meets(passage: Passage, quantity: Quantity, span: Span) -> bool:
    here = passage.span(quantity.start, quantity.end)
    # A bare caret means the number that it stands in.
    return here.start < max(span.end, span.start + 1) and span.start < here.end


def _counted(passage: Passage, span: Span) -> Quantity | None:
    """Take the selected words for a number and what it counts."""
    inside = [at for at, place in enumerate(passage.places) if place in span]
    if not inside:
        return None
    words = passage.text[inside[0] : inside[-1] + 1]
    found = _COUNTED.search(words)
    if found is None:
        return None
    number = arabic(found["arabic"]) if found["arabic"] else chinese(found["chinese"])
    start = inside[0] + found.start()
    return Quantity(
        start, inside[0] + len(words), number, None, 1, words[found.end() :], Family.COUNT
    )


def _start(quantity: Quantity) -> int:
    return quantity.start
