"""Certainty that means something: of the images that a network reads with 80 % certainty, it reads 80 % right.

A network that was trained to the end is too sure of what is unlike its training images. Dividing its scores by a
temperature leaves every answer as it is and makes it less sure (C. Guo et al., "On Calibration of Modern Neural
Networks", ICML 2017). The scores are linear in the last layer, so its weights are divided, and what reads with the
network need not know.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from gradbook.core.seeds import derive_seed
from gradbook.digits.network import NeuralNet, scores
from gradbook.digits.training.augment import augmented
from gradbook.digits.training.resolution import SIDE, Resolution
from gradbook.digits.training.styles import styled

_STRENGTH = 1.85  # of the distortion: photos of other people's digits are farther from MNIST than what was trained on
_BINS = 15  # of certainty, for the calibration error
_COPIES = 4  # of each image, each distorted in its own way
_LOWEST, _HIGHEST, _STEPS = 0.5, 4.0, 141


@dataclass(frozen=True)
class Calibration:
    """How a network's certainty was set.

    Attributes:
        temperature: what the scores were divided by.
        images: how many images it was chosen on.
        accuracy: the share of them that is read right.
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
    images, labels = images.repeat(_COPIES, 1, 1), labels.repeat(_COPIES)
    which, drawn = styled(images, labels, styles, random)
    images[which] = drawn
    order = torch.randperm(len(images), generator=random)
    whole = Resolution()
    moved = augmented(whole.inputs(images, torch.float32), order, whole, _STRENGTH, random)
    pixels = (moved.clamp(0, 1) * 255).round().to(torch.uint8).view(-1, SIDE, SIDE)
    found, truth = scores(model, pixels).double(), labels[order]

    choices = torch.linspace(_LOWEST, _HIGHEST, _STEPS, dtype=torch.float64)
    losses = [torch.nn.functional.cross_entropy(found / t, truth).item() for t in choices]
    temperature = choices[losses.index(min(losses))].item()
    with torch.no_grad():
        model.l2.weight.div_(temperature)
        model.l2.bias.div_(temperature)
    return Calibration(
        temperature=temperature,
        images=len(truth),
        accuracy=(found.argmax(1) == truth).double().mean().item(),
        error_before=calibration_error(found.softmax(1), truth),
        error_after=calibration_error((found / temperature).softmax(1), truth),
    )


def calibration_error(probabilities: Tensor, labels: Tensor) -> float:
    """Return the expected calibration error of predictions.

    The images are put in 15 bins by certainty; the error is the mean difference of certainty and accuracy in a bin,
    each bin counted by its images.

    Args:
        probabilities: (N, C), each row a distribution.
        labels: (N,) int64, the truth.
    """
    certainty, answer = probabilities.double().max(1)
    right = (answer == labels).double()
    bins = (certainty * _BINS).long().clamp(max=_BINS - 1)
    excess = torch.zeros(_BINS, dtype=torch.float64).index_add_(0, bins, certainty - right)
    return (excess.abs().sum() / len(labels)).item()
