"""Images of what is no digit, so that a network learns to be unsure.

Four tenths are letters and other figures; a tenth each are signs of strokes put together at random, polygons, rings,
digits turned over, scribbles, and digits that touch.

They are drawn in MNIST's form. Letters that somebody's digits look like (O, I, S, Z, B, b, g, q, l, y) are left out.
"""

import math
from collections.abc import Callable

import torch
from torch import Tensor

from gradbook.digits.training.strokes import BOX, SIDE, between, centred, curve, written
from gradbook.digits.training.strokes import drawn as drawn_with_pens

# As `strokes.written` takes them.
_FIGURES = {
    "A": "0,1 .5,0 | .5,0 1,1 | .2,.6 .8,.6",
    "C": "1,.15 .5,0 0,.5 .5,1 1,.85",
    "D": "0,0 0,1 | 0,0 .7,.1 .9,.5 .7,.9 0,1",
    "E": ".8,0 0,0 | 0,0 0,1 | 0,.5 .7,.5 | 0,1 .8,1",
    "F": ".8,0 0,0 | 0,0 0,1 | 0,.5 .6,.5",
    "G": "1,.15 .5,0 0,.5 .5,1 .95,.8 | .95,.8 .95,.55 | .95,.55 .5,.55",
    "H": "0,0 0,1 | .8,0 .8,1 | 0,.5 .8,.5",
    "J": ".7,0 .7,.75 .35,1 0,.75 | .3,0 1,0",
    "K": "0,0 0,1 | .8,0 0,.55 | .2,.4 .85,1",
    "L": "0,0 0,1 | 0,1 .7,1",
    "M": "0,1 .1,0 | .1,0 .5,.7 | .5,.7 .9,0 | .9,0 1,1",
    "N": "0,1 0,0 | 0,0 .8,1 | .8,1 .8,0",
    "P": "0,1 0,0 | 0,0 .6,.05 .7,.25 .6,.5 0,.55",
    "Q": ".5,0 0,.5 .5,1 1,.5 .5,0 | .55,.6 1,1.1",
    "R": "0,1 0,0 | 0,0 .6,.05 .7,.25 .6,.5 0,.55 | .25,.55 .8,1",
    "T": "0,0 1,0 | .5,0 .5,1",
    "U": "0,0 0,.7 .4,1 .8,.7 .8,0",
    "V": "0,0 .45,1 | .45,1 .9,0",
    "W": "0,0 .25,1 | .25,1 .5,.3 | .5,.3 .75,1 | .75,1 1,0",
    "X": "0,0 .9,1 | .9,0 0,1",
    "Y": "0,0 .45,.5 | .9,0 .45,.5 | .45,.5 .45,1",
    "a": ".8,.15 .4,0 0,.5 .4,1 .75,.7 | .8,0 .75,.7 .95,1",
    "d": ".7,.5 .3,.4 0,.7 .3,1 .7,.8 | .75,0 .75,1",
    "e": ".05,.5 .9,.5 | .9,.5 .5,0 0,.5 .4,1 .9,.85",
    "f": ".8,.1 .5,0 .35,.3 .35,1 | 0,.45 .7,.45",
    "h": "0,0 0,1 | 0,.6 .35,.4 .6,.6 .6,1",
    "k": "0,0 0,1 | .6,.4 0,.7 | .15,.6 .65,1",
    "m": "0,.3 0,1 | 0,.5 .25,.3 .45,.5 .45,1 | .45,.5 .7,.3 .9,.5 .9,1",
    "n": "0,.3 0,1 | 0,.5 .4,.3 .7,.5 .7,1",
    "p": "0,0 0,1 | 0,.1 .45,0 .65,.25 .4,.5 0,.45",
    "r": "0,.3 0,1 | 0,.55 .3,.3 .6,.4",
    "t": ".35,0 .35,.8 .6,1 .8,.85 | 0,.35 .75,.35",
    "u": "0,.3 0,.75 .3,1 .65,.75 | .7,.3 .7,1",
    "w": "0,.3 .15,.9 .3,1 .5,.5 .7,1 .85,.9 1,.3",
    "x": "0,.3 .3,.4 .6,.9 .9,1 | .85,.3 .1,1",
    "alpha": "1,.1 .6,.8 .3,1 0,.5 .3,0 .6,.3 1,1",
    "and": ".95,1 .3,.35 .35,0 .6,.15 .1,.7 .35,1 .7,.8 .9,.55",
    "arrow": "0,.5 1,.5 | .7,.2 1,.5 | .7,.8 1,.5",
    "asterisk": ".5,0 .5,1 | .05,.25 .95,.75 | .95,.25 .05,.75",
    "boat": "0,.65 .2,1 | .2,1 .8,1 | .8,1 1,.65 | 1,.65 0,.65 | .5,.65 .5,0 | .5,0 .85,.5",
    "cross": ".5,0 .5,1 | 0,.45 1,.45",
    "diamond": ".5,0 1,.5 | 1,.5 .5,1 | .5,1 0,.5 | 0,.5 .5,0",
    "dollar": ".85,.2 .4,.1 .1,.3 .5,.5 .9,.7 .5,.9 .1,.8 | .5,0 .5,1",
    "face": ".5,0 0,.5 .5,1 1,.5 .5,0 | .33,.35 .33,.42 | .67,.35 .67,.42 | .28,.65 .5,.8 .72,.65",
    "fish": "0,.5 .4,.2 .75,.5 1,.8 | 0,.5 .4,.8 .75,.5 1,.2",
    "flower": ".5,.45 .3,.1 .5,0 .7,.1 .5,.45 .95,.3 .9,.55 .5,.45 .1,.6 .05,.3 .5,.45 | .5,.45 .5,1",
    "hash": ".3,0 .25,1 | .75,0 .7,1 | 0,.32 1,.32 | 0,.68 1,.68",
    "heart": ".5,1 0,.4 .2,0 .5,.3 | .5,.3 .8,0 1,.4 .5,1",
    "house": "0,.45 .5,0 | .5,0 1,.45 | .1,.4 .1,1 | .1,1 .9,1 | .9,1 .9,.4 | .4,1 .5,.65 .6,1",
    "ladder": ".2,0 .2,1 | .8,0 .8,1 | .2,.25 .8,.25 | .2,.5 .8,.5 | .2,.75 .8,.75",
    "percent": "0,1 1,0 | .2,.05 .05,.2 .2,.35 .35,.2 .2,.05 | .8,.65 .65,.8 .8,.95 .95,.8 .8,.65",
    "person": ".5,0 .37,.12 .5,.25 .63,.12 .5,0 | .5,.25 .5,.65 | .15,.4 .85,.4 | .5,.65 .2,1 | .5,.65 .8,1",
    "question": "0,.25 .3,0 .7,.2 .4,.5 .35,.7 | .35,.92 .35,1",
    "spiral": ".5,.5 .6,.4 .7,.55 .5,.7 .3,.5 .5,.2 .85,.45 .6,.95 .1,.8 0,.3 .4,0",
    "square": "0,0 1,0 | 1,0 1,1 | 1,1 0,1 | 0,1 0,0",
    "star": ".2,1 .5,0 | .5,0 .8,1 | .8,1 0,.37 | 0,.37 1,.37 | 1,.37 .2,1",
    "tick": "0,.6 .3,1 | .3,1 1,0",
    "triangle": ".5,0 1,1 | 1,1 0,1 | 0,1 .5,0",
    "tree": ".5,1 .5,.4 | .5,.6 .2,.3 | .5,.5 .8,.2 | .5,.4 .5,0 | .5,.8 .85,.55",
    "wave": "0,.5 .15,.2 .3,.5 .45,.8 .6,.5 .75,.2 1,.5",
    "bird": "0,.3 .25,.1 .5,.4 .75,.1 1,.3",
    "bolt": ".6,0 .2,.55 | .2,.55 .6,.5 | .6,.5 .3,1",
    "brace": ".6,0 .4,.1 .42,.4 .25,.5 .42,.6 .4,.9 .6,1",
    "brace, closed": ".25,0 .45,.1 .43,.4 .6,.5 .43,.6 .45,.9 .25,1",
    "bracket": ".6,0 .25,0 | .25,0 .25,1 | .25,1 .6,1",
    "cloud": ".15,.75 0,.6 .15,.45 .25,.25 .45,.2 .6,.35 .8,.3 .95,.5 .95,.7 .8,.78 .15,.75",
    "cup": ".1,.2 .15,.9 | .15,.9 .65,.9 | .65,.9 .7,.2 | .7,.2 .1,.2 | .7,.35 .95,.35 .9,.65 .67,.65",
    "delta": ".5,.3 .2,.6 .3,.95 .65,.95 .75,.6 .5,.3 .3,.1 .6,0 .8,.1",
    "exclamation": ".4,0 .38,.65 | .37,.9 .37,.97",
    "flag": ".2,0 .2,1 | .2,.05 .9,.2 | .9,.2 .2,.45",
    "greater": ".1,0 .9,.5 | .9,.5 .1,1",
    "infinity": ".5,.5 .25,.25 0,.5 .25,.75 .5,.5 .75,.25 1,.5 .75,.75 .5,.5",
    "less": ".9,0 .1,.5 | .1,.5 .9,1",
    "moon": ".6,0 .2,.2 .1,.55 .3,.9 .7,1 .4,.75 .35,.45 .45,.2 .6,0",
    "omega": "0,1 .3,1 | .3,1 .05,.5 .25,.1 .5,0 .75,.1 .95,.5 .7,1 | .7,1 1,1",
    "pi": "0,.1 1,.1 | .3,.1 .2,1 | .7,.1 .75,1",
    "sigma": ".9,.1 .1,.1 | .1,.1 .5,.5 | .5,.5 .1,.95 | .1,.95 .9,.95",
    "umbrella": "0,.5 .2,.15 .5,.05 .8,.15 1,.5 | 0,.5 1,.5 | .5,.5 .5,.9 .4,1 .3,.9",
    "zigzag": "0,.2 .2,.9 | .2,.9 .4,.1 | .4,.1 .6,.9 | .6,.9 .8,.1 | .8,.1 1,.8",
}
_KNOTS_OF_A_SCRIBBLE = (5, 13)
_MOST_STROKES, _JOINED, _BENT = 4, 0.7, 0.5  # of a sign; the share of strokes that touch the last one; that are bent
# Digits that are none when turned by 90 degrees either way, upside down, or mirrored.
_TURNS: tuple[tuple[tuple[int, ...], Callable[[Tensor], Tensor]], ...] = (
    ((2, 3, 4, 5, 6, 7, 9), lambda images: images.rot90(1, (1, 2))),
    ((2, 3, 4, 5, 6, 7, 9), lambda images: images.rot90(3, (1, 2))),
    ((3, 4, 7), lambda images: images.rot90(2, (1, 2))),
    ((3, 6, 7, 9), lambda images: images.flip(2)),
)


def no_digits(images: Tensor, labels: Tensor, count: int, random: torch.Generator) -> Tensor:
    """Draw images of what is no digit, of every kind.

    Args:
        images: (N, 28, 28) uint8 on the CPU, digits to turn over and to put side by side.
        labels: (N,) int64 on the CPU.
        count: how many to draw.
        random: a CPU generator.

    Returns:
        (count, 28, 28) uint8.
    """
    part = count // 10
    drawn = torch.cat(
        [
            _figures(count - 6 * part, random),
            _signs(part, random),
            _polygons(part, random),
            _rings(part, random),
            _turned(images, labels, part, random),
            _scribbles(part, random),
            _pairs(images, part, random),
        ]
    )
    return (centred(drawn) * 255).round().to(torch.uint8)


def _figures(count: int, random: torch.Generator) -> Tensor:
    names = list(_FIGURES)
    kinds = torch.randint(len(names), (count,), generator=random)
    result = torch.zeros(count, SIDE, SIDE)
    for number, name in enumerate(names):
        some = (kinds == number).nonzero().flatten()
        if len(some):
            result[some] = written(_FIGURES[name], len(some), random)
    return result


def _signs(count: int, random: torch.Generator) -> Tensor:
    """Draw signs of two to four strokes, straight or bent, that begin where the last one passed, or anywhere."""
    places = torch.cartesian_prod(torch.linspace(0, 1, 3), torch.linspace(0, 1, 4))
    strokes: list[Tensor] = []
    last = torch.zeros(count, 3, 2)
    for _ in range(_MOST_STROKES):
        first = torch.randint(len(places), (count,), generator=random)
        other = (first + torch.randint(1, len(places), (count,), generator=random)) % len(places)
        begin, end = places[first], places[other]
        passed = last[torch.arange(count), torch.randint(3, (count,), generator=random)]
        is_joined = torch.rand(count, 1, generator=random) < (_JOINED if strokes else 0)
        begin = torch.where(is_joined, passed, begin)
        along = end - begin
        bend = between(-0.7, 0.7, count, random) * (torch.rand(count, generator=random) < _BENT)
        middle = (begin + end) / 2 + bend[:, None] * torch.stack([-along[:, 1], along[:, 0]], 1)
        last = torch.stack([begin, middle, end], 1)
        strokes.append(last + torch.randn(count, 3, 2, generator=random) * 0.03)
    number = torch.randint(2, _MOST_STROKES + 1, (count,), generator=random)
    # What is more than the number of its strokes is drawn on the first.
    used = [torch.where((k < number)[:, None, None], stroke, strokes[0]) for k, stroke in enumerate(strokes)]
    return drawn_with_pens(torch.cat([curve(stroke) for stroke in used], 1), random)


def _polygons(count: int, random: torch.Generator) -> Tensor:
    """Draw outlines of three to six corners."""
    number = torch.randint(3, 7, (count, 1), generator=random)
    # Of one with fewer than six corners, the last counts several times.
    angle = 2 * math.pi * (torch.arange(7) % 6).minimum(number - 1) / number + between(0, 6, count, random)[:, None]
    away = 0.6 + 0.7 * torch.rand(count, 6, generator=random)
    away = away.gather(1, (torch.arange(7) % 6).minimum(number - 1))
    corners = torch.stack([angle.cos() * away, angle.sin() * away], 2)
    return drawn_with_pens(torch.cat([curve(corners[:, k : k + 2]) for k in range(6)], 1), random)


def _rings(count: int, random: torch.Generator) -> Tensor:
    """Draw two or three rings side by side and into each other."""
    angle = torch.arange(9) / 8 * 2 * math.pi
    circle = torch.stack([angle.cos(), angle.sin()], 1)
    rings = []
    for left in (-1.0, 1.0, 0.0):
        place = torch.stack([left + between(-0.3, 0.3, count, random), between(-0.8, 0.8, count, random)], 1)
        size = between(0.3, 0.9, count, random)[:, None, None]
        rings.append(curve(place[:, None] + size * circle))
    three = torch.rand(count, 1, 1, generator=random) < 0.4
    return drawn_with_pens(torch.cat([*rings[:2], torch.where(three, rings[2], rings[0])], 1), random)


def _turned(images: Tensor, labels: Tensor, count: int, random: torch.Generator) -> Tensor:
    """Turn or mirror digits where that makes no digit of them: letters are like that, and photos on their side."""
    result = torch.zeros(count, SIDE, SIDE)
    kinds = torch.randint(len(_TURNS), (count,), generator=random)
    for number, (digits, turn) in enumerate(_TURNS):
        some = (kinds == number).nonzero().flatten()
        choices = torch.isin(labels, torch.tensor(digits)).nonzero().flatten()
        if len(choices) and len(some):
            chosen = choices[torch.randint(len(choices), (len(some),), generator=random)]
            result[some] = turn(images[chosen].float() / 255)
    return result


def _scribbles(count: int, random: torch.Generator) -> Tensor:
    """Draw curves through knots that wander at random."""
    least, most = _KNOTS_OF_A_SCRIBBLE
    knots = (torch.rand(count, most, 2, generator=random) - 0.5).cumsum(1)
    last = torch.randint(least, most, (count,), generator=random)
    # From its last knot on, a scribble stays where it is.
    which = torch.arange(most).expand(count, -1).minimum(last[:, None])
    return drawn_with_pens(curve(knots[torch.arange(count)[:, None], which]), random)


def _pairs(images: Tensor, count: int, random: torch.Generator) -> Tensor:
    """Draw two digits side by side, so close that they touch or nearly do, as small as one."""
    left, right = (images[torch.randint(len(images), (count,), generator=random)].float() / 255 for _ in range(2))
    # Each is moved to the edge where they meet, then apart or into each other by a pixel or two.
    wide = torch.zeros(count, SIDE, 2 * SIDE)
    columns = torch.arange(SIDE)
    end = ((left > 0.5).any(1) * columns).amax(1)
    begin = ((right > 0.5).any(1).float()).argmax(1)
    apart = torch.randint(-2, 3, (count,), generator=random)
    rows = torch.arange(count)[:, None]
    for image, shift in ((left, SIDE - 1 - end), (right, SIDE - begin + apart)):
        target = (columns + shift[:, None]).clamp(0, 2 * SIDE - 1)
        moved = torch.zeros_like(wide).transpose(1, 2)
        moved[rows, target] = image.transpose(1, 2)
        wide = torch.maximum(wide, moved.transpose(1, 2))
    return _shrunk(wide)


def _shrunk(wide: Tensor) -> Tensor:
    """Redraw pictures (N, H, W) so that the longest side of what is on each is MNIST's."""
    height, width = wide.shape[1:]
    boxes = []
    for axis, size in ((2, height), (1, width)):
        used = (wide > 0.3).any(axis).float()
        boxes.append((used.argmax(1), size - used.flip(1).argmax(1)))
    (top, bottom), (left, right) = boxes
    scale = torch.maximum(bottom - top, right - left).clamp(min=1)[:, None] / BOX
    offset = torch.arange(SIDE) - (SIDE - 1) / 2
    y = (top + bottom - 1)[:, None] / 2 + offset * scale
    x = (left + right - 1)[:, None] / 2 + offset * scale
    across = (2 * x / (width - 1) - 1)[:, None].expand(-1, SIDE, -1)
    down = (2 * y / (height - 1) - 1)[:, :, None].expand(-1, -1, SIDE)
    grid = torch.stack([across, down], 3)
    soft = torch.nn.functional.avg_pool2d(wide[:, None], 2, 1, padding=1)[:, :, :height, :width]
    return torch.nn.functional.grid_sample(soft, grid, align_corners=True)[:, 0].mul(1.2).clamp(0, 1)
