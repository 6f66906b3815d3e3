"""Decisions on figures: made, undone, stored, found again, laid over what was found."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkreader.core.reviews import Ruling
from hkreader.extract import analyse
from hkreader.library.store import Store
from hkreader.library.wording import text_hash
from hkreader.qt.session import Session
from hkreader.qt.settings import Settings
from hkreader.text import read_report, report_from_text


@pytest.fixture(scope="module")
def found():
    from hkreader.resources import resource_path

    report = read_report(resource_path("reports", "hongkou-2018.txt"))
    return report, analyse(report)


@pytest.fixture
def make_session(qtbot, qapp, tmp_path, found):
    sessions = []

    def make(report=found[0], raw=found[1]):
        session = Session(Settings(tmp_path / "settings.ini"))
        sessions.append(session)
        session.take(report)
        session._analysis_timer.stop()
        raw = analyse(report) if raw is None else raw
        with qtbot.waitSignal(session.findings_ready):
            session._take_findings(raw)
        return session

    yield make
    for session in sessions:
        assert session.shut_down()


@pytest.fixture
def session(make_session):
    return make_session()


@pytest.fixture
def settled(qtbot):
    """Give a function that waits until the findings follow the decisions."""

    def settle(session):
        qtbot.waitUntil(lambda: not session.review._applying.isActive())
        qtbot.waitUntil(lambda: not session.review._jobs.busy)

    return settle


def figure(session, text):
    return next(it for it in session.findings.measurements if it.text == text)


def stored(session):
    session.keeper.shut_down()
    with Store(session.keeper.path) as store:
        return store.decisions_of(text_hash(session.report))


def test_every_figure_is_open_at_first(session):
    done, whole = session.review.progress
    assert (done, whole) == (0, len(session.findings.measurements))
    assert not session.keeper.path.exists()


def test_a_confirmed_figure_stays_as_it_was_found(session, settled):
    before = session.findings
    session.review.confirm([figure(session, "256.94亿元")])
    settled(session)
    assert session.findings is before
    assert session.review.progress[0] == 1
    [decision] = stored(session)
    assert decision.ruling is Ruling.CONFIRMED
    assert decision.measurements == decision.found
    assert decision.who
    assert decision.when


def test_an_edited_figure_is_edited_wherever_it_is_shown(session, settled, qtbot):
    old = figure(session, "256.94亿元")
    with qtbot.waitSignal(session.findings_ready):
        session.review.edit(old, replace(old, name="财政总收入（全口径）"), note="与预算报告核对")
    names = [row.name for row in session.findings.indicators]
    assert "财政总收入（全口径）" in names
    [decision] = stored(session)
    assert (decision.ruling, decision.note) == (Ruling.EDITED, "与预算报告核对")


def test_edited_back_is_confirmed(session, settled):
    old = figure(session, "256.94亿元")
    new = replace(old, name="财政收入")
    session.review.edit(old, new)
    settled(session)
    session.review.edit(new, old)
    assert session.review.decision_at(old.span).ruling is Ruling.CONFIRMED


def test_a_rejected_figure_is_gone_but_still_listed(session, settled):
    gone = figure(session, "256.94亿元")
    session.review.reject([gone])
    settled(session)
    assert gone.span not in [it.span for it in session.findings.measurements]
    [item] = [it for it in session.review.items() if it.span == gone.span]
    assert item.figures == (gone,)
    assert item.decision.ruling is Ruling.REJECTED


def test_an_added_figure_counts_and_goes_when_rejected(session, settled):
    some = figure(session, "256.94亿元")
    place = session.report.text.index("六个方面")
    span = replace(some.span, start=place, end=place + 2)
    added = replace(some, span=span, text="六个", name="重点工作", value=6.0, unit="个")
    session.review.add(added)
    settled(session)
    assert added in session.findings.measurements
    session.review.reject([added])
    settled(session)
    assert added not in session.findings.measurements
    assert session.review.progress[0] == 0


def test_two_figures_become_one_and_one_becomes_two(session, settled):
    first, second = session.findings.measurements[:2]
    session.review.merge([first, second])
    settled(session)
    whole = next(it for it in session.findings.measurements if it.span.start == first.span.start)
    assert whole.span.end == second.span.end
    assert session.review.progress == (1, len(session.findings.measurements))
    parts = (replace(first, name="甲"), replace(second, name="乙"))
    session.review.split(whole, parts)
    settled(session)
    assert {it.name for it in session.findings.measurements} >= {"甲", "乙"}


def test_what_was_said_is_taken_back(session, settled):
    some = figure(session, "256.94亿元")
    session.review.reject([some])
    settled(session)
    session.review.withdraw([some])
    settled(session)
    assert some in session.findings.measurements
    assert not stored(session)


ACTS = ("confirm", "reject", "edit", "merge", "split", "undo", "redo", "withdraw", "mark", "unmark")


def do(session, act, number):
    review, notes = session.review, session.notes
    items = review.items()
    some = items[number % len(items)].figures[0]
    match act:
        case "confirm" | "reject" | "withdraw":
            getattr(review, act)([some])
        case "edit":
            review.edit(some, replace(some, name=f"{some.name}某"))
        case "merge":
            neighbours = items[number % len(items) :][:2]
            review.merge([it.figures[0] for it in neighbours])
        case "split":
            review.split(some, [replace(some, name="甲"), replace(some, name="乙")])
        case "mark":
            notes.highlight(some.span)
        case "unmark":
            notes.remove(notes.all[number % 3 : number % 3 + 1])
        case _:
            getattr(session.undoing, act)()


def said_in(session):
    return tuple(session.review.decisions), tuple(session.notes.all)


@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 107)), max_size=14))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_everything_can_be_undone_and_done_again(make_session, qtbot, acts):
    session = make_session()
    review, notes, undoing = session.review, session.notes, session.undoing
    session._begin_notes(session.report)
    answers = []
    session.keeper.read(lambda _store: True, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    # The examples share one store.
    review.withdraw(figure for item in review.items() for figure in item.figures)
    notes.remove(notes.all)
    undoing.clear()
    for act, number in acts:
        do(session, act, number)
    for before, after in pairwise(review.decisions):
        assert before.span.end <= after.span.start, "decisions share no character"
    while undoing.can_redo:
        undoing.redo()
    last = said_in(session)
    while undoing.can_undo:
        undoing.undo()
    assert said_in(session) == ((), ())
    while undoing.can_redo:
        undoing.redo()
    assert said_in(session) == last
    session.keeper.shut_down()
    with Store(session.keeper.path) as store:
        text = text_hash(session.report)
        assert (store.decisions_of(text), store.notes_of(text)) == last


def test_the_next_start_finds_everything(make_session, session, settled):
    session.review.reject([figure(session, "256.94亿元")])
    session.review.confirm(session.findings.measurements[3:9])
    settled(session)
    session.keeper.shut_down()
    again = make_session()
    assert again.review.progress == session.review.progress
    assert again.findings == session.findings
    assert not again.undoing.can_undo


def test_a_better_extractor_does_not_overrule_the_user(make_session, session, settled, found):
    some = figure(session, "256.94亿元")
    session.review.edit(some, replace(some, name="财政收入"))
    session.review.confirm([figure(session, "110.11亿元")])
    settled(session)
    session.keeper.shut_down()
    report, raw = found
    changed = tuple(
        replace(it, name="别的名称") if it.text in {"256.94亿元", "162.3亿元"} else it
        for it in raw.measurements
    )
    again = make_session(report, replace(raw, measurements=changed))
    assert figure(again, "256.94亿元").name == "财政收入"
    assert figure(again, "162.3亿元").name == "别的名称"
    looks = [item for item in again.review.items() if item.look is not None]
    assert [item.figures[0].text for item in looks] == ["256.94亿元"]
    again.review.confirm(looks[0].figures)
    settled(again)
    assert not [item for item in again.review.items() if item.look is not None]
    assert figure(again, "256.94亿元").name == "财政收入"


def test_another_version_finds_the_decisions_whose_sentences_stayed(
    make_session, session, settled, found
):
    first, second = figure(session, "256.94亿元"), figure(session, "44.4亿元")
    session.review.reject([first])
    session.review.edit(second, replace(second, name="现代服务业税收"))
    settled(session)
    session.keeper.shut_down()
    text = session.report.text.replace("256.94亿元", "257.01亿元").replace("各位代表", "各位 代表")
    again = make_session(report_from_text(text, session.report.source), None)
    assert figure(again, "257.01亿元"), "another sentence: not rejected"
    assert figure(again, "44.4亿元").name == "现代服务业税收"
    assert again.review.progress[0] == 1


def test_another_place_has_its_own_decisions(make_session, session, settled):
    session.review.confirm(session.findings.measurements[:5])
    settled(session)
    session.keeper.shut_down()
    facts = replace(session.report.facts, region="上海市卢湾区")
    other = replace(session.report, text=session.report.text + "\n", facts=facts)
    assert make_session(other, session.findings).review.progress[0] == 0


def test_the_time_left_follows_the_pace(session):
    assert session.review.seconds_left is None
    for some in session.findings.measurements[:8]:
        session.review.confirm([some])
    left = session.review.seconds_left
    assert left is not None
    assert left >= 0


def test_decisions_in_a_row_are_laid_over_one_at_a_time(session, settled, monkeypatch):
    started = []
    start = session.review._jobs.start
    monkeypatch.setattr(session.review._jobs, "start", lambda job: (started.append(1), start(job)))
    figures = session.findings.measurements
    for some in figures[:30]:
        session.review.reject([some])
        session.review._applying.stop()
        session.review._apply()
    settled(session)
    assert len(started) <= 3
    assert len(session.findings.measurements) == len(figures) - 30


def test_an_export_waits_for_what_was_just_decided(session, qtbot, tmp_path):
    target = tmp_path / "数据.csv"
    session.review.edit(
        figure(session, "256.94亿元"), replace(figure(session, "256.94亿元"), name="刚刚改的名称")
    )
    with qtbot.waitSignal(session.exported, timeout=30_000):
        session.export_to(target)
    assert "刚刚改的名称" in target.read_text("utf-8-sig")


def test_what_is_decided_while_the_store_is_asked_stays(session, settled, qtbot):
    first, second = session.findings.measurements[:2]
    session.review.confirm([first])
    session.review.reload()
    session.review.reject([second])
    session.keeper.settle()
    settled(session)
    qtbot.waitUntil(lambda: session.review._since_asked != [])
    rulings = [it.ruling for it in session.review.decisions]
    assert rulings == [Ruling.CONFIRMED, Ruling.REJECTED]
    assert second not in session.findings.measurements
    assert [it.ruling for it in stored(session)] == rulings
