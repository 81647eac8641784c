"""What a network learns from in an epoch: the images, moved and drawn on anew, and what is added to them."""

import torch
from torch import Tensor

from gradbook.core.seeds import derive_seed
from gradbook.digits.training.augment import augmented
from gradbook.digits.training.no_digits import no_digits
from gradbook.digits.training.recipe import Recipe
from gradbook.digits.training.resolution import Resolution, empty_margin
from gradbook.digits.training.styles import drawn_digits, styled

NO_DIGIT = 10  # the label of what is no digit; its target is even
_DRAWN = 0.2  # whole digits drawn, beside each digit that is drawn on


class Examples:
    """The examples of a training run, a function of recipe, images and seed.

    Args:
        recipe: says which styles, distortions and images of no digit there are.
        images: (N, 28, 28) uint8 on the device to train on.
        labels: (N,) int64 on the same.
        seed: the run's.
        dtype: of the inputs.
    """

    def __init__(self, recipe: Recipe, images: Tensor, labels: Tensor, seed: int, dtype: torch.dtype) -> None:
        self._recipe = recipe
        self._seed = seed
        self._dtype = dtype
        self.margin = empty_margin(images) if recipe.trim else 0
        self._images, self._labels = _with_more(recipe, images, labels, seed)
        self._inputs: dict[Resolution, Tensor] = {}
        smooth = recipe.label_smoothing
        known = torch.eye(10, device=images.device) * (1 - smooth) + smooth / 10
        self._targets = torch.cat([known, torch.full((1, 10), 0.1, device=images.device)])

    def __len__(self) -> int:
        return len(self._images)

    def epoch(self, epoch: int, resolution: Resolution) -> tuple[Tensor, Tensor, Tensor]:
        """Return what to learn from in an epoch, which depends on the seed and the epoch alone.

        Returns:
            Inputs (N, resolution.pixels); the order (N,) in which to take them; the target (N, 10) of each place in
            that order.
        """
        random = torch.Generator().manual_seed(derive_seed(self._seed, "epoch", epoch))
        count, device = len(self._images), self._images.device
        order = torch.randperm(count, generator=random).to(device)
        labels = self._labels
        if not self._recipe.distort:
            inputs = self._drawn_on(resolution, epoch)
        else:
            plain = self._drawn_on(Resolution(resolution.margin), epoch)
            inputs = augmented(plain, order, resolution, self._recipe.distort, random)
            labels = labels[order]
            order = torch.randperm(count, generator=random).to(device)
        return inputs, order, self._targets.index_select(0, labels.index_select(0, order))

    def _drawn_on(self, resolution: Resolution, epoch: int) -> Tensor:
        """Return all images as inputs, some of them in other styles in each epoch."""
        plain = self._inputs_at(resolution)
        if not self._recipe.styles:
            return plain
        random = torch.Generator().manual_seed(derive_seed(self._seed, "styles", epoch))
        which, images = styled(self._images.cpu(), self._labels.cpu(), self._recipe.styles, random)
        device = self._images.device
        return plain.index_copy(0, which.to(device), resolution.inputs(images.to(device), self._dtype))

    def _inputs_at(self, resolution: Resolution) -> Tensor:
        if resolution not in self._inputs:
            if resolution.block == 1:
                self._inputs[resolution] = resolution.inputs(self._images, self._dtype)
            else:
                self._inputs[resolution] = resolution.joined(self._inputs_at(Resolution(resolution.margin)))
        return self._inputs[resolution]


def _with_more(recipe: Recipe, images: Tensor, labels: Tensor, seed: int) -> tuple[Tensor, Tensor]:
    """Add digits that are drawn whole, and images of no digit."""
    random = torch.Generator().manual_seed(derive_seed(seed, "drawn"))
    drawn, digits = drawn_digits(round(_DRAWN * recipe.styles * len(images)), random)
    others = no_digits(images.cpu(), labels.cpu(), round(recipe.no_digits * len(images)), random)
    more = torch.cat([digits, torch.full((len(others),), NO_DIGIT)])
    if not len(more):
        return images, labels
    return torch.cat([images, drawn.to(images.device), others.to(images.device)]), torch.cat([labels, more.to(labels)])
