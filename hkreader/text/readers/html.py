"""Web pages, told by their markup; the bytes say how they are encoded, whatever the page declares."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from hkreader.core.errors import FileNotText
from hkreader.text.encoding import Decoded, decode
from hkreader.text.readers.base import Draft

FORMAT = "html"

_SAMPLE = 4096
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|frameset)\b",
    re.I | re.S,
)
_FRAGMENT = re.compile(
    r"\s*<(?:p|div|table|span|h[1-6]|section|article|br|font|center|[uo]l|meta|title)\b[^<>]*>",
    re.I,
)
_TAG = re.compile(r"</?[a-z][a-z0-9]*\b[^<>]{0,300}>", re.I)
_FEWEST_TAGS = 3
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}


def accepts(data: bytes) -> bool:
    """Know a page by its first element, and a piece of one by its many."""
    sample = _sample(data)
    if _PAGE.match(sample):
        return True
    return bool(_FRAGMENT.match(sample)) and len(_TAG.findall(sample)) >= _FEWEST_TAGS


def draw(path: Path, data: bytes) -> Draft:
    """Draw what a browser would show, the page's furniture marked."""
    from hkreader.text.readers.html_story import draw_page  # noqa: PLC0415  costly, seldom needed

    decoded = decode_page(data)
    if decoded is None:
        raise FileNotText(path)
    text, layout = draw_page(decoded.text)
    return Draft(text, FORMAT, decoded.encoding, decoded.undecodable, layout)


def decode_page(data: bytes) -> Decoded | None:
    """Decode a page: what the bytes surely are, then what the page declares, then what reads best."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:_SAMPLE])
    if declared is not None:
        name = declared.group(1).decode("ascii").lower()
        codec = _ALIASES.get(name, name)
        try:
            return Decoded(data.decode(codec), codec)
        except (UnicodeError, LookupError, ValueError):
            pass
    return decode(data)


def _sample(data: bytes) -> str:
    head = data[: 2 * _SAMPLE]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    if head[:2] in (b"<\0", b"\0<"):
        return head[: len(head) // 2 * 2].decode(
            "utf-16-le" if head[1:2] == b"\0" else "utf-16-be", "replace"
        )
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
