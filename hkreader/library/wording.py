"""The words of a text without blanks and noise: the same in whatever format a report comes.

Places are found again by their words, so that decisions survive another format and another line
width, and only where the words are the same: a sentence that says something else is not theirs.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from hkreader.core.report import Report, Span
from hkreader.core.reviews import Anchor, KnownText
from hkreader.extract.passages import fold

_WORDS = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]+")

_TELLING = 16
"""Characters of words that are a sentence's own, even within a longer one."""


def text_hash(report: Report) -> str:
    """Give what a text is known by: not by its file, which may be moved, renamed or saved anew."""
    return _digest(report.text)


def known_text(
    report: Report, wording: Wording, *, checked: int = 0, total: int = 0, seen: str = ""
) -> KnownText:
    """Give what the store is to know of a report with this wording."""
    path, facts = report.source.path, report.facts
    return KnownText(
        hash=text_hash(report),
        words=wording.hash,
        title=facts.title or "",
        region=facts.region or "",
        year=facts.year,
        file="" if path is None else path.name,
        seen=seen,
        checked=checked,
        total=total,
    )


def sentence_key(words: str) -> int:
    """Give a number that tells sentences apart, whatever their blanks and widths."""
    digest = hashlib.blake2b(squeeze(words).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big", signed=True)


def squeeze(text: str) -> str:
    """Drop blanks and bring look-alikes to one form."""
    return fold("".join(_WORDS.findall(text)))


class Wording:
    """A report's words and where each of its characters stands."""

    def __init__(self, report: Report) -> None:
        """Squeeze the report; some milliseconds for a long one."""
        self._report = report
        self._clean = _without_noise(report)
        places: list[int] = []
        words: list[str] = []
        # Run by run: one long call would hold up every other thread, the window's too.
        for run in _WORDS.finditer(self._clean):
            places.extend(range(*run.span()))
            words.append(run.group())
        self._places = places
        self.text = fold("".join(words))
        self.hash = _digest(self.text)
        units = tuple(_units(report, self._clean))
        self._starts = {self._at(span.start) for span in units}
        self._ends = {self._at(span.end) for span in units}

    def anchor(self, *spans: Span) -> Anchor:
        """Anchor what reaches from the first of `spans` to the last."""
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        stretch = self._stretch(whole)
        words = self._clean[stretch.start : stretch.end]
        starts = self._occurrences(squeeze(words))
        here = self._at(stretch.start)
        ordinal = starts.index(here) if here in starts else 0
        return Anchor(whole, stretch.start, words, ordinal, max(1, len(starts)))

    def find(self, anchor: Anchor) -> int | None:
        """Find an anchor's words; None where they are gone or it cannot be told which are meant."""
        words = squeeze(anchor.words)
        starts = self._occurrences(words)
        if not starts and len(words) >= _TELLING and self.text.count(words) == 1:
            # A heading without a mark may have run into the sentence, as in columns of a PDF.
            starts = [self.text.index(words)]
        if len(starts) != anchor.twins or anchor.ordinal >= len(starts):
            return None
        return starts[anchor.ordinal]

    def moved(self, anchor: Anchor, found: int, span: Span) -> Span:
        """Give where `span`, of the words of `anchor`, lies in this text, which has them at `found`."""
        start = found + len(squeeze(anchor.words[: span.start - anchor.start]))
        inner = anchor.words[span.start - anchor.start : span.end - anchor.start]
        size = len(squeeze(inner))
        first = self._place(start)
        return Span(first, self._place(start + size - 1) + 1) if size else Span(first, first)

    def keys(self) -> set[int]:
        """Give the key of every sentence."""
        return {
            sentence_key(self._clean[sentence.span.start : sentence.span.end])
            for sentence in self._report.sentences
        }

    def _at(self, offset: int) -> int:
        return bisect_left(self._places, offset)

    def _place(self, index: int) -> int:
        return self._places[index] if index < len(self._places) else len(self._clean)

    def _stretch(self, span: Span) -> Span:
        """Give the sentences that `span` touches; outside of sentences, the lines."""
        first = self._unit(span.start)
        last = self._unit(max(span.start, span.end - 1))
        return Span(min(first.start, span.start), max(last.end, span.end))

    def _unit(self, offset: int) -> Span:
        sentence = self._report.sentence_at(offset)
        if sentence is not None:
            return sentence.span
        start = self._clean.rfind("\n", 0, offset) + 1
        end = self._clean.find("\n", offset)
        return Span(start, len(self._clean) if end < 0 else end)

    def _occurrences(self, words: str) -> list[int]:
        """Find where `words` stand as whole sentences or lines."""
        found: list[int] = []
        at = self.text.find(words) if words else -1
        while at >= 0:
            if at in self._starts and at + len(words) in self._ends:
                found.append(at)
            at = self.text.find(words, at + 1)
        return found


def _digest(text: str) -> str:
    # Half a character, of a broken file, is a character like others here.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _without_noise(report: Report) -> str:
    """Blank the noise out, so that every other character keeps its place."""
    pieces: list[str] = []
    at = 0
    for start, end in _joined(noise.span for noise in report.noise):
        pieces += (report.text[at:start], re.sub(r"[^\n]", " ", report.text[start:end]))
        at = end
    return "".join([*pieces, report.text[at:]])


def _joined(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    at = 0
    for span in sorted(spans):
        start = max(at, span.start)
        if span.end > start:
            yield start, span.end
            at = span.end


def _units(report: Report, clean: str) -> Iterator[Span]:
    """Give what may be an anchor's words: sentences, and lines for what stands in no sentence."""
    yield from (sentence.span for sentence in report.sentences)
    yield from (Span(*line.span()) for line in re.finditer(r"[^\n]+", clean))
