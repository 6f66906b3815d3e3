"""From findings to files; the only door to openpyxl, which is imported late."""

from hkreader.export.files import (
    TargetIsSource,
    check_target,
    write_bytes,
    write_export,
    write_table,
)

__all__ = ["TargetIsSource", "check_target", "write_bytes", "write_export", "write_table"]
