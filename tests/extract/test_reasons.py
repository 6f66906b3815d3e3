"""Every reason that the extractor gives has words in the catalogue, and no words lack a reason."""

import re
from pathlib import Path

import hkreader.extract
from hkreader.messages import catalogue

ROOM = Path(hkreader.extract.__file__).parent


def test_every_reason_has_words():
    source = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
    given = set(re.findall(r'"((?:left_out|doubt)\.[a-z_]+)"', source))
    worded = {key for key in catalogue() if key.startswith(("left_out.", "doubt."))}

    assert given == worded
