"""Pictures of what is no digit, none of it drawn as in training: letters of fonts, words, doodles, scribbles, shapes.

`NOTHING` maps a kind to a maker, which takes a random generator and returns something that `read_photo` takes.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage
from tests.digits.handwriting.causes import LETTERS, no_digit, written
from tests.digits.handwriting.photos import Gray, Random, camera, inked, placed, ramp, saved

NOTHING: dict[str, Callable[[Random], Any]] = {}
# Letters that somebody's digits look like (O, I, S, Z, B, b, g, q, l, y) are left out.
_LETTERS = "ACDEFGHJKLMNPQRTUVWXYadefhkmnprtuwx&@#$%?+<>ΓΔΘΛΞΠΣΦΨΩαδθλμπφψωДЖИЛФЦЩЮЯ♥★♪☂✂☺"
_WORDS = ("th", "an", "at", "un", "we", "he", "on", "me", "to", "up", "cat", "mm", "www", "hm", "NH", "CO", "Ak", "Tx")
_DOODLES = {
    "anchor": "5,0 4,1 5,2 6,1 5,0|5,2 5,10|2,4 8,4|0,6 2,9 5,10 8,9 10,6",
    "candle": "3,4 3,10 7,10 7,4 3,4|5,4 5,3 4,2 5,0 6,2 5,3",
    "car": "0,7 0,5 3,5 4,2 7,2 8,5 10,5 10,7 0,7|2,7 1,8 2,9 3,8 2,7|8,7 7,8 8,9 9,8 8,7",
    "cat": "2,4 2,1 4,3 6,3 8,1 8,4 9,6 7,9 3,9 1,6 2,4|5,6 5,7|0,6 3,7|7,7 10,6",
    "envelope": "0,2 10,2 10,8 0,8 0,2 5,6 10,2",
    "eye": "0,5 3,3 7,3 10,5 7,7 3,7 0,5|5,4 4,5 5,6 6,5 5,4",
    "glasses": "4,5 2,3 0,5 2,7 4,5 5,4 6,5 8,3 10,5 8,7 6,5",
    "hourglass": "1,0 9,0 1,10 9,10 1,0",
    "key": "5,5 3,3 1,4 1,6 3,7 5,5 10,5|8,5 8,7|10,5 10,7",
    "kite": "5,0 9,4 5,8 1,4 5,0|5,8 4,9 6,10",
    "leaf": "0,10 2,3 9,0 8,7 2,8|0,10 7,3",
    "mushroom": "0,5 1,2 5,0 9,2 10,5 0,5|4,5 3,10 7,10 6,5",
    "ribbon": "2,10 7,3 5,0 3,3 8,10",
    "stairs": "0,10 0,7 3,7 3,5 7,5 7,2 10,2",
    "sun": "5,3 3,5 5,7 7,5 5,3|5,0 5,2|5,8 5,10|0,5 2,5|8,5 10,5|1,1 3,3|7,7 9,9|9,1 7,3|3,7 1,9",
    "tent": "5,0 0,10 10,10 5,0|5,4 4,10|5,4 6,10",
}


def nothing(maker: Callable[[Random], Any]) -> Callable[[Random], Any]:
    """Put a maker on the list, under its name."""
    NOTHING[maker.__name__.replace("_", " ")] = maker
    return maker


@nothing
def letters_by_pen(random: Random) -> Any:
    return no_digit(random.choice(list(LETTERS)), random)


@nothing
def letters_of_fonts(random: Random) -> Any:
    return _photo(_printed(str(random.choice(list(_LETTERS))), random), random)


@nothing
def words(random: Random) -> Any:
    return _photo(_printed(str(random.choice(_WORDS)), random), random)


@nothing
def doodles(random: Random) -> Any:
    lines = tuple(_DOODLES[random.choice(list(_DOODLES))].split("|"))
    return _photo(written(lines, random, pen=random.uniform(5, 13)), random)


@nothing
def scribbles(random: Random) -> Any:
    count = int(random.integers(6, 15))
    corners = random.normal(size=(count, 2)).cumsum(0) if random.random() < 0.5 else random.uniform(size=(count, 2))
    corners = 10 * (corners - corners.min(0)) / np.ptp(corners, axis=0)
    line = " ".join(f"{x:.2f},{y:.2f}" for x, y in corners)
    return _photo(written((line,), random, pen=random.uniform(4, 12), jitter=0), random)


@nothing
def shapes(random: Random) -> Any:
    page = Image.new("L", (320, 320))
    draw = ImageDraw.Draw(page)
    width = int(random.integers(5, 13))
    for _ in range(int(random.integers(2, 5))):
        x, y, away, begin = *random.uniform(100, 220, 2), random.uniform(20, 60), random.uniform(0, 360)
        if random.random() < 0.5:
            draw.line((x - away, y - away, *random.uniform(80, 240, 2).tolist()), fill=255, width=width)
        else:
            box = (x - away, y - away, x + away, y + away)
            draw.arc(box, begin, begin + random.uniform(90, 360), fill=255, width=width)
    return _photo(np.asarray(page) / 255, random)


def _printed(text: str, random: Random) -> Gray:
    """Write a text in one of the fonts that come with Matplotlib, slanted and turned a little."""
    name = str(random.choice(["Sans", "Sans-Oblique", "Serif", "Serif-Italic", "SansMono"]))
    font = ImageFont.truetype(Path(matplotlib.get_data_path(), "fonts", "ttf", f"DejaVu{name}.ttf"), 150)
    page = Image.new("L", (200 + 110 * len(text), 300))
    ImageDraw.Draw(page).text((70, 60), text, font=font, fill=255)
    slanted = ndimage.affine_transform(np.asarray(page) / 255, [[1, 0], [random.uniform(-0.2, 0.2), 1]], order=1)
    turned = ndimage.rotate(slanted, random.uniform(-10, 10), order=1).clip(0, 1)
    rows, columns = np.nonzero(turned > 0.3)
    cut = turned[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    return placed(cut, cut.shape[0] + 120, cut.shape[1] + 120)


def _photo(covered: Gray, random: Random) -> Any:
    light = 1 - random.uniform(0, 0.35) * ramp(covered.shape, random.uniform(0, 6))
    return saved(camera(inked(covered) * light, random), "JPEG", quality=80)
