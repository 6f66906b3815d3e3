"""A short run of the damaged documents; `python -m tests.mutations` is the long one."""

from __future__ import annotations

import pytest

from tests.mutations.run import run_format
from tests.mutations.seeds import SEEDS

COUNT = 25
SEED = 7


@pytest.mark.parametrize("name", SEEDS)
def test_damaged_documents_end_in_a_text_or_a_sentence(name: str) -> None:
    outcome = run_format(name, COUNT, SEED)
    assert outcome.failures == []
    assert outcome.endings.total() == COUNT
    assert outcome.endings["text"] > 0
    assert "without a sentence" not in outcome.endings
