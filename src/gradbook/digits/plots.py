"""Pictures of data, training and evaluation, drawn from arrays alone.

Figures are made without pyplot, so that nothing here touches the state or backend of a learner's own plots. They are
drawn in the palette's light colours: `png` puts them on white paper, `svg` lets them follow the reader's theme.
"""

import functools
import io
import re
from collections.abc import Sequence

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from gradbook.core.palette import ADDS, LIGHT, TAKES_AWAY, themed

Images = npt.NDArray[np.uint8]
_DPI = 110
_WIDTH = 7.25  # inches of a full row of images
_FAINTEST, _STRONGEST = 0.12, 0.6  # opacity behind a number of mistakes: it stays readable in both themes
_GAP, _TITLE = 2, 9  # of a row of images, in their own pixels: between two, and for two lines of words above each
_MOST_LINES = 30  # ends of epochs; more would be a hatching


def truths(images: Images, labels: npt.NDArray[np.int64], names: Sequence[str]) -> Figure:
    """Draw images, each titled with its truth in blue.

    Args:
        images: (N, 28, 28).
        labels: (N,) the truth, 0 to 9.
        names: ten names of classes.
    """
    return _gallery(images, [(f"GT: {names[label]}", LIGHT.accent) for label in labels])


def verdicts(
    images: Images, labels: npt.NDArray[np.int64], probabilities: npt.NDArray[np.float32], names: Sequence[str]
) -> Figure:
    """Draw images with truth and prediction; a wrong one in red with its probability.

    Args:
        images: (N, 28, 28).
        labels: (N,) the truth, 0 to 9.
        probabilities: (N, 10), what the network makes of each.
        names: ten names of classes.
    """
    titles = []
    for truth, row in zip(labels, probabilities, strict=True):
        guess = int(row.argmax())
        title = f"GT: {names[truth]}, Pred: {names[guess]}"
        right = guess == truth
        titles.append((title, LIGHT.accent) if right else (f"{title}\n{row[guess]:.0%} sure", LIGHT.bad))
    return _gallery(images, titles)


def ends_of_epochs(epochs: Sequence[int]) -> list[int]:
    """Return after which batches, from 1, an epoch ends that another follows; none where they are too many to draw.

    Args:
        epochs: the epoch of each batch.
    """
    ends = [i for i in range(1, len(epochs)) if epochs[i] != epochs[i - 1]]
    return ends if len(ends) < _MOST_LINES else []


def loss_curve(losses: Sequence[float], epochs: Sequence[int]) -> Figure:
    """Draw the loss of each batch, with its running mean and the ends of the epochs.

    Args:
        losses: one a batch.
        epochs: the epoch of each batch.
    """
    figure, axes = _figure(7, 3.4)
    steps = range(1, len(losses) + 1)
    axes.plot(steps, losses, color=LIGHT.accent, alpha=0.3, linewidth=0.8, label="each batch")
    window = max(1, len(losses) // 40)
    means = np.convolve(losses, np.full(window, 1 / window), mode="valid")
    axes.plot(steps[window - 1 :], means, color=LIGHT.accent, linewidth=1.8, label=f"mean of {window}")
    for end in ends_of_epochs(epochs):
        axes.axvline(end + 0.5, color=LIGHT.soft, linewidth=0.6, linestyle=":")
    axes.set(xlabel="batch", ylabel="loss", xlim=(1, max(2, len(losses))))
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False, labelcolor=LIGHT.soft)
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def confusion(counts: npt.NDArray[np.int64], names: Sequence[str]) -> Figure:
    """Draw a confusion matrix; colour shows mistakes only.

    Args:
        counts: (10, 10), row is the truth, column the prediction.
        names: ten names of classes.
    """
    figure, axes = _figure(5.4, 5.0)
    most = max(1, int((counts - np.diag(np.diag(counts))).max()))
    for (row, column), number in np.ndenumerate(counts):
        if not number:
            continue
        right = row == column
        if not right:
            opacity = _FAINTEST + (_STRONGEST - _FAINTEST) * number / most
            corner = (column - 0.5, row - 0.5)
            axes.add_patch(Rectangle(corner, 1, 1, facecolor=LIGHT.bad, alpha=opacity, linewidth=0))
        colour, weight = (LIGHT.good, "bold") if right else (LIGHT.ink, "normal")
        axes.text(column, row, f"{number}", ha="center", va="center", fontsize=10, color=colour, weight=weight)
    crowded = max(map(len, names)) > 2
    axes.set_xticks(range(10), names, rotation=45 if crowded else 0, ha="right" if crowded else "center")
    axes.set_yticks(range(10), names)
    axes.set(xlabel="predicted", ylabel="truth", xlim=(-0.5, 9.5), ylim=(9.5, -0.5), aspect="equal")
    return figure


def first_layer(weights: npt.NDArray[np.float32], outgoing: npt.NDArray[np.float32], count: int = 40) -> Figure:
    """Draw the weights of the hidden neurons that matter most, each as an image: red adds, blue takes away.

    Args:
        weights: (H, 784), from pixels to hidden neurons.
        outgoing: (10, H), from hidden neurons to scores.
        count: neurons to draw, at most.
    """
    # How far a neuron can move the scores: the length of its weights in times the length of its weights out.
    strength = np.linalg.norm(weights, axis=1) * np.linalg.norm(outgoing, axis=0)
    chosen = np.argsort(-strength, kind="stable")[:count]
    return _mosaic(_signed(weights[chosen].reshape(-1, 28, 28)), columns=10, above=0)[0]


def png(figure: Figure) -> bytes:
    """Return a figure as a PNG on white paper."""
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


def svg(figure: Figure) -> bytes:
    """Return a figure as an SVG without paper, whose colours follow the reader's theme, also inside an `<img>`.

    Args:
        figure: drawn in the colours of `palette.LIGHT`.
    """
    file = io.StringIO()
    # Without a salt and a date, the same figure is the same file.
    with mpl.rc_context({"svg.hashsalt": "gradbook"}):
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
    return themed(re.sub(r"<!DOCTYPE[^>]*>\n?", "", file.getvalue())).encode()


def _signed(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return images (N, 28, 28, 4) in which what is above 0 is red, what is below it blue, and 0 is not there."""
    limits = np.abs(values).max(axis=(1, 2), keepdims=True)
    images = np.empty((*values.shape, 4), dtype=np.float32)
    images[..., :3] = np.where((values > 0)[..., None], _rgb(ADDS), _rgb(TAKES_AWAY))
    images[..., 3] = np.abs(values) / np.where(limits > 0, limits, 1)
    return images


@functools.cache
def _rgb(colour: str) -> npt.NDArray[np.float32]:
    """Return a colour as an array (3,), 0 to 1."""
    return np.array(to_rgb(colour), dtype=np.float32)


def _gallery(images: Images, titles: Sequence[tuple[str, str]]) -> Figure:
    """Draw images (N, 28, 28) in rows of five, each under its title and colour."""
    gray = np.repeat(images[..., None], 4, axis=3).astype(np.float32) / np.float32(255)
    gray[..., 3] = 1
    figure, places = _mosaic(gray, columns=5, above=_TITLE)
    for (x, y), (title, colour) in zip(places, titles, strict=True):
        figure.axes[0].text(x, y - 1, title, color=colour, fontsize=11, ha="center", va="bottom")
    return figure


def _mosaic(images: npt.NDArray[np.float32], columns: int, above: int) -> tuple[Figure, list[tuple[float, float]]]:
    """Draw images as one, which takes a tenth of the time that a pair of axes for each would.

    Args:
        images: (N, 28, 28, 4), at least one.
        columns: images in a row, at most.
        above: free pixels above each image.

    Returns:
        The figure, and for each image the middle of its upper edge.
    """
    count, high, wide, _ = images.shape
    width = _WIDTH * min(columns, count) / columns
    columns = min(columns, count)
    rows = -(-count // columns)
    step_x, step_y = wide + _GAP, high + above + _GAP
    whole = np.zeros((rows * step_y, columns * step_x, 4), dtype=np.float32)
    places = []
    for number, image in enumerate(images):
        left, top = number % columns * step_x, number // columns * step_y + above
        whole[top : top + high, left : left + wide] = image
        places.append((left + wide / 2, float(top)))
    figure = Figure(figsize=(width, width * whole.shape[0] / whole.shape[1]), dpi=_DPI)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.imshow(whole, extent=(0, whole.shape[1], whole.shape[0], 0), interpolation="none", aspect="auto")
    axes.axis("off")
    return figure, places


def _figure(width: float, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, height), dpi=_DPI, layout="constrained")
    axes = figure.subplots()
    axes.tick_params(colors=LIGHT.soft)
    axes.spines[:].set_color(LIGHT.soft)
    for label in (axes.xaxis.label, axes.yaxis.label):
        label.set_color(LIGHT.soft)
    return figure, axes
