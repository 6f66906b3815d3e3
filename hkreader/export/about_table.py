"""The sheet that says where the tables come from and what is not in them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version

import hkreader
from hkreader.core.report import Report
from hkreader.export.checked import Checked
from hkreader.export.indicator_table import worded
from hkreader.export.places import Place, tidy
from hkreader.export.table import Column, Paragraph, Table, Value
from hkreader.messages import tr
from hkreader.messages.damage import name_troubles
from hkreader.resources import resource_path

_DIGITS = 12

COLUMNS = [
    Column("fact", 30, wrap=True),
    Column("content_of_fact", 90, wrap=True, left=True),
    Column("paragraph", 8, centred=True),
]


def fill_made(table: Table, head: list[Value]) -> None:
    """Say once when and with what the file was made."""
    facts = {
        "made": datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S %z"),
        "version": f"hkreader {hkreader.__version__}",
        "dictionary": dictionary_version(),
        "note": tr("export.fact.note_is"),
    }
    _add(table, head, facts)


def fill_about(table: Table, place: Place, head: list[Value]) -> None:
    """Say what one report is, what was found in it and what was left out."""
    report, findings = place.report, place.findings
    facts = report.facts
    speaker = " ".join(filter(None, (facts.speaker_title, facts.speaker)))
    _add(
        table,
        head,
        {
            "file": source_name(report),
            "sha256": report.source.sha256,
            "encoding": " ".join(filter(None, (report.source.format, report.source.encoding))),
            "title": facts.title or tr("export.unknown"),
            "region": facts.region or tr("export.unknown"),
            "year": facts.year or tr("export.unknown"),
            "speaker": speaker or tr("export.unknown"),
            "characters": len(report.text),
            "measurements": len(findings.measurements),
            "rows": len(findings.indicators),
            "targets": len(findings.targets),
            "gaps": len(findings.gaps),
            "checks": len(findings.checks),
            "tasks": len(findings.tasks),
            "terms": len(report.glossary),
            "masks": len(report.masks),
            "noise": sum(len(noise.span) for noise in report.noise),
            "undecodable": report.source.undecodable,
            "damage": name_troubles(report) or tr("export.no_damage"),
            "unplaced": len(findings.unplaced),
        }
        | {f"checked_{name}": count for name, count in Checked(findings).counts().items()},
    )
    for item in findings.unplaced:
        words = tr("export.fact.left_out", text=tidy(item.text))
        place_of = place.paragraph(item.span.start)
        table.rows.append([*head, words, worded(item.reason), place_of])


def source_name(report: Report) -> str:
    """Name the file a report came from."""
    path = report.source.path
    return tr("export.built_in") if path is None else path.name


@cache
def dictionary_version() -> str:
    """Tell the tables of language knowledge and the segmenter apart by what they hold."""
    digest = hashlib.sha256()
    for path in sorted(resource_path("language").rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    try:
        jieba = version("jieba")
    except PackageNotFoundError:
        jieba = tr("export.unknown")
    knowledge = digest.hexdigest()[:_DIGITS]
    return tr("export.fact.dictionary_is", knowledge=knowledge, jieba=jieba)


def _add(table: Table, head: list[Value], facts: Mapping[str, str | int]) -> None:
    nowhere: Paragraph | None = None
    for key, content in facts.items():
        table.rows.append([*head, tr(f"export.fact.{key}"), content, nowhere])
