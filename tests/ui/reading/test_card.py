import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from hkreader.ui.reading.card import place_beside

SCREEN = QRect(0, 0, 1000, 800)
SIZE = QSize(400, 200)


@pytest.mark.parametrize(
    ("anchor", "place"),
    [
        (QRect(100, 100, 60, 20), QPoint(100, 126)),
        (QRect(100, 700, 60, 20), QPoint(100, 494)),
        (QRect(900, 100, 60, 20), QPoint(600, 126)),
        (QRect(-50, 100, 60, 20), QPoint(0, 126)),
    ],
    ids=["under", "above", "right-edge", "left-edge"],
)
def test_a_card_stands_by_its_words_and_on_the_screen(anchor, place):
    assert place_beside(SIZE, anchor, SCREEN) == place
    assert SCREEN.contains(QRect(place, SIZE))
    assert not QRect(place, SIZE).intersects(anchor)


def test_on_a_low_screen_it_still_stays_inside():
    low = QRect(0, 0, 1000, 210)
    place = place_beside(SIZE, QRect(100, 100, 60, 20), low)
    assert low.contains(QRect(place, SIZE))


def test_a_second_screen_is_a_screen(qapp):
    second = QRect(1000, 0, 1000, 800)
    assert place_beside(SIZE, QRect(1900, 20, 60, 20), second) == QPoint(1600, 46)
