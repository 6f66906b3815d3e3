"""The whole session by keys alone, as `python -m tests.walk` shows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from hkreader.messages import Language
from hkreader.ui.theme import Theme
from tests import walk

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_way_by_keys_alone(qapp, settings, tmp_path, language):
    settings.language = language
    seen = []
    done = walk.go(settings, tmp_path, QSize(1280, 720), lambda name, widget: seen.append(name))
    assert len(done) == 21
    assert done[-1] == "found again after a new start"
    assert set(walk.README_PICTURES) <= set(seen)
    assert not [it for it in QApplication.topLevelWidgets() if it.isVisible()]
    Theme.use("light")
