"""The ways in which a document gets damaged, or is made to do damage."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

from tests.mutations.seeds import zipped

MB = 1 << 20
_BOMB = 8 * MB
"""Of what holds more, the damage is done."""
_TOKENS = (
    b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>',
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    b"<a>" * 3000,
    b"<div><table><tr><td>" * 500,
    b"((((" * 2000,
    b"[ << /Kids " * 500,
    b"\0" * 512,
    b"\xff\xfe\xfd" * 200,
    b"&#x10FFFF;&#0;&#xD800;",
    b"9" * 3000,
    "一二三四五六七八九十百千万亿".encode() * 100,
    "增长1.5%、2.5%、".encode() * 300,
    b"=?gb18030?B?" * 50,
    b"\r\n\r\n--",
    b"{\\rtf1" * 400,
    b"stream\nendstream\nendobj\n",
    b"-99999999999999999999",
)


def damaged(data: bytes, chance: Random) -> bytes:
    """Damage a document in one to three ways."""
    ways = _WAYS + (_PACKAGE_WAYS * 2 if data.startswith(b"PK\x03\x04") else ())
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(ways)(data, chance) or b"\0"
    return data


def _place(data: bytes, chance: Random) -> tuple[int, int]:
    first, last = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    return first, last


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _flip(data: bytes, chance: Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice((1, 4, 32, 256))):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def _drop(data: bytes, chance: Random) -> bytes:
    first, last = _place(data, chance)
    return data[:first] + data[last:]


def _swap(data: bytes, chance: Random) -> bytes:
    first, last = _place(data, chance)
    return data[last:] + data[first:last] + data[:first]


def _repeat(data: bytes, chance: Random) -> bytes:
    first, last = _place(data, chance)
    piece = data[first : min(last, first + 2000)]
    return data[:first] + piece * chance.choice((2, 20, 200)) + data[last:]


def _splice(data: bytes, chance: Random) -> bytes:
    first, _ = _place(data, chance)
    return data[:first] + chance.choice(_TOKENS) + data[first:]


def _shuffle(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


_WAYS = (_cut, _flip, _drop, _swap, _repeat, _splice, _shuffle)


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # noqa: BLE001  damaged before: then there are no parts to damage
        return []


def _in_parts(
    change: Callable[[list[tuple[str, bytes]], int, Random], None],
) -> Callable[[bytes, Random], bytes]:
    """Make a way that changes the unpacked parts, so that the damage passes the checksums."""

    def way(data: bytes, chance: Random) -> bytes:
        parts = _parts(data)
        if not parts or sum(len(part) for _, part in parts) > _BOMB:
            return data
        change(parts, chance.randrange(len(parts)), chance)
        return zipped(parts)

    return way


def _damage_part(parts: list[tuple[str, bytes]], at: int, chance: Random) -> None:
    name, data = parts[at]
    parts[at] = (name, chance.choice(_WAYS)(data or b"\0", chance))


def _swap_parts(parts: list[tuple[str, bytes]], at: int, chance: Random) -> None:
    other = chance.randrange(len(parts))
    (one, first), (two, second) = parts[at], parts[other]
    parts[at], parts[other] = (one, second), (two, first)


def _lose_part(parts: list[tuple[str, bytes]], at: int, chance: Random) -> None:
    if len(parts) > 1 or chance.random() < 0.1:
        del parts[at]


def _bomb_part(parts: list[tuple[str, bytes]], at: int, chance: Random) -> None:
    parts[at] = (
        parts[at][0],
        chance.choice((b"\0", b"<a/>", b"\n")) * (chance.choice((1, 90)) * MB),
    )


def _nest_part(parts: list[tuple[str, bytes]], at: int, chance: Random) -> None:
    inner = zipped(parts)
    for _ in range(chance.randint(1, 4)):
        inner = zipped([(parts[at][0], inner)])
    parts[at] = (parts[at][0], inner)


def _double_part(parts: list[tuple[str, bytes]], at: int, chance: Random) -> None:
    parts.append((parts[at][0], chance.choice(_TOKENS)))


def _stray_part(parts: list[tuple[str, bytes]], at: int, chance: Random) -> None:
    name = chance.choice(("../../" + parts[at][0], "/etc/passwd", "a" * 5000, "\u202e.docx", ""))
    parts[at] = (name or "/", parts[at][1])


_PACKAGE_WAYS = tuple(
    map(
        _in_parts,
        (
            _damage_part,
            _damage_part,
            _damage_part,
            _swap_parts,
            _lose_part,
            _bomb_part,
            _nest_part,
            _double_part,
            _stray_part,
        ),
    )
)
