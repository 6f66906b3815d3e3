"""From a `Report` to its `Findings`: measurements, rows, targets, tasks."""

from hkreader.extract.analysis import analyse

__all__ = ["analyse"]
