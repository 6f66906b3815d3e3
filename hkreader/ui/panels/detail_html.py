"""What the detail area says of a row: its sentences with the figures marked, and the figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from hkreader.core.findings import Bound, Kind, Measurement
from hkreader.core.report import Report, Span
from hkreader.messages import tr
from hkreader.models.figure_words import doubt_words, figure, status_words
from hkreader.ui.panels.row_painter import SIGN_TINTS
from hkreader.ui.theme import Theme

SCHEME = "span"
_KINDS_WITHOUT_BASIS = frozenset({Kind.LEVEL, Kind.RATIO, Kind.MULTIPLE, Kind.RANK})


def link_to(span: Span) -> str:
    """Give the address that leads to `span`."""
    return f"{SCHEME}:{span.start}-{span.end}"


def span_of(address: str) -> Span | None:
    """Give the span that an address leads to."""
    scheme, _, offsets = address.partition(":")
    start, _, end = offsets.partition("-")
    if scheme != SCHEME or not (start.isdecimal() and end.isdecimal()):
        return None
    return Span(int(start), int(end))


def title(words: str, notes: Iterable[str] = ()) -> str:
    """Head the area with a name and what is known of it."""
    known = " · ".join(escape(note) for note in notes if note)
    if not words and not known:
        return ""
    return f"<p><b>{escape(words)}</b>&nbsp; {_muted(known)}</p>"


def sentences_with(report: Report, spans: Iterable[Span], own: Sequence[Measurement]) -> str:
    """Give each sentence that holds one of `spans`, once, with the figures in `own` marked."""
    found: dict[Span, int] = {}
    for span in spans:
        sentence = report.sentence_at(span.start)
        if sentence is None:
            found[span] = 0
        else:
            found[sentence.span] = report.paragraphs[sentence.paragraph].number
    return "".join(_sentence(report, span, own, number) for span, number in found.items())


def passage(report: Report, span: Span, own: Sequence[Measurement]) -> str:
    """Give the exact characters of `span` with the figures in `own` marked."""
    paragraph = report.paragraph_at(span.start)
    return _sentence(report, span, own, 0 if paragraph is None else paragraph.number)


def figure_list(measurements: Sequence[Measurement], *, named: bool = False) -> str:
    """List the figures with what each says, a line each."""
    lines = [_figure_line(m, named=named) for m in measurements]
    return f"<p>{'<br>'.join(lines)}</p>" if lines else ""


def doubts(measurements: Sequence[Measurement]) -> str:
    """Say what should be looked at twice, and why."""
    words = doubt_words(measurements)
    if not words:
        return ""
    colour = Theme.current().colour("doubt").name()
    shown = escape(words).replace("\n", "<br>")
    return f'<p><font color="{colour}">{escape(tr("panels.doubt.colon"))}{shown}</font></p>'


def heading(words: str) -> str:
    """Head one of several parts."""
    return f"<p>{_muted(f'<b>{escape(words)}</b>')}</p>"


def note(words: str) -> str:
    """Say something in passing."""
    return f"<p>{_muted(escape(words))}</p>"


def _sentence(report: Report, span: Span, own: Sequence[Measurement], paragraph: int) -> str:
    pieces: list[str] = []
    at = span.start
    for measurement in sorted(own, key=lambda m: m.span):
        if at <= measurement.span.start and measurement.span.end <= span.end:
            pieces.append(_running(report.text[at : measurement.span.start]))
            pieces.append(_marked(measurement, report.quote(measurement.span)))
            at = measurement.span.end
    pieces.append(_running(report.text[at : span.end]))
    number = _muted(escape(tr("panels.detail.paragraph", number=paragraph))) if paragraph else ""
    return f"<p>{''.join(pieces).strip()} {number}</p>"


def _running(text: str) -> str:
    """Line breaks inside a sentence are the file's, not the writer's."""
    return escape(text.replace("\r", "").replace("\n", ""))


def _marked(measurement: Measurement, quoted: str) -> str:
    theme = Theme.current()
    tint = theme.colour(SIGN_TINTS[measurement.status]).name()
    style = f"background-color:{tint}; color:{theme.colour('ink').name()}; text-decoration:none"
    return f'<a href="{link_to(measurement.span)}" style="{style}"><b>{_running(quoted)}</b></a>'


def _figure_line(measurement: Measurement, *, named: bool) -> str:
    kind = tr(f"panels.kind.{measurement.kind}")
    basis = "" if measurement.kind in _KINDS_WITHOUT_BASIS else measurement.basis
    bound = "" if measurement.bound is Bound.EXACT else tr(f"panels.bound.{measurement.bound}.word")
    notes = [kind, basis, bound]
    if named:
        notes += [measurement.period, status_words(measurement.status)]
    said = " · ".join(escape(words) for words in notes if words)
    name = f"{escape(measurement.name)} " if named else ""
    return f"{name}<b>{escape(figure(measurement))}</b>&nbsp; {_muted(said)}"


def _muted(html: str) -> str:
    return f'<font color="{Theme.current().colour("muted").name()}">{html}</font>'
