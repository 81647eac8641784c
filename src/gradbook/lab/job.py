"""The assignment, done once from end to end."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from gradbook.core import html
from gradbook.core.files import write_text
from gradbook.digits.data import Digits
from gradbook.digits.evaluation import Evaluation, evaluate
from gradbook.digits.recipe import preset
from gradbook.digits.report import CAPTIONS, recipe_text, share_cells
from gradbook.digits.runs import REPORT, FinishedRun, free_folder, is_run, new_folder, resume_run, start_run
from gradbook.digits.training import Progress
from gradbook.graph import Graph
from gradbook.graph.render import fragment

PRESETS = ("notebook", "fast")
FUNCTION, VALUES = "f = z*(w*x + b)", {"x": 2, "w": 5, "b": -2, "z": 3}
LEARNING_RATE = 0.01
EXPLAINED = 8  # images in the batch whose backward pass is explained
ShowProgress = Callable[[str], AbstractContextManager[Callable[[Progress], None]]]


@dataclass(frozen=True, eq=False)
class LabResult:
    """What the lab made.

    Attributes:
        report: the HTML page.
        runs: one complete run a preset.
        original: for each run, its evaluation by the original assignment's protocol.
    """

    report: Path
    runs: tuple[FinishedRun, ...]
    original: tuple[Evaluation, ...]


def run_lab(
    folder: Path,
    data: Digits,
    *,
    seed: int = 0,
    device: str = "auto",
    progress: ShowProgress,
    say: Callable[[str], None] = print,
) -> LabResult:
    """Train with the presets `notebook` and `fast`, evaluate both honestly, and write one report.

    A complete lab in `folder` is first moved aside; an interrupted one is gone on with.

    Raises:
        RunError: the folder holds an interrupted lab that cannot be gone on with.
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
                if place.exists():
                    place.rmdir()
                recipe = preset(name, data)
                runs.append(start_run(new_folder(place), data, recipe, seed=seed, device=device, on_progress=show))
    original = tuple(evaluate(run.trained, protocol="notebook") for run in runs)
    result = LabResult(folder / REPORT, tuple(runs), original)
    write_text(result.report, _page(result))
    return result


def summary_rows(result: LabResult) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Return the header and the rows of the lab's table."""
    header = ("preset", "trained on", "seconds", "before", "unseen images", "95 % interval", "original protocol")
    rows = []
    for run, original in zip(result.runs, result.original, strict=True):
        trained, evaluation = run.trained, run.evaluation
        _, accuracy, interval = share_cells(evaluation.unseen_share or evaluation.share)
        before = evaluation.before
        rows.append(
            (
                trained.recipe.name,
                f"{len(trained.trained_on):,}",
                f"{trained.seconds:.2f}",
                f"{before.value:.1%}" if before else "-",
                accuracy,
                interval,
                f"{original.accuracy:.1%}, {original.overlap:,} trained on",
            )
        )
    return header, rows


def _page(result: LabResult) -> str:
    from gradbook import __version__

    fast = result.runs[-1]
    data = fast.trained.data
    return html.page(
        "Gradbook lab",
        f"The assignment from end to end, on {data.describe()}.",
        [_headline(fast), _derivation_section(), *_training_sections(result), _network_section(fast)],
        footer=f"Made by Gradbook {__version__}.",
    )


def _headline(run: FinishedRun) -> str:
    share = run.evaluation.unseen_share or run.evaluation.share
    return html.tiles(
        [
            (f"{share.value:.2%}", f"of {share.count:,} unseen test images right (fast)"),
            (f"{run.trained.seconds:.2f} s", "of training (fast)"),
            (run.trained.data.name, "data"),
        ]
    )


def _derivation_section() -> str:
    graph = Graph(FUNCTION, **VALUES)
    return html.section(
        "Part 1: backpropagation on a computational graph",
        html.paragraph(
            f"The function {FUNCTION} at {', '.join(f'{name} = {value}' for name, value in VALUES.items())}. "
            "Values stand above the lines, gradients of f below."
        ),
        f"<figure>{graph.draw()}<figcaption>The computational graph, solved.</figcaption></figure>",
        fragment(graph.solution(LEARNING_RATE)),
    )


def _network_section(run: FinishedRun) -> str:
    """Explain the backward pass of the trained network, in matrix form, on the first few training images."""
    data, model = run.trained.data, run.trained.model
    batch = data.train_images[:EXPLAINED].reshape(EXPLAINED, -1).double() / 255
    graph = Graph.from_module(model, batch, target=data.train_labels[:EXPLAINED])
    return html.section(
        "The same for the network, in matrix form",
        html.paragraph(
            f"The backward pass of the trained network on {EXPLAINED} training images (N = {EXPLAINED}): "
            "every gradient in terms of the one above it, down to the first layer's weights."
        ),
        f"<figure>{graph.draw()}<figcaption>The network as a graph; numbers are shapes.</figcaption></figure>",
        fragment(graph.solution()),
    )


def _training_sections(result: LabResult) -> list[str]:
    sections = [
        html.section(
            "Part 2: digit classification with a feed-forward network",
            html.table(*summary_rows(result)),
            html.note(
                "The last column is what the original assignment reports: it tests on images that it has trained on. "
                "The column before it is the honest figure."
            ),
        ),
    ]
    for run in result.runs:
        figures = run.figures()
        names = [name for name in CAPTIONS if name in figures and name != "samples"]
        sections.append(
            html.section(
                f"Preset {run.trained.recipe.name}",
                html.paragraph(recipe_text(run.trained) + "."),
                html.paragraph(run.evaluation.overlap_text()),
                html.grid(*(html.picture(figures[name], CAPTIONS[name]) for name in names)),
            )
        )
    return sections
