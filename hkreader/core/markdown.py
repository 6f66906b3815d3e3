"""Text that stands in Markdown for itself."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_\[\]<>|]")
_LINE_START = re.compile(r"^(\d+)([.)]\s)|^([#+-])(?=\s)")


def escaped(text: str) -> str:
    """Let no character of `text` mean anything to Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def escaped_start(line: str) -> str:
    """Let a line that is `escaped`, or has marks of its own, begin neither list nor heading."""
    return _LINE_START.sub(_escape_start, line)


def _escape_start(start: re.Match[str]) -> str:
    number, dot, sign = start.groups()
    return f"{number}\\{dot}" if number else f"\\{sign}"
