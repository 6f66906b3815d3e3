"""Records as plain values that `marshal` takes: to keep them in a file or to hand them to another process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from hkreader.core import report as records

REPORT_CLASSES: tuple[type, ...] = (
    records.Report,
    records.Source,
    records.Facts,
    records.Section,
    records.Paragraph,
    records.Sentence,
    records.Term,
    records.Mask,
    records.Noise,
    records.Span,
    records.Part,
    records.RegionLevel,
    records.ParagraphKind,
    records.Table,
    records.Damage,
    records.DamageKind,
)
"""Whatever a report is made of."""


class Packing:
    """Packs records of the classes it was made for, each named by its place among them."""

    def __init__(self, classes: Sequence[type]) -> None:
        self._makers: tuple[Callable[..., Any], ...] = (*classes, Path)
        self._numbers = {kind: number for number, kind in enumerate(classes)}
        self._path = len(classes)

    def pack(self, value: Any) -> Any:  # noqa: ANN401  records and what they are made of
        """Turn records into numbered tuples and tuples into lists; `KeyError` for other records."""
        if isinstance(value, tuple):
            return [self.pack(item) for item in value]
        if isinstance(value, Enum):
            return (self._numbers[type(value)], value.value)
        if isinstance(value, Path):
            return (self._path, str(value))
        if is_dataclass(value):
            parts = [self.pack(getattr(value, field.name)) for field in fields(value)]
            return (self._numbers[type(value)], *parts)
        return value

    def unpack(self, value: Any) -> Any:  # noqa: ANN401
        """Turn what `pack` made back into records."""
        kind = type(value)
        if kind is list:
            return tuple(map(self.unpack, value))
        if kind is tuple:
            return self._makers[value[0]](*map(self.unpack, value[1:]))
        return value
