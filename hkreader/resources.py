"""The one place that knows where `resources/` lies: source tree, wheel or packaged program."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


@cache
def resource_root() -> Path:
    """Give the folder that holds the resources."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def resource_path(*parts: str) -> Path:
    """Give the path of one resource, named by its parts below `resources/`."""
    return resource_root().joinpath(*parts)


@cache
def read_toml(*parts: str) -> dict[str, Any]:
    """Read a table of language knowledge, once; what it gives is shared, and not to be changed."""
    import tomllib  # not on the way to the first paint, which reads JSON alone

    return tomllib.loads(resource_path(*parts).read_text("utf-8"))


def read_json(*parts: str) -> Any:  # noqa: ANN401  what JSON holds is the caller's to know
    """Read a JSON resource; used on the way to the first paint, where TOML is too slow."""
    return json.loads(resource_path(*parts).read_text("utf-8"))
