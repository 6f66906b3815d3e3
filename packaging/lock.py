"""Renew the locked versions: `python packaging/lock.py [--upgrade]`; needs `uv`.

Each file serves Python 3.11 to 3.14 on Windows, macOS and Linux, and none names where packages
come from.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "packaging" / "requirements"
GROUPS = {"run": (), "test": ("test", "lint"), "package": ("package",)}


def main() -> None:
    """Write every lock file anew, keeping the versions that still fit."""
    near = Path(sys.executable).parent
    uv = shutil.which("uv") or shutil.which("uv", path=str(near))
    if uv is None:
        raise SystemExit("uv is not installed: python -m pip install uv")
    for name, groups in GROUPS.items():
        command = [uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
        command += ["--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links"]
        command += ["--no-annotate", "--custom-compile-command", "python packaging/lock.py"]
        command += ["pyproject.toml", "--output-file", f"packaging/requirements/{name}.txt"]
        command += [word for group in groups for word in ("--group", group)]
        if name != "run":
            command += ["--constraints", "packaging/requirements/run.txt"]
        subprocess.run([*command, *sys.argv[1:]], cwd=ROOT, check=True)
        print(LOCKS / f"{name}.txt")


if __name__ == "__main__":
    main()
