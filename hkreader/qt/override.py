"""The mark on methods that Qt calls, for interpreters whose `typing` has none yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override  # noqa: PLC0414  re-exported
else:
    Method = TypeVar("Method", bound=Callable[..., object])

    def override(method: Method) -> Method:
        """Mark `method` as one that replaces a method of its base class."""
        return method
