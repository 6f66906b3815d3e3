"""The one catalogue of words for people, in Chinese and English; free of Qt.

`resources/translations/*.json` map a key to its wordings: `{"error.unknown": {"zh": "…", "en": "…"}}`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from hkreader.core.errors import HkreaderError
from hkreader.resources import read_json, resource_path


class Language(StrEnum):
    """A language the interface speaks."""

    ZH = "zh"
    EN = "en"


class _Current:
    language = Language.ZH


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Give every message with its wordings."""
    messages: dict[str, dict[str, str]] = {}
    for path in sorted(resource_path("translations").glob("*.json")):
        messages.update(read_json("translations", path.name))
    return messages


def set_language(language: Language) -> None:
    """Choose the language of every later `tr`."""
    _Current.language = language


def language() -> Language:
    """Give the language in force."""
    return _Current.language


def tr(key: str, **data: object) -> str:
    """Word the message `key` in the language in force."""
    wording = catalogue()[key][_Current.language]
    return wording.format(**data) if data else wording


def explain(error: HkreaderError) -> str:
    """Word an error as one sentence that names the file and what to do."""
    return tr(error.key, name=error.path.name or str(error.path), path=error.path, **error.data)
