"""Distortion moves images a little, reproducibly, and never outside of what it may do."""

import pytest
import torch

from gradbook.digits import Digits
from gradbook.digits.training.augment import distorted
from gradbook.digits.training.resolution import View


def moved(images: torch.Tensor, view: View, strength: float, seed: int = 0) -> torch.Tensor:
    random = torch.Generator().manual_seed(seed)
    plain = View(view.margin).inputs(images, torch.float32)
    return distorted(plain, torch.arange(len(images)), view, strength, random)


@pytest.mark.parametrize("view", [View(), View(2), View(2, 2)], ids=str)
def test_strength_0_changes_nothing(sample: Digits, view: View) -> None:
    images = sample.test_images[:20]
    torch.testing.assert_close(moved(images, view, 0.0), view.inputs(images, torch.float32), rtol=1e-4, atol=1e-5)


def test_the_usual_strength_moves_but_keeps_the_ink(sample: Digits) -> None:
    images = sample.test_images[:1000]
    plain, result = View().inputs(images, torch.float32), moved(images, View(), 1.0)
    assert (result - plain).abs().mean() > 0.02
    assert result.min() >= 0
    assert result.max() <= 1 + 1e-5
    assert 0.8 < (result.sum() / plain.sum()).item() < 1.25


def test_it_follows_the_order_and_the_seed(sample: Digits) -> None:
    images = sample.test_images[:700]
    order = torch.randperm(700, generator=torch.Generator().manual_seed(5))
    plain = View().inputs(images, torch.float32)
    still = distorted(plain, order, View(), 0.0, torch.Generator().manual_seed(0))
    torch.testing.assert_close(still, plain[order], rtol=1e-4, atol=1e-5)
    assert moved(images, View(), 1.0, seed=1).equal(moved(images, View(), 1.0, seed=1))
    assert not moved(images, View(), 1.0, seed=1).equal(moved(images, View(), 1.0, seed=2))
