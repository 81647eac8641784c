"""How good a network is, honestly: with its uncertainty, and on images that it never trained on."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from gradbook.core.display import Shown
from gradbook.core.errors import UsageError
from gradbook.digits.datasets.digits import Digits
from gradbook.digits.datasets.fingerprints import trained_on
from gradbook.digits.network import scores
from gradbook.digits.training.loop import Trained

NOTEBOOK_IMAGES = 1_000
PROTOCOLS = ("test", "notebook")
_Z95 = 1.959964  # two-sided 95 % point of the normal distribution


@dataclass(frozen=True)
class Share:
    """A share of images, with the interval that holds the true share with a confidence of 95 %.

    Attributes:
        right: how many were right.
        count: of how many.
    """

    right: int
    count: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; not a number where there were no images."""
        return self.right / self.count if self.count else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval (E. B. Wilson, JASA 22, 1927); it stays inside 0 to 1 near the ends."""
        n, p = self.count, self.value
        if not n:
            return 0.0, 1.0
        centre = (p + _Z95**2 / (2 * n)) / (1 + _Z95**2 / n)
        half = _Z95 / (1 + _Z95**2 / n) * math.sqrt(p * (1 - p) / n + _Z95**2 / (4 * n * n))
        return max(0.0, centre - half), min(1.0, centre + half)

    def __str__(self) -> str:
        if not self.count:
            return "no images"
        low, high = self.interval
        return f"{self.value:.2%} ({low:.2%} to {high:.2%}, {self.count:,} images)"


@dataclass(frozen=True, eq=False)
class Evaluation(Shown):
    """What a network makes of a set of images.

    Attributes:
        what: which images these are, for people.
        data: the data set.
        images: (N, 28, 28) uint8.
        labels: (N,) int64, the truth.
        probabilities: (N, 10) float32, softmax of the scores.
        seen: (N,) bool, whether the image was trained on, by content; None where the training images are not known.
        before: the accuracy on the same images before training, where the initial network is known.
    """

    what: str
    data: Digits
    images: Tensor
    labels: Tensor
    probabilities: Tensor
    seen: Tensor | None
    before: Share | None

    @property
    def predictions(self) -> Tensor:
        """The most probable class (N,) of each image."""
        return self.probabilities.argmax(1)

    @property
    def right(self) -> Tensor:
        """Whether each image (N,) was classified right."""
        return self.predictions == self.labels

    @property
    def share(self) -> Share:
        """The accuracy on all the images."""
        return Share(int(self.right.sum()), len(self.labels))

    @property
    def accuracy(self) -> float:
        """The accuracy on all the images, 0 to 1."""
        return self.share.value

    @property
    def overlap(self) -> int | None:
        """How many of the images were trained on; None where that is not known."""
        return None if self.seen is None else int(self.seen.sum())

    @property
    def unseen_share(self) -> Share | None:
        """The accuracy on the images that were not trained on; None where these are not known."""
        if self.seen is None:
            return None
        return Share(int(self.right[~self.seen].sum()), int((~self.seen).sum()))

    @property
    def confusion(self) -> Tensor:
        """Counts (10, 10) int64: row is the truth, column the prediction."""
        return torch.bincount(self.labels * 10 + self.predictions, minlength=100).view(10, 10)

    def per_class(self) -> list[tuple[str, int, float, float]]:
        """Return for each class its name, number of images, precision and recall (not a number where undefined)."""
        counts = self.confusion.double()
        precision = counts.diag() / counts.sum(0)
        recall = counts.diag() / counts.sum(1)
        names = self.data.class_names
        return [(names[k], int(counts[k].sum()), precision[k].item(), recall[k].item()) for k in range(10)]

    def mistakes(self, count: int) -> list[int]:
        """Return the indices of at most `count` wrong images, the most confident first.

        Args:
            count: how many at most.
        """
        wrong = (~self.right).nonzero().squeeze(1)
        confidence = self.probabilities[wrong].amax(1)
        return [int(i) for i in wrong[confidence.argsort(descending=True, stable=True)][:count]]

    def overlap_text(self) -> str:
        """Say in a sentence whether the images were trained on."""
        if self.overlap is None:
            return "Whether these images were trained on is not known: the network came without its training run."
        if self.overlap == 0:
            return f"None of the {len(self.labels):,} images was trained on."
        if self.overlap == len(self.labels):
            return f"All {self.overlap:,} images were also trained on: this is training accuracy."
        return f"{self.overlap:,} of the {len(self.labels):,} images were also trained on."

    def __repr__(self) -> str:
        return f"<Evaluation on {self.what}: {self.share}. {self.overlap_text()}>"


def evaluate(trained: Trained | nn.Module, data: Digits | None = None, *, protocol: str = "test") -> Evaluation:
    """Evaluate a network.

    Args:
        trained: the result of `train`, or any network that maps (N, 784) pixels from 0 to 1 to (N, 10) scores.
        data: the data set; by default the one that the network was trained on.
        protocol: "test" for the test images, or "notebook" for what the original assignment evaluates on:
            the first 1,000 training images.

    Raises:
        UsageError: the protocol is unknown, or there is no data.
    """
    if protocol not in PROTOCOLS:
        raise UsageError(f"protocol must be {' or '.join(PROTOCOLS)}, not {protocol!r}.")
    run = trained if isinstance(trained, Trained) else None
    if data is None:
        if run is None:
            raise UsageError("say which data to evaluate on: a bare network does not know.")
        data = run.data
    if protocol == "test":
        what = f"the {len(data.test_images):,} test images of {data.name}"
        images, labels = data.test_images, data.test_labels
    else:
        count = min(NOTEBOOK_IMAGES, len(data.train_images))
        what = f"the first {count:,} training images of {data.name}"
        images, labels = data.train_images[:count], data.train_labels[:count]
    model = run.model if run else trained
    assert isinstance(model, nn.Module)
    before = None
    if run:
        guesses = scores(run.initial_model(), images).argmax(1)
        before = Share(int((guesses == labels).sum()), len(labels))
    return Evaluation(
        what=what,
        data=data,
        images=images,
        labels=labels,
        probabilities=scores(model, images).softmax(1).float().cpu(),
        seen=trained_on(images, run.trained_on) if run else None,
        before=before,
    )
