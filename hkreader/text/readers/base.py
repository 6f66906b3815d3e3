"""What every reader gives: the text it drew and how."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hkreader.core.report import Noise, Span, Table


@dataclass(frozen=True, slots=True)
class Layout:
    """What a document tells beside its words, as spans of the drawn text in text order."""

    paragraphs: tuple[Span, ...] | None = None
    """Where the document knows its paragraphs for sure; None lets the lines tell."""
    tables: tuple[Table, ...] = ()
    """Each begins and ends a line; a row is a line, cells are parted by tabs."""
    pages: tuple[int, ...] = ()
    """Where each page begins."""
    noise: tuple[Noise, ...] = ()
    """Page heads and feet, menus, share bars: in the file but not of the report."""
    scans: tuple[int, ...] = ()
    """Pages, counted from 0, that show pictures alone."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text that a reader drew from a file."""

    text: str
    format: str
    encoding: str
    undecodable: int = 0
    layout: Layout = Layout()
    partial: bool = False
    """Whether the file is damaged and gave only a part of its text."""


class Reader(Protocol):
    """A reader of one format; a module of this folder serves as one."""

    __name__: str
    FORMAT: str

    def accepts(self, data: bytes) -> bool:
        """Tell by the content whether the bytes are of this format."""

    def draw(self, path: Path, data: bytes) -> Draft:
        """Give the text; raises a `ReadError` about `path`."""
