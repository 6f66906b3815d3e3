"""Web pages saved with their pictures (.mht) and mails (.eml): the page or the text inside."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from pathlib import Path

from hkreader.core.errors import FileDamaged
from hkreader.text.encoding import Decoded, decode
from hkreader.text.readers.base import Draft
from hkreader.text.readers.html import decode_page

FORMAT = "mhtml"

_HEADER = re.compile(
    rb"\s*(?:(?:From|To|Subject|Date|MIME-Version|Content-Type|Snapshot-Content-Location|Message-ID|Received|Return-Path"
    rb"|X-[\w-]+|Content-[\w-]+|Reply-To|Delivered-To)\s*:[^\n]*(?:\r?\n[ \t][^\n]*)*\r?\n){2,}",
    re.I,
)


def accepts(data: bytes) -> bool:
    """Know a message by its header lines and that it says of what type it is."""
    found = _HEADER.match(data[:16384])
    return found is not None and b"content-type" in found.group().lower()


def draw(path: Path, data: bytes) -> Draft:
    """Draw the page, or else the plain text, of the message."""
    try:
        return _draw(email.message_from_bytes(data, policy=email.policy.default), path)
    except RecursionError as error:
        # The library reads what is nested, comments in header lines too, by calling itself.
        raise FileDamaged(path) from error


def _draw(message: EmailMessage, path: Path) -> Draft:
    from hkreader.text.readers.html_story import draw_page  # noqa: PLC0415  costly, seldom needed

    for kind in ("text/html", "text/plain"):
        for part in message.walk():
            if part.get_content_type() != kind or not isinstance(part, EmailMessage):
                continue
            decoded = _decode(part)
            if decoded is None or not decoded.text.strip():
                continue
            if kind == "text/html":
                text, layout = draw_page(decoded.text)
                return Draft(text, FORMAT, decoded.encoding, decoded.undecodable, layout)
            return Draft(decoded.text, FORMAT, decoded.encoding, decoded.undecodable)
    raise FileDamaged(path)


def _decode(part: EmailMessage) -> Decoded | None:
    """Decode the part's bytes by what they are, and by its header where that leaves a choice."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    charset = part.get_content_charset()
    if charset and not payload.isascii():
        try:
            return Decoded(payload.decode(charset), charset)
        except (UnicodeError, LookupError):
            pass
    return decode_page(payload) or decode(payload)
