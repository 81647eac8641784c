"""The lab's report: one page that opens offline."""

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from gradbook.assignment.checking.points import points_text
from gradbook.assignment.checking.summary import result_rows
from gradbook.core import html
from gradbook.digits.evaluation.evaluation import Evaluation
from gradbook.digits.evaluation.figures import captions
from gradbook.digits.evaluation.report import class_table, recipe_text, share_cells
from gradbook.digits.runs import FinishedRun
from gradbook.graph import Graph
from gradbook.lab.own_grade import OwnGrade
from gradbook.lab.solution import Part3

FUNCTION, VALUES = "f = z*(w*x + b)", {"x": 2, "w": 5, "b": -2, "z": 3}
LEARNING_RATE = 0.01
EXPLAINED = 8  # images in the batch whose backward pass is explained


def page(folder: Path, runs: Sequence[FinishedRun], original: Sequence[Evaluation], part3: Part3, own: OwnGrade) -> str:
    """Return the report.

    Args:
        folder: where it will be; its links start there.
        runs: the trainings.
        original: for each run, its evaluation by the original assignment's protocol.
        part3: the assignment, solved.
        own: what its hand-in was given.
    """
    from gradbook import __version__

    fast = runs[-1]
    graph, network = Graph(FUNCTION, **VALUES), _network_graph(fast)
    solved = part3.solved
    return (
        html.environment(__package__)
        .get_template("lab.html")
        .render(
            title="Gradbook lab",
            lead=f"The assignment from end to end, on {fast.trained.data.describe()}.",
            headline=_headline(fast, part3),
            function=FUNCTION,
            values=", ".join(f"{name} = {value}" for name, value in VALUES.items()),
            graph=Markup(graph.draw()),
            derivation=graph.solution(LEARNING_RATE).fragment(),
            trainings=html.table(*training_rows(runs, original), stack=True),
            runs=[_run_parts(run) for run in runs],
            explained=EXPLAINED,
            network_graph=Markup(network.draw()),
            network_derivation=network.solution().fragment(),
            assignment=solved.assignment,
            results=html.table(("question", "points", "found"), _result_rows(part3), left=(0, 2), stack=True),
            faults=solved.faults,
            solved_pictures=[
                html.picture(png, f"Drawn by the solution, {n}.") for n, png in enumerate(solved.pictures, start=1)
            ],
            links=_links(folder, part3, own),
            own=_own_text(part3, own),
            footer=f"Made by Gradbook {__version__}.",
        )
    )


def training_rows(
    runs: Sequence[FinishedRun], original: Sequence[Evaluation]
) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Return the header and the rows of the table of trainings.

    Args:
        runs: the trainings.
        original: for each run, its evaluation by the original assignment's protocol.
    """
    header = ("preset", "trained on", "seconds", "before", "unseen images", "95 % interval", "original protocol")
    rows = []
    for run, by_protocol in zip(runs, original, strict=True):
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
                f"{by_protocol.accuracy:.1%}, {by_protocol.overlap:,} trained on",
            )
        )
    return header, rows


def _headline(run: FinishedRun, part3: Part3) -> list[tuple[str, str]]:
    share = run.evaluation.unseen_share or run.evaluation.share
    worth = points_text(part3.solved.assignment.points)
    return [
        (f"{share.value:.2%}", f"of {share.count:,} unseen test images right (fast)"),
        (f"{run.trained.seconds:.2f} s", "of training (fast)"),
        (points_text(part3.solved.points), f"of {worth} points (the solution)"),
        (f"{len(run.trained.trained_on):,}", f"training images of {run.trained.data.name} (fast)"),
    ]


def _network_graph(run: FinishedRun) -> Graph:
    """The trained network and its loss on the first few training images, as a graph."""
    data, model = run.trained.data, run.trained.model
    batch = data.train_images[:EXPLAINED].reshape(EXPLAINED, -1).double() / 255
    return Graph.from_module(model, batch, target=data.train_labels[:EXPLAINED])


def _run_parts(run: FinishedRun) -> dict[str, object]:
    """What the page shows of a training."""
    figures, words = run.figures(), captions(run.trained.history)
    return {
        "name": run.trained.recipe.name,
        "recipe": recipe_text(run.trained),
        "overlap_text": run.evaluation.overlap_text(),
        "pictures": {name: html.picture(figures[name], words[name]) for name in words if name in figures},
        "classes": class_table(run.evaluation),
    }


def _result_rows(part3: Part3) -> list[tuple[str, str, str]]:
    solved = part3.solved
    rows = [
        (name, points, f"{mark} {finding}")
        for name, points, mark, finding in result_rows(solved.assignment, solved.results)
    ]
    rows.append(("all questions", f"{points_text(solved.points)} of {points_text(solved.assignment.points)}", ""))
    return [(name, points.replace(" ", "\N{NO-BREAK SPACE}"), found) for name, points, found in rows]


def _own_text(part3: Part3, own: OwnGrade) -> str:
    if own.page is None:
        return own.text
    worth = points_text(part3.solved.assignment.points)
    return f"Its hand-in was {own.text}: {points_text(own.points)} of {worth} points."


def _links(folder: Path, part3: Part3, own: OwnGrade) -> list[tuple[str, str]]:
    """The files beside the report, each with what it is."""
    links = (
        (part3.notebook, "the notebook as a learner gets it"),
        (part3.solution, "the solution, as it was run"),
        (part3.built.autograder, "the autograder for Gradescope"),
        *([(own.page, "the page of its hand-in, graded")] if own.page else []),
    )
    return [(path.relative_to(folder).as_posix(), what) for path, what in links]
