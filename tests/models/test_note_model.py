"""The rows of notes, in their places, and those of what was lost."""

from __future__ import annotations

import pytest

from hkreader.core.report import Span
from hkreader.core.reviews import NoteKind
from hkreader.library.matching import Lost
from hkreader.models.note_model import NoteColumn, NoteModel
from hkreader.models.signs import NoteSign, sign_of
from tests.library.samples import confirmed, note
from tests.reports import report_of

TEXT = "政府工作报告\n一、工作回顾\n旧改征收6500户。就业岗位3.2万个。\n二、主要工作\n新建绿地8万平方米。\n"


class FakeNotes:
    def __init__(self, notes=(), lost=()):
        self.all, self.lost = notes, lost


class FakeSession:
    def __init__(self, notes):
        self.notes = notes


def placed(report, words, **changes):
    start = report.text.index(words)
    made = note(1, **changes)
    anchor = type(made.anchor)(Span(start, start + len(words)), start, words)
    return type(made)(**{name: getattr(made, name) for name in made.__slots__} | {"anchor": anchor})


@pytest.fixture
def report():
    return report_of(TEXT)


def model_of(report, notes, lost=()):
    model = NoteModel(FakeSession(FakeNotes(notes, lost)))
    model.set_findings(report, None)
    return model


def test_a_row_tells_passage_words_tags_and_kind(report):
    model = model_of(report, [placed(report, "旧改征收6500户")])
    [row] = model.rows
    assert model._texts(row.record) == ("旧改征收6500户", "待核", "#旧改 #核对", "黄")
    assert model.spoken(row.record, NoteColumn.SIGN) == "黄色高亮"
    assert model.row_at(report.text.index("6500")) is row
    assert "甲" in model.searched(row)
    assert model.copied(row.record)[-1].startswith("甲")


def test_what_was_lost_stands_at_the_sentence_most_like_it(report):
    near = report.sentences[-1].span
    model = model_of(
        report,
        [placed(report, "旧改征收6500户")],
        [Lost(confirmed(30, note="已问"), None), Lost(note(2), near)],
    )
    signs = [row.record.sign for row in model.rows]
    assert signs == [NoteSign.YELLOW, NoteSign.LOST, NoteSign.LOST]
    assert [row.record.place for row in model.rows][1:] == [near, None]
    assert "旧改征收" in model.rows[2].record.words
    assert "已问" in model.rows[2].record.words
    assert model.row_at(near.start) is None, "the text leads to what stands there, not to the lost"
    assert model.groups[0].section.heading.startswith("一")


@pytest.mark.parametrize(
    ("kind", "colour", "sign"),
    [
        (NoteKind.HIGHLIGHT, "pink", NoteSign.PINK),
        (NoteKind.HIGHLIGHT, "mauve", NoteSign.PLAIN),
        (NoteKind.NOTE, "", NoteSign.PLAIN),
        (NoteKind.BOOKMARK, "", NoteSign.BOOKMARK),
    ],
)
def test_signs(kind, colour, sign):
    made = note(1)
    values = {name: getattr(made, name) for name in made.__slots__}
    assert sign_of(type(made)(**values | {"kind": kind, "colour": colour})) is sign
