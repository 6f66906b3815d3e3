"""The words of the set-up, Chinese or English after the system's language."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

WORDS = Path(__file__).with_name("wording.json")
CHINESE_PRIMARY = 0x04


def language() -> str:
    """Give `zh` where the system speaks Chinese, else `en`."""
    names = ("HKREADER_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((os.environ[name] for name in names if os.environ.get(name)), "")
    if not chosen and sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return "zh" if code & 0x3FF == CHINESE_PRIMARY else "en"
    return "zh" if chosen.lower().startswith("zh") else "en"


def say(key: str, **data: object) -> None:
    """Print the message `key`."""
    words = json.loads(WORDS.read_text("utf-8"))
    print(words[key][language()].format(**data), flush=True)
