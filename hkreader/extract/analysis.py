"""Everything that is found in a report, in one call."""

from __future__ import annotations

from hkreader.core.findings import Findings, Measurement, Unplaced
from hkreader.core.progress import Progress, silent
from hkreader.core.report import Report
from hkreader.extract.checks import find_checks
from hkreader.extract.gaps import find_gaps
from hkreader.extract.measurements import find_measurements
from hkreader.extract.rows import build_indicators
from hkreader.extract.targets import find_targets
from hkreader.extract.tasks import find_tasks


def analyse(report: Report, progress: Progress = silent) -> Findings:
    """Find the measurements of a report and what they make together."""
    return assemble(report, *find_measurements(report, progress))


def assemble(
    report: Report, measurements: tuple[Measurement, ...], unplaced: tuple[Unplaced, ...]
) -> Findings:
    """Make of measurements, in text order, what they make together."""
    return Findings(
        measurements=measurements,
        indicators=build_indicators(report, measurements),
        targets=find_targets(report, measurements),
        tasks=find_tasks(report, measurements),
        checks=find_checks(report, measurements),
        gaps=find_gaps(report, measurements),
        unplaced=unplaced,
    )
