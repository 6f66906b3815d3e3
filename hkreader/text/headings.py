"""Which paragraphs are headings, or begin with one, and how far the heading reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hkreader.core.report import Span
from hkreader.resources import read_toml
from hkreader.text.marks import Shape, mark_at

LONGEST = 60
_LONGEST_ALONE = 100
_SHORTEST_BODY = 15
_NOTE = r"(?:\s*[\[［〔【]\d{1,3}[\]］〕】]|\s*[①-⑳])*"
_STOP = re.compile(rf"[。！？!?]+[”’]?{_NOTE}|(?<=.{{4}})[：:](?!\d)")
_CLAUSE = re.compile(r"[，,；;。：:]")
_ENDED = re.compile(r"[。；;，,、：:！!？?…]$")
_LEAD = re.compile(rf"[^。！？!?；;：:\n]{{3,45}}。[”’]?{_NOTE}")
_FIGURE = re.compile(
    r"[\d０-９][\d０-９.．,，]*\s*(?:余|多)?(?:%|％|‰|亿|万|元|年(?!代)|月|日|个百分点|公里|平方|倍|位)|百分之"
)
_QUOTED = re.compile(r"[“‘《][^”’》]*[”’》]")
_SHORT_LEAD = 25
_LONG_LEAD = 40
_LEAD_BODY = 25
_MOST_COMMAS = 2
_SHORTEST_LINE = 5


class Kind(StrEnum):
    """How a heading was recognised."""

    CHAPTER = "chapter"
    SECTION = "section"
    ITEM = "item"
    ORDINAL = "ordinal"
    DASH = "dash"
    BARE = "bare"
    """A line of its own without a number that opens a part."""
    LINE = "line"
    """A line of its own without a number, below a part."""
    GLOSSARY = "glossary"
    ATTACHMENT = "attachment"
    AIM = "aim"
    """`今年的主要预期目标是：`."""
    LEAD = "lead"
    LONG_LEAD = "long lead"
    """A first sentence that is a lead only beside others."""
    PARALLEL = "parallel"
    """One with an opener that makes a lead only where its neighbours begin alike."""


_KINDS = {
    Shape.CHAPTER: Kind.CHAPTER,
    Shape.SECTION: Kind.SECTION,
    Shape.ITEM: Kind.ITEM,
    Shape.ORDINAL: Kind.ORDINAL,
    Shape.DASH: Kind.DASH,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch at the start of a piece that may be a heading."""

    piece: int
    kind: Kind
    span: Span
    alone: bool
    """Whether nothing follows it in its piece."""


@dataclass(frozen=True, slots=True)
class _Words:
    not_first: re.Pattern[str]
    parallel: re.Pattern[str]
    aim: re.Pattern[str]
    aim_not: re.Pattern[str]
    bare: re.Pattern[str]
    glossary: re.Pattern[str]
    attachment: re.Pattern[str]
    longest_bare: int


@cache
def _words() -> _Words:
    table = read_toml("language", "headings.toml")
    lead, bare = table["lead"], table["bare"]
    return _Words(
        not_first=re.compile("|".join(lead["not_first"])),
        parallel=re.compile("|".join(lead["parallel"])),
        aim=re.compile(r"[^。！？!?；;]{2,48}?" + lead["aim"]),
        aim_not=re.compile("|".join(lead["aim_not"])),
        bare=re.compile("|".join(bare["words"])),
        glossary=re.compile(bare["glossary"]),
        attachment=re.compile(bare["attachment"]),
        longest_bare=bare["longest"],
    )


def opens_part(text: str, piece: Span) -> bool:
    """Tell whether a line of its own opens a part, a glossary or an attachment without a number."""
    candidate = _standing_alone(text, 0, piece)
    return candidate is not None and candidate.kind is not Kind.LINE


def find_candidates(text: str, pieces: Sequence[Span], head: int) -> list[Candidate]:
    """Find what may be a heading among the pieces after the head; inside a glossary, nothing."""
    found: list[Candidate] = []
    in_glossary = False
    for index in range(head, len(pieces)):
        piece = pieces[index]
        candidate = _standing_alone(text, index, piece)
        if candidate is None and not in_glossary:
            candidate = _marked(text, index, piece) or _leading(text, index, piece)
        if candidate is None or (in_glossary and candidate.kind in {Kind.BARE, Kind.LINE}):
            continue
        in_glossary = candidate.kind is Kind.GLOSSARY
        found.append(candidate)
    return found


def _standing_alone(text: str, index: int, piece: Span) -> Candidate | None:
    """Know a short line without a number that names a part, a glossary or an attachment."""
    known = _words()
    if len(piece) > LONGEST:
        return None
    line = text[piece.start : piece.end]
    if known.glossary.fullmatch(line):
        return Candidate(index, Kind.GLOSSARY, piece, alone=True)
    if known.attachment.fullmatch(line) and not _ENDED.search(line.rstrip("：:")):
        return Candidate(index, Kind.ATTACHMENT, piece, alone=True)
    if _ENDED.search(line) or mark_at(text, piece) or "\t" in line or "。" in line:
        return None
    if len(piece) <= known.longest_bare and known.bare.fullmatch(line):
        return Candidate(index, Kind.BARE, piece, alone=True)
    is_line = _SHORTEST_LINE <= len(piece) <= _LONG_LEAD
    return Candidate(index, Kind.LINE, piece, alone=True) if is_line else None


def _marked(text: str, index: int, piece: Span) -> Candidate | None:
    """Measure a heading that begins with a number or sign."""
    mark = mark_at(text, piece)
    if mark is None or mark[1] >= piece.end:
        return None
    kind = _KINDS[mark[0]]
    end = _heading_end(text, mark[1], piece.end)
    alone = end >= piece.end
    weak = kind in {Kind.DASH, Kind.ORDINAL}
    if (
        weak
        and (piece.end - end < _SHORTEST_BODY)
        and not (alone and not _ENDED.search(text[piece.end - 1]))
    ):
        return None
    return Candidate(index, kind, Span(piece.start, end), alone)


def _heading_end(text: str, start: int, stop: int) -> int:
    """Tell where a heading ends: at its sentence's end, or else its first clause's."""
    found = _STOP.search(text, start, min(stop, start + LONGEST + 1))
    if found:
        return found.end()
    if stop - start <= _LONGEST_ALONE and not _STOP.search(text, start, stop):
        return stop
    clause = _CLAUSE.search(text, start + 2, min(stop, start + LONGEST + 1))
    return clause.start() if clause else min(stop, start + LONGEST)


def _leading(text: str, index: int, piece: Span) -> Candidate | None:
    """Know the first sentence of a paragraph that names what it is about."""
    known = _words()
    aim = known.aim.match(text, piece.start, piece.end)
    if aim and not known.aim_not.search(aim.group()):
        return Candidate(index, Kind.AIM, Span(*aim.span()), aim.end() == piece.end)
    found = _LEAD.match(text, piece.start, piece.end)
    if found is None or 0 < piece.end - found.end() < _LEAD_BODY:
        return None
    kind = _kind_of_lead(found.group())
    if found.end() == piece.end:
        alone = kind is Kind.LEAD
        return Candidate(index, Kind.LONG_LEAD, piece, alone=True) if alone else None
    return None if kind is None else Candidate(index, kind, Span(*found.span()), alone=False)


def _kind_of_lead(sentence: str) -> Kind | None:
    """Tell how sure a first sentence is to be a lead: short, of one clause, without figures."""
    known = _words()
    bare = _QUOTED.sub("“”", sentence)
    if _FIGURE.search(bare):
        return None
    if known.parallel.match(bare):
        return Kind.PARALLEL
    commas = bare.count("，") + bare.count(",")
    if known.not_first.match(bare) or len(sentence) > _LONG_LEAD or commas > _MOST_COMMAS:
        return None
    return Kind.LEAD if len(sentence) <= _SHORT_LEAD and commas < _MOST_COMMAS else Kind.LONG_LEAD
