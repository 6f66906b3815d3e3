"""Which candidates are headings, and of which level, seen beside one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hkreader.core.report import Span
from hkreader.text.headings import Candidate, Kind

_ADDRESS = re.compile(r"(?:尊敬的)?各位(?:代表|委员|主任|同志)")
_LEADS = frozenset({Kind.LEAD, Kind.LONG_LEAD, Kind.PARALLEL})
_NUMBERED = frozenset({Kind.CHAPTER, Kind.SECTION})
_ENUMERATED = frozenset({Kind.CHAPTER, Kind.SECTION, Kind.ITEM, Kind.ORDINAL, Kind.DASH})
_APPENDED = frozenset({Kind.GLOSSARY, Kind.ATTACHMENT})
_FEWEST_LINES = 2
_LINE_BODY = 60
"""A paragraph of that many characters may stand under an unnumbered line."""
_FEWEST_PARALLEL = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading with its level."""

    piece: int
    level: int
    kind: Kind
    span: Span
    alone: bool


def settle_levels(
    text: str, pieces: Sequence[Span], candidates: Sequence[Candidate], head: int
) -> list[Mark]:
    """Choose the headings among the candidates and give each its level."""
    chosen = _without_stray_bares(text, _without_labels(candidates))
    chosen = _with_true_lines(pieces, chosen)
    chosen = _with_true_leads(text, pieces, chosen, head)
    return list(_levelled(chosen))


def _without_labels(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out `附件1` where the attachment's own heading follows it."""
    headed = {c.piece for c in candidates if c.kind in {Kind.GLOSSARY, Kind.BARE}}
    return [c for c in candidates if c.kind is not Kind.ATTACHMENT or c.piece + 1 not in headed]


def _without_stray_bares(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Keep an unnumbered part where chapters do not already part the report."""
    chapters = [c for c in candidates if c.kind is Kind.CHAPTER]
    bares = [c for c in candidates if c.kind is Kind.BARE]
    if not chapters or not bares:
        return list(candidates)
    nested = bares[0].piece < chapters[0].piece and (len(bares) > 1 or _restarts(text, chapters))
    if nested:
        return list(candidates)
    return [_demoted(text, candidate, chapters) for candidate in candidates]


def _demoted(text: str, candidate: Candidate, chapters: Sequence[Candidate]) -> Candidate:
    """Make a bare heading inside a run of chapters an ordinary line."""
    later = next((chapter for chapter in chapters if chapter.piece > candidate.piece), None)
    if candidate.kind is not Kind.BARE or later is None or _is_first(text, later):
        return candidate
    return Candidate(candidate.piece, Kind.LINE, candidate.span, alone=True)


def _restarts(text: str, chapters: Sequence[Candidate]) -> bool:
    return sum(_is_first(text, chapter) for chapter in chapters) > 1


def _is_first(text: str, chapter: Candidate) -> bool:
    return text.startswith(("一、", "一.", "一．", "第一"), chapter.span.start)


def _with_true_lines(pieces: Sequence[Span], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Keep unnumbered lines that head text and are no single stray."""
    heads = {candidate.piece for candidate in candidates}

    def is_heading(candidate: Candidate) -> bool:
        after = candidate.piece + 1
        return after < len(pieces) and (len(pieces[after]) > _LINE_BODY or after in heads)

    lines = [c for c in candidates if c.kind is Kind.LINE and is_heading(c)]
    kept = {line.piece for line in lines} if len(lines) >= _FEWEST_LINES else set()
    return [c for c in candidates if c.kind is not Kind.LINE or c.piece in kept]


def _with_true_leads(
    text: str, pieces: Sequence[Span], candidates: Sequence[Candidate], head: int
) -> list[Candidate]:
    """Keep leads between the opening and the closing, the doubtful ones only beside others."""
    numbered = [c.piece for c in candidates if c.kind in _NUMBERED or c.kind is Kind.BARE]
    first = numbered[0] if numbered else head
    last = _closing(text, pieces, candidates)
    kept: list[Candidate] = []
    for group in _siblings(candidates):
        leads = [c for c in group if c.kind in _LEADS and first < c.piece < last]
        true = set(_true_leads(text, leads))
        kept.extend(c for c in group if c.kind not in _LEADS or c in true)
    return kept


def _true_leads(text: str, leads: Sequence[Candidate]) -> Iterator[Candidate]:
    """Choose among neighbouring leads: the plain ones, and the others in company."""
    plain = sum(lead.kind is Kind.LEAD for lead in leads)
    openers = Counter(text[lead.span.start : lead.span.start + 2] for lead in leads)
    for lead in leads:
        alike = openers[text[lead.span.start : lead.span.start + 2]]
        company = {Kind.LEAD: _FEWEST_PARALLEL, Kind.LONG_LEAD: plain + len(leads)}
        if company.get(lead.kind, alike) >= _FEWEST_PARALLEL:
            yield lead


def _siblings(candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Part the candidates at numbered headings: what stands between shares a parent."""
    group: list[Candidate] = []
    for candidate in candidates:
        if candidate.kind not in _LEADS and group:
            yield group
            group = []
        group.append(candidate)
    yield group


def _closing(text: str, pieces: Sequence[Span], candidates: Sequence[Candidate]) -> int:
    """Give the piece that opens the closing: the first address after the last enumeration."""
    marks = [c.piece for c in candidates if c.kind in _ENUMERATED]
    appended = next((c.piece for c in candidates if c.kind in _APPENDED), len(pieces))
    body = [mark for mark in marks if mark < appended]
    start = (body[-1] if body else -1) + 2
    for index in range(start, appended):
        if _ADDRESS.match(text, pieces[index].start):
            return index
    return appended


def _levelled(candidates: Sequence[Candidate]) -> Iterator[Mark]:
    """Give levels in text order: what heads a part is 1, what stands under it one more."""
    under_bare = False
    chapter = 0
    section = 0
    for candidate in candidates:
        if candidate.kind in _APPENDED or candidate.kind is Kind.BARE:
            level, chapter, section = 1, 0, 0
            under_bare = True
        elif candidate.kind is Kind.CHAPTER:
            level = 2 if under_bare else 1
            chapter, section = level, 0
        elif candidate.kind is Kind.SECTION:
            level = chapter + 1 if chapter else 2
            section = level
        elif candidate.kind is Kind.LINE:
            level = 3 if section or chapter > 1 else 2
        else:
            level = 3
        yield Mark(candidate.piece, level, candidate.kind, candidate.span, candidate.alone)
