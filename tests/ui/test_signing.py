"""Figures one can sign for: checked by keys alone, and nothing lost whenever the program is killed."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from hkreader.core.reviews import Ruling
from hkreader.library.place import store_path
from hkreader.library.store import Store
from hkreader.library.wording import text_hash
from hkreader.text import read_report
from tests.signing import ADDED, EDITED, REJECTED, marks_of

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("HKREADER_SESSION_KILLS", "1"))
"""More of them find rarer moments; each takes as long as a session lasted."""
_PATIENCE = 180.0
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


def begin(folder):
    command = [sys.executable, "-m", "tests.signing", str(folder)]
    folder.mkdir(parents=True)
    with (folder / "errors.log").open("wb") as errors:
        return subprocess.Popen(command, cwd=ROOT, stdout=errors, stderr=errors)


def said(folder):
    """Give what was told so far, a line cut off by the kill left out."""
    log = folder / "said.log"
    lines = log.read_bytes().split(b"\n")[:-1] if log.exists() else []
    return [json.loads(line) for line in lines]


def wait_for(process, folder, is_there):
    end = time.monotonic() + _PATIENCE
    while not is_there(said(folder)):
        assert process.poll() is None, (folder / "errors.log").read_text("utf-8")
        assert time.monotonic() < end
        time.sleep(0.05)


def kill(process):
    process.kill()
    process.wait()


@pytest.fixture
def store_of():
    """Give a function that opens the store below a folder, whole."""

    def opened(folder):
        store = Store(store_path(folder / "hkreader", folder))
        store._database.check()
        return store

    return opened


def test_all_figures_are_checked_by_keys_and_there_after_a_kill(
    tmp_path, make_window, qtbot, hongkou, store_of
):
    folder = tmp_path / "signed"
    process = begin(folder)
    wait_for(process, folder, lambda lines: any("done" in line for line in lines))
    kill(process)
    report = read_report(hongkou)
    with store_of(folder) as store:
        decisions = store.decisions_of(text_hash(report))
    rulings = [it.ruling for it in decisions]
    assert marks_of(decisions) == said(folder)[-2]["marks"]
    split = [it for it in decisions if len(it.measurements) > 1]
    assert len(split) == 1
    assert rulings.count(Ruling.EDITED) == EDITED + len(split)
    assert rulings.count(Ruling.REJECTED) == REJECTED
    assert rulings.count(Ruling.ADDED) == ADDED

    window = make_window()
    there = window.session.keeper.path
    there.parent.mkdir(parents=True)
    shutil.copy(folder / "hkreader" / there.name, there)
    with qtbot.waitSignal(window.session.findings_ready, timeout=30_000):
        window.session.open_path(hongkou)
    review = window.session.review
    assert tuple(review.decisions) == decisions
    done, whole = review.progress
    assert done == whole

    book = openpyxl.load_workbook(folder / "工作簿.xlsx")
    rows = [[cell.value for cell in row] for row in book["指标"].iter_rows()]
    checked = [row[rows[0].index("核对")] for row in rows[1:]]
    assert set(checked) == {"已核", "改过", "补上"}
    names = " ".join(row[rows[0].index("指标")] for row in rows[1:])
    edited = [it.name for d in decisions if d.ruling is Ruling.EDITED for it in d.measurements]
    assert all(name in names for name in edited if name.endswith("（核）"))
    told = {row[0].value: row[1].value for row in book["说明"].iter_rows()}
    words = " ".join(f"{key} {value}" for key, value in told.items())
    counts = (rulings.count(Ruling.CONFIRMED), EDITED + 1, REJECTED, ADDED, 0)
    assert all(str(count) in words for count in counts)


def test_a_kill_at_any_moment_loses_no_second_of_work(tmp_path, hongkou, store_of):
    moments = random.Random()  # noqa: S311  nothing to keep secret
    text = text_hash(read_report(hongkou))
    for number in range(KILLS):
        folder = tmp_path / str(number)
        process = begin(folder)
        wait_for(process, folder, bool)
        time.sleep(moments.uniform(0, 15))
        at = time.time()
        kill(process)
        states = [line for line in said(folder) if "marks" in line]
        before = [line["marks"] for line in states if line["at"] < at - 1][-1:]
        recent = [line["marks"] for line in states if line["at"] >= at - 1]
        with store_of(folder) as store:
            kept = marks_of(store.decisions_of(text))
        last = set(states[-1]["marks"])
        # What was being said when the program was killed may be stored and not yet told.
        assert kept in [*before, *recent] or len(last ^ set(kept)) <= 3, number
