"""Sentences: each with its closing mark and the quotes and brackets that close with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hkreader.core.report import Paragraph, ParagraphKind, Sentence, Span, Table
from hkreader.text.lines import trim

_END = re.compile(r"[。！？!?；;…]+[”’」』）)】》]*|[.．](?=\s|$)")


_PROSE = re.compile(r"[，。；：,;][^\d]|[\u4e00-\u9fff“”]{16}")
"""What a cell with sentences in it has, and one with a name or a figure has not."""


def find_sentences(
    text: str, paragraphs: Iterable[Paragraph], tables: Iterable[Table] = ()
) -> list[Sentence]:
    """Cut each paragraph into sentences that tile its characters; of tables, the cells of prose."""
    cells = {table.span: [cell for row in table.rows for cell in row] for table in tables}
    sentences: list[Sentence] = []
    for index, paragraph in enumerate(paragraphs):
        prose = [paragraph.span]
        if paragraph.kind is ParagraphKind.TABLE:
            prose = [c for c in cells[paragraph.span] if _PROSE.search(text, c.start, c.end)]
        for span in prose:
            sentences += (Sentence(found, index) for found in _cut(text, span))
    return sentences


def _cut(text: str, whole: Span) -> Iterator[Span]:
    start = whole.start
    for found in _END.finditer(text, start, whole.end):
        span = trim(text, start, found.end())
        if len(span):
            yield span
        start = found.end()
    span = trim(text, start, whole.end)
    if len(span):
        yield span
