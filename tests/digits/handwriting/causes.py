"""Pictures of what made readings fail, cause by cause, from real test digits and strokes of our own.

`CAUSES` maps a cause to a maker. A maker takes the image of a digit (28, 28) uint8, its label and a random generator,
and returns something that `read_photo` takes; makers that draw with strokes of their own look at the label alone.
`NO_DIGITS` and `NUMBERS` make pictures of what is no digit, and of two digits.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage
from tests.digits.handwriting.photos import (
    WHITE,
    Digit,
    Gray,
    Random,
    bytes8,
    camera,
    drawn,
    inked,
    placed,
    ramp,
    saved,
    stripes,
    strokes,
)

Maker = Callable[[Digit, int, Random], Any]
CAUSES: dict[str, Maker] = {}
# Corners of each stroke from (0, 0) left and top to (1, 1), as people write who do not write like MNIST.
PEN: dict[int, tuple[str, ...]] = {
    0: ("5,0 1,2 0,6 3,10 7,9 9,5 8,1 5,0",),
    1: ("1,3 5,0 5,10", "1,10 9,10", "2,4 6,0 6,10"),
    2: ("0,2 3,0 7,1 7,4 3,7 0,10 8,10",),
    3: ("1,0 8,0 4,4 8,6 7,9 3,10 0,8",),
    4: ("3,0 0,6 8,6", "7,3 7,10"),
    5: ("7,0 1,0 1,4 5,4 8,6 7,9 3,10 0,9",),
    6: ("7,0 3,3 0,7 3,10 7,8 6,5 2,5 0,7",),
    7: ("0,0 8,0 4,10", "2,5 8,5"),
    8: ("7,2 4,0 1,2 4,4 8,7 5,10 1,8 3,5 7,2",),
    9: ("8,3 4,0 0,3 4,5 8,3 8,7 5,10 1,9",),
}
LETTERS: dict[str, str] = {
    "A": "0,10 4,0 8,10|2,6 6,6",
    "E": "8,0 0,0 0,10 8,10|0,5 6,5",
    "F": "8,0 0,0 0,10|0,5 6,5",
    "H": "0,0 0,10|8,0 8,10|0,5 8,5",
    "K": "0,0 0,10|8,0 1,5 8,10",
    "M": "0,10 1,0 5,7 9,0 10,10",
    "N": "0,10 0,0 8,10 8,0",
    "R": "0,10 0,0 6,1 6,4 0,5 8,10",
    "T": "0,0 10,0|5,0 5,10",
    "W": "0,0 2,10 5,3 8,10 10,0",
    "X": "0,0 8,10|8,0 0,10",
    "arrow": "0,5 10,5|7,2 10,5 7,8",
    "star": "2,10 5,0 8,10 0,4 10,4 2,10",
    "house": "0,5 5,0 10,5|1,5 1,10 9,10 9,5",
    "heart": "5,10 0,4 2,0 5,3 8,0 10,4 5,10",
    "hash": "3,0 3,10|7,0 7,10|0,3 10,3|0,7 10,7",
}


def cause(maker: Maker) -> Maker:
    """Put a maker on the list, under its name."""
    CAUSES[maker.__name__.replace("_", " ")] = maker
    return maker


def written(
    lines: tuple[str, ...], random: Random, side: int = 320, size: float = 170, pen: float = 11, jitter: float = 0.25
) -> Gray:
    """Draw corners joined by round pen strokes on a page (side, side), each time a little differently: 0..1."""
    big = 3 if pen > 3 else 1
    page = Image.new("L", (side * big, side * big))
    draw = ImageDraw.Draw(page)
    lean, narrow = random.uniform(-0.1, 0.3), random.uniform(0.65, 0.95)
    left, top = (side - size * narrow) / 2, (side - size) / 2
    width = max(1, round(pen * big))
    for line in lines:
        corners = np.array([[float(n) for n in corner.split(",")] for corner in line.split()]) / 10
        corners += random.normal(0, jitter / 10, corners.shape)
        x = (left + size * (corners[:, 0] * narrow + lean * (0.5 - corners[:, 1]))) * big
        y = (top + size * corners[:, 1]) * big
        points = list(zip(x.tolist(), y.tolist(), strict=True))
        draw.line(points, fill=255, width=width, joint="curve")
        for a, b in points if pen > 3 else ():
            draw.ellipse((a - width / 2, b - width / 2, a + width / 2, b + width / 2), fill=255)
    return np.asarray(page.resize((side, side), Image.Resampling.BOX)) / 255


def _close_crop(covered: Gray, margin: float, random: Random) -> Gray:
    rows, columns = np.nonzero(covered > 0.3)
    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    room = round(margin * max(bottom - top, right - left))
    return np.pad(covered[top:bottom, left:right], room)


@cause
def a_stroke_fills_the_picture(image: Digit, label: int, random: Random) -> Any:
    return saved(inked(_close_crop(strokes(image, 300, -0.5), random.uniform(0.01, 0.06), random)))


@cause
def a_straight_stroke_fills_the_picture(image: Digit, label: int, random: Random) -> Any:
    wide = {1: ("4,0 4,10", "0,10 8,10"), 2: ("0,2 4,0 7,2 5,6 0,10 9,10",), 7: ("0,0 9,0 4,10",)}
    covered = written(wide.get(label, PEN[label][:2]), random, 400, 330, random.uniform(4, 9), 0.1)
    return saved(camera(inked(_close_crop(covered, random.uniform(0.03, 0.08), random)), random))


@cause
def a_stroke_apart(image: Digit, label: int, random: Random) -> Any:
    """Two strokes of one digit that do not meet: an open 4, the bar of a 5 or of a 7."""
    gap = random.uniform(0.8, 3)
    apart = {
        4: ("3,0 0,6 6,6", f"{7 + gap},1 {3 + gap},10"),
        5: ("1,1 1,4 6,4 8,7 5,10 0,9", f"{1 + gap},0 8,0"),
        7: ("0,0 8,0", f"8,{gap} 4,10"),
        9: ("7,2 4,0 0,3 4,5 7,4", f"{7 + gap},1 {7 + gap},10"),
        3: ("0,0 7,1 5,4", f"5,{4 + gap} 8,7 6,10 0,9"),
    }
    return saved(inked(written(apart.get(label, PEN[label]), random, pen=9, jitter=0.1)))


@cause
def another_way_to_write_it(image: Digit, label: int, random: Random) -> Any:
    lines = {1: (PEN[1][0], PEN[1][1]) if random.random() < 0.6 else (PEN[1][2],)}.get(label, PEN[label])
    return saved(camera(inked(written(lines, random)), random), "JPEG")


@cause
def a_closed_4_and_a_hooked_9(image: Digit, label: int, random: Random) -> Any:
    lines = ("6,10 6,0 0,6 9,6",) if label % 2 == 0 else ("7,2 4,0 1,2 4,4 7,2 7,8 4,10 0,9",)
    return saved(camera(inked(written(lines, random)), random), "JPEG")


@cause
def squared_paper_beside_a_strip(image: Digit, label: int, random: Random) -> Any:
    covered = drawn(image, random)
    lines = np.maximum(stripes(covered.shape, 25, 1.2), stripes((covered.shape[1], covered.shape[0]), 25, 1.2).T)
    page = WHITE - 0.35 * lines
    page[:, : int(random.integers(12, 30))] = random.choice([0.3, 0.97])
    return saved(camera(inked(covered, page), random), "JPEG")


@cause
def sideways_told_by_exif(image: Digit, label: int, random: Random) -> Any:
    turned, tag = ((Image.Transpose.ROTATE_90, 6), (Image.Transpose.ROTATE_270, 8))[int(random.integers(2))]
    exif = Image.Exif()
    exif[0x0112] = tag
    return saved(Image.fromarray(bytes8(inked(drawn(image, random)))).transpose(turned), "JPEG", exif=exif)


@cause
def faint_pencil(image: Digit, label: int, random: Random) -> Any:
    covered = drawn(image, random, 500, 400, 220, thicken=-0.4)
    light = 0.85 + 0.15 * ramp(covered.shape, random.uniform(0, 6))
    return saved(camera(inked(covered, 0.9, 0.9 - random.uniform(0.05, 0.1)) * light, random, 0.005), "JPEG")


@cause
def one_pixel_of_ink(image: Digit, label: int, random: Random) -> Any:
    side = int(random.choice([300, 600, 900]))
    lines = PEN[label][:2] if label != 1 else PEN[1][:1]
    return saved(inked(written(lines, random, side, 0.55 * side, 1), 1.0, random.choice([0.0, 0.5])))


@cause
def strong_shadow(image: Digit, label: int, random: Random) -> Any:
    page = inked(drawn(image, random))
    shade = np.where(ramp(page.shape, random.uniform(0, 6)) < random.uniform(0.4, 0.6), random.uniform(0.15, 0.35), 1.0)
    return saved(camera(page * ndimage.gaussian_filter(shade, 1.5), random), "JPEG")


@cause
def shadow_on_the_ink(image: Digit, label: int, random: Random) -> Any:
    page = inked(drawn(image, random, size=150))
    rows, columns = np.mgrid[: page.shape[0], : page.shape[1]]
    away = ((rows / page.shape[0] - random.uniform(0.5, 0.6)) / 0.3) ** 2 + ((columns / page.shape[1] - 0.4) / 0.2) ** 2
    shade = 1 - random.uniform(0.4, 0.7) * ndimage.gaussian_filter((away < 1).astype(float), random.uniform(3, 8))
    return saved(camera(page * shade, random), "JPEG")


@cause
def a_thick_pen_on_a_tablet(image: Digit, label: int, random: Random) -> Any:
    covered = drawn(image, random, 280, 280, random.uniform(170, 225), random.uniform(0.6, 1.0), (0.5, 0.5))
    return saved(inked(covered, 1.0, 0.0) if random.random() < 0.6 else inked(covered, 0.0, 1.0))


@cause
def a_sheet_on_a_rough_table(image: Digit, label: int, random: Random) -> Any:
    grain = ndimage.gaussian_filter(random.normal(size=(420, 380)), (1, 12)) * 0.4
    table = random.uniform(0.1, 0.6) + grain
    table[70:370, 70:310] = inked(drawn(image, random))
    turned = ndimage.rotate(table, random.uniform(-8, 8), reshape=False, order=1, mode="nearest")
    return saved(camera(turned, random), "JPEG")


@cause
def in_a_box(image: Digit, label: int, random: Random) -> Any:
    covered = drawn(image, random)
    rows, columns = np.nonzero(covered > 0.3)
    room, line = (int(random.integers(*limits)) for limits in ((12, 30), (2, 5)))
    outer = [rows.min() - room, rows.max() + room, columns.min() - room, columns.max() + room]
    top, bottom, left, right = np.clip(outer, 2, [297, 297, 237, 237])
    box = np.ones((bottom - top, right - left))
    box[line:-line, line:-line] = 0
    covered[top:bottom, left:right] = np.maximum(covered[top:bottom, left:right], box)
    return saved(camera(inked(covered), random), "JPEG")


@cause
def underlined(image: Digit, label: int, random: Random) -> Any:
    covered = drawn(image, random)
    rows, columns = np.nonzero(covered > 0.3)
    top = rows.max() + int(random.integers(12, 25))
    covered[top : top + int(random.integers(2, 6)), columns.min() - 10 : columns.max() + 10] = 1
    return saved(camera(inked(covered), random), "JPEG")


@cause
def something_cut_off_below(image: Digit, label: int, random: Random) -> Any:
    covered = drawn(image, random, centre=(0.42, 0.5))
    other = placed(strokes(np.rot90(image, 2), 130), 300, 240, (1.05, random.uniform(0.3, 0.7)))
    return saved(camera(inked(np.maximum(covered, other)), random), "JPEG")


@cause
def blur(image: Digit, label: int, random: Random) -> Any:
    size = random.uniform(100, 150)
    return saved(
        camera(
            ndimage.gaussian_filter(inked(drawn(image, random, size=size)), random.uniform(0.05, 0.075) * size), random
        ),
        "JPEG",
    )


def sideways_without_exif(image: Digit, label: int, random: Random) -> Any:
    """A photo that lies on its side, and nothing says so."""
    return saved(np.rot90(inked(drawn(image, random)), random.choice([1, 3])), "JPEG")


def no_digit(name: str, random: Random) -> Any:
    """A picture of one of `LETTERS`."""
    return saved(camera(inked(written(tuple(LETTERS[name].split("|")), random)), random), "JPEG")


def number(images: tuple[Digit, Digit], random: Random, gap: float | None = None) -> Any:
    """A picture of two digits side by side; `gap` from box to box as a share of their height."""
    pages = []
    for image in images:
        rows, columns = np.nonzero(covered := strokes(image, random.uniform(105, 135)))
        pages.append(covered[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1])
    height = max(page.shape[0] for page in pages)
    between = round(height * (random.uniform(0.08, 0.5) if gap is None else gap))
    both = np.zeros((height + 12, sum(page.shape[1] for page in pages) + between))
    left = 0
    for page in pages:
        top = int(random.integers(0, both.shape[0] - page.shape[0] + 1))
        both[top : top + page.shape[0], left : left + page.shape[1]] += page
        left += page.shape[1] + between
    return saved(camera(inked(placed(both.clip(0, 1), 300, 460)), random), "JPEG")
