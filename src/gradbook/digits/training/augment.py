"""Random shifts, tilts, stretches and bends of images, as matrix products.

Each moved image is a linear function of the image: every new pixel is a bilinear mix of four old ones. So one matrix
moves a whole group of images at the speed of a matrix product. An epoch uses some hundred such matrices, each on a
random group of images. The bends are smooth random fields (P. Simard et al., "Best Practices for Convolutional Neural
Networks Applied to Visual Document Analysis", ICDAR 2003), one a matrix.
"""

import math

import torch
from torch import Tensor

from gradbook.digits.training.resolution import Resolution

GROUP_SIZE = 500  # images that are moved alike
# At strength 1, each drawn evenly between minus and plus:
_ROTATION = math.radians(12)
_STRETCH = 0.1
_SHEAR = 0.15
_SHIFT = 1.5  # pixels
_BEND = 0.7  # pixels, standard deviation at the nodes of a 5 x 5 net over the image
_NODES = 5


def augmented(
    inputs: Tensor, order: Tensor, resolution: Resolution, strength: float, random: torch.Generator
) -> Tensor:
    """Return inputs moved at random.

    Args:
        inputs: (N, side * side), images at the margin of `resolution`, block 1.
        order: (N,) a permutation: the result's row i shows image `order[i]`.
        resolution: the resolution of the result; its block may be 2.
        strength: 1 for the usual amount.
        random: a CPU generator.

    Returns:
        (N, resolution.pixels), of the same type as `inputs`.
    """
    groups = order.split(GROUP_SIZE)
    index, weight = _mixes(len(groups), resolution.side, strength, random)
    index, weight = index.to(inputs.device), weight.to(inputs.device, inputs.dtype)
    pixels = resolution.side**2
    # One cell more than the matrix has: what would come from outside the image goes there.
    cells = torch.zeros(pixels * pixels + 1, dtype=inputs.dtype, device=inputs.device)
    result = torch.empty(len(order), resolution.pixels, dtype=inputs.dtype, device=inputs.device)
    begin = 0
    for group, i, w in zip(groups, index, weight, strict=True):
        cells.zero_().scatter_(0, i, w)
        matrix = cells[:-1].view(pixels, pixels)
        if resolution.block == 2:
            net = matrix.view(pixels, resolution.side // 2, 2, resolution.side // 2, 2)
            matrix = net.sum((2, 4)).div_(2).view(pixels, -1)
        torch.mm(inputs.index_select(0, group), matrix, out=result[begin : begin + len(group)])
        begin += len(group)
    return result


def _mixes(count: int, side: int, strength: float, random: torch.Generator) -> tuple[Tensor, Tensor]:
    """Draw `count` movements; for each, the cells (4 * side**2) of its matrix that are not 0, and their values."""

    def even(limit: float) -> Tensor:
        return (torch.rand(count, 1, 1, generator=random) * 2 - 1) * limit * strength

    angle, shear = even(_ROTATION), even(_SHEAR)
    stretch_x, stretch_y = 1 + even(_STRETCH), 1 + even(_STRETCH)
    shift_x, shift_y = even(_SHIFT), even(_SHIFT)
    bend = torch.randn(count, 2, _NODES, _NODES, generator=random) * (_BEND * strength)
    bend = torch.nn.functional.interpolate(bend, size=(side, side), mode="bicubic", align_corners=True)

    centre = (side - 1) / 2
    y, x = torch.meshgrid(torch.arange(side) - centre, torch.arange(side) - centre, indexing="ij")
    cos, sin = torch.cos(angle), torch.sin(angle)
    from_x = cos * stretch_x * x + (shear - sin * stretch_y) * y + shift_x + centre + bend[:, 0]
    from_y = sin * stretch_x * x + cos * stretch_y * y + shift_y + centre + bend[:, 1]

    left, top = from_x.floor(), from_y.floor()
    part_x, part_y = from_x - left, from_y - top
    target = torch.arange(side * side).view(side, side)
    cells, values = [], []
    for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1)):
        column, row = (left + dx).long(), (top + dy).long()
        inside = (column >= 0) & (column < side) & (row >= 0) & (row < side)
        cell = (row * side + column) * side**2 + target
        cells.append(torch.where(inside, cell, side**4).flatten(1))
        values.append(((part_x if dx else 1 - part_x) * (part_y if dy else 1 - part_y)).flatten(1))
    return torch.cat(cells, 1), torch.cat(values, 1)
