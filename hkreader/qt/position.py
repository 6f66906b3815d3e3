"""Where the eye is: at what was shown or clicked last, until the text is scrolled away from it."""

from __future__ import annotations

from hkreader.core.report import Span

SLACK = 240
"""Characters (about six lines) that may be scrolled before the eye is taken to have left."""


class Position:
    """Decides between the first visible character and the last jump or click."""

    __slots__ = ("_pin", "_pin_place", "caret", "place")

    def __init__(self) -> None:
        self.place = 0
        self.caret = 0
        self._pin: Span | None = None
        self._pin_place: int | None = None

    @property
    def offset(self) -> int:
        """The character that the reader looks at."""
        return self.place if self._pin is None else self._pin.start

    @property
    def shown(self) -> Span:
        """What to come back to: the span shown last, or the bare place."""
        return Span(self.place, self.place) if self._pin is None else self._pin

    @property
    def pinned(self) -> bool:
        """Whether the reader still looks at what was shown or clicked."""
        return self._pin is not None

    def reset(self, place: int) -> None:
        """Start afresh at `place`."""
        self.place = self.caret = place
        self._pin = None

    def pin(self, span: Span) -> None:
        """Take `span` for what the reader looks at; the scrolling it brings does not count."""
        self.caret = span.start
        self._pin = span
        self._pin_place = None

    def scroll(self, place: int) -> None:
        """Note the first visible character."""
        self.place = place
        if self._pin is None:
            return
        if self._pin_place is None:
            self._pin_place = place
        elif abs(place - self._pin_place) > SLACK:
            self._pin = None

    def click(self, caret: int) -> None:
        """Note where the caret was set, by hand or by a jump."""
        self.caret = caret
        if self._pin is not None and self._pin.start <= caret <= self._pin.end:
            return
        self._pin = Span(caret, caret)
        self._pin_place = self.place
