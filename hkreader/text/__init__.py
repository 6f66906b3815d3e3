"""File → `Report`: readers, outline, sentences, glossary, masks, noise and facts; free of Qt.

The rules are imported when the first report is read: a window that shows a report it has read
before needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hkreader.text.assembly import Beginning, begin_report, read_report, report_from_text

__all__ = ["Beginning", "begin_report", "read_report", "report_from_text"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from hkreader.text import assembly

        return getattr(assembly, name)
    raise AttributeError(name)
