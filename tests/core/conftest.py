import pytest

from hkreader.core.report import Facts, Report, Source


@pytest.fixture
def make_report():
    def make(text, sections=()):
        source = Source(None, "text", "utf-8", "", len(text))
        return Report(text, source, Facts(), tuple(sections), (), (), (), (), ())

    return make
