"""What `train.py` measured, as data, as tables, and against its targets."""

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from rich import box
from rich.table import Table

from _cold import NOTEBOOK, PRESETS, ColdRun
from _rows import ROWS, Measurement, Row


@dataclass(frozen=True)
class Summary:
    """The runs of one row, one a seed."""

    row: Row
    runs: list[Measurement]

    @property
    def seconds(self) -> float:
        """Mean seconds of training."""
        return statistics.mean(run.seconds for run in self.runs)

    @property
    def accuracy(self) -> float:
        """Mean accuracy on the test images, in percent."""
        return 100 * statistics.mean(run.accuracy for run in self.runs)

    @property
    def deviation(self) -> float | None:
        """Standard deviation of the accuracy over the seeds, in points."""
        return 100 * statistics.stdev(run.accuracy for run in self.runs) if len(self.runs) > 1 else None

    @property
    def precision(self) -> str:
        """Type of the matrix products; both where runs differ, as "auto" may on a busy machine."""
        return ", ".join(sorted({run.precision for run in self.runs}))

    def of_limit(self, limits: dict[str, float]) -> float:
        """Return the seconds that bare matrix products would take for the useful work, over the seconds taken."""
        return statistics.mean(run.flops / limits[run.precision] for run in self.runs) / self.seconds


@dataclass
class Results:
    """Everything that is measured, in the order in which it is measured.

    Attributes:
        machine: what it is measured on.
        data: the data set, in a line.
        runs: training runs.
        cold: whole processes.
        limits: precision to the FLOP/s of a bare matrix product, the best that was seen.
        left_out: row to the reason why it was not measured.
    """

    machine: dict[str, str]
    data: str
    runs: list[Measurement] = field(default_factory=list)
    cold: list[ColdRun] = field(default_factory=list)
    limits: dict[str, float] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> Summary | None:
        """Return the summary of a row, if it was measured."""
        runs = [run for run in self.runs if run.row == name]
        return Summary(ROWS[name], runs) if runs else None

    def cold_median(self, script: str) -> float | None:
        """Return the median seconds of a script's whole processes, if there were any."""
        seconds = [run.seconds for run in self.cold if run.script == script]
        return statistics.median(seconds) if seconds else None


def training_table(results: Results) -> Table:
    """Make the table of training runs, a row a contestant."""
    table = Table(box=box.MARKDOWN)
    for title in ("Row", "Precision"):
        table.add_column(title, no_wrap=True)
    for title in ("Images", "Seconds", "Min to max", "Unseen right", "Deviation", "Times as fast", "Of limit"):
        table.add_column(title, justify="right", no_wrap=True)
    for summary in filter(None, map(results.of, ROWS)):
        loop = results.of("loop" if summary.row.whole else "loop-10")
        times = [run.seconds for run in summary.runs]
        table.add_row(
            summary.row.title,
            summary.precision,
            f"{summary.runs[0].images:,}",
            f"{summary.seconds:.2f}",
            f"{min(times):.2f} to {max(times):.2f}",
            f"{summary.accuracy:.2f} %",
            "-" if summary.deviation is None else f"{summary.deviation:.2f}",
            f"{loop.seconds / summary.seconds:.2f}" if loop else "-",
            f"{summary.of_limit(results.limits):.0%}",
        )
    return table


def cold_table(results: Results) -> Table:
    """Make the table of whole processes."""
    table = Table(box=box.MARKDOWN)
    table.add_column("Process", no_wrap=True)
    for title in ("Median seconds", "Min to max", "Of the notebook's"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("Prints", no_wrap=True)
    reference = results.cold_median(NOTEBOOK)
    for script in (NOTEBOOK, *PRESETS):
        runs = [run for run in results.cold if run.script == script]
        if not runs:
            continue
        times = [run.seconds for run in runs]
        median = statistics.median(times)
        table.add_row(
            script if script == NOTEBOOK else f"gradbook {script}",
            f"{median:.2f}",
            f"{min(times):.2f} to {max(times):.2f}",
            f"{median / reference:.0%}" if reference else "-",
            runs[-1].printed,
        )
    return table


# A judge says for measured values what they come to, and whether that is enough.
_Judge = Callable[..., tuple[str, bool]]


def target_lines(results: Results) -> Iterator[str]:
    """Say for each target whether it is reached, and by which figures."""
    for aim, judge, values in _targets(results):
        if None in values:
            yield f"not measured  {aim}"
        else:
            figures, reached = judge(*values)
            yield f"{'reached' if reached else 'MISSED':<12}  {aim}: {figures}"


def _targets(results: Results) -> Iterator[tuple[str, _Judge, tuple[object, ...]]]:
    """Yield each target as its aim, its judge and what is to be judged."""
    loop, fast, best = results.of("loop"), results.of("fast"), results.of("best")
    peers = [peer for name, row in ROWS.items() if row.needs and (peer := results.of(name))]
    fastest = min(peers, key=lambda peer: peer.seconds, default=None)

    for name in ("notebook", "notebook-float32"):
        preset = results.of(name)
        least = 3 if name == "notebook-float32" or (preset and preset.precision == "float32") else 4
        pair = (preset, results.of("loop-10"))
        yield f"{name}: at least {least} times as fast as the notebook's loop", _faster(least), pair
        yield f"{name}: accuracy at most 0.2 points below that loop's", _not_below, pair
    yield "fast: at least 98.0 % right", _right(98.0), (fast,)
    yield "fast: at least 10 times as fast as the notebook's loop", _faster(10), (fast, loop)
    yield "fast, a dream: 15 times", _faster(15), (fast, loop)
    yield "fast: at least 2.5 times as fast as the fastest peer", _faster(2.5), (fast, fastest)
    yield "fast: more accurate than that peer", _better, (fast, fastest)
    yield "best: at least 99.15 % right", _right(99.15), (best,)
    yield "best, a dream: 99.25 %", _right(99.25), (best,)
    yield "best: at most twice as slow as the notebook's loop", _faster(0.5), (best, loop)
    medians = (results.cold_median("notebook"), results.cold_median(NOTEBOOK))
    yield "whole process, notebook: at most half the time of the notebook's", _half, medians


def _faster(least: float) -> _Judge:
    def judge(this: Summary, other: Summary) -> tuple[str, bool]:
        times = other.seconds / this.seconds
        return f"{times:.2f} ({this.seconds:.2f} s; {other.row.title}: {other.seconds:.2f} s)", times >= least

    return judge


def _right(least: float) -> _Judge:
    return lambda this: (f"{this.accuracy:.2f} %", this.accuracy >= least)


def _not_below(this: Summary, other: Summary) -> tuple[str, bool]:
    return _accuracies(this, other), this.accuracy >= other.accuracy - 0.2


def _better(this: Summary, other: Summary) -> tuple[str, bool]:
    return _accuracies(this, other), this.accuracy > other.accuracy


def _accuracies(this: Summary, other: Summary) -> str:
    return f"{this.accuracy:.2f} % ({other.row.title}: {other.accuracy:.2f} %)"


def _half(this: float, other: float) -> tuple[str, bool]:
    return f"{this / other:.0%} ({this:.2f} s and {other:.2f} s)", this <= other / 2
