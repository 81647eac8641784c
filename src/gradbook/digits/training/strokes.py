"""Pen strokes as images: lines and curves drawn at the size and with the pen of MNIST's digits."""

import torch
from torch import Tensor

SIDE, BOX = 28, 20  # pixels of an image, and of the longest side of what is drawn on it
_STEPS = 20  # points of a curve between two of its knots
_UNSTEADY = 0.05  # standard deviation of a knot, as a share of the figure's height


def rendered(points: Tensor, widths: Tensor) -> Tensor:
    """Draw points joined to strokes by their nearness.

    Args:
        points: (N, K, 2) x and y in pixels, about a pixel apart along a stroke; one at infinity draws nothing.
        widths: (N,) of the pen, pixels.

    Returns:
        (N, 28, 28) float32, how much of each pixel the pen covers, 0 to 1.
    """
    grid = torch.arange(SIDE, dtype=points.dtype)
    images = torch.empty(len(points), SIDE, SIDE)
    for begin in range(0, len(points), 500):  # (500, K, 784) at a time
        some = points[begin : begin + 500]
        across = (some[:, :, 0, None] - grid).square()
        down = (some[:, :, 1, None] - grid).square()
        nearest = (down[:, :, :, None] + across[:, :, None, :]).amin(1).sqrt()
        images[begin : begin + 500] = (widths[begin : begin + 500, None, None] / 2 + 0.5 - nearest).clamp(0, 1)
    return images


def curve(knots: Tensor) -> Tensor:
    """Return points on a smooth curve through knots (N, K, 2), or on the straight line between two of them.

    The curve is E. Catmull and R. Rom's (1974): between two knots a cubic whose slopes come from their neighbours.
    """
    t = torch.linspace(0, 1, _STEPS)[:, None]
    ends = (2 * knots[:, :1] - knots[:, 1:2], knots, 2 * knots[:, -1:] - knots[:, -2:-1])
    p = torch.cat(ends, 1)[:, :, None]
    a, b, c, d = p[:, :-3], p[:, 1:-2], p[:, 2:-1], p[:, 3:]
    pieces = b + t * ((c - a) / 2 + t * (a - 2.5 * b + 2 * c - d / 2 + t * ((d - a) / 2 + 1.5 * (b - c))))
    return pieces.flatten(1, 2)


def fitted(points: Tensor) -> Tensor:
    """Scale figures (N, K, 2) so that the longest side of each is MNIST's, its centre of mass in the middle."""
    low, high = points.amin(1, keepdim=True), points.amax(1, keepdim=True)
    scaled = (points - low) * ((BOX - 3) / (high - low).amax(2, keepdim=True).clamp(min=1e-6))  # the pen has a width
    return scaled - scaled.mean(1, keepdim=True) + (SIDE - 1) / 2


def written(figure: str, count: int, random: torch.Generator) -> Tensor:
    """Write a figure as many times, each time a little differently.

    Args:
        figure: knots of each stroke as "x,y x,y | x,y x,y x,y", from 0 (left, top) to 1; two knots make a straight
            line, more a curve.
        count: how many to write.
        random: a CPU generator.

    Returns:
        (count, 28, 28) float32, 0 to 1.
    """
    points = []
    for stroke in figure.split("|"):
        knots = torch.tensor([[float(number) for number in knot.split(",")] for knot in stroke.split()])
        points.append(curve(knots + torch.randn(count, len(knots), 2, generator=random) * _UNSTEADY))
    lean, narrow = between(-0.3, 0.4, count, random)[:, None], between(0.55, 1.1, count, random)[:, None]
    x, y = torch.cat(points, 1).unbind(2)
    return drawn(torch.stack([x * narrow + lean * (0.5 - y), y], 2), random)


def drawn(points: Tensor, random: torch.Generator) -> Tensor:
    """Draw figures (N, K, 2) of any size in MNIST's size, each with a pen of its own: (N, 28, 28)."""
    return rendered(fitted(points), between(2, 4, len(points), random))


def between(low: float, high: float, count: int, random: torch.Generator) -> Tensor:
    """Draw (count,) numbers evenly between two."""
    return low + (high - low) * torch.rand(count, generator=random)


def pen_width(images: Tensor) -> Tensor:
    """Return the width of the pen in images (N, 28, 28) of 0 to 1: twice the ink over the length of its border."""
    border = images.diff(dim=1).abs().sum((1, 2)) + images.diff(dim=2).abs().sum((1, 2))
    # Summed along rows and columns, a slanted border counts up to 1.41 times its length; 1.27 times on average.
    return (2 * 1.27 * images.sum((1, 2)) / border.clamp(min=1)).clamp(1.5, 5)


def centred(images: Tensor) -> Tensor:
    """Shift images (N, 28, 28) by whole pixels so that the centre of mass of each is in the middle."""
    grid = torch.arange(SIDE, dtype=images.dtype)
    mass = images.sum((1, 2)).clamp(min=1e-6)
    down, across = ((images.sum(axis) @ grid / mass - (SIDE - 1) / 2).round().long() for axis in (2, 1))
    rows, columns = (shift[:, None] + torch.arange(SIDE) for shift in (down, across))
    inside = ((rows >= 0) & (rows < SIDE))[:, :, None] & ((columns >= 0) & (columns < SIDE))[:, None]
    rows, columns = rows.clamp(0, SIDE - 1)[:, :, None], columns.clamp(0, SIDE - 1)[:, None]
    return images[torch.arange(len(images))[:, None, None], rows, columns] * inside
