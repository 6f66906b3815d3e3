from decimal import Decimal

import pytest

from hkreader.ui.panels.clipboard import mime_of


@pytest.mark.parametrize(
    ("cell", "text", "markup"),
    [
        (
            Decimal("256.94"),
            "256.94",
            'style="mso-number-format:\'0.00\'" sdval="256.94" sdnum="1033;0;0.00">256.94</td>',
        ),
        (Decimal("1E+3"), "1000", ">1000</td>"),
        (None, "", "<td></td>"),
        ("=1+1", "'=1+1", ">=1+1</td>"),
        ("-报告", "'-报告", ">-报告</td>"),
        ("两\n行\t字", "两 行 字", ">两 行 字</td>"),
        ("<b>", "<b>", ">&lt;b&gt;</td>"),
    ],
    ids=["number", "exponent", "empty", "formula", "minus", "breaks", "markup"],
)
def test_cells(cell, text, markup):
    data = mime_of([(cell, "x")])

    assert data.text() == f"{text}\tx\n"
    assert markup in data.html()


def test_text_is_marked_as_text_for_every_spreadsheet():
    markup = mime_of([("=1+1",)]).html()

    assert r"mso-number-format:'\@'" in markup
    assert 'sdnum="1033;0;@"' in markup


def test_a_header_comes_first():
    data = mime_of([("a", Decimal(1))], ("名", "数"))

    assert data.text().splitlines() == ["名\t数", "a\t1"]
    assert data.html().index("名") < data.html().index("a</td>")
