"""What the first layer looks at while it learns: the images without their empty frame, at full or half size."""

from dataclasses import dataclass

import torch
from torch import Tensor

SIDE = 28


@dataclass(frozen=True)
class Resolution:
    """A linear map of images (N, 28, 28) to inputs (N, pixels), and the matching maps of first-layer weights.

    An input of block b is the sum of b x b pixels divided by b, which keeps lengths: a patch of equal pixels has the
    same norm before and after. A weight w on it acts like b x b weights w / b on the pixels.

    Attributes:
        margin: pixels left out on each side; their weights are 0.
        block: pixels joined in each direction, 1 or 2.
    """

    margin: int = 0
    block: int = 1

    @property
    def side(self) -> int:
        """Width of the trimmed image in pixels."""
        return SIDE - 2 * self.margin

    @property
    def pixels(self) -> int:
        """Inputs that the first layer sees."""
        return (self.side // self.block) ** 2

    def inputs(self, images: Tensor, dtype: torch.dtype) -> Tensor:
        """Map images (N, 28, 28) uint8 to inputs (N, pixels), pixels scaled to 0..1.

        Args:
            images: (N, 28, 28) uint8.
            dtype: of the result.
        """
        trimmed = self._trim(images).to(dtype, memory_format=torch.contiguous_format).mul_(1 / 255)
        return self._join(trimmed).flatten(1)

    def joined(self, inputs: Tensor) -> Tensor:
        """Map inputs (N, side * side) of the same resolution at block 1 to this resolution's inputs (N, pixels).

        Args:
            inputs: (N, side * side).
        """
        return self._join(inputs.unflatten(1, (self.side, self.side))).flatten(1)

    def narrow(self, weights: Tensor) -> Tensor:
        """Map weights (H, 784) on pixels to weights (H, pixels) on inputs; the inverse of `widen` on its range.

        Args:
            weights: (H, 784).
        """
        return self._join(self._trim(weights.unflatten(1, (SIDE, SIDE)))).flatten(1)

    def widen(self, weights: Tensor, power: int = 1) -> Tensor:
        """Map weights (H, pixels) on inputs to the weights (H, 784) on pixels that act the same.

        With `power` 2 it maps a mean of squared gradients instead.

        Args:
            weights: (H, pixels).
            power: 1 for weights and means of gradients, 2 for means of squared gradients.
        """
        side = self.side // self.block
        square = weights.unflatten(1, (side, side)) / self.block**power
        square = square.repeat_interleave(self.block, 1).repeat_interleave(self.block, 2)
        return torch.nn.functional.pad(square, (self.margin,) * 4).flatten(1)

    def _trim(self, square: Tensor) -> Tensor:
        kept = slice(self.margin, SIDE - self.margin)
        return square[:, kept, kept]

    def _join(self, square: Tensor) -> Tensor:
        if self.block == 1:
            return square
        rows = square[:, ::2] + square[:, 1::2]
        return (rows[:, :, ::2] + rows[:, :, 1::2]).div_(self.block)


def empty_margin(images: Tensor, ink: float = 0.001) -> int:
    """Return the width of the frame that holds at most the share `ink` of the ink of images (N, 28, 28).

    The width is even, so that what is left divides into blocks, and at most 4. At most 5,000 images are looked at.

    Args:
        images: (N, 28, 28) uint8, of which the first 5,000 are looked at.
        ink: the share of all ink that may be lost.
    """
    total = images[:5_000].sum(0, dtype=torch.int64).double()
    for margin in (4, 2):
        inside = total[margin : SIDE - margin, margin : SIDE - margin].sum()
        if inside >= (1 - ink) * total.sum():
            return margin
    return 0
