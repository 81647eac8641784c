"""The lab's report: one page that opens offline."""

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from gradbook.assignment.checking.summary import points_text, result_rows
from gradbook.core import html
from gradbook.digits.evaluation.evaluation import Evaluation
from gradbook.digits.evaluation.report import CAPTIONS, recipe_text, share_cells
from gradbook.digits.runs import FinishedRun
from gradbook.graph import Graph
from gradbook.lab.solution import Part3

FUNCTION, VALUES = "f = z*(w*x + b)", {"x": 2, "w": 5, "b": -2, "z": 3}
LEARNING_RATE = 0.01
EXPLAINED = 8  # images in the batch whose backward pass is explained


def page(folder: Path, runs: Sequence[FinishedRun], original: Sequence[Evaluation], part3: Part3) -> str:
    """Return the report.

    Args:
        folder: where it will be; its links start there.
        runs: the trainings.
        original: for each run, its evaluation by the original assignment's protocol.
        part3: the assignment, solved.
    """
    from gradbook import __version__

    fast = runs[-1]
    return html.page(
        "Gradbook lab",
        f"The assignment from end to end, on {fast.trained.data.describe()}.",
        [
            _headline(fast, part3),
            _derivation_section(),
            *_training_sections(runs, original),
            _network_section(fast),
            _assignment_section(folder, part3),
        ],
        footer=f"Made by Gradbook {__version__}.",
    )


def training_rows(
    runs: Sequence[FinishedRun], original: Sequence[Evaluation]
) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Return the header and the rows of the table of trainings."""
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


def _headline(run: FinishedRun, part3: Part3) -> str:
    share = run.evaluation.unseen_share or run.evaluation.share
    worth = points_text(part3.solved.assignment.points)
    return html.tiles(
        [
            (f"{share.value:.2%}", f"of {share.count:,} unseen test images right (fast)"),
            (f"{run.trained.seconds:.2f} s", "of training (fast)"),
            (
                points_text(part3.solved.points),
                f"of {worth} points (the solution)",
            ),
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
        _drawing(graph, "The computational graph, solved."),
        graph.solution(LEARNING_RATE).fragment(),
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
        _drawing(graph, "The network as a graph; numbers are shapes."),
        graph.solution().fragment(),
    )


def _training_sections(runs: Sequence[FinishedRun], original: Sequence[Evaluation]) -> list[str]:
    sections: list[str] = [
        html.section(
            "Part 2: digit classification with a feed-forward network",
            html.table(*training_rows(runs, original)),
            html.note(
                "The last column is what the original assignment reports: it tests on images that it has trained on. "
                "The column before it is the honest figure."
            ),
        ),
    ]
    for run in runs:
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


def _assignment_section(folder: Path, part3: Part3) -> str:
    solved, built = part3.solved, part3.built
    assignment = solved.assignment
    rows = [
        (name, points, f"{mark} {finding}") for name, points, mark, finding in result_rows(assignment, solved.results)
    ]
    rows.append(("all questions", f"{points_text(solved.points)} of {points_text(assignment.points)}", ""))
    rows = [(name, points.replace(" ", "\N{NO-BREAK SPACE}"), found) for name, points, found in rows]
    links = (
        (part3.notebook, "the notebook as a learner gets it"),
        (part3.solution, "the solution, as it was run"),
        (built.autograder, "the autograder for Gradescope"),
    )
    return html.section(
        "Part 3: the assignment, handed out, solved and checked",
        html.paragraph(
            f"{assignment.title} was built as a teacher builds it, its solution was run from top to bottom in a fresh "
            "kernel, and every check looked at what came out: the written answers were read and judged against the "
            "graph, the network was built with other sizes and recalculated, and its weights were tried on images "
            "that it was not trained on."
        ),
        html.table(("question", "points", "found"), rows, left=(0, 2)),
        *(html.note(fault, warn=True) for fault in solved.faults),
        html.grid(
            *(html.picture(png, f"Drawn by the solution, {n}.") for n, png in enumerate(solved.pictures, start=1))
        ),
        html.paragraph("What was made, beside this report (notebooks open with jupyter lab):"),
        Markup("<ul>{}</ul>").format(Markup("").join(_link(folder, path, what) for path, what in links)),
        Markup("<p>To do it yourself, in a folder of your own: <code>gradbook start {}</code></p>").format(
            assignment.name
        ),
    )


def _drawing(graph: Graph, caption: str) -> Markup:
    return Markup("<figure>{}<figcaption>{}</figcaption></figure>").format(Markup(graph.draw()), caption)


def _link(folder: Path, path: Path, what: str) -> Markup:
    target = path.relative_to(folder).as_posix()
    return Markup('<li><a href="{}">{}</a>: {}</li>').format(target, target, what)
