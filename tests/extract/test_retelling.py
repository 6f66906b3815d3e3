from dataclasses import replace

import pytest

from hkreader.core.findings import Bound
from hkreader.extract import analyse
from hkreader.extract.retelling import NumberError, retell, telling_of
from hkreader.text import read_report


@pytest.fixture(scope="module")
def figures():
    from hkreader.resources import resource_path

    report = read_report(resource_path("reports", "hongkou-2018.txt"))
    return analyse(report).measurements


def test_a_figure_told_back_is_the_same(figures):
    for figure in figures:
        assert retell(figure, telling_of(figure)) is figure
        otherwise = replace(telling_of(figure), name="别的")
        again = retell(figure, otherwise)
        assert (again.value, again.unit, again.value_high) == (
            pytest.approx(figure.value),
            figure.unit,
            figure.value_high if figure.value_high is None else pytest.approx(figure.value_high),
        )


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("257", "亿元", (25_700_000_000, "元", 0)),
        ("２５７．９", "亿元", (25_790_000_000, "元", 1)),
        ("1,120.5", "万人", (11_205_000, "人", 1)),
        ("-4.3", "%", (-4.3, "%", 1)),
        ("3", "千米", (3, "千米", 0)),
        ("3", "千人", (3_000, "人", 0)),
        ("12", "个方面", (12, "个方面", 0)),
        ("2", "亿", (200_000_000, "", 0)),
        ("2", "", (2, "", 0)),
    ],
)
def test_number_and_unit_are_read(figures, value, unit, expected):
    told = retell(figures[0], replace(telling_of(figures[0]), value=value, unit=unit))
    assert (told.value, told.unit, told.decimals) == expected
    assert (told.span, told.text) == (figures[0].span, figures[0].text)


def test_a_range_has_two_ends(figures):
    told = retell(figures[0], replace(telling_of(figures[0]), value="5–6", unit="%"))
    assert (told.value, told.value_high) == (5, 6)
    assert telling_of(told).value == "5-6"


@pytest.mark.parametrize("value", ["", "许多", "12.", "1.2.3", "5-", "五"])
def test_what_is_no_number_is_refused(figures, value):
    with pytest.raises(NumberError):
        retell(figures[0], replace(telling_of(figures[0]), value=value))


def test_what_the_user_said_is_sure(figures):
    doubtful = replace(figures[0], confidence=0.4, reason="doubt.far")
    told = retell(doubtful, replace(telling_of(doubtful), bound=Bound.APPROX, period=""))
    assert (told.confidence, told.reason, told.period) == (1.0, "", None)
