"""Distortion moves images a little, reproducibly, and never outside of what it may do."""

import pytest
import torch

from gradbook.digits import Digits
from gradbook.digits.training.augment import augmented
from gradbook.digits.training.resolution import Resolution


def moved(images: torch.Tensor, resolution: Resolution, strength: float, seed: int = 0) -> torch.Tensor:
    random = torch.Generator().manual_seed(seed)
    plain = Resolution(resolution.margin).inputs(images, torch.float32)
    return augmented(plain, torch.arange(len(images)), resolution, strength, random)


@pytest.mark.parametrize("resolution", [Resolution(), Resolution(2), Resolution(2, 2)], ids=str)
def test_strength_0_changes_nothing(sample: Digits, resolution: Resolution) -> None:
    images = sample.test_images[:20]
    torch.testing.assert_close(
        moved(images, resolution, 0.0), resolution.inputs(images, torch.float32), rtol=1e-4, atol=1e-5
    )


def test_the_usual_strength_moves_but_keeps_the_ink(sample: Digits) -> None:
    images = sample.test_images[:1000]
    plain, result = Resolution().inputs(images, torch.float32), moved(images, Resolution(), 1.0)
    assert (result - plain).abs().mean() > 0.02
    assert result.min() >= 0
    assert result.max() <= 1 + 1e-5
    assert 0.8 < (result.sum() / plain.sum()).item() < 1.25


def test_it_follows_the_order_and_the_seed(sample: Digits) -> None:
    images = sample.test_images[:700]
    order = torch.randperm(700, generator=torch.Generator().manual_seed(5))
    plain = Resolution().inputs(images, torch.float32)
    still = augmented(plain, order, Resolution(), 0.0, torch.Generator().manual_seed(0))
    torch.testing.assert_close(still, plain[order], rtol=1e-4, atol=1e-5)
    assert moved(images, Resolution(), 1.0, seed=1).equal(moved(images, Resolution(), 1.0, seed=1))
    assert not moved(images, Resolution(), 1.0, seed=1).equal(moved(images, Resolution(), 1.0, seed=2))
