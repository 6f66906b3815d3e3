import inspect
import sys

import pytest

from hkreader.qt.quick_imports import spare_feature_search


def test_no_source_is_read_after_an_import(monkeypatch: pytest.MonkeyPatch) -> None:
    import PySide6.QtCore  # noqa: F401  brings the search

    spare_feature_search()
    monkeypatch.setattr(inspect, "getsource", lambda module: pytest.fail(f"read {module}"))
    monkeypatch.delitem(sys.modules, "this", raising=False)
    monkeypatch.setattr("builtins.print", lambda *_: None)
    import this  # noqa: F401


def test_a_pyside_without_the_search_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "shibokensupport.feature", raising=False)
    spare_feature_search()
