"""How a report is set: sizes in em, so that zoom rebuilds every format from one number."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from hkreader.ui.reading.column import COLUMN_EMS, EDGE, LINE_PITCH, TEXT_SIZE
from hkreader.ui.theme import Theme


class Setting(NamedTuple):
    """How one kind of paragraph is set; lengths in em of the body text."""

    size: float = 1.0
    weight: QFont.Weight = QFont.Weight.Normal
    pitch: float = LINE_PITCH
    """In em of its own size."""
    above: float = 0.0
    below: float = 0.6
    indent: float = 0.0
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    role: str = "ink"


_BOLD = QFont.Weight.Bold
_JUSTIFY = Qt.AlignmentFlag.AlignJustify
_CENTRE = Qt.AlignmentFlag.AlignHCenter

SETTINGS = {
    "title": Setting(1.6, _BOLD, 1.5, above=0.8, below=0.5, align=_CENTRE),
    "byline": Setting(0.94, pitch=1.6, below=1.8, align=_CENTRE, role="muted"),
    "byline_more": Setting(0.94, pitch=1.6, below=0.1, align=_CENTRE, role="muted"),
    "heading1": Setting(1.3, _BOLD, 1.5, above=1.7, below=0.9),
    "heading2": Setting(1.12, _BOLD, 1.5, above=1.1, below=0.6),
    "heading3": Setting(1.0, _BOLD, 1.6, above=0.6, below=0.5),
    "salutation": Setting(),
    "body": Setting(indent=2.0, align=_JUSTIFY),
    "term": Setting(0.94, pitch=1.75, below=0.5, align=_JUSTIFY),
    "table": Setting(0.9, pitch=1.9, below=0.0),
    "noise": Setting(0.86, pitch=1.6, below=0.3, role="muted"),
}


class Looks(NamedTuple):
    """What the user chose beside zoom and theme."""

    pitch: int = 100
    """Per cent of the usual distance of lines."""
    width: int = COLUMN_EMS
    """The most characters of a line."""
    font: str = "sans"


FAMILIES = {
    "song": ["Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC"],
    "kai": ["KaiTi", "KaiTi_GB2312", "AR PL UKai CN", "Kaiti SC"],
    "fangsong": ["FangSong", "FangSong_GB2312", "STFangsong"],
}
"""Asked for in turn before the usual ones; which of them is there is the system's to know."""


class Typography:
    """The formats of one zoom, one theme and one choice of looks."""

    def __init__(self, zoom: int, theme: Theme, looks: Looks | None = None) -> None:
        self.em = round(TEXT_SIZE * zoom / 100)
        self.theme = theme
        self.looks = looks or Looks()

    @property
    def column(self) -> int:
        """The widest a line of text may be."""
        return self.looks.width * self.em

    @property
    def pitch(self) -> float:
        """The distance of the lines of the text, in pixels."""
        return LINE_PITCH * self.looks.pitch / 100 * self.em

    @cached_property
    def table_metrics(self) -> QFontMetricsF:
        """Measures the text in tables."""
        return QFontMetricsF(self.font(SETTINGS["table"]))

    @cached_property
    def gutter(self) -> int:
        """What the paragraph numbers need to the left of the text."""
        return EDGE + round(2.8 * self.em)

    @property
    def number_gap(self) -> int:
        """How far from the text its number stands."""
        return round(0.9 * self.em)

    @cached_property
    def number_font(self) -> QFont:
        """The font of the paragraph numbers."""
        return self.font(Setting(0.67))

    def font(self, setting: Setting) -> QFont:
        """Give the font of a setting, its families named, lest Chinese falls back to Japanese."""
        font = QFont()
        font.setFamilies([*FAMILIES.get(self.looks.font, ()), *self.theme.font_families])
        font.setPixelSize(max(1, round(setting.size * self.em)))
        font.setWeight(setting.weight)
        # To fit each new character to the pixels costs the first page 9 ms and shows no better.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def block_format(self, name: str) -> QTextBlockFormat:
        """Give the paragraph format of a setting."""
        setting = SETTINGS[name]
        block = QTextBlockFormat()
        pitch = round(setting.pitch * self.looks.pitch / 100 * round(setting.size * self.em))
        block.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setTopMargin(round(setting.above * self.em))
        block.setBottomMargin(round(setting.below * self.em))
        block.setTextIndent(round(setting.indent * setting.size * self.em))
        block.setAlignment(setting.align)
        return block

    def char_format(
        self, name: str, *, weight: QFont.Weight | None = None, role: str | None = None
    ) -> QTextCharFormat:
        """Give the letter format of a setting, with another weight or colour where asked."""
        setting = SETTINGS[name]
        font = self.font(setting)
        if weight is not None:
            font.setWeight(weight)
        letters = QTextCharFormat()
        letters.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
        letters.setForeground(self.theme.colour(role or setting.role))
        return letters
