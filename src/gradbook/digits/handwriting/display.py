"""How readings show themselves: each photo, what the network saw of it, and how certain it is."""

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gradbook.core import html
from gradbook.core.display import to_html
from gradbook.core.palette import LIGHT
from gradbook.core.text.terminal import plain
from gradbook.digits.handwriting.reading import DigitReading, Reading

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LONGEST_NAME = 28


def figure(readings: Sequence[Reading]) -> "Figure":
    """Draw readings, a row a photo: the photo, and for each digit what the network saw and what it may be.

    Args:
        readings: any number of them.
    """
    from matplotlib.figure import Figure

    most = max([1, *(len(reading.digits + reading.apart) for reading in readings)])
    rows = max(1, len(readings))
    drawn = Figure(figsize=(1.75 + 3.1 * most, 1.9 * rows), dpi=110, layout="constrained", facecolor=LIGHT.paper)
    grid = drawn.subplots(rows, 1 + 2 * most, squeeze=False, width_ratios=[1.1, *[1, 1.1] * most])
    for axes in grid.flat:
        axes.axis("off")
    for row, reading in zip(grid, readings, strict=False):
        row[0].imshow(reading.thumbnail, cmap="gray", vmin=0, vmax=1)
        name = plain(reading.source)
        name = name if len(name) <= _LONGEST_NAME else f"…{name[-_LONGEST_NAME:]}"
        # Dollar signs would be taken for mathematics.
        row[0].set_title(name, fontsize=8, color=LIGHT.ink, parse_math=False)
        if not reading.digits:
            row[1].text(*(0.5, 0.5, "no digit"), ha="center", va="center", color=LIGHT.bad, transform=row[1].transAxes)
        for number, digit in enumerate(reading.digits + reading.apart):
            title = "seen" if number < len(reading.digits) else "apart"
            _draw(digit, title, row[1 + 2 * number], row[2 + 2 * number])
    return drawn


def shown(readings: Sequence[Reading]) -> bytes:
    """Draw readings as a PNG on white paper."""
    from gradbook.digits.plots import png

    with warnings.catch_warnings(action="ignore", category=UserWarning):  # a file's name may be in any script
        return png(figure(readings))


def _draw(digit: DigitReading, title: str, seen: "Axes", bars: "Axes") -> None:
    seen.imshow(digit.image, cmap="gray", vmin=0, vmax=255)
    seen.set_title(title, fontsize=8, color=LIGHT.soft)
    for line, (number, probability) in enumerate(digit.top(3)):
        bars.barh(-line, probability, height=0.7, color=LIGHT.accent if line == 0 else LIGHT.quiet, alpha=0.5)
        bars.text(0.02, -line, f"{number}   {probability:.1%}", va="center", fontsize=10, color=LIGHT.ink)
    bars.set(xlim=(0, 1), ylim=(-2.7, 0.7))


@to_html.register
def _(reading: Reading) -> str:
    from gradbook.digits.plots import svg

    with warnings.catch_warnings(action="ignore", category=UserWarning):
        return html.picture(svg(figure([reading])), plain(repr(reading).strip("<>")))
