"""Saved pages and mails."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from hkreader.text import read_report
from hkreader.text.readers import mhtml
from tests.reports import gold_report
from tests.text.readers.test_html import figures, page_of


def saved(markup: str, charset: str, encoding: str) -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Subject"] = "政府工作报告"
    message["MIME-Version"] = "1.0"
    message.set_content(markup, subtype="html", charset=charset, cte=encoding)
    message.add_related(b"\x89PNG", "image", "png", cid="<a@b>")
    return bytes(message)


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "quoted-printable"), ("gb18030", "base64")]
)
def test_a_saved_page_gives_the_figures_of_its_report(
    charset: str, encoding: str, tmp_path: Path
) -> None:
    whole = gold_report("hongkou-2018")
    path = tmp_path / "报告.mht"
    path.write_bytes(saved(page_of(whole, "gb2312"), charset, encoding))
    report = read_report(path)

    assert report.source.format == "mhtml"
    assert figures(report) == figures(whole)


def test_a_mail_gives_its_text(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.cn", "c@d.cn", "报告"
    message.set_content("各位代表：\n全年生产总值增长5%。\n")
    path = tmp_path / "信.eml"
    path.write_bytes(bytes(message))
    assert "全年生产总值增长5%。" in read_report(path).text


@pytest.mark.parametrize(
    "text",
    ["标题：政府工作报告\n发文单位：某市\n\n各位代表：", "Title: a report\nYear: 2018\n\ntext"],
)
def test_a_text_that_begins_with_labels_is_no_mail(text: str) -> None:
    assert not mhtml.accepts(text.encode())
