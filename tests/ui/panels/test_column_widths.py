import pytest
from PySide6.QtGui import QFont

from hkreader.models.figure_words import Number
from hkreader.ui.panels.column_widths import NumberMetrics, usual


@pytest.mark.parametrize(
    ("widths", "expected"),
    [([], 0), ([7], 7), ([3, 5, 4], 5), ([10] * 99 + [500], 10)],
    ids=["none", "one", "few", "outlier"],
)
def test_a_column_is_as_wide_as_nearly_all_its_cells(widths, expected):
    assert usual(widths) == expected


def test_the_tail_is_what_stands_behind_the_point(qapp):
    metrics = NumberMetrics(QFont())
    plain, long = Number("", "256", ".94"), Number("≥", "7", ".5", "%")

    assert metrics.tail(plain) == metrics.fraction(plain) > 0
    assert metrics.tail(long) > metrics.fraction(long)
    assert metrics.sign(plain) == 0 < metrics.sign(long)
    assert metrics.whole(Number("", "111", "")) == metrics.whole(Number("", "888", ""))
