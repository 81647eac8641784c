"""Pictures of data, training and evaluation, each a PNG as bytes.

Figures are made without pyplot, so that nothing here touches the state or backend of a learner's own plots.
"""

import io
from collections.abc import Sequence
from typing import Any

import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from torch import Tensor

from gradbook.digits.datasets.digits import Digits
from gradbook.digits.evaluation.evaluation import Evaluation
from gradbook.digits.network import NeuralNet
from gradbook.digits.training.history import History

_TRUTH, _WRONG, _LINE = "#1f4fd8", "#c62a2f", "#2457c5"
_DPI = 110


def samples(data: Digits, count: int = 10, seed: int = 0) -> bytes:
    """Draw random test images, each titled with its truth in blue."""
    random = torch.Generator().manual_seed(seed)
    chosen = torch.randperm(len(data.test_images), generator=random)[:count].tolist()
    titles = [(f"GT: {data.class_names[int(data.test_labels[i])]}", _TRUTH) for i in chosen]
    return _gallery(data.test_images[chosen], titles)


def predictions(evaluation: Evaluation, count: int = 10, seed: int = 0) -> bytes:
    """Draw random images with truth and prediction; a wrong one in red with its probability."""
    random = torch.Generator().manual_seed(seed)
    chosen = torch.randperm(len(evaluation.labels), generator=random)[:count].tolist()
    return _gallery(evaluation.images[chosen], [_verdict(evaluation, i) for i in chosen])


def mistakes(evaluation: Evaluation, count: int = 10) -> bytes:
    """Draw the wrong images that the network was most certain of."""
    chosen = evaluation.mistakes(count)
    return _gallery(evaluation.images[chosen], [_verdict(evaluation, i) for i in chosen])


def loss_curve(history: History) -> bytes:
    """Draw the loss of each batch, with its running mean and the ends of the epochs."""
    figure, axes = _figure(7, 3.4)
    steps = range(1, len(history) + 1)
    axes.plot(steps, history.losses, color=_LINE, alpha=0.3, linewidth=0.8, label="each batch")
    window = max(1, len(history) // 40)
    losses = torch.tensor(history.losses, dtype=torch.float64)
    means = losses.unfold(0, window, 1).mean(1).tolist()
    axes.plot(steps[window - 1 :], means, color=_LINE, linewidth=1.8, label=f"mean of {window}")
    ends = [i for i in range(1, len(history)) if history.epochs[i] != history.epochs[i - 1]]
    for end in ends if len(ends) < 30 else ():
        axes.axvline(end + 0.5, color="#888", linewidth=0.6, linestyle=":")
    axes.set(xlabel="batch", ylabel="loss", xlim=(1, max(2, len(history))))
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    return _png(figure)


def confusion(evaluation: Evaluation) -> bytes:
    """Draw the confusion matrix: rows are the truth, columns the prediction; colour shows mistakes only."""
    counts = evaluation.confusion
    names = evaluation.data.class_names
    figure, axes = _figure(5.4, 5.0)
    wrong = counts.clone().fill_diagonal_(0)
    axes.imshow(wrong.numpy(), cmap="Reds", vmin=0, vmax=max(1, int(wrong.max())) * 1.3)
    for row in range(10):
        for column in range(10):
            number = int(counts[row, column])
            if number:
                style: dict[str, Any] = {"weight": "bold", "color": "#18794e"} if row == column else {"color": "#222"}
                axes.text(column, row, f"{number}", ha="center", va="center", fontsize=8, **style)
    slant: dict[str, Any] = {"rotation": 45, "ha": "right"} if max(map(len, names)) > 2 else {}
    axes.set_xticks(range(10), names, **slant)
    axes.set_yticks(range(10), names)
    axes.set(xlabel="predicted", ylabel="truth")
    return _png(figure)


def first_layer(model: NeuralNet, count: int = 40) -> bytes:
    """Draw the weights of the hidden neurons that matter most, each as an image: red adds, blue takes away."""
    weight = model.l1.weight.detach()
    # How far a neuron can move the scores: the length of its weights in times the length of its weights out.
    strength = weight.norm(dim=1) * model.l2.weight.detach().norm(dim=0)
    chosen = strength.argsort(descending=True)[:count]
    columns = min(10, len(chosen))
    rows = -(-len(chosen) // columns)
    figure = Figure(figsize=(7, 0.72 * rows), dpi=_DPI)
    for place, neuron in enumerate(chosen.tolist()):
        axes = figure.add_axes(
            (place % columns / columns, 1 - (place // columns + 1) / rows, 0.94 / columns, 0.94 / rows)
        )
        image = weight[neuron].view(28, 28)
        limit = image.abs().max().item() or 1.0
        axes.imshow(image.numpy(), cmap="RdBu_r", vmin=-limit, vmax=limit)
        axes.axis("off")
    return _png(figure)


def _verdict(evaluation: Evaluation, index: int) -> tuple[str, str]:
    names = evaluation.data.class_names
    truth, guess = int(evaluation.labels[index]), int(evaluation.predictions[index])
    title = f"GT: {names[truth]}, Pred: {names[guess]}"
    if truth == guess:
        return title, _TRUTH
    return f"{title}\n{evaluation.probabilities[index, guess]:.0%} sure", _WRONG


def _gallery(images: Tensor, titles: Sequence[tuple[str, str]]) -> bytes:
    """Draw images (N, 28, 28) in rows of five, each under its title and colour."""
    columns = min(5, max(1, len(titles)))
    rows = max(1, -(-len(titles) // columns))
    figure = Figure(figsize=(1.75 * columns, 2.05 * rows), dpi=_DPI, layout="constrained")
    grid = figure.subplots(rows, columns, squeeze=False)
    for axes in grid.flat:
        axes.axis("off")
    for axes, image, (title, colour) in zip(grid.flat, images, titles, strict=False):
        axes.imshow(image.numpy(), cmap="gray", vmin=0, vmax=255)
        axes.set_title(title, color=colour, fontsize=12)
    return _png(figure)


def _figure(width: float, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, height), dpi=_DPI, layout="constrained")
    return figure, figure.subplots()


def _png(figure: Figure) -> bytes:
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()
