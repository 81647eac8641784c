"""Strokes lie where their knots are, as wide as the pen, and figures fill MNIST's box."""

import pytest
import torch

from gradbook.digits import Digits
from gradbook.digits.training.strokes import centred, curve, pen_width, rendered, written


def test_a_straight_stroke_covers_its_pixels() -> None:
    line = curve(torch.tensor([[[5.0, 10.0], [22.0, 10.0]]]))
    image = rendered(line, torch.tensor([3.0]))[0]
    assert image[9:12, 5:23].amin() == pytest.approx(1, abs=0.1)
    assert image[[0, 27]].sum() == 0
    assert image.sum() == pytest.approx(3 * 18, rel=0.15)


def test_a_curve_goes_through_its_knots() -> None:
    knots = torch.tensor([[[0.0, 0.0], [5.0, 9.0], [11.0, 2.0], [20.0, 8.0]]])
    assert torch.cdist(knots[0], curve(knots)[0]).amin(1).tolist() == pytest.approx([0] * 4, abs=1e-5)


def test_the_pens_width_is_found_again() -> None:
    for width in (2.0, 3.0, 4.0):
        image = rendered(curve(torch.tensor([[[6.0, 4.0], [20.0, 23.0]]])), torch.tensor([width]))
        assert pen_width(image).item() == pytest.approx(width, rel=0.3)


def test_what_is_written_fills_the_box_and_varies() -> None:
    images = written("0,0 1,1 | 1,0 0,1", 30, torch.Generator().manual_seed(0))
    for image in images:
        rows, columns = (image > 0.5).any(1).nonzero(), (image > 0.5).any(0).nonzero()
        assert 17 <= max(int(side.max() - side.min()) + 1 for side in (rows, columns)) <= 22
    assert (images[0] - images[1]).abs().sum() > 5


def test_centred_moves_the_mass_and_keeps_it(sample: Digits) -> None:
    images = sample.test_images[:50].float() / 255
    moved = torch.zeros_like(images)
    moved[:, :-3, 2:] = images[:, 3:, :-2]
    again = centred(moved)
    grid = torch.arange(28.0)
    middle = (again.sum(1) @ grid / again.sum((1, 2)) - 13.5).abs()
    assert middle.max() < 0.51
    assert again.sum().item() == pytest.approx(moved.sum().item(), rel=0.01)
