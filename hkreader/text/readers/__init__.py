"""One file a format: each reader turns bytes into the text of a report, chosen by content."""

from hkreader.text.readers.base import Draft, Layout, Reader
from hkreader.text.readers.choice import draw_text

__all__ = ["Draft", "Layout", "Reader", "draw_text"]
