"""What runs a notebook's cells: a kernel for one's own work, a sandbox for other people's, behind one interface.

A runner gets cells, files and a request; only data comes back. Expected answers never go in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from gradbook.assignment.running.exports import Exports, Request


@dataclass(frozen=True, slots=True)
class Cell:
    """One code cell: its place in the notebook (from 0), the question it belongs to or "", and its text."""

    index: int
    question: str
    source: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What a hand-in may use. Sizes are in bytes, times in seconds.

    Attributes:
        cell: wall time of one cell.
        wall: wall time of the whole hand-in, repeats after a lost cell included.
        cpu: processor time of the whole hand-in.
        memory: on top of what the libraries take, of all its processes together.
        threads: at one time.
        scratch: what it may write, in all.
        files: how many files it may make.
        text: kept of what a cell prints.
        reply: all that comes back.
    """

    cell: float = 60.0
    wall: float = 300.0
    cpu: float = 300.0
    memory: int = 2 << 30
    threads: int = 64
    scratch: int = 256 << 20
    files: int = 4000
    text: int = 10_000
    reply: int = 128 << 20


@dataclass(frozen=True, slots=True)
class Job:
    """One hand-in to be run.

    Attributes:
        cells: its code cells, in order.
        request: what is to be exported and probed, as `exports.request` makes it.
        files: the hand-in's own small files, by relative path, such as imgs/q1.png.
        data: a folder to be seen as data/, read only; None for none.
    """

    cells: tuple[Cell, ...]
    request: Request
    files: Mapping[str, bytes] = field(default_factory=dict)
    data: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back. All but `seconds`, `cpu`, `memory` and `trouble` is the learner's claim.

    Attributes:
        exports: values, states and probes, with what became of each cell.
        seconds: wall time in all.
        cpu: processor time in all.
        memory: the largest use, in bytes; 0 where it is not known.
        trouble: what ended the hand-in as a whole, such as "wall time"; "" where nothing did.
    """

    exports: Exports
    seconds: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    trouble: str = ""


class Runner(Protocol):
    """Runs jobs; `isolation` names what protects the machine, and stands in every report."""

    isolation: str

    def run(self, job: Job, limits: Limits = ...) -> Outcome:
        """Run one job."""
        ...

    def map(self, jobs: Iterable[Job], limits: Limits = ..., workers: int = ...) -> Iterator[tuple[int, Outcome]]:
        """Run many, several at a time; yield (place in `jobs`, outcome) as they end. Jobs are taken as needed."""
        ...

    def close(self) -> None:
        """End what was started."""
        ...
