"""File → `Report`: readers, outline, sentences, glossary, masks, noise and facts; free of Qt."""

from hkreader.text.assembly import read_report, report_from_text

__all__ = ["read_report", "report_from_text"]
