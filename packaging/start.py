# -*- coding: utf-8 -*-
"""The two commands of the README, each doing all its set-up by itself.

    python3 packaging/start.py            open the reader on the built-in report
    python3 packaging/start.py FILE...    open it on these files; all commands of hkreader work
    python3 packaging/start.py test       lint, types, import contracts and all tests

Pythons that are too old for the reader have to understand this file too, so that it can say so.
"""

import os
import sys

OLDEST = (3, 11)
TOO_NEW = (3, 15)
TOO_OLD_MESSAGE = (
    "hkreader needs Python 3.11 to 3.14; this is Python %d.%d and no other was found on the path.\n"
    "需要 Python 3.11 到 3.14，这里是 %d.%d，路径上也没有找到合适的版本。\n"
)


def suits(version):
    """Tell whether the reader runs on this version of Python."""
    return OLDEST <= tuple(version[:2]) < TOO_NEW


def other_pythons():
    """Give command lines of suitable Pythons that may be on the path, the newest first."""
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        name = "python3.%d" % minor
        for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
            path = os.path.join(folder, name + (".exe" if os.name == "nt" else ""))
            if os.access(path, os.X_OK):
                yield [path]
        if os.name == "nt":
            yield ["py", "-3.%d" % minor]


def hand_over():
    """Start again with a suitable Python, or say that there is none."""
    import subprocess

    check = "import sys; sys.exit(not %r <= sys.version_info[:2] < %r)" % (OLDEST, TOO_NEW)
    for python in other_pythons():
        try:
            suitable = subprocess.call(python + ["-c", check]) == 0
        except OSError:
            continue
        if suitable:
            return subprocess.call(python + [os.path.abspath(__file__)] + sys.argv[1:])
    message = TOO_OLD_MESSAGE % (tuple(sys.version_info[:2]) * 2)
    try:
        sys.stderr.write(message)
    except UnicodeError:
        sys.stderr.write(message.partition("\n")[0] + "\n")
    return 1


if __name__ == "__main__":
    if suits(sys.version_info):
        from first_start import main

        sys.exit(main(sys.argv[1:]))
    sys.exit(hand_over())
