from __future__ import annotations

import importlib
from pathlib import Path

import pytest


@pytest.fixture
def pruning(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "packaging"))
    return importlib.import_module("pruning")


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        r"PySide6\plugins\styles\qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "jieba/dict.txt",
        "resources/reports/hongkou-2018.txt",
        "resources/translations/cli.json",
    ],
)
def test_kept(pruning, place):
    assert pruning.is_wanted(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/plugins/generic/qtuiotouchplugin.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "jieba/lac_small/model_baseline/crfw",
        "jieba/finalseg/prob_emit.p",
        "jieba/analyse/idf.txt",
    ],
)
def test_left_out(pruning, place):
    assert not pruning.is_wanted(place)
