"""The assignment, done once from end to end."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from gradbook.core.files import write_text
from gradbook.digits.datasets.digits import Digits
from gradbook.digits.evaluation.evaluation import Evaluation, evaluate
from gradbook.digits.runs import REPORT, FinishedRun, free_folder, is_run, resume_run, start_run
from gradbook.digits.training.loop import Progress
from gradbook.digits.training.recipe import preset
from gradbook.lab.own_grade import OwnGrade, grade_own
from gradbook.lab.report import page
from gradbook.lab.solution import Part3, ShowCells, run_part3, usable

PRESETS = ("notebook", "fast")
PART3, GRADED = "assignment", "graded"
ShowProgress = Callable[[str], AbstractContextManager[Callable[[Progress], None]]]


@dataclass(frozen=True, eq=False)
class LabResult:
    """What the lab made.

    Attributes:
        report: the HTML page.
        runs: one complete run a preset.
        original: for each run, its evaluation by the original assignment's protocol.
        part3: the assignment, built, solved and checked.
        own: what its hand-in was given.
    """

    report: Path
    runs: tuple[FinishedRun, ...]
    original: tuple[Evaluation, ...]
    part3: Part3
    own: OwnGrade


def run_lab(
    folder: Path,
    data: Digits,
    *,
    seed: int = 0,
    device: str = "auto",
    progress: ShowProgress,
    cells: ShowCells,
    say: Callable[[str], None] = print,
) -> LabResult:
    """Train with `notebook` and `fast`, evaluate both honestly, solve the assignment, and write one report.

    A complete lab in `folder` is first moved aside, with all that was done in it; an interrupted one is gone on with.

    Args:
        folder: where the lab is to be.
        data: what the networks learn from.
        seed: of everything random.
        device: where to compute, one of `device.DEVICES`.
        progress: shows a training under way, by its name.
        cells: shows which cell of the solution runs.
        say: is told what is done.

    Raises:
        RunError: the folder holds an interrupted lab that cannot be gone on with.
        AssignmentError: something else is where the assignment is to be built.
        KernelError: no kernel starts to run the solution in.
    """
    if (folder / REPORT).exists():
        aside = free_folder(folder.parent, folder.name)
        folder.rename(aside)
        say(f"The earlier lab is kept as {aside}.")
    runs = []
    for name in PRESETS:
        place = folder / name
        with progress(name) as show:
            if is_run(place):
                say(f"Going on with {place}.")
                runs.append(resume_run(place, show))
            else:
                recipe = preset(name, data)
                runs.append(start_run(place, data, recipe, seed=seed, device=device, on_progress=show))
    original = tuple(evaluate(run.trained, protocol="notebook") for run in runs)
    part3 = run_part3(folder / PART3, data, cells=cells, say=say)
    own = grade_own(part3, folder / GRADED, usable(data), say=say)
    result = LabResult(folder / REPORT, tuple(runs), original, part3, own)
    write_text(result.report, page(result.report.parent, result.runs, result.original, part3, own))
    return result
