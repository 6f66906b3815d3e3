"""Where a report makes commitments: the sentences of its plan, cut into clauses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from hkreader.core.report import Paragraph, ParagraphKind, Part, Report, Section, Sentence, Span
from hkreader.resources import read_toml

_PLANNED = frozenset({Part.PLAN, Part.GOVERNMENT})
_CLAUSE = re.compile(
    r"(?:[^，,；;：:。！？!?\r\n“（(]+|(?<=\d)[,，](?=\d{3})|“[^”\r\n]{1,60}”|（[^）\r\n]{1,60}）"
    r"|\([^)\r\n]{1,60}\)|[“（(])+"
)
_DASHED = re.compile(r"\s*(?:——|--|—|－|[·•●◆]|[（(]?\d{1,2}[）)、.．])")
_COLONS = ("：", ":")
_COUNTED = re.compile("[一二三四五六七八九十]{1,2}[是要]")
_ENDS = "，,；;：:。！？!? \t\u3000\r\n"
_TONE_LENGTH = 40
_GOALS_LENGTH = 120
_LEAD_LENGTH = 26
_INNER_LEAD_LENGTH = 13
_TOPIC_LEVEL = 3
_FEWEST_LEADS = 3
_LEAD_DISTANCE = 80
"""Characters between two short sentences that divide a paragraph, at least."""


@dataclass(frozen=True, slots=True)
class PlanSentence:
    """A sentence of the plan, with the topic it stands under."""

    clauses: tuple[Span, ...]
    lead: str
    goals: bool
    """It names the year's targets, so that only its figures are commitments."""


def plan_sentences(report: Report) -> Iterator[PlanSentence]:
    """Give the sentences of the plan that may commit to something, in text order."""
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in report.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    headings = [section.heading_span.start for section in report.sections]
    goals = ""
    for index, paragraph in enumerate(report.paragraphs):
        if paragraph.kind not in (ParagraphKind.BODY, ParagraphKind.HEADING):
            continue
        if report.part_at(paragraph.span.start) not in _PLANNED:
            continue
        reader = _ParagraphReader(report, paragraph, headings)
        text = report.quote(paragraph.span)
        if _DASHED.match(text) and goals:
            reader.list_goals(goals)
        else:
            goals = reader.goals if text.rstrip().endswith(_COLONS) else ""
        yield from reader.read(by_paragraph.get(index, []))


class _ParagraphReader:
    """Reads one paragraph: its tone, its leads, its sentences."""

    def __init__(self, report: Report, paragraph: Paragraph, headings: list[int]) -> None:
        """Find out what the paragraph is for."""
        self._report = report
        self._headings = headings
        text = report.quote(paragraph.span)
        section = report.section_at(paragraph.span.start)
        self._lead = "" if section is None else section.heading.rstrip(_ENDS)
        goals = _Tones.load().goals.search(text, 0, _GOALS_LENGTH)
        self._goals = goals is not None
        if goals is not None:
            self._lead = goals.group()
        self._skipped = not self._goals and (
            _Tones.load().tones.search(text, 0, _TONE_LENGTH) is not None
            or self._introduces(paragraph)
        )

    @property
    def goals(self) -> str:
        """The words that announce the year's targets; empty where none are."""
        return self._lead if self._goals else ""

    def list_goals(self, announced: str) -> None:
        """Take the paragraph for one of the targets that the words `announced` list."""
        self._lead, self._goals, self._skipped = announced, True, False

    def read(self, sentences: list[Sentence]) -> Iterator[PlanSentence]:
        """Give the sentences that may commit."""
        inner = None
        dividing = self._inner_leads(sentences)
        for place, sentence in enumerate(sentences):
            section = self._heading_at(sentence.span.start)
            begin = sentence.span.start
            if section is not None:
                if self._commits(section):
                    self._lead = self._heading_above(section)
                else:
                    begin = min(section.heading_span.end, sentence.span.end)
                    self._lead = self._lead if self._goals else section.heading.rstrip(_ENDS)
            clauses = self._clauses(Span(begin, sentence.span.end))
            if not clauses or self._skipped:
                continue
            following = sentences[place + 1] if place + 1 < len(sentences) else None
            names_topic = _names_topic(clauses, following)
            if inner is None:
                own_topic = self._stands_under_topic(begin)
                inner = names_topic and not own_topic
            divides = sentence.span.start in dividing
            if (divides or (inner and names_topic)) and section is None:
                self._lead = self._report.quote(clauses[0])
                continue
            yield PlanSentence(tuple(clauses), self._lead, self._goals)

    def _inner_leads(self, sentences: list[Sentence]) -> frozenset[int]:
        """Find short sentences that divide a paragraph, each spelt out by what follows.

        Where some are counted (一是…), only those divide it; others must stand far apart.
        """
        leads = [
            sentence.span.start
            for sentence, following in pairwise(sentences)
            if len(sentence.span) <= _INNER_LEAD_LENGTH + 1
            and _names_topic(self._clauses(sentence.span), following)
        ]
        counted = [start for start in leads if _COUNTED.match(self._report.text, start)]
        distances = [later - earlier for earlier, later in pairwise(leads)]
        if len(counted) >= _FEWEST_LEADS:
            return frozenset(counted)
        apart = len(leads) >= _FEWEST_LEADS and min(distances) >= _LEAD_DISTANCE
        return frozenset(leads if apart else ())

    def _clauses(self, span: Span) -> list[Span]:
        text = self._report.text
        found = []
        for match in _CLAUSE.finditer(text, span.start, span.end):
            words = match.group()
            start = match.start() + len(words) - len(words.lstrip())
            end = match.start() + len(words.rstrip())
            announces = text[match.end() : match.end() + 1] in ("：", ":")
            if start < end and not announces:
                found.append(Span(start, end))
        return found

    def _heading_at(self, start: int) -> Section | None:
        """Give the section whose heading holds `start`."""
        place = bisect_right(self._headings, start) - 1
        if place < 0:
            return None
        section = self._report.sections[place]
        return section if start < section.heading_span.end else None

    def _heading_above(self, section: Section) -> str:
        if section.parent is None:
            return ""
        return self._report.sections[section.parent].heading.rstrip(_ENDS)

    def _stands_under_topic(self, start: int) -> bool:
        section = self._report.section_at(start)
        return section is not None and section.level >= _TOPIC_LEVEL

    def _commits(self, section: Section) -> bool:
        """Tell a first sentence that says what will be done from one that names a topic.

        What nothing follows names no topic: it is the item of a list.
        """
        if section.level < _TOPIC_LEVEL:
            return False
        heading = section.heading.rstrip(_ENDS)
        if not self._report.text[section.heading_span.end : section.span.end].strip():
            return True
        return len(heading) > _LEAD_LENGTH or "，" in heading or "," in heading

    def _introduces(self, paragraph: Paragraph) -> bool:
        """Tell an opening of a section that its topics follow in paragraphs of their own."""
        section = self._report.section_at(paragraph.span.start)
        sections = self._report.sections
        if section is None:
            return False
        if section.level >= _TOPIC_LEVEL:
            parent = None if section.parent is None else sections[section.parent]
            if parent is None or parent.level > 1:
                return False
            return self._has_below(parent, 2)
        below = section.level + 1
        return self._starts_below(section, below, paragraph) or (
            section.level == 1 and self._starts_below(section, _TOPIC_LEVEL, paragraph)
        )

    def _has_below(self, section: Section, level: int) -> bool:
        return any(other.level == level for other in self._inside(section))

    def _starts_below(self, section: Section, level: int, paragraph: Paragraph) -> bool:
        return any(
            other.level == level and other.span.start >= paragraph.span.end
            for other in self._inside(section)
        )

    def _inside(self, section: Section) -> Iterator[Section]:
        for other in self._report.sections[section.index + 1 :]:
            if other.level <= section.level:
                return
            yield other


class _Tones:
    """Words that tell what a paragraph is for."""

    def __init__(self) -> None:
        data = read_toml("language", "tasks.toml")
        self.tones = re.compile("|".join(map(re.escape, data["tones"])))
        self.goals = re.compile("|".join(map(re.escape, data["goals"])))

    @staticmethod
    @cache
    def load() -> _Tones:
        return _Tones()


def _names_topic(clauses: list[Span], following: Sentence | None) -> bool:
    """Tell a short sentence that a longer one spells out."""
    if following is None or len(following.span) <= _INNER_LEAD_LENGTH:
        return False
    return len(clauses) == 1 and len(clauses[0]) <= _INNER_LEAD_LENGTH
