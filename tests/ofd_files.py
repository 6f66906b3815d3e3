"""Writes OFD documents for tests: paragraphs set on A4 pages with a head line and page numbers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

SPACE = "http://www.ofdspec.org/2016"
SIZE, PITCH, LEFT, TOP, BOTTOM, WIDTH = 4.2, 7.4, 25.0, 30.0, 265.0, 160.0
ENTRY = (
    '<ofd:OFD xmlns:ofd="{space}" DocType="OFD" Version="1.1"><ofd:DocBody>'
    "<ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
)


def ofd_of(
    paragraphs: Iterable[str], *, root: str = "Doc_0/Document.xml", head: str = "政府工作报告"
) -> bytes:
    """Set `paragraphs` and give the bytes of the package."""
    pages = list(_pages(paragraphs))
    listed = "".join(
        f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(len(pages))
    )
    document = (
        f'<ofd:Document xmlns:ofd="{SPACE}"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297'
        f"</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("OFD.xml", ENTRY.format(space=SPACE, root=root))
        package.writestr("Doc_0/Document.xml", document)
        for number, lines in enumerate(pages):
            objects = [*lines, _object(head, 90, 18), _object(f"— {number + 1} —", 98, 282)]
            layer = f"<ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content>"
            content = f'<ofd:Page xmlns:ofd="{SPACE}">{layer}</ofd:Page>'
            package.writestr(f"Doc_0/Pages/Page_{number}/Content.xml", content)
    return buffer.getvalue()


def _wide(sign: str) -> float:
    return SIZE if ord(sign) > 255 else SIZE / 2


def _pages(paragraphs: Iterable[str]) -> Iterator[list[str]]:
    lines: list[str] = []
    y = TOP
    for paragraph in paragraphs:
        for number, line in enumerate(_lines("".join(paragraph.split()))):
            if y > BOTTOM:
                yield lines
                lines, y = [], TOP
            lines.append(_object(line, LEFT + (0 if number else 2 * SIZE), y))
            y += PITCH
    yield lines


def _lines(text: str) -> Iterator[str]:
    room, line = WIDTH - 2 * SIZE, ""
    for sign in text:
        if room < _wide(sign) and sign not in "，。、；：！？”）》":
            yield line
            room, line = WIDTH, ""
        line += sign
        room -= _wide(sign)
    yield line


def _object(text: str, x: float, y: float) -> str:
    steps = " ".join(f"{_wide(sign):g}" for sign in text[:-1])
    return (
        f'<ofd:TextObject Boundary="{x:g} {y:g} 170 6" Font="1" Size="{SIZE}">'
        f'<ofd:TextCode X="0" Y="4" DeltaX="{steps}">{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )
