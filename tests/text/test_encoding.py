"""Bytes of every encoding become the same text."""

from __future__ import annotations

import codecs

import hypothesis.strategies as st
import pytest
from hypothesis import example, given

from hkreader.text.encoding import decode

TEXT = (
    "各位代表：现在，我代表市人民政府向大会报告工作。全年生产总值增长6.5%，工业总产值达到120亿元。\n"
    * 8
)
TRADITIONAL = (
    "各位代表：現在，我代表國務院向大會報告工作。國民經濟發展，工業總產值增長，農業豐收。\n" * 8
)


@pytest.mark.parametrize(
    ("text", "codec", "bom", "name"),
    [
        pytest.param(TEXT, "utf-8", b"", "utf-8", id="utf-8"),
        pytest.param(TEXT, "utf-8", codecs.BOM_UTF8, "utf-8-sig", id="utf-8-bom"),
        pytest.param(TEXT, "gbk", b"", "gb18030", id="gbk"),
        pytest.param(TEXT + "𠮷", "gb18030", b"", "gb18030", id="gb18030"),
        pytest.param(TRADITIONAL, "big5", b"", "big5", id="big5"),
        pytest.param(TEXT, "utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le", id="utf-16-le-bom"),
        pytest.param(TEXT, "utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be", id="utf-16-be-bom"),
        pytest.param(TEXT, "utf-16-le", b"", "utf-16-le", id="utf-16-le"),
        pytest.param(TEXT, "utf-16-be", b"", "utf-16-be", id="utf-16-be"),
    ],
)
def test_encodings_are_told_apart(text: str, codec: str, bom: bytes, name: str) -> None:
    decoded = decode(bom + text.encode(codec))
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.undecodable) == (text, name, 0)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_broken_bytes_are_shown_and_counted(codec: str) -> None:
    data = TEXT.encode(codec)
    half = len(TEXT[: len(TEXT) // 2].encode(codec))
    decoded = decode(data[:half] + b"\xff\xff" + data[half:])
    assert decoded is not None
    assert decoded.undecodable >= 1
    assert decoded.text.count("\ufffd") >= 1
    assert decoded.text.replace("\ufffd", "")[:100] == TEXT[:100]


def test_a_file_cut_inside_a_character_opens() -> None:
    decoded = decode(TEXT.encode()[:-3])
    assert decoded is not None
    assert decoded.encoding == "utf-8"
    assert decoded.undecodable == 1


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 40, id="every-byte"),
        pytest.param(b"\x7fELF\x02\x01\x01" + b"\0" * 400, id="program"),
    ],
)
def test_binary_is_no_text(data: bytes) -> None:
    assert decode(data) is None


@given(st.text(max_size=200))
@example("Â\x800")
def test_utf_8_is_kept_as_it_is(text: str) -> None:
    decoded = decode(codecs.BOM_UTF8 + text.encode("utf-8", "ignore"))
    assert decoded is not None
    assert decoded.text == text.encode("utf-8", "ignore").decode()
