"""What every reader gives: the text it drew and how."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Draft:
    """The text that a reader drew from a file."""

    text: str
    format: str
    encoding: str
    undecodable: int = 0


class Reader(Protocol):
    """A reader of one format; a module of this folder serves as one."""

    FORMAT: str

    def accepts(self, data: bytes) -> bool:
        """Tell by the content whether the bytes are of this format."""

    def draw(self, path: Path, data: bytes) -> Draft:
        """Give the text; raises a `ReadError` about `path`."""
