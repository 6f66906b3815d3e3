"""Numbers that Word shows before a paragraph but does not write into its text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from xml.etree.ElementTree import Element

_NAMESPACE = re.compile(r"\{[^}]*\}")
_PLACE = re.compile(r"%(\d)")
_DIGITS = "〇一二三四五六七八九"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "ideographDigital",
        "ideographTraditional",
    }
)


def chinese(number: int) -> str:
    """Write a number below a hundred in Chinese numerals."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:  # noqa: PLR2004  no list is that long
        return str(number)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)  # noqa: PLR2004


def _writer(form: str) -> Callable[[int], str]:
    if form in _CHINESE:
        return chinese
    if form.startswith("decimalEnclosedCircle"):
        return _circled
    return _letter if form.endswith("Letter") else str


def _name(element: Element) -> str:
    return _NAMESPACE.sub("", element.tag)


def _value(element: Element, name: str = "val") -> str:
    return next((v for key, v in element.items() if _NAMESPACE.sub("", key) == name), "")


def _child(element: Element | None, name: str) -> Element | None:
    return next((c for c in element if _name(c) == name), None) if element is not None else None


class Numbering:
    """Counts a document's lists and labels their paragraphs."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        """Read the definitions of lists and the styles that use them."""
        forms: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._lists: dict[str, dict[int, tuple[str, str, int]]] = {}
        for element in () if numbering is None else numbering:
            if _name(element) == "abstractNum":
                forms[_value(element, "abstractNumId")] = dict(map(_level, _levels(element)))
        for element in () if numbering is None else numbering:
            abstract = _child(element, "abstractNumId") if _name(element) == "num" else None
            if abstract is not None:
                levels = dict(forms.get(_value(abstract), {}))
                self._lists[_value(element, "numId")] = levels
        self._styles: dict[str, tuple[str, int]] = {}
        for style in () if styles is None else styles:
            place = _place(_child(style, "pPr")) if _name(style) == "style" else None
            if place is not None:
                self._styles[_value(style, "styleId")] = place
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, paragraph: Element) -> str:
        """Count the paragraph and give what Word shows before it."""
        properties = _child(paragraph, "pPr")
        place = _place(properties)
        if place is None:
            style = _child(properties, "pStyle")
            place = self._styles.get(_value(style)) if style is not None else None
        if place is None or place[0] not in self._lists:
            return ""
        levels, level = self._lists[place[0]], place[1]
        if level not in levels:
            return ""
        counts = self._counts[place[0]]
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for deeper in [known for known in counts if known > level]:
            del counts[deeper]
        return _written(levels, level, counts)


def _written(levels: dict[int, tuple[str, str, int]], level: int, counts: dict[int, int]) -> str:
    form, pattern, _ = levels[level]
    if form in {"bullet", "none"}:
        return ""

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        writer, _, start = levels.get(at, ("decimal", "", 1))
        return _writer(writer)(counts.get(at, start))

    return _PLACE.sub(number, pattern)


def _levels(element: Element) -> list[Element]:
    return [child for child in element if _name(child) == "lvl"]


def _level(element: Element) -> tuple[int, tuple[str, str, int]]:
    form, text, start = (_child(element, name) for name in ("numFmt", "lvlText", "start"))
    return int(_value(element, "ilvl") or 0), (
        _value(form) if form is not None else "decimal",
        _value(text) if text is not None else "",
        int(_value(start) or 1) if start is not None else 1,
    )


def _place(properties: Element | None) -> tuple[str, int] | None:
    """Give the list and level that paragraph or style properties name."""
    numbered = _child(properties, "numPr")
    identity = _child(numbered, "numId")
    if identity is None:
        return None
    level = _child(numbered, "ilvl")
    return _value(identity), int(_value(level) or 0) if level is not None else 0
