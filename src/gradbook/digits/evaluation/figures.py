"""The pictures of a run: which images and numbers they show."""

import torch
from matplotlib.figure import Figure
from torch import Tensor

from gradbook.digits import plots
from gradbook.digits.datasets.digits import Digits
from gradbook.digits.evaluation.evaluation import Evaluation
from gradbook.digits.training.history import History
from gradbook.digits.training.loop import Trained

_SHOWN = 10  # images in a picture


def captions(history: History) -> dict[str, str]:
    """Return the caption of each picture of a run under its name, in the order in which they are shown.

    Args:
        history: of the run, which says what its loss curve shows.
    """
    ends = plots.ends_of_epochs(history.epochs)
    return {
        "samples": "Ten random test images with their ground truth.",
        "loss": f"Loss of each batch, and their running mean{'; dotted lines end an epoch' if ends else ''}.",
        "predictions": "Ten random test images: ground truth and prediction; wrong ones in red, with the certainty.",
        "mistakes": "The mistakes that the network was most certain of.",
        "confusion": "Confusion matrix: rows are the truth, columns the prediction; the redder, the more mistakes.",
        "first-layer": "Weights of the hidden neurons with the most influence: red pixels add, blue ones take away.",
    }


def draw_figures(trained: Trained, evaluation: Evaluation) -> dict[str, Figure]:
    """Draw the pictures of a run.

    Args:
        trained: the run.
        evaluation: of it, on the test images.

    Returns:
        The pictures by the names of `captions`; "mistakes" only where there are any.
    """
    model = trained.model
    figures = {
        "samples": samples(evaluation.data),
        "loss": plots.loss_curve(trained.losses, trained.history.epochs),
        "predictions": _verdicts(evaluation, _random(len(evaluation.labels))),
        "confusion": confusion(evaluation),
        "first-layer": plots.first_layer(model.l1.weight.detach().numpy(), model.l2.weight.detach().numpy()),
    }
    if evaluation.mistakes(1):
        figures["mistakes"] = mistakes(evaluation)
    return figures


def samples(data: Digits) -> Figure:
    """Draw random test images of a data set with their truth.

    Args:
        data: has at least one test image.
    """
    chosen = _random(len(data.test_images))
    return plots.truths(data.test_images[chosen].numpy(), data.test_labels[chosen].numpy(), data.class_names)


def mistakes(evaluation: Evaluation) -> Figure:
    """Draw the wrong images that the network was most certain of.

    Args:
        evaluation: with at least one mistake.
    """
    return _verdicts(evaluation, torch.tensor(evaluation.mistakes(_SHOWN)))


def confusion(evaluation: Evaluation) -> Figure:
    """Draw the confusion matrix of an evaluation.

    Args:
        evaluation: of any images.
    """
    return plots.confusion(evaluation.confusion.numpy(), evaluation.data.class_names)


def _verdicts(evaluation: Evaluation, chosen: Tensor) -> Figure:
    return plots.verdicts(
        evaluation.images[chosen].numpy(),
        evaluation.labels[chosen].numpy(),
        evaluation.probabilities[chosen].numpy(),
        evaluation.data.class_names,
    )


def _random(size: int) -> Tensor:
    """Choose images among so many, the same ones each time."""
    return torch.randperm(size, generator=torch.Generator().manual_seed(0))[:_SHOWN]
