"""What every other part of the room works on: images as one tensor, labels, and where they came from."""

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from gradbook.core.display import Shown

DIGIT_NAMES = tuple("0123456789")
FASHION_NAMES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)


@dataclass(frozen=True, eq=False)
class Digits(Shown):
    """A data set of gray images, 28 x 28, in ten classes.

    Attributes:
        train_images: (N, 28, 28) uint8, 0 is the background.
        train_labels: (N,) int64, 0 to 9.
        test_images: (M, 28, 28) uint8.
        test_labels: (M,) int64.
        name: "mnist", "fashion-mnist", "sample", or a folder's name.
        origin: where the data came from, for people.
        class_names: ten names, for tables and pictures.
    """

    train_images: Tensor
    train_labels: Tensor
    test_images: Tensor
    test_labels: Tensor
    name: str
    origin: str
    class_names: tuple[str, ...] = DIGIT_NAMES

    @property
    def is_sample(self) -> bool:
        """Whether this is the 5,000-image sample, too small for the assignment's "first 10 %"."""
        return self.name == "sample"

    def describe(self) -> str:
        """Say in one line which data this is."""
        return (
            f"{self.name} ({len(self.train_images):,} training and {len(self.test_images):,} test images, "
            f"from {self.origin})"
        )

    def to(self, device: torch.device) -> "Digits":
        """Return the same data with its tensors on `device`.

        Args:
            device: of PyTorch.
        """
        moved = {
            field: getattr(self, field).to(device)
            for field in ("train_images", "train_labels", "test_images", "test_labels")
        }
        return replace(self, **moved)

    def __repr__(self) -> str:
        return f"<Digits {self.describe()}>"
