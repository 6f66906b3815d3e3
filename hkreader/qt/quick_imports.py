"""Spares start-up PySide6's search through the source of every module that is imported.

PySide6 reads each to learn whether it may switch on `snake_case` or `true_property`; none here does.
"""

from __future__ import annotations

import sys

_SEARCH = "_mod_uses_pyside"


def spare_feature_search() -> None:
    """Let no later import be searched; without effect where PySide6 has no such search."""
    features = sys.modules.get("shibokensupport.feature")
    if hasattr(features, _SEARCH):
        setattr(features, _SEARCH, lambda _module: False)
