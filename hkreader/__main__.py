"""`python -m hkreader`, and what the packaged program starts."""

from __future__ import annotations

import sys

from hkreader.cli import main

if __name__ == "__main__":
    sys.exit(main())
