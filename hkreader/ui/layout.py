"""The measures of the window, in pixels."""

from __future__ import annotations

SIDE_OVER_BELOW = 1100
"""In a narrower window the side panel lies over the text."""
OUTLINE_OVER_BELOW = 800
BESIDE_WIDTH = 440
"""What a second text beside the first takes of the window, before it gets half of the texts' room."""
STRIP_HEIGHT = 40
STATUS_HEIGHT = 28
