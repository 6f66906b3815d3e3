"""What the document says of itself: region, level, years, speaker."""

from __future__ import annotations

import re

from hkreader.core.report import Facts, RegionLevel, Source

_GOVERNMENT = re.compile(r"([\u4e00-\u9fff]{2,12}?(?:省|自治区|市|区|县|旗))(?:人民政府|政府|区长|市长|县长)")
_REVIEW = re.compile(r"(20\d\d|19\d\d)年(?:政府)?工作回顾")
_YEAR = re.compile(r"((?:19|20)\d\d)年")


def find_facts(text: str, source: Source) -> Facts:
    """Read the facts from the head of the text."""
    head = text[:3000]
    region = _GOVERNMENT.search(head)
    review = _REVIEW.search(text)
    years = _YEAR.findall(head)
    year = int(review[1]) + 1 if review else max(map(int, years), default=None)
    level = None
    if "代表国务院" in head:
        return Facts("政府工作报告", "全国", RegionLevel.NATIONAL, year, year and year - 1)
    return Facts("政府工作报告", region[1] if region else None, level, year, year and year - 1)
