"""Of a long report the beginning is shown first, and nothing passes it for the whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hkreader.core.findings import Findings
from hkreader.qt import work
from hkreader.text import assembly
from tests.reports import gold_report


@pytest.fixture
def path(tmp_path, hongkou):
    """A copy that no test before has read."""
    path = tmp_path / "长.txt"
    path.write_bytes(hongkou.read_bytes())
    return path


@pytest.fixture
def texts(session, monkeypatch):
    """The texts that were shown, in order, with whether each is a beginning."""
    monkeypatch.setattr(assembly, "LONG", 10_000)
    monkeypatch.setattr(assembly, "_BEGINNING", 4_000)
    shown = []
    session.report_opened.connect(lambda it: shown.append((it.text, session.is_beginning)))
    return shown


def test_the_whole_takes_the_place_of_the_beginning(qtbot, session, path, texts, monkeypatch):
    analysed = []
    monkeypatch.setattr(work, "_analyse", lambda it, progress: analysed.append(it) or Findings())
    session.report_opened.connect(lambda _: session.set_place(500))
    with qtbot.waitSignal(session.findings_ready, timeout=10_000):
        session.open_path(path)
    whole = gold_report("hongkou-2018").text
    (beginning, first), (text, second) = texts
    assert (first, second) == (True, False)
    assert whole.startswith(beginning)
    assert text == whole
    assert session.settings.place_in(session.report.source.sha256) == 500
    assert [report.text for report in analysed] == [whole]


def test_the_figures_of_a_beginning_are_not_looked_for(qtbot, session, path, texts):
    with qtbot.waitSignal(session.report_opened, timeout=10_000):
        session.open_path(path)
    assert session.is_beginning
    session.analyse()
    assert not session._analysis_timer.isActive()
    qtbot.waitUntil(lambda: len(texts) == 2, timeout=10_000)


def test_called_off_nothing_is_left_that_looks_whole(qtbot, session, path, texts):
    with qtbot.waitSignal(session.report_opened, timeout=10_000):
        session.open_path(path)
    with qtbot.waitSignal(session.report_closed):
        session.cancel_job()
    assert session.report is None
    assert not session.is_beginning


@pytest.mark.complains
def test_where_the_rest_fails_nothing_is_left_that_looks_whole(
    qtbot, session, path, texts, monkeypatch
):
    def begin(path, progress):
        begun = assembly.begin_report(path, progress)
        return replace(begun, rest=lambda progress: progress.no_such_thing)

    monkeypatch.setattr(work, "_read", begin)
    with qtbot.waitSignal(session.report_failed, timeout=10_000):
        session.open_path(path)
    assert len(texts) == 1
    assert session.report is None
