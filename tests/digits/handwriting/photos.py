"""Handmade photos: real test digits, drawn as pen strokes on every kind of paper, under every kind of light.

`KINDS` maps a name to a maker. A maker takes a digit (28, 28) uint8 and a random generator, and returns something that
`read_photo` takes: the bytes of an image file, a Pillow image or an array.
"""

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy import ndimage

Digit = npt.NDArray[np.uint8]
Gray = npt.NDArray[np.float64]  # (H, W), 0 is black and 1 is white
Random = np.random.Generator
Maker = Callable[[Digit, Random], Any]

KINDS: dict[str, Maker] = {}
WHITE, BLACK = 0.93, 0.15  # paper and ink, as a camera sees them


def kind(maker: Maker) -> Maker:
    """Put a maker on the list, under its name."""
    KINDS[maker.__name__.replace("_", " ")] = maker
    return maker


# --- drawing ---------------------------------------------------------------------------------------------------------


def strokes(digit: Digit, size: float, thicken: float = 0.0) -> Gray:
    """Return how much of each pixel the pen covered, 0..1; the digit's longest side is about `size` pixels.

    `thicken` is added to each side of the strokes, in pixels of MNIST.
    """
    zoom = size / 20
    used = (np.flatnonzero(side) for side in (digit.any(1), digit.any(0)))
    rows, columns = (slice(side[0], side[-1] + 1) for side in used)
    work = max(zoom, 8)
    smooth = ndimage.zoom(np.pad(digit[rows, columns] / 255.0, 3), work, order=3, grid_mode=True, mode="grid-constant")
    inside = ndimage.distance_transform_edt(smooth > 0.45) - ndimage.distance_transform_edt(smooth <= 0.45)
    covered = (inside + thicken * work + 0.5).clip(0, 1)
    if work != zoom:
        height, width = (round(side * zoom / work) for side in covered.shape)
        covered = np.asarray(Image.fromarray(covered.astype(np.float32)).resize((width, height), Image.Resampling.BOX))
    return covered.astype(float)


def placed(covered: Gray, height: int, width: int, centre: tuple[float, float] = (0.5, 0.5)) -> Gray:
    """Return strokes on an empty page; `centre` as shares of its height and width. What lies outside is cut off."""
    page = np.zeros((height, width))
    top, left = (round(c * side - s / 2) for c, side, s in zip(centre, page.shape, covered.shape, strict=True))
    upper, first = max(top, 0), max(left, 0)
    lower, last = min(top + covered.shape[0], height), min(left + covered.shape[1], width)
    page[upper:lower, first:last] = covered[upper - top : lower - top, first - left : last - left]
    return page


def drawn(
    digit: Digit,
    random: Random,
    height: int = 300,
    width: int = 240,
    size: float = 130,
    thicken: float = 0.0,
    centre: tuple[float, float] | None = None,
) -> Gray:
    """Return a page with a digit somewhere near its middle."""
    place = centre or (random.uniform(0.42, 0.58), random.uniform(0.42, 0.58))
    return placed(strokes(digit, size, thicken), height, width, place)


def inked(covered: Gray, paper: Gray | float = WHITE, ink: Gray | float = BLACK) -> Gray:
    return covered * ink + (1 - covered) * paper


def camera(gray: Gray, random: Random, noise: float = 0.015) -> Gray:
    """Blur a little, and add the sensor's noise."""
    return ndimage.gaussian_filter(gray, 0.7) + random.normal(0, noise, gray.shape)


def coloured(covered: Gray, paper: tuple[int, int, int], ink: tuple[int, int, int]) -> Image.Image:
    colours = covered[..., None] * np.array(ink) + (1 - covered[..., None]) * np.array(paper)
    return Image.fromarray(colours.round().astype(np.uint8))


def bytes8(gray: Gray) -> npt.NDArray[np.uint8]:
    return (gray.clip(0, 1) * 255).round().astype(np.uint8)


def saved(image: Image.Image | Gray, form: str = "PNG", **options: Any) -> bytes:
    file = io.BytesIO()
    (image if isinstance(image, Image.Image) else Image.fromarray(bytes8(image))).save(file, form, **options)
    return file.getvalue()


def ramp(shape: tuple[int, int], angle: float) -> Gray:
    """Return values that rise evenly from 0 to 1 across a page."""
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    along = rows / shape[0] * np.sin(angle) + columns / shape[1] * np.cos(angle)
    return (along - along.min()) / np.ptp(along)


def stripes(shape: tuple[int, int], every: float, thick: float, slope: float = 0.0) -> Gray:
    """Return level lines, 1 where they are, all tilted by `slope`."""
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    off = np.abs((rows + slope * columns + every / 3) % every - every / 2)
    return (thick / 2 + 0.5 - off).clip(0, 1)


# --- files and colours -----------------------------------------------------------------------------------------------


@kind
def clean_pen(digit: Digit, random: Random) -> Any:
    return saved(inked(drawn(digit, random)))


@kind
def phone_photo(digit: Digit, random: Random) -> Any:
    page = inked(drawn(digit, random, 640, 480, random.uniform(120, 260)))
    light = 0.75 + 0.25 * ramp(page.shape, random.uniform(0, 6))
    return saved(camera(page * light, random), "JPEG", quality=80)


@kind
def turned_by_exif(digit: Digit, random: Random) -> Any:
    orientation = int(random.integers(2, 9))
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]  # Pillow's Transpose that the tag undoes
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = Image.fromarray(bytes8(inked(drawn(digit, random)))).transpose(Image.Transpose(back))
    return saved(image, "JPEG", exif=exif)


@kind
def white_on_black(digit: Digit, random: Random) -> Any:
    return saved(inked(drawn(digit, random), 0.0, 1.0))


@kind
def chalk(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random, thicken=0.3)
    grain = ndimage.gaussian_filter(random.normal(size=covered.shape), 1.2) * 4
    dust = 0.22 + 0.06 * ndimage.gaussian_filter(random.normal(size=covered.shape), 15) * 40
    return saved(camera(inked(covered * (0.75 + 0.25 * grain).clip(0.25, 1), dust, 0.85), random), "JPEG")


@kind
def whiteboard_glare(digit: Digit, random: Random) -> Any:
    page = inked(drawn(digit, random), 0.75, (0.1))
    rows, columns = np.mgrid[: page.shape[0], : page.shape[1]]
    glare = np.exp(-((rows - 60) ** 2 + (columns - 190) ** 2) / 2 / 35**2)
    return saved(camera(page + 0.25 * glare, random), "JPEG")


@kind
def yellow_paper(digit: Digit, random: Random) -> Any:
    return saved(coloured(drawn(digit, random), (245, 225, 130), (40, 40, 60)))


@kind
def blue_ink_on_pink(digit: Digit, random: Random) -> Any:
    return saved(coloured(drawn(digit, random), (250, 200, 210), (40, 60, 190)), "JPEG")


@kind
def red_on_equally_bright_green(digit: Digit, random: Random) -> Any:
    return saved(coloured(drawn(digit, random), (30, 128, 30), (230, 40, 60)))


@kind
def transparent_black_ink(digit: Digit, random: Random) -> Any:
    alpha = bytes8(drawn(digit, random))
    return saved(Image.fromarray(np.dstack([np.zeros_like(alpha)] * 3 + [alpha])))


@kind
def transparent_white_ink(digit: Digit, random: Random) -> Any:
    alpha = bytes8(drawn(digit, random))
    return saved(Image.fromarray(np.dstack([np.full_like(alpha, 255)] * 3 + [alpha])))


@kind
def sticker_on_transparent(digit: Digit, random: Random) -> Any:
    page = bytes8(inked(drawn(digit, random)))
    alpha = np.zeros_like(page)
    alpha[20:-20, 15:-15] = 255
    return saved(Image.fromarray(np.dstack([page, page, page, alpha])))


@kind
def gray_with_alpha(digit: Digit, random: Random) -> Any:
    alpha = Image.fromarray(bytes8(drawn(digit, random)))
    return saved(Image.merge("LA", (Image.new("L", alpha.size, 60), alpha)))


@kind
def palette_gif(digit: Digit, random: Random) -> Any:
    return saved(coloured(drawn(digit, random), (220, 235, 250), (120, 20, 20)).quantize(16), "GIF")


@kind
def transparent_palette_gif(digit: Digit, random: Random) -> Any:
    covered = Image.fromarray((drawn(digit, random) > 0.5).astype(np.uint8), "L")
    image = Image.new("P", covered.size)
    image.putpalette([255, 255, 255, 10, 10, 80])
    image.paste(covered)
    return saved(image, "GIF", transparency=0)


@kind
def sixteen_bits(digit: Digit, random: Random) -> Any:
    return saved(Image.fromarray((inked(drawn(digit, random)) * 65_535).astype(np.uint16)))


@kind
def cmyk_jpeg(digit: Digit, random: Random) -> Any:
    return saved(coloured(drawn(digit, random), (240, 240, 235), (20, 20, 90)).convert("CMYK"), "JPEG")


@kind
def one_bit(digit: Digit, random: Random) -> Any:
    return saved(Image.fromarray(bytes8(inked(drawn(digit, random)))).convert("1", dither=Image.Dither.NONE), "BMP")


@kind
def boolean_array(digit: Digit, random: Random) -> Any:
    return drawn(digit, random) > 0.5


@kind
def float_tiff(digit: Digit, random: Random) -> Any:
    return saved(Image.fromarray(inked(drawn(digit, random)).astype(np.float32)), "TIFF")


@kind
def jpeg_artefacts(digit: Digit, random: Random) -> Any:
    return saved(inked(drawn(digit, random)), "JPEG", quality=6)


# --- sizes and places ------------------------------------------------------------------------------------------------


@kind
def mnist_itself(digit: Digit, random: Random) -> Any:
    return digit


@kind
def mnist_in_large_pixels(digit: Digit, random: Random) -> Any:
    return saved(Image.fromarray(255 - digit.repeat(10, 0).repeat(10, 1)))


@kind
def tiny(digit: Digit, random: Random) -> Any:
    return saved(inked(placed(strokes(digit, 16), 20, 20), 1.0, 0.0))


@kind
def tiny_on_a_page(digit: Digit, random: Random) -> Any:
    return saved(inked(drawn(digit, random, 300, 240, 22)))


@kind
def huge(digit: Digit, random: Random) -> Any:
    small = inked(drawn(digit, random, 500, 375, 220))
    return saved(Image.fromarray(bytes8(camera(small, random))).resize((3000, 4000)), "JPEG", quality=60)


@kind
def huge_with_hairline(digit: Digit, random: Random) -> Any:
    page = Image.new("L", (3000, 4000), 235)
    line = strokes(digit, 150, -0.65) > 0.5
    page.paste(30, (1200, 1500), Image.fromarray(line).resize((line.shape[1] * 4, line.shape[0] * 4)))
    return saved(page, "JPEG", quality=60)


@kind
def off_centre(digit: Digit, random: Random) -> Any:
    place = (random.choice([0.3, 0.7]), random.choice([0.35, 0.65]))
    return saved(inked(drawn(digit, random, centre=place)))


@kind
def small_in_a_corner(digit: Digit, random: Random) -> Any:
    place = (random.choice([0.1, 0.9]), random.choice([0.1, 0.9]))
    return saved(camera(inked(drawn(digit, random, 400, 400, 45, centre=place)), random), "JPEG")


@kind
def cut_to_the_ink(digit: Digit, random: Random) -> Any:
    covered = strokes(digit, 150)
    rows, columns = np.nonzero(covered > 0.3)
    return saved(inked(covered[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]))


@kind
def wide_picture(digit: Digit, random: Random) -> Any:
    return saved(inked(drawn(digit, random, 150, 800, 100, centre=(0.5, random.uniform(0.2, 0.8)))))


@kind
def tall_picture(digit: Digit, random: Random) -> Any:
    return saved(inked(drawn(digit, random, 800, 150, 100, centre=(random.uniform(0.2, 0.8), 0.5))))


# --- pens ------------------------------------------------------------------------------------------------------------


@kind
def thick_brush(digit: Digit, random: Random) -> Any:
    return saved(inked(drawn(digit, random, thicken=0.7), 1.0, 0.0))


@kind
def thin_pen(digit: Digit, random: Random) -> Any:
    return saved(camera(inked(drawn(digit, random, 400, 400, 220, thicken=-0.6)), random))


@kind
def blurred(digit: Digit, random: Random) -> Any:
    return saved(ndimage.gaussian_filter(inked(drawn(digit, random)), 5))


@kind
def shaken(digit: Digit, random: Random) -> Any:
    return saved(ndimage.uniform_filter1d(inked(drawn(digit, random)), 11, axis=int(random.integers(2))))


@kind
def low_contrast(digit: Digit, random: Random) -> Any:
    return saved(inked(drawn(digit, random), 0.72, 0.60))


@kind
def pencil(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random, thicken=-0.3)
    grain = 0.6 + 0.4 * ndimage.gaussian_filter(random.normal(size=covered.shape), 1) * 3
    return saved(camera(inked(covered * grain.clip(0.2, 1), 0.9, 0.45), random), "JPEG")


@kind
def broken_stroke(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random)
    rows, _ = np.nonzero(covered > 0.5)
    at = int(np.quantile(rows, random.uniform(0.2, 0.8)))
    covered[at : at + 6] = 0  # a twentieth of the digit's height, right across
    return saved(inked(covered))


@kind
def tilted_left(digit: Digit, random: Random) -> Any:
    return saved(inked(ndimage.rotate(drawn(digit, random), 9, reshape=False, order=1)))


@kind
def tilted_right(digit: Digit, random: Random) -> Any:
    return saved(inked(ndimage.rotate(drawn(digit, random), -9, reshape=False, order=1)))


# --- light -----------------------------------------------------------------------------------------------------------


@kind
def gradient_light(digit: Digit, random: Random) -> Any:
    page = inked(drawn(digit, random))
    return saved(camera(page * (0.35 + 0.65 * ramp(page.shape, random.uniform(0, 6))), random), "JPEG")


@kind
def gradient_behind_light_ink(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random)
    return saved(inked(covered, 0.1 + 0.4 * ramp(covered.shape, random.uniform(0, 6)), 0.95))


@kind
def vignette(digit: Digit, random: Random) -> Any:
    page = inked(drawn(digit, random))
    rows, columns = np.mgrid[: page.shape[0], : page.shape[1]]
    off = (rows / page.shape[0] - 0.5) ** 2 + (columns / page.shape[1] - 0.5) ** 2
    return saved(camera(page * (1 - 1.3 * off), random), "JPEG")


@kind
def shadow_edge(digit: Digit, random: Random) -> Any:
    page = inked(drawn(digit, random))
    shade = np.where(ramp(page.shape, random.uniform(0, 6)) < random.uniform(0.35, 0.65), 0.55, 1.0)
    return saved(camera(page * ndimage.gaussian_filter(shade, 2), random), "JPEG")


@kind
def soft_shadow_of_a_hand(digit: Digit, random: Random) -> Any:
    page = inked(drawn(digit, random))
    rows, columns = np.mgrid[: page.shape[0], : page.shape[1]]
    hand = ((rows - 260) ** 2 / 120**2 + (columns - 200) ** 2 / 80**2 < 1).astype(float)
    return saved(camera(page * (1 - 0.45 * ndimage.gaussian_filter(hand, 12)), random), "JPEG")


@kind
def noise(digit: Digit, random: Random) -> Any:
    return saved(inked(drawn(digit, random)) + random.normal(0, 0.1, (300, 240)))


@kind
def strong_noise(digit: Digit, random: Random) -> Any:
    return saved(inked(drawn(digit, random)) + random.normal(0, 0.25, (300, 240)), "JPEG")


@kind
def salt_and_pepper(digit: Digit, random: Random) -> Any:
    page = inked(drawn(digit, random))
    chance = random.random(page.shape)
    page[chance < 0.02], page[chance > 0.98] = 0, 1
    return saved(page)


# --- paper -----------------------------------------------------------------------------------------------------------


@kind
def ruled_paper(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random)
    paper = WHITE - 0.25 * stripes(covered.shape, 40, 1.5)
    return saved(camera(inked(covered, paper), random), "JPEG")


@kind
def ruled_with_the_same_pen(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random)
    slope = random.uniform(-0.05, 0.05)
    return saved(inked(np.maximum(covered, stripes(covered.shape, 48, 2, slope))))


@kind
def grid_paper(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random)
    lines = np.maximum(stripes(covered.shape, 25, 1), stripes(covered.shape[::-1], 25, 1).T)
    return saved(camera(inked(covered, WHITE - 0.3 * lines), random), "JPEG")


@kind
def dark_grid(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random)
    lines = np.maximum(stripes(covered.shape, 44, 1.5), stripes(covered.shape[::-1], 44, 1.5).T)
    return saved(inked(np.maximum(covered, 0.8 * lines)))


@kind
def specks(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random)
    for _ in range(15):
        row, column = (int(random.integers(2, side - 5)) for side in covered.shape)
        covered[row : row + 3, column : column + 3] = 1
    return saved(inked(covered))


@kind
def crumpled(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random)
    folds = ndimage.gaussian_filter(random.normal(size=covered.shape), 12)
    return saved(camera(inked(covered, WHITE - 0.05 + 0.07 * folds / folds.std()), random), "JPEG")


@kind
def dark_desk(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random, 400, 400, 120)
    sheet = Image.new("L", (400, 400), 60)
    angle = random.uniform(-6, 6)
    corners = [(-150, -165), (150, -165), (150, 165), (-150, 165)]
    cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    turn = np.array([[cos, -sin], [sin, cos]])
    ImageDraw.Draw(sheet).polygon([tuple(turn @ corner + 200) for corner in corners], fill=230)
    return saved(camera(inked(covered, np.asarray(sheet) / 255), random), "JPEG")


@kind
def sticky_note_on_a_desk(digit: Digit, random: Random) -> Any:
    page = np.full((300, 300), 0.2)
    page[45:255, 45:255] = 0.85
    return saved(camera(inked(drawn(digit, random, 300, 300, 110), page), random), "JPEG")


@kind
def dark_strip_at_one_side(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random)
    page = np.full(covered.shape, WHITE)
    page[:, :25] = 0.1
    page[-15:] = 0.3
    return saved(camera(inked(covered, page), random), "JPEG")


@kind
def wooden_frame_round_a_board(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random)
    page = np.full(covered.shape, 0.7)
    page[16:-16, 16:-16] = 0.2
    return saved(camera(inked(covered, page, 0.9), random), "JPEG")


@kind
def screenshot_of_paint(digit: Digit, random: Random) -> Any:
    page = np.ones((360, 480))
    page[:50] = 0.9
    page[50:52] = 0.6
    for column in range(10, 300, 30):
        page[12:30, column : column + 18] = 0.3 + 0.05 * (column % 7)
    covered = placed(strokes(digit, 180), 360, 480, (0.58, random.uniform(0.4, 0.6)))
    return saved(inked(covered, page, 0.0))


@kind
def a_smaller_neighbour(digit: Digit, random: Random) -> Any:
    covered = drawn(digit, random, 300, 400, 150, centre=(0.5, 0.4))
    other = placed(strokes(digit, 50), 300, 400, (0.7, 0.85))
    return saved(inked(np.maximum(covered, other)))
