"""By when: 6月底前, 年内, 到2020年."""

from __future__ import annotations

import re

_DEADLINE = re.compile(
    r"(?:到|至|截至)?(?P<year>20\d\d)年(?:底|末|年底)?(?P<month_of>1?\d月)?(?:底|末)?(?P<before>以?前|之前)?"
    r"|(?P<month>1?\d)月(?:底|末|份)?(?:以?前|之前|底|末)"
    r"|(?P<quarter>[一二三四])季度(?:末|底)?(?:以?前)?"
    r"|(?P<half>上半年)"
    r"|(?P<next>明年)(?:底|末|年底)?(?:以?前)?"
    r"|(?P<this>年底?以?前|年内|本年度?内?|今年(?:底|内|年底)?(?:以?前)?|全年|年底|年末)"
)
_ONLY = re.compile(
    r"\s*(?:力争|确保|计划|争取)?(?:在|于)?{}(?:力争|确保|计划)?\s*$".format(
        "(?:" + _DEADLINE.pattern + ")"
    )
)
_QUARTER_ENDS = {"一": 3, "二": 6, "三": 9, "四": 12}
_LONGEST_ALONE = 14
_HINT = re.compile("[年月度]")


def find_deadline(clause: str, year: int | None) -> tuple[str | None, bool]:
    """Give the deadline a clause names, as `2018` or `2018-06`, and whether it says nothing else."""
    match = _DEADLINE.search(clause) if _HINT.search(clause) else None
    if match is None:
        return None, False
    only = len(clause) <= _LONGEST_ALONE and _ONLY.match(clause) is not None
    return _worded(match, year), only


def _worded(match: re.Match[str], year: int | None) -> str | None:
    said = match.groupdict()
    if said["year"] is not None:
        month = said["month_of"]
        return said["year"] if month is None else f"{said['year']}-{int(month[:-1]):02d}"
    if year is None:
        return None
    if said["next"] is not None:
        return str(year + 1)
    month_number = 6 if said["half"] else _QUARTER_ENDS.get(said["quarter"] or "")
    if said["month"] is not None:
        month_number = int(said["month"])
    return str(year) if month_number is None else f"{year}-{month_number:02d}"
