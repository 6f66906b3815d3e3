import pytest

from hkreader.library.store import Store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "reviews.db"


@pytest.fixture
def store(path):
    with Store(path) as opened:
        yield opened
