"""What stands on a page: glyphs and ruling lines in upright frames.

A frame is a page turned so that its writing runs from left to right; y grows downwards. What is
written in another direction on the same page has a frame of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Rule = tuple[float, float, float, float]
"""A ruling line from its left or upper end to the other: x, y, x, y."""


@dataclass(slots=True)
class Glyph:
    """One character where it is set."""

    char: str
    x0: float
    x1: float
    base: float
    size: float
    order: int
    """Its place in the order of drawing."""
    apart: bool
    """Whether there is a blank between it and the one drawn before."""


@dataclass(slots=True)
class Frame:
    """What runs in one direction on a page."""

    glyphs: list[Glyph]
    rules: list[Rule] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """A page's frames, the one with the most writing first."""

    frames: list[Frame]
    pictured: bool
    undecodable: int
