"""Jobs run beside the window, tell, end, and can be called off."""

from __future__ import annotations

import threading

import pytest

from hkreader.core.errors import FileMissing
from hkreader.qt.jobs import Job, Jobs

WAIT = 5


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    assert jobs.shut_down()


class Outcome:
    """What a job came to."""

    def __init__(self):
        self.results = []
        self.errors = []
        self.thread = None

    def take(self, result):
        self.results.append(result)
        self.thread = threading.current_thread()

    def fail(self, error):
        self.errors.append(error)


@pytest.fixture
def outcome():
    return Outcome()


def test_the_result_arrives_in_the_thread_of_the_window(qtbot, jobs, outcome):
    worker = []

    def work(progress):
        worker.append(threading.current_thread())
        return 42

    with qtbot.waitSignal(jobs.finished):
        jobs.start(Job("count", work, outcome.take, outcome.fail))
        assert jobs.busy
    assert outcome.results == [42]
    assert outcome.thread is threading.main_thread()
    assert worker[0] is not threading.main_thread()
    assert not jobs.busy


def test_a_typed_failure_is_handed_on(qtbot, jobs, outcome):
    error = FileMissing("/nowhere.txt")

    def work(progress):
        raise error

    with qtbot.waitSignal(jobs.finished):
        jobs.start(Job("open", work, outcome.take, outcome.fail))
    assert outcome.errors == [error]
    assert outcome.results == []


@pytest.mark.complains
def test_an_unforeseen_failure_is_logged_and_handed_on(qtbot, jobs, outcome, caplog):
    def work(progress):
        return 1 / 0

    with qtbot.waitSignal(jobs.finished):
        jobs.start(Job("divide", work, outcome.take, outcome.fail))
    assert isinstance(outcome.errors[0], ZeroDivisionError)
    assert "divide" in caplog.text


def test_cancelled_work_ends_at_its_next_word_and_brings_no_result(qtbot, jobs, outcome):
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def work(progress):
        begun.set()
        go_on.wait(WAIT)
        try:
            progress(1, 2)
        finally:
            ended.set()
        return "too late"

    jobs.start(Job("long", work, outcome.take, outcome.fail))
    assert begun.wait(WAIT)
    with qtbot.waitSignal(jobs.finished):
        jobs.cancel()
    go_on.set()
    assert ended.wait(WAIT)
    qtbot.wait(20)
    assert (outcome.results, outcome.errors) == ([], [])


def test_work_that_ends_while_it_is_called_off_brings_no_result(qtbot, jobs, outcome):
    ended = threading.Event()

    def work(progress):
        ended.set()
        return "too late"

    jobs.start(Job("short", work, outcome.take, outcome.fail))
    assert ended.wait(WAIT)
    jobs.cancel()
    qtbot.wait(20)
    assert outcome.results == []


def test_progress_is_told_but_not_oftener_than_can_be_seen(qtbot, jobs, outcome):
    told = []
    jobs.progressed.connect(lambda label, done, whole: told.append((label, done, whole)))

    def work(progress):
        for done in range(20_000):
            progress(done, 20_000)

    with qtbot.waitSignal(jobs.finished):
        jobs.start(Job("count", work, outcome.take, outcome.fail))
    assert told[0] == ("count", 0, 0)
    assert len(told) < 20


def test_shutting_down_waits_for_the_end(jobs, outcome):
    ended = threading.Event()

    def work(progress):
        while not ended.is_set():
            try:
                progress(0, 1)
            except BaseException:
                ended.set()
                raise

    jobs.start(Job("endless", work, outcome.take, outcome.fail))
    assert jobs.shut_down()
    assert ended.is_set()
