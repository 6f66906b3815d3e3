from decimal import Decimal

import pytest

from hkreader.core.findings import Bound, Kind, Measurement, Status
from hkreader.core.report import Span
from hkreader.messages import Language, set_language
from hkreader.models import figure_words as words


def measurement(text="256.94亿元", shown=256.94, unit="亿元", decimals=2, **fields):
    given = {
        "kind": Kind.LEVEL,
        "value": shown * 1e8 if "亿" in unit else shown,
        "unit": unit.replace("亿", ""),
        "bound": Bound.EXACT,
        "period": "2017",
        "status": Status.ACTUAL,
        **fields,
    }
    return Measurement(
        span=Span(0, len(text)),
        text=text,
        name="收入",
        shown_value=shown,
        shown_unit=unit,
        decimals=decimals,
        **given,
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(measurement(), "256.94亿元", id="as-written"),
        pytest.param(measurement("110.10亿元", 110.1), "110.10亿元", id="keeps-zeros"),
        pytest.param(measurement("12家", 12, "家", 0), "12家", id="whole"),
        pytest.param(measurement("-4.3%", -4.3, "%", 1), "−4.3%", id="negative"),
        pytest.param(
            measurement("3.9万户", 3.9, "万户", 1, bound=Bound.APPROX), "约3.9万户", id="about"
        ),
        pytest.param(measurement("7%", 7, "%", 0, bound=Bound.AT_LEAST), "≥7%", id="at-least"),
        pytest.param(measurement("3%", 3, "%", 0, bound=Bound.AT_MOST), "≤3%", id="at-most"),
        pytest.param(measurement("5%-6%", 5, "%", 0, value_high=6.0), "5–6%", id="range"),
        pytest.param(
            measurement("2.5至3亿元", 2.5, "亿元", 1, value_high=3e8),
            "2.5–3亿元",
            id="scaled-range",
        ),
        pytest.param(
            measurement("22.3:31.5:46.2", 22.3, "", 1, kind=Kind.RATIO),
            "22.3:31.5:46.2",
            id="parts",
        ),
    ],
)
def test_figures_are_shown_as_the_report_wrote_them(given, expected):
    assert words.figure(given) == expected


@pytest.mark.parametrize(
    ("given", "whole", "fraction"),
    [
        (measurement(), "256", ".94"),
        (measurement("12家", 12, "家", 0), "12", ""),
        (measurement("22.3:31.5:46.2", 22.3, "", 1, kind=Kind.RATIO), "22.3:31.5:46", ".2"),
        (measurement("0.5%", 0.5, "%", 1), "0", ".5"),
    ],
    ids=["fraction", "whole", "parts", "below-one"],
)
def test_numbers_come_apart_at_the_point(given, whole, fraction):
    number = words.number(given)

    assert (number.whole, number.fraction) == (whole, fraction)


@pytest.mark.parametrize(
    ("period", "expected"),
    [(None, ""), ("2017", "2017"), ("2013-2017", "2013–17"), ("1998-2002", "1998–2002")],
    ids=["none", "year", "span", "two-centuries"],
)
def test_periods_are_short(period, expected):
    assert words.period_words(period) == expected


def test_a_copied_number_keeps_its_digits():
    assert words.copied_number(measurement("110.10亿元", 110.1)) == Decimal("110.10")
    assert words.copied_number(measurement("5%-6%", 5, "%", 0, value_high=6.0)) == "5–6"


def test_doubt_says_why_and_never_fails_for_an_unknown_reason():
    sure = measurement()
    unsure = measurement(confidence=0.3, reason="no.such.key")

    assert words.doubt_words([sure]) == ""
    assert words.is_doubtful([sure, unsure])
    assert words.doubt_words([sure, unsure, unsure]).count("\n") == 0
    assert words.doubt_words([unsure])


def test_letters_follow_the_language():
    assert [words.status_letter(status) for status in Status] == ["实", "预", "计"]

    set_language(Language.EN)

    assert [words.status_letter(status) for status in Status] == ["A", "E", "T"]
