"""Records as JSON and back, for the store and for transfers; strict on reading.

A record is an object with all its fields and no others, an enumeration its value, a tuple a list.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Record = TypeVar("_Record")
_Reader = Callable[[Any], Any]


class NotARecord(ValueError):  # noqa: N818  named by what it is, like the failures of core
    """The JSON does not say what the record asks for."""


def from_plain(kind: type[_Record], value: object) -> _Record:
    """Read a record of `kind`; raises `NotARecord`."""
    reader: _Reader = _reader(kind)  # type: ignore[arg-type]  # classes can be hashed
    record: _Record = reader(value)
    return record


def to_json(value: object) -> str:
    """Write a record, or lists and objects of records, as one line."""
    text = _PLAIN.encode(value)
    # Half a character that no encoding takes, of a broken file: only its escape can be kept.
    return text if _encodable(text) else _ESCAPED.encode(value)


def from_json(kind: type[_Record], text: str) -> _Record:
    """Read a record of `kind` from JSON; raises `NotARecord`."""
    return from_plain(kind, parse(text))


def parse(text: str) -> object:
    """Read any JSON; raises `NotARecord`."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotARecord(str(error)) from error
    return value


def _fields_of(record: Any) -> dict[str, object]:  # noqa: ANN401
    return {field.name: getattr(record, field.name) for field in fields(record)}


_PLAIN = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_fields_of
)
_ESCAPED = json.JSONEncoder(allow_nan=False, separators=(",", ":"), default=_fields_of)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@cache
def _reader(kind: Any) -> _Reader:  # noqa: ANN401  a class, or what an annotation makes of some
    """Give what reads a value that is annotated with `kind`."""
    origin = get_origin(kind)
    if origin is tuple:
        return _tuple_reader(_reader(get_args(kind)[0]))
    if origin in {Union, UnionType}:
        (inner,) = (item for item in get_args(kind) if item is not NoneType)
        return _optional_reader(_reader(inner))
    if kind is float:
        return _number
    if is_dataclass(kind):
        return _record_reader(kind)
    if issubclass(kind, Enum):
        return _choice_reader(kind)
    return _plain_reader(kind)


def _record_reader(kind: Any) -> _Reader:  # noqa: ANN401
    hints = get_type_hints(kind)
    readers = [(field.name, _reader(hints[field.name])) for field in fields(kind)]

    def read(value: object) -> object:
        if not isinstance(value, dict) or len(value) != len(readers):
            raise NotARecord(kind.__name__)
        try:
            return kind(**{name: reader(value[name]) for name, reader in readers})
        except (KeyError, ValueError) as error:
            raise NotARecord(f"{kind.__name__}: {error}") from error

    return read


def _tuple_reader(inner: _Reader) -> _Reader:
    def read(value: object) -> object:
        if not isinstance(value, list):
            raise NotARecord("list")
        return tuple(map(inner, value))

    return read


def _optional_reader(inner: _Reader) -> _Reader:
    def read(value: object) -> object:
        return None if value is None else inner(value)

    return read


def _choice_reader(kind: type[Enum]) -> _Reader:
    def read(value: object) -> object:
        try:
            return kind(value)
        except ValueError as error:
            raise NotARecord(str(error)) from error

    return read


def _plain_reader(kind: type) -> _Reader:
    def read(value: object) -> object:
        # Not by `isinstance`: True is no number here.
        if type(value) is not kind:
            raise NotARecord(kind.__name__)
        return value

    return read


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NotARecord("number")
    try:
        number = float(value)
    except OverflowError as error:
        raise NotARecord("number") from error
    if not math.isfinite(number):
        raise NotARecord("number")
    return number
