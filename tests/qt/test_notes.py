"""Highlights, notes and bookmarks: stored at once, undone, found again in another version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hkreader.core.errors import StoreReadOnly
from hkreader.core.report import Span
from hkreader.core.reviews import NoteKind
from hkreader.library.database import Database
from hkreader.library.store import Store
from hkreader.library.wording import text_hash
from hkreader.qt.keeper import Keeper
from hkreader.qt.notes import Notes
from hkreader.qt.scribe import Scribe
from hkreader.qt.settings import Settings
from hkreader.qt.undoing import UndoStack
from tests.reports import report_of

TEXT = """虹口区政府工作报告

一、2017年工作回顾
全年完成旧改征收6500户，新增就业岗位3.2万个。老百姓的获得感进一步增强。
财政收入稳步增长，达到256.94亿元，同比增长9.8%。
二、2018年主要工作
新建公共绿地8万平方米，新增养老床位600张。
"""


@pytest.fixture
def report():
    return report_of(TEXT)


@pytest.fixture
def make_notes(qapp, tmp_path):
    made = []

    def make():
        keeper = Keeper(tmp_path / "data" / "reviews.db")
        scribe = Scribe(Settings(tmp_path / "settings.ini"))
        notes = Notes(keeper, scribe, UndoStack())
        made.append((notes, keeper, scribe))
        return notes

    yield make
    for _notes, keeper, scribe in made:
        assert keeper.shut_down()
        assert scribe.shut_down()


@pytest.fixture
def notes(make_notes, report):
    notes = make_notes()
    begin(notes, report)
    return notes


def begin(notes, report):
    notes._scribe.take(report)
    notes.begin(report)


def span(report, words):
    start = report.text.index(words)
    return Span(start, start + len(words))


def stored(notes, report):
    notes._keeper.shut_down()
    with Store(notes._keeper.path) as store:
        return store.notes_of(text_hash(report))


def test_nothing_is_stored_before_something_is_marked(notes):
    assert not notes._keeper.path.exists()
    assert notes.is_ready


def test_a_passage_is_marked_written_on_and_stored(notes, report):
    note = notes.highlight(span(report, "旧改征收6500户"))
    notes.change(note, colour="green", text="与建管委核对", tags=("旧改", "待核"))
    [kept] = stored(notes, report)
    assert (kept.kind, kept.colour, kept.text) == (NoteKind.HIGHLIGHT, "green", "与建管委核对")
    assert (kept.tags, kept.id) == (("旧改", "待核"), note.id)
    assert report.quote(kept.anchor.span) == "旧改征收6500户"
    assert kept.who
    assert kept.when
    assert notes.highlight(span(report, "3.2万个")).colour == "green", "the colour chosen last"


def test_without_a_colour_it_is_a_note_alone(notes, report):
    note = notes.highlight(span(report, "3.2万个"))
    notes.change(note, colour="", text="口径？", tags=())
    assert notes.get(note.id).kind is NoteKind.NOTE


def test_saying_the_same_again_stores_nothing(notes, report):
    note = notes.highlight(span(report, "3.2万个"))
    notes.change(note, colour=note.colour, text="", tags=())
    assert notes.get(note.id) is note
    notes._undoing.undo()
    assert not notes._undoing.can_undo


def test_notes_at_a_place_the_shortest_first(notes, report):
    long = notes.highlight(span(report, "全年完成旧改征收6500户"))
    short = notes.highlight(span(report, "6500户"))
    place = notes.add(Span(short.anchor.span.start, short.anchor.span.start), NoteKind.BOOKMARK)
    assert notes.at(short.anchor.span.start) == [place, short, long]
    assert notes.at(short.anchor.span.end) == []
    assert [note.id for note in notes.all] == [long.id, short.id, place.id]


def test_everything_is_undone_and_done_again_here_and_in_the_store(notes, report):
    one = notes.highlight(span(report, "6500户"))
    notes.change(one, colour="blue", text="甲", tags=("乙",))
    two = notes.add(span(report, "3.2万个"), NoteKind.BOOKMARK)
    notes.remove([notes.get(one.id)])
    last = notes.all
    assert last == (two,)
    for _ in range(3):
        notes._undoing.undo()
    assert notes.all == (one,)
    notes._undoing.undo()
    assert notes.all == ()
    while notes._undoing.can_redo:
        notes._undoing.redo()
    assert notes.all == last
    assert stored(notes, report) == last


def test_the_next_start_finds_them(notes, make_notes, report, qtbot):
    note = notes.highlight(span(report, "6500户"))
    notes._keeper.shut_down()
    again = make_notes()
    with qtbot.waitSignal(again.changed):
        begin(again, report)
    assert again.all == (note,)
    again.leave()
    assert again.all == ()


def test_what_is_marked_before_the_store_has_answered_stays(notes, make_notes, report, qtbot):
    first = notes.highlight(span(report, "6500户"))
    notes._keeper.shut_down()
    again = make_notes()
    begin(again, report)
    second = again.highlight(span(report, "3.2万个"))
    qtbot.waitUntil(lambda: len(again.all) == 2)
    assert again.all == (first, second)
    assert stored(again, report) == (first, second)


def test_a_new_version_takes_them_over_and_lists_what_it_lost(notes, make_notes, report, qtbot):
    kept = [notes.highlight(span(report, words)) for words in ("256.94亿元", "600张", "获得感")]
    gone = notes.highlight(span(report, "旧改征收6500户"))
    notes._keeper.shut_down()
    changed = report_of(TEXT.replace("旧改征收6500户", "旧改征收6800户").replace("\n", "\n\n"))
    again = make_notes()
    with qtbot.waitSignal(again.changed):
        begin(again, changed)
    assert [changed.quote(note.anchor.span) for note in again.all] == [
        "获得感",
        "256.94亿元",
        "600张",
    ]
    assert {note.id for note in again.all} == {note.id for note in kept}
    [lost] = again.lost
    assert lost.item == gone
    assert "6800户" in changed.quote(lost.nearest), "the sentence most like it is shown"
    again.settle(again.lost)
    assert again.lost == ()
    again._undoing.undo()
    assert again.lost == (lost,)
    again._undoing.redo()
    again._keeper.shut_down()
    third = make_notes()
    with qtbot.waitSignal(third.changed):
        begin(third, changed)
    assert third.lost == ()


def test_what_is_known_of_a_text_keeps_how_far_it_was_checked(notes, report):
    notes._keeper.write(lambda store: store.note_text(notes._scribe.known(checked=3, total=9)))
    notes.highlight(span(report, "6500户"))
    notes._keeper.shut_down()
    with Store(notes._keeper.path) as store:
        known = store.text(text_hash(report))
    assert (known.checked, known.total) == (3, 9)
    assert replace(known, seen="", hash="", words="").region == report.facts.region


def test_another_report_has_its_notes_while_the_store_takes_none(notes, report, qtbot, monkeypatch):
    kept = notes.highlight(span(report, "6500户"))
    notes._keeper.settle()
    other = report_of(TEXT.replace("虹口", "静安"))
    begin(notes, other)

    def refuse(self):
        raise StoreReadOnly(self.path)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "together", refuse)
        notes.highlight(span(other, "600张"))
        qtbot.waitUntil(lambda: notes._keeper.unsaved == 1)
        with qtbot.waitSignal(notes.changed, check_params_cb=lambda: notes.all == (kept,)):
            begin(notes, report)
    notes._keeper.try_again()
    qtbot.waitUntil(lambda: notes._keeper.unsaved == 0)
    assert len(stored(notes, other)) == 1


def test_the_reviewers_name_signs(notes, report):
    notes._scribe.settings.reviewer = "张三"
    assert notes.highlight(span(report, "6500户")).who == "张三"
