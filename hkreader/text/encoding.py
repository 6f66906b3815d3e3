"""Bytes → text: which encoding a Chinese plain-text file was written in, and what it says."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
_LEGACY = (("gb18030", "gb18030"), ("big5", "cp950"), ("big5", "big5hkscs"))
_COMMON = frozenset(
    "的一是在不了有和人这这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
    "说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当"
    "使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你"
    "區縣國會發產經業們個對為來時這學後實現點體從還開間樣與關線數務報總議長進過區動應機當無設農"
    "市区县府展报告建设改革总推服务各代表项目城乡企万元增长，。、；：“”（）《》—0123456789% \r\n\t\u3000"
)
RESTORED = "mangled "
"""Before the name of an encoding: the text had been read in a wrong one and stored so."""
_MANGLERS = ("gb18030", "cp1252", "latin-1")
_SAMPLE = 20_000
_READABLE = 0.4
"""Share of common characters that Chinese prose always has."""
_MOST_MANGLED = 0.2
"""Share of characters that may be lost for good in a text that is restored."""
_FEWEST_RESTORED = 8
"""Chinese characters without which it is no restored text."""
_FEWEST_BYTES = 4
_MOST_BROKEN = 0.1
"""Share of undecodable bytes above which the bytes are no text of that encoding."""
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})
_MOST_CONTROL = 0.002


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in and the number of bytes that meant nothing."""

    text: str
    encoding: str
    undecodable: int = 0


def decode(data: bytes) -> Decoded | None:
    """Decode a text file; None where the bytes are no text in any encoding we know."""
    decoded = _decode(data)
    if decoded is None or commonness(decoded.text) >= _READABLE:
        return decoded
    restored = _restore(decoded.text)
    if restored is None:
        return decoded
    return Decoded(restored, RESTORED + decoded.encoding, restored.count("\ufffd"))


def is_mangled(text: str) -> bool:
    """Tell text that was read in a wrong encoding and stored so."""
    return commonness(text) < _READABLE and _restore(text) is not None


def _restore(text: str) -> str | None:
    """Undo a reading of UTF-8 in a wrong encoding; None where it was none."""
    text = text.replace("\ufffd", "?")
    for codec in _MANGLERS:
        try:
            sample = text[:_SAMPLE].encode(codec, "replace").decode("utf-8", "replace")
        except UnicodeError:
            continue
        broken = sample.count("\ufffd") + sample.count("?")
        chinese = sum("\u4e00" <= sign <= "\u9fff" for sign in sample)
        readable = chinese >= _FEWEST_RESTORED and commonness(sample) >= _READABLE
        if readable and broken < _MOST_MANGLED * len(sample):
            return text.encode(codec, "replace").decode("utf-8", "replace")
    return None


def _decode(data: bytes) -> Decoded | None:
    for bom, name, codec in _BOMS:
        if data.startswith(bom):
            return _lenient(data[len(bom) :], name, codec)
    wide = _wide(data)
    if wide is not None:
        return wide
    if _is_binary(data):
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def commonness(text: str) -> float:
    """Tell which share of the characters is among the most frequent of Chinese reports."""
    sample = text[:_SAMPLE]
    return sum(map(_COMMON.__contains__, sample)) / len(sample) if sample else 0.0


def _is_binary(data: bytes) -> bool:
    sample = data[: 4 * _SAMPLE]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return control > max(2, _MOST_CONTROL * len(sample))


def _wide(data: bytes) -> Decoded | None:
    """Read UTF-16 without a byte order mark, which shows in its even and odd bytes."""
    even = data[: 2 * _SAMPLE]
    even = even[: len(even) // 2 * 2]
    if len(even) < _FEWEST_BYTES or (b"\0" not in even and _decodes(data, "utf-8")):
        return None
    best: tuple[float, str] = (0.6, "")
    for codec in ("utf-16-le", "utf-16-be"):
        best = max(best, (commonness(even.decode(codec, "replace")), codec))
    return _lenient(data, best[1], best[1]) if best[1] else None


def _legacy(data: bytes) -> Decoded | None:
    """Choose among the legacy encodings, and a damaged UTF-8, the one that reads as Chinese."""
    best: Decoded | None = None
    best_score = 0.0
    for name, codec in (("utf-8", "utf-8"), *_LEGACY):
        decoded = _lenient(data, name, codec)
        if decoded is None:
            continue
        score = commonness(decoded.text) - 2 * decoded.undecodable / len(data)
        if best is None or score > best_score:
            best, best_score = decoded, score
    return best


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _lenient(data: bytes, name: str, codec: str) -> Decoded | None:
    """Decode with U+FFFD for every undecodable stretch, counting its bytes."""
    view, start, broken, pieces = memoryview(data), 0, 0, []
    while start < len(data):
        try:
            pieces.append(str(view[start:], codec))
            break
        except UnicodeDecodeError as error:
            pieces.append(str(view[start : start + error.start], codec))
            pieces.append("\ufffd")
            broken += error.end - error.start
            start += error.end
            if broken > max(64, _MOST_BROKEN * len(data)):
                return None
    return Decoded("".join(pieces), name, broken)
