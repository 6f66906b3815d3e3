"""What is offered after the user's word, and what comes of taking the offer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hkreader.core.reviews import Ruling
from hkreader.extract import analyse
from hkreader.extract.canonical import canonical_name, use_own_names
from hkreader.library.store import Store
from hkreader.qt.learning import AlikeOffer, NameOffer
from hkreader.qt.session import Session
from hkreader.qt.settings import Settings
from tests.reports import report_of

TEXT = """虹口区政府工作报告
一、2017年工作回顾
区级财力达到256.94亿元，同比增长9.8%。全面落实12个方面任务，旧改征收6500户。
坚持12个方面同时推进，新增就业岗位3.2万个。
二、2018年主要工作
一般公共预算收入增长8%，全面落实12个方面要求。
"""


@pytest.fixture(autouse=True)
def _names_of_the_table():
    yield
    use_own_names({})


@pytest.fixture
def make_session(qtbot, qapp, tmp_path):
    sessions = []

    def make():
        report = report_of(TEXT)
        session = Session(Settings(tmp_path / "settings.ini"))
        sessions.append(session)
        session.take(report)
        session._analysis_timer.stop()
        with qtbot.waitSignal(session.findings_ready):
            session._take_findings(analyse(report))
        session.learning  # noqa: B018  listens from now on
        return session

    yield make
    for session in sessions:
        assert session.shut_down()


@pytest.fixture
def session(make_session):
    return make_session()


def figure(session, text):
    return next(it for it in session.findings.measurements if it.text == text)


def rename(session, text, name):
    old = figure(session, text)
    session.review.edit(old, replace(old, name=name))


def test_a_new_name_is_offered_and_never_taken_unasked(session, qtbot):
    with qtbot.waitSignal(session.learning.offered) as told:
        rename(session, "256.94亿元", "一般公共预算收入")
    assert told.args == [NameOffer("区级财力", "一般公共预算收入")]
    session.keeper.settle()
    with Store(session.keeper.path) as store:
        assert store.aliases() == {}


def test_the_same_thing_by_another_spelling_is_not_offered(session, qtbot):
    with qtbot.assertNotEmitted(session.learning.offered):
        rename(session, "256.94亿元", "“区级财力”")


def test_a_name_that_was_learned_joins_rows_here_and_at_the_next_start(
    session, make_session, qtbot
):
    rename(session, "256.94亿元", "一般公共预算收入")
    assert session.learning.take()
    qtbot.waitUntil(lambda: canonical_name("区级财力") == canonical_name("一般公共预算收入"))
    session.undoing.undo()
    session.keeper.settle()
    qtbot.waitUntil(lambda: canonical_name("区级财力") != canonical_name("一般公共预算收入"))
    session.undoing.redo()
    session.keeper.shut_down()
    use_own_names({})
    again = make_session()
    assert canonical_name("区级财力") == canonical_name("一般公共预算收入")
    learned = []
    again.learning.names_known.connect(learned.append)
    again.learning.ask_names()
    qtbot.waitUntil(lambda: bool(learned))
    assert learned == [{"区级财力": "一般公共预算收入"}]
    again.learning.forget("区级财力", "一般公共预算收入")
    qtbot.waitUntil(lambda: canonical_name("区级财力") != canonical_name("一般公共预算收入"))


def test_the_same_phrase_is_offered_for_rejection_and_undone_at_once(session, qtbot):
    gone = [it for it in session.findings.measurements if it.text == "12个"]
    assert len(gone) == 3
    with qtbot.waitSignal(session.learning.offered) as told:
        session.review.reject(gone[:1])
    [offer] = told.args
    assert offer == AlikeOffer("12个方面", tuple(gone[1:]))
    assert session.review.decision_at(gone[1].span) is None
    assert session.learning.take()
    assert {session.review.decision_at(it.span).ruling for it in gone} == {Ruling.REJECTED}
    assert not session.learning.take(), "an offer is taken once"
    session.undoing.undo()
    assert session.review.decision_at(gone[1].span) is None
    assert session.review.decision_at(gone[0].span) is not None


def test_what_stands_alone_offers_nothing(session, qtbot):
    with qtbot.assertNotEmitted(session.learning.offered):
        session.review.reject([figure(session, "6500户")])
    assert not session.learning.take()
