"""Where the reader was before each jump."""

from __future__ import annotations

from hkreader.core.report import Span

DEPTH = 200


class History:
    """Two stacks of places; an empty span is a place without anything to light."""

    __slots__ = ("_back", "_forward")

    def __init__(self) -> None:
        self._back: list[Span] = []
        self._forward: list[Span] = []

    @property
    def can_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._back)

    @property
    def can_forward(self) -> bool:
        """Whether there is a place to return to."""
        return bool(self._forward)

    def leave(self, place: Span) -> None:
        """Note that a jump leads away from `place`."""
        self._forward.clear()
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[:-DEPTH]

    def back(self, place: Span) -> Span | None:
        """Give the place before, leaving `place` for `forward`."""
        return self._move(self._back, self._forward, place)

    def forward(self, place: Span) -> Span | None:
        """Give the place that `back` left."""
        return self._move(self._forward, self._back, place)

    def clear(self) -> None:
        """Forget everything."""
        self._back.clear()
        self._forward.clear()

    @staticmethod
    def _move(source: list[Span], target: list[Span], place: Span) -> Span | None:
        while source:
            span = source.pop()
            if span != place:
                target.append(place)
                return span
        return None
