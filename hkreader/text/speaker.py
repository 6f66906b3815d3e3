"""Who gave the report, and in which office."""

from __future__ import annotations

import re

from hkreader.text.evidence import Evidence
from hkreader.text.noise import is_title

_HAN = "\u4e00-\u9fff"
_GAP = r"[\s\u3000?？]*"
_OFFICE = (
    r"(?:代理?|副)?(?:省长|市长|区长|县长|旗长|州长|盟长|镇长|乡长|专员|主席|总理|"
    r"(?:管委会|管理委员会|街道办事处)主任)"
)
_NAME = rf"[{_HAN}](?:{_GAP}[{_HAN}]){{1,3}}|[{_HAN}]{{2,8}}·[{_HAN}·]{{2,10}}"
_SPEAKER = re.compile(
    rf"(?P<title>[{_HAN}]{{0,24}}?{_OFFICE}){_GAP}(?P<name>{_NAME}?)(?=$|{_GAP}(?:同志)?{_GAP}(?:在|作|$|[）)]|\d))"
)
_SPEAKER_FIRST = re.compile(
    rf"(?:^|[日号\s])(?P<name>[{_HAN}]{{2,3}})(?P<title>{_OFFICE})(?=在|作|同志)"
)
_TITLE_ONLY = re.compile(rf"(?:[{_HAN}]{{0,24}})?{_OFFICE}$|国务院总理$")
_NAME_ONLY = re.compile(rf"(?:{_NAME})$")


def find_speaker(evidence: Evidence) -> tuple[str | None, str | None]:
    """Find who gave the report, and as what."""
    head = list(evidence.head)
    for index, line in enumerate(head):
        found = _SPEAKER.search(line) or _SPEAKER_FIRST.search(line)
        if found:
            return _bare(found["name"]), _office(found["title"])
        if index + 1 < len(head) and _TITLE_ONLY.fullmatch(line):
            name = _NAME_ONLY.fullmatch(head[index + 1])
            if name:
                return _bare(name.group()), line
    for line in evidence.page:
        if line.startswith("报告人"):
            found = _SPEAKER.search(line[4:])
            if found:
                return _bare(found["name"]), _office(found["title"])
    last = head[-1] if head else ""
    alone = bool(last) and not is_title(last) and _NAME_ONLY.fullmatch(last)
    return (_bare(last), None) if alone else (None, None)


def _bare(name: str) -> str:
    return re.sub(r"[\s\u3000?？]+|同志$", "", name)


def _office(title: str) -> str:
    """Cut what stands before the office in a line such as `在…第三次会议上省长`."""
    return re.split(r"会议上|大会上|日", title)[-1]
