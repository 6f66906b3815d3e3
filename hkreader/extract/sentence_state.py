"""What is known of the numbers of one sentence while it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hkreader.core.findings import Bound, Kind
from hkreader.extract.clauses import Figure
from hkreader.extract.predicates import Predicate


@dataclass(slots=True)
class Reading:
    """What one number of a sentence says."""

    figure: Figure
    predicate: Predicate
    kind: Kind
    name: str = ""
    negative: bool = False
    bound: Bound | None = None
    basis: str | None = None
    left_out: str = ""
    """Key of the reason why it is no measurement."""
    doubt: str = ""
    """Key of the reason why it is doubtful."""
    follows: bool = False
    """The noun stands behind the number."""


@dataclass(slots=True)
class SentenceState:
    """What earlier numbers of the sentence leave behind for later ones."""

    text: str
    readings: list[Reading] = field(default_factory=list)
    subject: str = ""
    action: str = ""
    members: Sequence[str] = ()
    """Names that a group of numbers was spread over (A、B分别…)."""
