"""Texts, figures and decisions to store."""

from __future__ import annotations

from hkreader.core.findings import Bound, Kind, Measurement, Status
from hkreader.core.report import Span
from hkreader.core.reviews import Anchor, Decision, KnownText, Note, NoteKind, Ruling
from hkreader.extract import analyse
from hkreader.library.wording import Wording

TEXT = "a" * 64
OTHER = "b" * 64
WHEN = "2026-11-27T10:00:00+08:00"


def figure(start=10, text="6500户", name="旧改征收", value=6500.0):
    return Measurement(
        span=Span(start, start + len(text)),
        text=text,
        name=name,
        kind=Kind.LEVEL,
        value=value,
        unit="户",
        bound=Bound.EXACT,
        period="2017",
        status=Status.ACTUAL,
        shown_value=value,
        shown_unit="户",
    )


def anchor(start=10, size=5, words=None):
    return Anchor(Span(start, start + size), start, words or f"{start:0{size}}。")


def confirmed(start=10, **changes):
    item = figure(start)
    values = {"note": "", "who": "甲", "when": WHEN, **changes}
    return Decision(anchor(start), Ruling.CONFIRMED, (item,), (item,), **values)


def edited(start=10, value=6600.0):
    item = figure(start)
    return Decision(
        anchor(start), Ruling.EDITED, (figure(start, value=value),), (item,), "", "乙", WHEN
    )


def note(number=1, start=10, **changes):
    values = {"text": "待核", "tags": ("旧改", "核对"), "who": "甲", "when": WHEN, **changes}
    return Note(f"note-{number}", anchor(start), NoteKind.HIGHLIGHT, "yellow", **values)


def known(text=TEXT, **changes):
    values = {"title": "政府工作报告", "region": "虹口区", "year": 2018, "seen": WHEN, **changes}
    return KnownText(text, **values)


def confirmations(report):
    """Confirm every figure that is found in a report."""
    wording = Wording(report)
    return tuple(
        Decision(wording.anchor(item.span), Ruling.CONFIRMED, (item,), (item,), "", "甲", WHEN)
        for item in analyse(report).measurements
    )
