"""The language tables that several modules of this room read, each parsed once."""

from __future__ import annotations

from functools import cache
from typing import Any

from hkreader.resources import read_toml


@cache
def language_table(name: str) -> dict[str, Any]:
    """Give one table of `resources/language`."""
    return read_toml("language", f"{name}.toml")
