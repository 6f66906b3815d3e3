"""What somebody said of a figure or a passage, in one line."""

from __future__ import annotations

from hkreader.core.reviews import Decision, Note, Ruling
from hkreader.messages import tr
from hkreader.models.figure_words import figure


def decision_words(decision: Decision) -> str:
    """Word a decision: what was ruled, on what, why, by whom."""
    ruling = tr(f"panels.review.state.{decision.ruling}")
    shown = decision.measurements if decision.ruling is not Ruling.REJECTED else decision.found
    said = tr("panels.and").join(f"{it.name} {figure(it)}" for it in shown)
    return " · ".join(filter(None, (ruling, said, decision.note, decision.who)))


def note_words(note: Note) -> str:
    """Word a note: what was written, its tags, by whom."""
    return " · ".join(filter(None, (note.text, tag_words(note), note.who)))


def tag_words(note: Note) -> str:
    """Give the tags of a note in one line."""
    return " ".join(f"#{tag}" for tag in note.tags)


def signed_words(who: str, when: str) -> str:
    """Say by whom and when something was said."""
    minutes = when[: len("2026-11-27T10:20")].replace("T", " ")
    return tr("panels.said.by", who=who, when=minutes)
