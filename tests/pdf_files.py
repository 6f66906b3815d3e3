"""Small PDF documents for the tests, written by hand: text where it is put, in a font not embedded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin

WIDTH, HEIGHT = 595, 842


@dataclass
class Sheet:
    """A page; `y` is counted from its top."""

    commands: list[str] = field(default_factory=list)
    rotate: int = 0
    pictured: bool = False

    def put(self, x: float, y: float, text: str, size: float = 12, angle: float = 0) -> Sheet:
        """Set a line of text, each letter as wide as the font says."""
        a, b = cos(radians(angle)), sin(radians(angle))
        font, code = "F", f"<{text.encode('utf-16-be').hex()}>"
        if text.isascii():
            font, code = "L", f"({text})"
        self.commands.append(
            f"BT /{font} {size} Tf {a:.4f} {b:.4f} {-b:.4f} {a:.4f} {x} {HEIGHT - y} Tm {code} Tj ET"
        )
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draw a line."""
        self.commands.append(f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def picture(self) -> Sheet:
        """Show a picture of one pixel over the whole page."""
        self.pictured = True
        self.commands.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q")
        return self

    def lines(self, x: float, y: float, texts: Sequence[str], pitch: float = 20) -> Sheet:
        """Set lines below each other; blanks of full width before them set them in."""
        for index, text in enumerate(texts):
            inside = len(text) - len(text.lstrip("\u3000"))
            self.put(x + 12 * inside, y + index * pitch, text.lstrip("\u3000"))
        return self


def write_pdf(*sheets: Sheet) -> bytes:
    """Write the pages as one document."""
    font = (
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts["
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1[500 500] 3 95 500]"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor"
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/Ascent 880/Descent -120/StemV 90"
        "/CapHeight 880/ItalicAngle 0/FontBBox[0 -120 1000 880]>>>>]>>"
    )
    picture = (
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
        "/Length 1>>stream\nx\nendstream"
    )
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(sheets)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(sheets)}/Kids[{kids}]>>",
        font,
        picture,
    ]
    fonts = "<</F 3 0 R/L<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>"
    used = f"/Resources<</Font{fonts}/XObject<</I 4 0 R>>>>"
    box = f"/MediaBox[0 0 {WIDTH} {HEIGHT}]"
    for index, sheet in enumerate(sheets):
        content = "\n".join(sheet.commands)
        objects += [
            f"<</Type/Page/Parent 2 0 R{box}/Rotate {sheet.rotate}{used}/Contents {6 + 2 * index} 0 R>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    return data + trailer.encode()
