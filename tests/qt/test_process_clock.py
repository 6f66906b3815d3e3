"""The age of the process, counted from its start and not from the import."""

from __future__ import annotations

import subprocess
import sys
import time

AGE = """
import time
time.sleep(0.25)
from hkreader.qt.process_clock import milliseconds_since_start
print(milliseconds_since_start())
"""


def test_it_counts_from_the_start_of_the_process():
    began = time.monotonic()
    told = subprocess.run([sys.executable, "-c", AGE], capture_output=True, check=True, text=True)
    whole = 1000 * (time.monotonic() - began)
    if sys.platform == "linux":
        assert 240 <= float(told.stdout) <= whole + 20
    else:
        assert 0 <= float(told.stdout) <= whole
