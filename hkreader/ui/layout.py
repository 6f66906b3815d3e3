"""The measures of the window, in pixels."""

from __future__ import annotations

SIDE_OVER_BELOW = 1100
"""In a narrower window the side panel lies over the text."""
OUTLINE_OVER_BELOW = 800
STRIP_HEIGHT = 40
STATUS_HEIGHT = 28
