"""Ways to write a digit that are common in the world and rare in MNIST.

`styled` draws onto MNIST's images: a 1 gets a flag, a foot or both, a 7 its bar, a 9 a hook, each with the digit's own
pen. What cannot be added to a digit, such as a 4 that is closed at its top, `drawn_digits` draws whole.
"""

from collections.abc import Callable

import torch
from torch import Tensor

from gradbook.digits.training.strokes import SIDE, between, centred, curve, pen_width, rendered, written

# The digit, and its figure as `strokes.written` takes it.
_FIGURES = (
    (0, ".5,0 0,.5 .5,1 1,.5 .5,0 | .15,.85 .85,.15"),
    (1, "0,.35 .4,0 | .4,0 .4,1"),
    (1, "0,.3 .3,.15 .45,0 | .45,0 .45,1 | .1,1 .8,1"),
    (1, ".05,.5 .55,0 | .55,0 .55,1"),
    (2, "0,.25 .35,0 .75,.25 .4,.65 0,1 | 0,1 .9,1"),
    (3, "0,0 .8,0 | .8,0 .35,.4 | .35,.4 .8,.55 .7,.9 .3,1 0,.85"),
    (4, ".6,1 .6,0 | .6,0 0,.7 | 0,.7 1,.7"),
    (4, ".7,1 .7,0 | .7,0 0,.6 | 0,.6 .75,.6"),
    (4, ".55,0 0,.65 | 0,.65 .9,.65 | .65,.35 .65,1"),
    (4, "0,0 0,.5 | 0,.5 .8,.5 | .75,0 .75,1"),
    (4, ".25,0 0,.5 | 0,.5 .8,.5 | .65,.15 .5,1"),
    (5, ".1,0 .8,0 | .1,0 .05,.45 | .05,.45 .5,.35 .8,.65 .5,1 0,.9"),
    (6, ".7,0 .2,.3 0,.7 .3,1 .65,.75 .4,.5 .05,.65"),
    (7, "0,0 .9,0 | .9,0 .4,1 | .25,.5 .85,.5"),
    (7, "0,.2 0,0 | 0,0 .8,0 | .8,0 .35,1 | .3,.5 .8,.5"),
    (7, "0,0 .8,0 | .8,0 .7,.4 .6,1"),
    (8, ".5,.45 .1,.2 .5,0 .9,.2 .5,.45 | .5,.45 0,.75 .5,1 1,.75 .5,.45"),
    (9, ".7,.25 .35,0 0,.25 .35,.5 .7,.25 | .7,.2 .7,.7 .4,1 0,.85"),
    (9, ".7,.25 .35,0 0,.25 .35,.5 .7,.25 | .7,.2 .65,1"),
)
_INK = 0.5  # of full ink: where a digit begins and ends


def styled(images: Tensor, labels: Tensor, share: float, random: torch.Generator) -> tuple[Tensor, Tensor]:
    """Draw styles onto a random share of the digits that have one.

    Args:
        images: (N, 28, 28) uint8 on the CPU.
        labels: (N,) int64 on the CPU.
        share: of the digits 1, 7 and 9.
        random: a CPU generator.

    Returns:
        Which images were drawn on, (M,) int64, and what they look like now, (M, 28, 28) uint8.
    """
    chosen = torch.rand(len(labels), generator=random) < share
    which, drawn = [], []
    for digit, style in _STYLES.items():
        some = (chosen & (labels == digit)).nonzero().flatten()
        if not len(some):
            continue
        plain = images[some].float() / 255
        strokes = style(plain, random)
        pen = pen_width(plain) * between(0.85, 1.1, len(some), random)
        which.append(some)
        drawn.append(centred(torch.maximum(plain, rendered(strokes, pen))))
    if not which:
        return torch.empty(0, dtype=torch.int64), torch.empty(0, SIDE, SIDE, dtype=torch.uint8)
    return torch.cat(which), (torch.cat(drawn) * 255).round().to(torch.uint8)


def drawn_digits(count: int, random: torch.Generator) -> tuple[Tensor, Tensor]:
    """Draw whole digits, as many of each figure as of another.

    Returns:
        Images (count, 28, 28) uint8 and their labels (count,) int64.
    """
    images, labels = [], []
    for number, (digit, figure) in enumerate(_FIGURES):
        some = len(range(number, count, len(_FIGURES)))
        images.append(centred(written(figure, some, random)))
        labels.append(torch.full((some,), digit))
    return (torch.cat(images) * 255).round().to(torch.uint8), torch.cat(labels)


def _flag_and_foot(images: Tensor, random: torch.Generator) -> Tensor:
    count = len(images)
    x, y = _end(images, top=True)
    long, steep = between(3, 8, count, random), between(0.35, 1.2, count, random)
    flag = _stroke((x - long, y + long * steep), (x - 0.4 * long, y + 0.45 * long * steep), (x, y))
    x, y = _end(images, top=False)
    tilt = between(-0.1, 0.1, count, random)
    left, right = between(2.5, 6.5, count, random), between(2.5, 6.5, count, random)
    foot = _stroke((x - left, y - left * tilt), (x + right, y + right * tilt))
    kind = torch.rand(count, generator=random)
    # A foot without a flag is a T upside down: rare, but written.
    return torch.cat([_only(flag, kind < 0.85), _only(foot, kind > 0.45)], 1)


def _bar(images: Tensor, random: torch.Generator) -> Tensor:
    count = len(images)
    top, bottom = _end(images, top=True)[1], _end(images, top=False)[1]
    y = top + between(0.4, 0.62, count, random) * (bottom - top)
    row = images[torch.arange(count), y.round().long()]
    # The stem is the rightmost ink of that row.
    x = ((row > _INK) * torch.arange(SIDE)).amax(1) - pen_width(images) / 2
    left, right = between(2.5, 6, count, random), between(2.5, 6, count, random)
    tilt = between(-0.3, 0.15, count, random)
    return _stroke((x - left, y - left * tilt), (x + right, y + right * tilt))


def _hook(images: Tensor, random: torch.Generator) -> Tensor:
    count = len(images)
    x, y = _end(images, top=False)
    long, up, sag = between(4, 9.5, count, random), between(0, 4, count, random), between(0.3, 1.5, count, random)
    return _stroke((x, y), (x - 0.25 * long, y + sag), (x - 0.65 * long, y + 0.7 * sag), (x - long, y - up))


_STYLES: dict[int, Callable[[Tensor, torch.Generator], Tensor]] = {1: _flag_and_foot, 7: _bar, 9: _hook}


def _end(images: Tensor, *, top: bool) -> tuple[Tensor, Tensor]:
    """Return x and y, (N,) each, of the middle of the topmost or lowest row of ink, a little inside of the stroke."""
    ink = images > _INK
    rows = ink.any(2).float()
    y = rows.argmax(1) if top else SIDE - 1 - rows.flip(1).argmax(1)
    row = ink[torch.arange(len(images)), y].float()
    x = row @ torch.arange(SIDE, dtype=torch.float32) / row.sum(1).clamp(min=1)
    return x, y + (0.8 if top else -0.8)


def _stroke(*knots: tuple[Tensor, Tensor]) -> Tensor:
    return curve(torch.stack([torch.stack(knot, 1) for knot in knots], 1))


def _only(points: Tensor, where: Tensor) -> Tensor:
    return torch.where(where[:, None, None], points, torch.inf)
