"""A quotation with its source: region, year, headings, paragraph and page."""

from __future__ import annotations

from hkreader.core.report import Report, Section, Span
from hkreader.messages import tr

_DEEPEST = 2
"""Leads are sentences of the text, no headings to cite."""
_ENDS = "。：:；;，, \u3000"


def cite(report: Report, span: Span, quote: str) -> str:
    """Word `quote`, shown for `span`, with where it stands."""
    return tr("reading.cite.whole", quote=quote, source=source_of(report, span))


def source_of(report: Report, span: Span) -> str:
    """Name where `span` stands: report, headings, paragraphs and pages."""
    places = [
        title_of(report),
        path_of(report, span.start),
        paragraphs_of(report, span),
        pages_of(report, span),
    ]
    return tr("reading.cite.comma").join(place for place in places if place)


def title_of(report: Report) -> str:
    """Name the report: its region and year, or its own title, or its file."""
    facts, path = report.facts, report.source.path
    if facts.region and facts.year:
        return tr("reading.cite.title", region=facts.region, year=facts.year)
    if facts.title:
        return facts.title
    return "" if path is None else path.stem


def path_of(report: Report, offset: int) -> str:
    """Name the headings above `offset`, the outermost first."""
    headings: list[str] = []
    section = report.section_at(offset)
    while section is not None:
        if section.level <= _DEEPEST:
            headings.append(heading_text(section))
        section = None if section.parent is None else report.sections[section.parent]
    return " › ".join(reversed(headings))


def heading_text(section: Section) -> str:
    """Give a heading in one line, without the mark it ends in."""
    return "".join(section.heading.split()).rstrip(_ENDS)


def paragraphs_of(report: Report, span: Span) -> str:
    """Name the paragraph, or the first and the last."""
    first = report.paragraph_at(span.start)
    last = report.paragraph_at(max(span.start, span.end - 1))
    if first is None or last is None:
        return ""
    if first.number == last.number:
        return tr("reading.cite.paragraph", number=first.number)
    return tr("reading.cite.paragraphs", first=first.number, last=last.number)


def pages_of(report: Report, span: Span) -> str:
    """Name the page, or the first and the last, of a paged document."""
    first, last = report.page_at(span.start), report.page_at(max(span.start, span.end - 1))
    if first is None or last is None:
        return ""
    if first == last:
        return tr("reading.cite.page", number=first)
    return tr("reading.cite.pages", first=first, last=last)
