"""Training a 784-H-10 network on images that live in memory."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import torch
from torch import Tensor

from gradbook.core.display import Shown
from gradbook.core.errors import RunError, UsageError
from gradbook.digits.datasets.digits import Digits
from gradbook.digits.datasets.fingerprints import fingerprints
from gradbook.digits.device import pick_device, pick_precision, pick_threads, synchronize
from gradbook.digits.network import NeuralNet, initial_network
from gradbook.digits.training.calibration import Calibration, calibrate
from gradbook.digits.training.examples import Examples
from gradbook.digits.training.fused_mlp import FusedMLP
from gradbook.digits.training.history import History
from gradbook.digits.training.recipe import Recipe, preset
from gradbook.digits.training.resolution import Resolution

MOST_SEED = 2**63 - 1
_START = 0.04  # one-cycle begins at this share of the peak


@dataclass(frozen=True)
class Progress:
    """Where training stands, after a batch.

    Attributes:
        epoch, epochs: this epoch, from 1, and how many there are.
        batch, batches: this batch, from 1, and how many an epoch has.
        loss: on this batch, before its step.
        accuracy: share of this batch that was classified right, before its step.
        seconds_left: until the last batch, at the pace so far.
        network: makes a copy of the network as it stands after the batch's step, for who watches it learn.
    """

    epoch: int
    epochs: int
    batch: int
    batches: int
    loss: float
    accuracy: float
    seconds_left: float = field(compare=False)
    network: Callable[[], NeuralNet] = field(compare=False, repr=False)

    def line(self) -> str:
        """Say it as the assignment's notebook does."""
        return f"Epoch [{self.epoch}/{self.epochs}], Batch [{self.batch}/{self.batches}], Loss: {self.loss:.4f}"


@dataclass(frozen=True)
class Checkpoint:
    """Everything that the epochs after it depend on; handed out after each epoch.

    Attributes:
        epochs_done: epochs finished.
        state: the learner's tensors.
        losses: (batches so far,) float32.
        seconds: seconds of training so far.
    """

    epochs_done: int
    state: dict[str, Tensor]
    losses: Tensor
    seconds: float


class CheckpointError(RunError):
    """A checkpoint does not belong to the training that is to go on from it."""


@dataclass(frozen=True, eq=False)
class Trained(Shown):
    """A trained network and how it came about.

    Attributes:
        model: the network, in float32.
        recipe: the hyperparameters.
        seed: the seed of initial weights, order of images and distortions.
        device: where it was trained.
        precision: type of the matrix products, "bfloat16" or "float32".
        threads: processor threads that were used; the same count gives the same bits.
        history: one row a batch.
        seconds: seconds of training, from uint8 images to final weights; checkpoints not counted.
        data: the data set it was trained on.
        trained_on: (N,) int64 fingerprints of the training images used, see `overlap`.
        calibration: how the certainty was set; None where the recipe keeps no images for it.
    """

    model: NeuralNet
    recipe: Recipe
    seed: int
    device: str
    precision: str
    threads: int
    history: History
    seconds: float
    data: Digits
    trained_on: Tensor
    calibration: Calibration | None = None

    @property
    def losses(self) -> list[float]:
        """One loss a batch, as the assignment collects them."""
        return self.history.losses

    def initial_model(self) -> NeuralNet:
        """Return the network as it was before training."""
        return initial_network(self.recipe.hidden_size, self.seed)

    def __repr__(self) -> str:
        return (
            f"<Trained {self.recipe.name}: 784-{self.recipe.hidden_size}-10, {self.recipe.total_epochs} epochs of "
            f"{len(self.trained_on):,} images in {self.seconds:.2f} s on {self.device} in {self.precision}>"
        )


def train(
    data: Digits,
    recipe: Recipe | str = "fast",
    *,
    seed: int = 0,
    device: str = "auto",
    threads: int | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    on_checkpoint: Callable[[Checkpoint], None] | None = None,
    resume: Checkpoint | None = None,
    **changes: object,
) -> Trained:
    """Train a network.

    The result is bit-identical for one seed, device and thread count, also across an interruption.

    Args:
        data: the data set.
        recipe: a preset's name ("notebook", "fast", "best") or a recipe of your own.
        seed: seed of everything random.
        device: "auto", "cpu", "cuda" or "mps".
        threads: processor threads; by default as many as PyTorch is set to, or one where more are measured not to be
            faster now, because the machine is busy. With another count the bits may be others.
        on_progress: called after every tenth batch and after the last of an epoch.
        on_checkpoint: called after each epoch.
        resume: a checkpoint of an earlier call with the same arguments, to go on from.
        **changes: hyperparameters to change in the recipe, as in `train(data, "fast", batch_size=500)`.

    Raises:
        UsageError: a hyperparameter or device cannot work.
        CheckpointError: `resume` is not a checkpoint of this training.
    """
    recipe = preset(recipe, data, **changes) if isinstance(recipe, str) else recipe.replace(**changes)
    if not 0 <= seed <= MOST_SEED:
        raise UsageError(f"seed must be from 0 to 2**63 - 1, not {seed}.")
    where = pick_device(device)
    dtype = pick_precision(recipe.precision, where)
    count = recipe.train_count(data)
    images, labels = data.train_images[:count], data.train_labels[:count]
    before = torch.get_num_threads()
    used = threads or pick_threads(where, dtype)
    torch.set_num_threads(used)
    try:
        synchronize(where)
        start = time.perf_counter()
        loop = _Loop(recipe, images.to(where), labels.to(where), seed, dtype)
        seconds = 0.0
        if resume is not None:
            loop.restore(resume)
            seconds = resume.seconds
        for epoch in range(resume.epochs_done if resume else 0, recipe.total_epochs):
            loop.run_epoch(epoch, on_progress)
            if on_checkpoint is not None:
                synchronize(where)
                seconds += time.perf_counter() - start
                on_checkpoint(Checkpoint(epoch + 1, loop.mlp.state(), loop.losses[: loop.done].cpu(), seconds))
                start = time.perf_counter()
        model = loop.network()
        synchronize(where)
        calibration = None
        kept = slice(count, round(recipe.share * len(data.train_images)))
        if recipe.calibration and len(data.train_images[kept]):
            model = model.cpu()
            calibration = calibrate(model, data.train_images[kept], data.train_labels[kept], recipe.styles, seed)
        seconds += time.perf_counter() - start
    finally:
        torch.set_num_threads(before)

    return Trained(
        model=model.cpu(),
        recipe=recipe,
        seed=seed,
        device=str(where),
        precision=str(dtype).removeprefix("torch."),
        threads=used,
        history=loop.history(),
        seconds=seconds,
        data=data,
        trained_on=fingerprints(images),
        calibration=calibration,
    )


class _Loop:
    """The state of one training run between epochs."""

    def __init__(self, recipe: Recipe, images: Tensor, labels: Tensor, seed: int, dtype: torch.dtype) -> None:
        self._recipe = recipe
        self._seed = seed
        self._examples = Examples(recipe, images, labels, seed, dtype)
        self._batches = math.ceil(len(self._examples) / recipe.batch_size)
        model = initial_network(recipe.hidden_size, seed).to(images.device)
        self.mlp = FusedMLP.from_network(model, self._resolution(0), recipe, dtype)
        self.losses = torch.zeros(recipe.total_epochs * self._batches, device=images.device)
        self.done = 0  # batches
        self._begun = (time.perf_counter(), 0)  # when, and after how many batches

    def restore(self, checkpoint: Checkpoint) -> None:
        # The state after epoch k is at the resolution of epoch k - 1; `run_epoch` changes it where the next needs it.
        try:
            if not 1 <= checkpoint.epochs_done <= self._recipe.total_epochs:
                raise ValueError(f"epoch {checkpoint.epochs_done} of {self._recipe.total_epochs}")
            self.mlp = self.mlp.at_resolution(self._resolution(checkpoint.epochs_done - 1))
            self.mlp.restore(checkpoint.state)
            self.done = checkpoint.epochs_done * self._batches
            self.losses[: self.done] = checkpoint.losses.to(self.losses.device)
            self._begun = (time.perf_counter(), self.done)
        except (KeyError, ValueError, RuntimeError) as error:  # PyTorch's word for shapes that do not fit
            raise CheckpointError(f"not a checkpoint of this training ({error}).") from error

    def run_epoch(self, epoch: int, on_progress: Callable[[Progress], None] | None) -> None:
        recipe, batches = self._recipe, self._batches
        resolution = self._resolution(epoch)
        if resolution != self.mlp.resolution:
            self.mlp = self.mlp.at_resolution(resolution)
        inputs, order, targets = self._examples.epoch(epoch, resolution)
        for batch, chosen in enumerate(order.split(recipe.batch_size)):
            begin = batch * recipe.batch_size
            wanted = targets[begin : begin + recipe.batch_size]
            loss, scores = self.mlp.step(inputs.index_select(0, chosen), wanted, self._rate(self.done))
            self.losses[self.done] = loss
            self.done += 1
            if on_progress is not None and ((batch + 1) % 10 == 0 or batch + 1 == batches):
                accuracy = (scores.argmax(1) == wanted.argmax(1)).float().mean().item()
                now = (epoch + 1, recipe.total_epochs, batch + 1, batches)
                on_progress(Progress(*now, loss.item(), accuracy, self._seconds_left(), self.network))

    def network(self) -> NeuralNet:
        """Return the network as it stands, on the device on which it learns."""
        model = initial_network(self._recipe.hidden_size, self._seed).to(self.losses.device)
        self.mlp.write_to(model)
        return model

    def history(self) -> History:
        steps = range(self.done)
        return History(
            epochs=[step // self._batches + 1 for step in steps],
            batches=[step % self._batches + 1 for step in steps],
            learning_rates=[self._rate(step) for step in steps],
            losses=self.losses.tolist(),
        )

    def _seconds_left(self) -> float:
        start, before = self._begun
        return (time.perf_counter() - start) / (self.done - before) * (len(self.losses) - self.done)

    def _resolution(self, epoch: int) -> Resolution:
        return Resolution(self._examples.margin, 2 if epoch < self._recipe.coarse_epochs else 1)

    def _rate(self, step: int) -> float:
        """Return the learning rate of a step, counted from 0."""
        recipe = self._recipe
        rate = recipe.learning_rate * (recipe.coarse_rate if step < recipe.coarse_epochs * self._batches else 1.0)
        if recipe.schedule == "constant":
            return rate
        now = step / (recipe.total_epochs * self._batches)
        if now < recipe.warmup:
            return rate * (_START + (1 - _START) * _cosine_up(now / recipe.warmup))
        return rate * (1 - _cosine_up((now - recipe.warmup) / (1 - recipe.warmup)))


def _cosine_up(share: float) -> float:
    """Rise from 0 to 1 as `share` does, flat at both ends."""
    return (1 - math.cos(math.pi * share)) / 2
