"""From a `Report` to its `Findings`: measurements, rows, targets, tasks."""
