"""One file a format: each reader turns bytes into the text of a report, chosen by content."""

from hkreader.text.readers.base import Draft, Reader
from hkreader.text.readers.choice import draw_text

__all__ = ["Draft", "Reader", "draw_text"]
