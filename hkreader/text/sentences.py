"""Sentences: each with its closing mark and the quotes and brackets that close with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hkreader.core.report import Paragraph, ParagraphKind, Sentence
from hkreader.text.lines import trim

_END = re.compile(r"[。！？!?；;…]+[”’」』）)】》]*|[.．](?=\s|$)")


def find_sentences(text: str, paragraphs: Iterable[Paragraph]) -> list[Sentence]:
    """Cut each paragraph into sentences that tile its characters; a table has none."""
    sentences: list[Sentence] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind is ParagraphKind.TABLE:
            continue
        start, stop = paragraph.span.start, paragraph.span.end
        for found in _END.finditer(text, start, stop):
            span = trim(text, start, found.end())
            if len(span):
                sentences.append(Sentence(span, index))
            start = found.end()
        span = trim(text, start, stop)
        if len(span):
            sentences.append(Sentence(span, index))
    return sentences
