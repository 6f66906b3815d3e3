"""How headings are worded, and how words are folded for the filter."""

from __future__ import annotations

import unicodedata

from hkreader.messages import tr
from hkreader.models.nodes import GroupNode


def group_title(group: GroupNode) -> str:
    """Word a group's heading."""
    if group.section is None:
        return tr(f"panels.part.{group.part}")
    return " ".join(group.section.heading.split())


def folded(text: str) -> str:
    """Make `text` the same for every width and case of its letters."""
    return unicodedata.normalize("NFKC", text).casefold()
