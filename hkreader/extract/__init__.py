"""From a `Report` to its `Findings`: measurements, rows, targets, tasks."""

from hkreader.extract.analysis import analyse, assemble

__all__ = ["analyse", "assemble"]
