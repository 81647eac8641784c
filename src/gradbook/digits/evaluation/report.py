"""The report of one run: a self-contained HTML page."""

import math
from collections.abc import Mapping

from markupsafe import Markup

from gradbook.core import html
from gradbook.digits.evaluation.evaluation import Evaluation, Share
from gradbook.digits.evaluation.figures import captions
from gradbook.digits.training.loop import Trained
from gradbook.digits.training.recipe import Recipe

ACCURACY_HEADER = ("on", "images", "accuracy", "95 % interval")


def accuracy_rows(evaluation: Evaluation) -> list[tuple[str, str, str, str]]:
    """Return the accuracies of an evaluation, one row each under `ACCURACY_HEADER`.

    Args:
        evaluation: of any images.
    """
    rows = [(evaluation.what, *share_cells(evaluation.share))]
    if evaluation.before is not None:
        rows.append(("the same, before training", *share_cells(evaluation.before)))
    if evaluation.unseen_share is not None and evaluation.overlap:
        rows.append(("those of them not trained on", *share_cells(evaluation.unseen_share)))
    return rows


def share_cells(share: Share) -> tuple[str, str, str]:
    """Return the number of images, the share of them that is right, and its interval, as text.

    Args:
        share: of any number of images, also none.
    """
    if not share.count:
        return "0", "-", "-"
    low, high = share.interval
    return f"{share.count:,}", f"{share.value:.2%}", f"{low:.2%} to {high:.2%}"


def accuracy_table(evaluation: Evaluation) -> Markup:
    """Return the accuracies as an HTML table."""
    return html.table(ACCURACY_HEADER, accuracy_rows(evaluation), stack=True)


def class_rows(evaluation: Evaluation) -> list[tuple[str, ...]]:
    """Return name, number of images, precision and recall of each class, as text.

    Args:
        evaluation: of any images.
    """
    return [
        (name, f"{count:,}", _percent(precision), _percent(recall))
        for name, count, precision, recall in evaluation.per_class()
    ]


CLASS_HEADER = ("class", "images", "precision", "recall")


def class_table(evaluation: Evaluation) -> Markup:
    """Return precision and recall per class as an HTML table."""
    return html.table(CLASS_HEADER, class_rows(evaluation))


def recipe_text(trained: Trained) -> str:
    """Say in a few words how a network was trained.

    Args:
        trained: what was trained.
    """
    recipe = trained.recipe
    peak = "peak " if recipe.schedule == "one-cycle" else ""
    extras = [
        f"label smoothing {recipe.label_smoothing:g}" if recipe.label_smoothing else "",
        "distorted images" if recipe.distort else "",
        f"weight decay {recipe.weight_decay:g}" if recipe.weight_decay else "",
    ]
    return ", ".join(
        [
            f"784-{recipe.hidden_size}-10 network",
            f"{len(trained.trained_on):,} training images",
            recipe.epochs_text,
            f"batch {recipe.batch_size}",
            f"{_optimizer(recipe)} with {peak}rate {recipe.learning_rate:g}",
            *filter(None, extras),
            f"matrix products in {trained.precision}",
        ]
    )


def _optimizer(recipe: Recipe) -> str:
    if recipe.optimizer == "adam":
        return "Adam"
    return f"SGD (momentum {recipe.beta1:g})" if recipe.beta1 else "SGD"


def headline(trained: Trained, evaluation: Evaluation) -> list[tuple[str, str]]:
    """Return the big numbers of a run: pairs (number, what it is).

    Args:
        trained: what was trained.
        evaluation: of it, on the test images.
    """
    unseen = evaluation.unseen_share
    share: Share = unseen if unseen is not None and unseen.count else evaluation.share
    return [
        (f"{share.value:.2%}", f"of {share.count:,} unseen test images right"),
        (f"{trained.seconds:.2f} s", "of training"),
        (_percent(evaluation.before.value) if evaluation.before else "-", "right before training"),
        (f"{len(trained.trained_on):,}", f"training images of {trained.data.name}"),
    ]


def run_page(name: str, trained: Trained, evaluation: Evaluation, figures: Mapping[str, bytes]) -> str:
    """Return the whole report of a run as one HTML page.

    Args:
        name: the run's.
        trained: what was trained.
        evaluation: of it, on the test images.
        figures: its pictures as SVG or PNG, by the names of `figures.captions`.
    """
    from gradbook import __version__

    words = captions(trained.history)
    return (
        html.environment(__package__)
        .get_template("run.html")
        .render(
            title=f"Digits: {name}",
            lead=f"A 784-{trained.recipe.hidden_size}-10 network, trained with the preset {trained.recipe.name!r}.",
            headline=headline(trained, evaluation),
            recipe=f"{recipe_text(trained)}; seed {trained.seed}, {trained.device}, {_threads(trained.threads)}.",
            data=f"{trained.data.describe()}.",
            pictures={name: html.picture(image, words[name]) for name, image in figures.items()},
            accuracies=accuracy_table(evaluation),
            overlap=evaluation.overlap != 0,
            overlap_text=evaluation.overlap_text(),
            classes=class_table(evaluation),
            footer=f"Made by Gradbook {__version__}.",
        )
    )


def _threads(count: int) -> str:
    return f"{count} thread{'s' if count != 1 else ''}"


def _percent(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.2%}"
