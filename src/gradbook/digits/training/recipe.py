"""How a network is trained, as data: every hyperparameter has a name, and a preset is a set of them."""

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradbook.core.errors import UsageError
from gradbook.digits.training.hyperparameter import Bounds, Choices, hyperparameter, hyperparameters

if TYPE_CHECKING:
    # The command line makes its options from this module, and must not wait for PyTorch.
    from gradbook.digits.datasets.digits import Digits

FULL_SIZE = 60_000
SCHEDULES = ("constant", "one-cycle")
OPTIMIZERS = ("adam", "sgd")
PRECISIONS = ("auto", "bfloat16", "float32")
# Nobody wants more, and what is beyond would end in a lack of memory: the loss of every step is kept.
_MOST_EPOCHS, _MOST_HIDDEN = 10_000, 20_000
_SHARE = Bounds(0, 1, open_above=True)


@dataclass(frozen=True)
class Recipe:
    """Hyperparameters of one training run; `name` is the preset that they came from.

    Each is declared once, with what it is and which values work: checks, options and help are made from that.
    """

    name: str
    epochs: int = hyperparameter(3, "Passes over the images at full size.", Bounds(1, _MOST_EPOCHS))
    # Images of 14 x 14, on which a step costs a quarter; the weights are then spread over the full-size pixels, so that
    # the network stays 784-hidden-10.
    coarse_epochs: int = hyperparameter(0, "Passes before them at half size.", Bounds(0, _MOST_EPOCHS))
    batch_size: int = hyperparameter(100, "Images in a step.", Bounds(1))  # the last batch takes what is left
    # SGD's memory of the gradient is `beta1` too: heavy-ball momentum, which adds gradients up. It needs a larger rate.
    optimizer: str = hyperparameter("adam", "How a step is made from the gradient.", Choices(OPTIMIZERS))
    learning_rate: float = hyperparameter(
        0.001, "Learning rate, at its peak.", Bounds(0, 10, open_below=True, open_above=True), short="--lr"
    )
    coarse_rate: float = hyperparameter(1.0, "Factor on the rate in coarse epochs.", Bounds(0, 100, open_below=True))
    # One-cycle goes up over `warmup`, then down to 0, both as cosines.
    schedule: str = hyperparameter("constant", "Course of the rate.", Choices(SCHEDULES))
    warmup: float = hyperparameter(0.25, "Share of steps in which one-cycle rises.", _SHARE)
    # Adam: https://arxiv.org/abs/1412.6980
    beta1: float = hyperparameter(0.9, "Memory of the gradient; of SGD, its momentum.", _SHARE)
    beta2: float = hyperparameter(0.999, "Adam's memory of its square.", _SHARE)
    eps: float = hyperparameter(1e-8, "Adam's guard against division by 0.", Bounds(0, open_below=True))
    # As in AdamW: https://arxiv.org/abs/1711.05101
    weight_decay: float = hyperparameter(0.0, "Decoupled weight decay.", Bounds(0))
    # https://arxiv.org/abs/1512.00567
    label_smoothing: float = hyperparameter(0.0, "Share of a target spread over all classes.", _SHARE)
    hidden_size: int = hyperparameter(500, "Hidden neurons.", Bounds(1, _MOST_HIDDEN))
    share: float = hyperparameter(
        1.0, "Part of the training images used, from the first on.", Bounds(0, 1, open_below=True)
    )
    # The frame of pixels that is empty in the training images; its weights become 0.
    trim: bool = hyperparameter(False, "Leave out the empty frame of images.")
    # Anew in each epoch; 0 is none, 1 is usual.
    distort: float = hyperparameter(0.0, "Strength of random shifts, tilts and bends.", Bounds(0, 3))
    # Flags, feet, bars and hooks, anew in each epoch; a fifth as many digits in such styles are added whole.
    styles: float = hyperparameter(0.0, "Share of the digits 1, 7 and 9 drawn in rare styles.", Bounds(0, 1))
    # The network is to give each class the same probability for them.
    no_digits: float = hyperparameter(0.0, "Letters and scribbles added, as a share of the images.", Bounds(0, 1))
    # The last of the images in use; with none, certainty stays as training makes it.
    calibration: float = hyperparameter(0.0, "Part of the images kept out to set the certainty by.", _SHARE)
    precision: str = hyperparameter("auto", "Type of matrix products; auto measures.", Choices(PRECISIONS))

    def __post_init__(self) -> None:
        """Refuse values that cannot work.

        Raises:
            UsageError: the message names the hyperparameter, its value and the values that work.
        """
        for each in hyperparameters(Recipe):
            fault = each.fault(getattr(self, each.name))
            if fault:
                raise UsageError(fault)

    @property
    def total_epochs(self) -> int:
        """Passes over the images, coarse ones included."""
        return self.coarse_epochs + self.epochs

    @property
    def epochs_text(self) -> str:
        """How often it goes over the images: "2 epochs at half size and 1 epoch at full size"."""
        full = _epochs(self.epochs)
        return f"{_epochs(self.coarse_epochs)} at half size and {full} at full size" if self.coarse_epochs else full

    def replace(self, **changes: object) -> "Recipe":
        """Return the recipe with some hyperparameters changed.

        Args:
            **changes: new values by name.

        Raises:
            UsageError: a name is unknown or a value cannot work.
        """
        unknown = changes.keys() - {field.name for field in dataclasses.fields(self)}
        if unknown:
            raise UsageError(f"a recipe has no {', '.join(sorted(unknown))}.")
        return dataclasses.replace(self, **changes)  # type: ignore[arg-type]

    def train_count(self, data: "Digits") -> int:
        """Return how many of the data's training images the recipe trains on, from the first on.

        Args:
            data: what is learned from.
        """
        return max(1, round(self.share * (1 - self.calibration) * len(data.train_images)))


def _epochs(count: int) -> str:
    return f"{count:,} epoch{'s' if count != 1 else ''}"


# Chosen on 10,000 validation images taken from the training images; see docs/training.md.
_QUICK = Recipe("", batch_size=250, schedule="one-cycle", beta2=0.95, trim=True)
_BEST = _QUICK.replace(name="best", epochs=36, learning_rate=0.004, warmup=0.2, distort=1.0)
PRESETS = {
    recipe.name: recipe
    for recipe in (
        # The assignment's protocol to the letter.
        Recipe("notebook", share=0.1),
        _QUICK.replace(
            name="fast",
            coarse_epochs=2,
            epochs=1,
            learning_rate=0.008,
            coarse_rate=2.0,
            beta1=0.85,
            label_smoothing=0.05,
        ),
        _BEST,
        # For anybody's handwriting rather than MNIST's own; see docs/handwriting.md.
        _BEST.replace(name="hand", epochs=32, styles=0.3, no_digits=0.1, calibration=0.02),
    )
}


def preset(name: str, data: "Digits", **changes: object) -> Recipe:
    """Return the preset `name`, fitted to the size of `data`, with `changes` made to it.

    On a data set smaller than MNIST, `notebook` uses all the training images where its first 10 % would be less than
    1,000, and the other presets go over the images as many times more as there are fewer of them (at most 15 times),
    distorted anew each time, so that the network learns from about as many examples. On the 5,000-image sample that
    lifts `fast` from 96.9 to 98.4 %. A number in `changes` is taken as it is, and changes no other.

    Args:
        name: one of `PRESETS`.
        data: what is to be learned from.
        **changes: hyperparameters by name.

    Raises:
        UsageError: there is no such preset or hyperparameter, or a value cannot work.
    """
    if name not in PRESETS:
        raise UsageError(f"there is no preset {name!r}; there are {', '.join(PRESETS)}.")
    recipe = PRESETS[name]
    if name == "notebook" and len(data.train_images) * recipe.share < 1_000:
        recipe = recipe.replace(share=1.0)
    elif (times := repeats(name, data)) > 1:
        recipe = recipe.replace(epochs=recipe.epochs * times, coarse_epochs=recipe.coarse_epochs * times, distort=1.0)
    return recipe.replace(**changes)


def repeats(name: str, data: "Digits") -> int:
    """Return how many times as often as over MNIST a preset goes over these images; see `preset`.

    Args:
        name: the preset's.
        data: what is to be learned from.
    """
    return 1 if name == "notebook" else max(1, min(15, round(FULL_SIZE / len(data.train_images))))
