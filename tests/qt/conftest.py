"""A session of its own for each test."""

from __future__ import annotations

import pytest

from hkreader.qt.session import Session
from hkreader.qt.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def session(qapp, settings):
    session = Session(settings)
    yield session
    assert session.shut_down()
