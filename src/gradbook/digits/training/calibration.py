"""Certainty that means something: of what a network reads with 80 % certainty, it reads 80 % right.

A network that was trained to the end is too sure of what is unlike its training images, most of all of what is no
digit. Dividing its scores by a temperature leaves every answer as it is and makes it less sure (C. Guo et al., "On
Calibration of Modern Neural Networks", ICML 2017). The temperature is the one at which certainty best foretells whether
an answer is right, where one thing in four is no digit and no answer to it is right. The scores are linear in the last
layer, so its weights are divided, and what reads with the network need not know.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from gradbook.core.seeds import derive_seed
from gradbook.digits.network import NeuralNet, scores
from gradbook.digits.training.augment import augmented
from gradbook.digits.training.no_digits import no_digits
from gradbook.digits.training.resolution import SIDE, Resolution
from gradbook.digits.training.styles import styled

NOTHING = -1  # the label of what is no digit
_NO_DIGITS = 0.25  # of what people show
_STRENGTHS = (
    1.0,
    1.5,
    1.0,
    1.5,
)  # of the distortion of each copy of a digit: photos are farther from MNIST than training
_BINS = 15  # of certainty, for the calibration error
_TEMPERATURES = torch.linspace(0.5, 4.0, 141, dtype=torch.float64)


@dataclass(frozen=True)
class Calibration:
    """How a network's certainty was set.

    Attributes:
        temperature: what the scores were divided by; chosen on one half of the images, and the rest is of the other.
        images: how many there are in the other half, a quarter of them no digits.
        accuracy: the share of its digits that is read right.
        error_before: expected calibration error at temperature 1: by how much certainty and accuracy differ.
        error_after: the same at the temperature chosen.
    """

    temperature: float
    images: int
    accuracy: float
    error_before: float
    error_after: float


def calibrate(model: NeuralNet, images: Tensor, labels: Tensor, styles: float, seed: int) -> Calibration:
    """Set a network's certainty by images that it was not trained on, distorted; its last layer is changed in place.

    Args:
        model: on the CPU.
        images: (N, 28, 28) uint8 on the CPU.
        labels: (N,) int64 on the CPU.
        styles: share of the digits that are drawn on, as in training.
        seed: of the distortions.
    """
    random = torch.Generator().manual_seed(derive_seed(seed, "calibration"))
    (found, truth), (other, other_truth) = (
        _read(model, images[part::2], labels[part::2], styles, random) for part in (0, 1)
    )
    losses = [_loss((found / t).softmax(1), truth) for t in _TEMPERATURES]
    temperature = _TEMPERATURES[losses.index(min(losses))].item()
    with torch.no_grad():
        model.l2.weight.div_(temperature)
        model.l2.bias.div_(temperature)
    is_digit = other_truth != NOTHING
    return Calibration(
        temperature=temperature,
        images=len(other_truth),
        accuracy=(other.argmax(1) == other_truth)[is_digit].double().mean().item(),
        error_before=calibration_error(other.softmax(1), other_truth),
        error_after=calibration_error((other / temperature).softmax(1), other_truth),
    )


def _read(
    model: NeuralNet, images: Tensor, labels: Tensor, styles: float, random: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Return the scores (M, 10) of distorted digits and of what is none, and the truth (M,)."""
    seen, truth = [], []
    for strength in _STRENGTHS:
        copies = images.clone()
        which, drawn = styled(images, labels, styles, random)
        copies[which] = drawn
        moved, order = _moved(copies, strength, random)
        seen.append(moved)
        truth.append(labels[order])
    count = round(_NO_DIGITS / (1 - _NO_DIGITS) * sum(map(len, truth)))
    nothing, _ = _moved(no_digits(images, labels, count, random), max(_STRENGTHS), random)
    return scores(model, torch.cat([*seen, nothing])).double(), torch.cat([*truth, torch.full((count,), NOTHING)])


def _moved(images: Tensor, strength: float, random: torch.Generator) -> tuple[Tensor, Tensor]:
    """Return images moved at random, (N, 28, 28) uint8, and their order (N,)."""
    order = torch.randperm(len(images), generator=random)
    whole = Resolution()
    moved = augmented(whole.inputs(images, torch.float32), order, whole, strength, random)
    return (moved.clamp(0, 1) * 255).round().to(torch.uint8).view(-1, SIDE, SIDE), order


def _loss(probabilities: Tensor, truth: Tensor) -> float:
    """Return the mean cross-entropy of certainty against whether the answer is right."""
    certainty, answer = probabilities.max(1)
    right = (answer == truth).double()
    return torch.nn.functional.binary_cross_entropy(certainty.clamp(max=1.0), right).item()


def calibration_error(probabilities: Tensor, labels: Tensor) -> float:
    """Return the expected calibration error of predictions.

    The images are put in 15 bins by certainty; the error is the mean difference of certainty and accuracy in a bin,
    each bin counted by its images.

    Args:
        probabilities: (N, C), each row a distribution.
        labels: (N,) int64, the truth; `NOTHING` where no answer is right.
    """
    certainty, answer = probabilities.double().max(1)
    right = (answer == labels).double()
    bins = (certainty * _BINS).long().clamp(max=_BINS - 1)
    excess = torch.zeros(_BINS, dtype=torch.float64).index_add_(0, bins, certainty - right)
    return (excess.abs().sum() / len(labels)).item()
