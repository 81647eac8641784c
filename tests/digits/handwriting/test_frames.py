"""Boxes around something are taken out, and what only looks like one stays."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from gradbook.digits.handwriting.locating.frames import without_frames
from gradbook.digits.handwriting.locating.ink import Mask

BOX, INSIDE = (20, 20, 140, 180), (60, 60, 80, 140)


def drawn(*, box: str = "rectangle", inside: bool = True, turned: float = 0) -> Mask:
    page = Image.new("1", (160, 200))
    draw = ImageDraw.Draw(page)
    getattr(draw, box)(BOX, outline=1, width=4)
    if inside:
        draw.rectangle(INSIDE, fill=1)
    return np.asarray(page.rotate(turned))


@pytest.mark.parametrize("turned", [0, 2, -3])
def test_a_box_around_something_is_taken_out(turned: float) -> None:
    left = without_frames(drawn(turned=turned))
    assert left.sum() == pytest.approx(21 * 81, rel=0.1)


def test_a_box_around_nothing_stays() -> None:
    mask = drawn(inside=False)
    assert (without_frames(mask) == mask).all()


def test_a_round_outline_stays() -> None:
    mask = drawn(box="ellipse")
    assert (without_frames(mask) == mask).all()
