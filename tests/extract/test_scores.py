"""The extractor against the annotated reports: no score may fall."""

import pytest

from tests.evaluation import score
from tests.reports import GOLD_NAMES

# (detection F1, strict F1) that each report reached, less a hair
FLOORS = {
    "hongkou-2018": (0.995, 0.97),
    "luohu-2022": (0.985, 0.955),
    "national-2012": (0.99, 0.91),
    "qingyuan-2022": (0.995, 0.97),
    "quzhou-2024": (0.995, 0.97),
    "shaanxi-2025": (0.995, 0.96),
    "xianning-2024": (0.98, 0.93),
}


def test_every_annotated_report_has_a_floor():
    assert sorted(FLOORS) == GOLD_NAMES


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_scores_hold(name):
    rates = score(name).rates()
    detection, strict = FLOORS[name]

    assert rates["detection"] >= detection
    assert rates["strict"] >= strict
    assert min(rates["value"], rates["unit"], rates["kind"], rates["status"]) >= 0.98
    assert min(rates["bound"], rates["period"]) >= 0.97
