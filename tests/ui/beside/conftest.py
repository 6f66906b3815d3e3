"""A second report, to stand beside the first."""

from __future__ import annotations

import pytest

OTHER = """上海市虹口区政府工作报告（2019年）

一、2018年工作回顾
过去一年，全区经济平稳增长。
（一）经济综合实力增强
全年财政总收入完成280亿元，同比增长9%。航运服务业加快集聚。
（二）深化改革开放
自贸试验区经验复制推广，审批制度改革推进。
二、2019年主要工作
（一）保持经济平稳健康发展
财政收入增长6%左右。
三、加强政府自身建设
坚持依法行政，改进工作作风。
"""


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "虹口2019.txt"
    # Long enough to be scrolled.
    path.write_text(OTHER.replace("。\n", "。" + "继续推进各项工作。" * 60 + "\n"), "utf-8")
    return path


@pytest.fixture
def beside(hongkou_window):
    yield hongkou_window.beside
    hongkou_window.beside.close()


@pytest.fixture
def compared(qtbot, beside, other):
    """The other report beside the first, aligned."""
    with qtbot.waitSignal(beside.session.findings_ready, timeout=30_000):
        beside.show_path(other)
    qtbot.waitUntil(lambda: beside.together.alignment is not None)
    return beside
