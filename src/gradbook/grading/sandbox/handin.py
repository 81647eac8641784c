"""One hand-in from its first process to its outcome.

A cell that does not end, ends the process, or is over a limit is left out of the next process, in which the cells
before it are run again; so is a call for exports. When attempts or time are used up, what came before the first such
cell is run once more by itself: it counts. One that got no thread where another may have had them all is run anew.
"""

import base64
from dataclasses import replace

from gradbook.assignment.running.exports import CellRun, Exports
from gradbook.assignment.running.runner import Job, Limits, Outcome
from gradbook.grading.sandbox import frames
from gradbook.grading.sandbox.attempt import Attempt, Task, problem
from gradbook.grading.sandbox.client import Ended, Zygote

_MOST_ATTEMPTS = 4
_CHEAP = 0.2  # share of the time that running the beginning once more may cost
_AT_LEAST = 3.0  # seconds
_NO_THREAD = "can't start new thread"  # Python's own words


class HandIn:
    """A hand-in at work.

    Args:
        place: its place among the jobs.
        job: what to run.
        limits: what it may use.

    Attributes:
        attempts: how many processes were started for it.
    """

    def __init__(self, place: int, job: Job, limits: Limits) -> None:
        self.place = place
        self._job, self._limits = job, limits
        names, probes = list(job.request["names"]), list(job.request["probes"])
        self._parts = [{"names": names, "probes": []}] if names else []
        self._parts += [{"names": [], "probes": [probe]} for probe in probes]
        self._files = {name: base64.b64encode(content).decode() for name, content in job.files.items()}
        self._lost: dict[int, CellRun] = {}
        self._lost_parts: dict[int, str] = {}
        self._runs: dict[int, CellRun] = {}
        self._exports: dict[int, Exports] = {}
        self.attempts, self._seconds, self._cpu, self._memory = 0, 0.0, 0.0, 0
        self._last = self._anew = False
        self._trouble = ""

    def attempt(self, zygote: Zygote) -> Attempt:
        """Start its next process."""
        self.attempts += 1
        skipped = set(self._lost)
        if self._last:
            skipped |= set(range(min(self._lost, default=0), len(self._job.cells)))
        skipped |= {place for place, cell in enumerate(self._job.cells) if not cell.source.strip()}
        left = self._limits.wall - self._seconds
        cpu = self._limits.cpu - self._cpu
        if self._last:
            left = cpu = 2 * self._cheap()
        data = self._job.data
        return Attempt(
            zygote,
            Task(
                self._job.cells,
                frozenset(skipped),
                self._parts,
                frozenset(self._lost_parts),
                self._files,
                str(data.resolve()) if data is not None else None,
                replace(self._limits, wall=max(0.0, left), cpu=cpu),
            ),
        )

    def after(self, attempt: Attempt, ended: Ended) -> Outcome | None:
        """Take what an attempt brought; return the outcome, or None where another attempt is to be made."""
        self._seconds += attempt.elapsed
        self._cpu += ended.cpu
        self._memory = max(self._memory, ended.memory)
        if not self._anew and self._crowded_out(attempt):
            self._anew = True
            return None
        self._exports |= attempt.exports
        self._runs = self._runs | attempt.runs if self._last else dict(attempt.runs)
        self._trouble = ""
        if attempt.complete:
            if set(range(len(self._job.cells))) - attempt.task.skipped - attempt.runs.keys():
                self._trouble = self._used_up()
            return self.outcome()
        if not attempt.locked:
            self._trouble = f"it could not be locked in ({attempt.trouble or 'it ended before'})"
            return self.outcome() if self.attempts > 1 else None
        self._trouble = attempt.trouble or self._ending(ended)
        if attempt.part is not None:
            self._lost_parts[attempt.part] = self._trouble
        else:
            culprit = attempt.cell if attempt.cell is not None else max(attempt.runs, default=None)
            if culprit is None:
                return self.outcome()
            cell = self._job.cells[culprit]
            status = "timeout" if attempt.timed_out else "died"
            seconds = attempt.seconds if attempt.cell is not None else attempt.runs[culprit].seconds
            self._lost[culprit] = CellRun(cell.index, cell.question, status, seconds, error=self._trouble)
            self._runs.pop(culprit, None)
        # Nobody waits again for a cell that does not end.
        self._lost |= {place: run for place, run in attempt.runs.items() if run.status == "timeout"}
        return None if self._another() else self.outcome()

    def outcome(self, trouble: str = "") -> Outcome:
        """Return what there is."""
        cells = []
        for place, cell in enumerate(self._job.cells):
            run = self._lost.get(place) or self._runs.get(place)
            empty = "skipped" if cell.source.strip() else "empty"
            cells.append(run or CellRun(cell.index, cell.question, empty))
        merged = Exports(cells=tuple(cells))
        trouble = trouble or self._trouble
        for number, part in enumerate(self._parts):
            why = self._lost_parts.get(number) or trouble or "the notebook did not come to its end"
            merged = _joined(merged, self._exports.get(number) or problem(part, why))
        return Outcome(merged, self._seconds, self._cpu, self._memory, trouble)

    def _crowded_out(self, attempt: Attempt) -> bool:
        """Whether it got no thread perhaps because of its neighbours, and there is time to run it once more.

        Its next process has its full number beside what theirs have by then.
        """
        refused = any(run.status == "error" and _NO_THREAD in run.error for run in attempt.runs.values())
        return refused and attempt.zygote.shares_user and 2 * self._seconds <= self._limits.wall

    def _another(self) -> bool:
        """Whether there is another attempt to make; if it is to be the last, make it so."""
        if self._last or len(self._exports) == len(self._parts):
            return False
        before = sum(run.seconds for place, run in self._runs.items() if place < min(self._lost, default=0))
        if self.attempts < _MOST_ATTEMPTS and self._seconds < self._limits.wall and self._cpu < self._limits.cpu:
            return True
        self._last = True
        return bool(self._lost) and before <= self._cheap()

    def _cheap(self) -> float:
        """How long the beginning may have taken to be run once more."""
        return max(_AT_LEAST, _CHEAP * self._limits.wall)

    def _used_up(self) -> str:
        if self._cpu >= self._limits.cpu:
            return f"it used {self._limits.cpu:g} s of processor time, all that it may"
        return f"it took {self._limits.wall:g} s, all that it may"

    def _ending(self, ended: Ended) -> str:
        if self._cpu >= self._limits.cpu:
            return self._used_up()
        if ended.code == frames.OVERFULL:
            return "it wrote more to the disk than it may"
        return "it ended the process" + (f" (signal {-ended.code})" if ended.code < 0 else "")


def _joined(one: Exports, other: Exports) -> Exports:
    return replace(
        one,
        values={**one.values, **other.values},
        arrays={**one.arrays, **other.arrays},
        states={**one.states, **other.states},
        problems={**one.problems, **other.problems},
        probes={**one.probes, **other.probes},
    )
