"""What a user decided about figures and noted on passages, each with the words it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hkreader.core.findings import Measurement
from hkreader.core.report import Span


class Ruling(StrEnum):
    """What a user made of a figure."""

    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text, with enough of its words to be found again where the text is set anew."""

    span: Span
    start: int
    """Where `words` begin in the text."""
    words: str
    """The sentences that the span touches, as they stand; blanks where there is noise in them."""
    ordinal: int = 0
    """Which it is of the stretches with these words, from 0."""
    twins: int = 1
    """How many stretches with these words the text has."""

    def __post_init__(self) -> None:
        """Hold that the place lies in its words."""
        end = self.start + len(self.words)
        if not 0 <= self.start <= self.span.start <= self.span.end <= end:
            raise ValueError(self.span)


@dataclass(frozen=True, slots=True)
class Decision:
    """A user's word on a figure; it stands, whatever the extractor says there later."""

    anchor: Anchor
    """Its span holds those of all figures below."""
    ruling: Ruling
    measurements: tuple[Measurement, ...]
    """The word itself: none where the figure was rejected, several where it was split."""
    found: tuple[Measurement, ...] = ()
    """What the extractor had said: none where the figure was added, several where it was merged."""
    note: str = ""
    who: str = ""
    when: str = ""
    """ISO 8601 with the time zone."""

    def __post_init__(self) -> None:
        """Hold that the figures lie in the place."""
        for item in (*self.measurements, *self.found):
            if not self.span.start <= item.span.start <= item.span.end <= self.span.end:
                raise ValueError(item.span)

    @property
    def span(self) -> Span:
        """Give the place it is about."""
        return self.anchor.span


class NoteKind(StrEnum):
    """What a note is besides its words."""

    HIGHLIGHT = "highlight"
    NOTE = "note"
    BOOKMARK = "bookmark"


@dataclass(frozen=True, slots=True)
class Note:
    """What a user marked or wrote on a passage or a figure."""

    id: str
    """A UUID: the same in every store that the note comes to."""
    anchor: Anchor
    kind: NoteKind
    colour: str = ""
    """A name, which the theme turns into a colour."""
    text: str = ""
    tags: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    """ISO 8601 with the time zone."""


@dataclass(frozen=True, slots=True)
class KnownText:
    """A text that the store holds decisions or notes of, or has at least seen."""

    hash: str
    """SHA-256 of the text, whatever file it came in."""
    words: str = ""
    """The same of its words alone: equal for the same report in another format."""
    title: str = ""
    region: str = ""
    year: int | None = None
    file: str = ""
    """The name it had when it was last seen."""
    seen: str = ""
    """ISO 8601 with the time zone."""
    checked: int = 0
    """How many of its figures were decided."""
    total: int = 0
    """How many figures it has."""
