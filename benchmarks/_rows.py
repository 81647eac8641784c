"""The rows of `train.py`: how each contestant is set up and trained. Run as a program, it measures one of them once.

Each measurement has a process of its own, so that no row inherits memory, threads or caches from another. Every row
first trains a tiny warm-up network, so that neither imports nor compilation count. All rows but Gradbook's make their
network, optimizer and float32 arrays before the clock starts; Gradbook starts from bytes and makes all that itself
while the clock runs.
"""

import argparse
import contextlib
import gc
import importlib.util
import json
import logging
import os
import time
import warnings
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import nn

from gradbook.digits import Digits, NeuralNet, load, preset, train
from gradbook.digits.device import matmul_seconds, pick_precision
from gradbook.digits.network import scores
from gradbook.digits.training.resolution import Resolution, empty_margin

CPU = torch.device("cpu")
HIDDEN, EPOCHS, BATCH, RATE = 500, 3, 100, 0.001  # the assignment's
LIMITS = "limits"

# Training ends with a function that returns the (M,) labels predicted for the test images.
Predict = Callable[[], np.ndarray]


@dataclass(frozen=True)
class Job:
    """A contestant that is ready to start.

    Attributes:
        fit: trains; what is timed.
        images: how many it trains on.
        flops: useful floating-point operations of `fit`, see `useful_flops`.
        precision: type of its matrix products.
    """

    fit: Callable[[], Predict]
    images: int
    flops: float
    precision: str = "float32"


@dataclass(frozen=True)
class Row:
    """A row of the table.

    Attributes:
        name: for the command line and the raw results.
        title: for the table.
        prepare: (data, folder of `data`, seed) -> job.
        whole: whether it is trained on all images, or else on the notebook's first 10 %.
        needs: modules of a peer, which may not be installed.
    """

    name: str
    title: str
    prepare: Callable[[Digits, Path, int], Job]
    whole: bool = True
    needs: tuple[str, ...] = ()

    def missing(self) -> list[str]:
        """Return the modules that it needs and that are not installed."""
        return [module for module in self.needs if importlib.util.find_spec(module) is None]


@dataclass(frozen=True)
class Measurement:
    """One training run: its `Job`, seconds on the clock, and accuracy (0 to 1) on all test images."""

    row: str
    seed: int
    images: int
    seconds: float
    accuracy: float
    precision: str
    flops: float


def useful_flops(images: int, pixels: int = 28 * 28) -> float:
    """Return the operations of learning from so many images: forward, dW1, dW2 and dh; nobody needs dx.

    Softmax, Adam, reading and distorting images are work too, but not what the network asks for.
    """
    first, second = 2.0 * pixels * HIDDEN, 2.0 * HIDDEN * 10
    return images * (2 * first + 3 * second)


def notebook_loop(whole: bool) -> Callable[[Digits, Path, int], Job]:
    """The assignment's own training cell, on the whole data or on its own share of it."""

    def prepare(data: Digits, folder: Path, seed: int) -> Job:
        from torch.utils.data import DataLoader, Subset
        from torchvision.datasets import MNIST
        from torchvision.transforms import ToTensor

        train_data = MNIST(root=folder, train=True, transform=ToTensor())
        count = len(train_data) if whole else preset("notebook", data).train_count(data)

        def loop(images_used: int, epochs: int) -> NeuralNet:
            train_loader = DataLoader(Subset(train_data, range(images_used)), batch_size=BATCH, shuffle=True)
            torch.manual_seed(seed)
            model = NeuralNet(28 * 28, HIDDEN, 10)
            loss_func = nn.CrossEntropyLoss()
            optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
            losses, batches = [], len(train_loader)
            print("Total Batches in train set:", batches)
            for epoch in range(epochs):
                for i, (pictures, labels) in enumerate(train_loader):
                    images = pictures.reshape(-1, 28 * 28)
                    outputs = model(images)
                    loss = loss_func(outputs, labels)
                    optimizer.zero_grad()
                    loss.backward()
                    optimizer.step()
                    losses.append(loss.item())
                    if (i + 1) % 10 == 0:
                        print(f"Epoch [{epoch + 1}/{epochs}], Batch [{i + 1}/{batches}], Loss: {losses[-1]:.4f}")
            return model

        def fit() -> Predict:
            model = loop(count, EPOCHS)
            return lambda: scores(model, data.test_images).argmax(1).numpy()

        loop(1_000, 1)
        return Job(fit, count, useful_flops(EPOCHS * count))

    return prepare


def gradbook(name: str, **changes: object) -> Callable[[Digits, Path, int], Job]:
    """One of Gradbook's presets."""

    def prepare(data: Digits, folder: Path, seed: int) -> Job:
        recipe = preset(name, data, **changes)
        few = replace(data, train_images=data.train_images[:1_000], train_labels=data.train_labels[:1_000])
        train(few, recipe, seed=seed, device="cpu", share=1.0, epochs=1, coarse_epochs=min(1, recipe.coarse_epochs))

        count = recipe.train_count(data)
        margin = empty_margin(data.train_images[:count]) if recipe.trim else 0
        full, coarse = Resolution(margin).pixels, Resolution(margin, 2).pixels
        flops = useful_flops(count * recipe.epochs, full) + useful_flops(count * recipe.coarse_epochs, coarse)

        def fit() -> Predict:
            trained = train(data, recipe, seed=seed, device="cpu")
            return lambda: scores(trained.model, data.test_images).argmax(1).numpy()

        return Job(fit, count, flops, str(pick_precision(recipe.precision, CPU)).removeprefix("torch."))

    return prepare


def scikit_learn(data: Digits, folder: Path, seed: int) -> Job:
    """MLPClassifier, whose `max_iter` are epochs."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    warnings.filterwarnings("ignore", category=ConvergenceWarning)  # three epochs are the protocol
    x, y, test = _arrays(data)

    def classifier(epochs: int) -> MLPClassifier:
        return MLPClassifier((HIDDEN,), batch_size=BATCH, learning_rate_init=RATE, max_iter=epochs, random_state=seed)

    def fit() -> Predict:
        model = classifier(EPOCHS).fit(x, y)
        return lambda: model.predict(test)

    classifier(1).fit(x[:1_000], y[:1_000])
    return Job(fit, len(x), useful_flops(EPOCHS * len(x)))


def keras(backend: str, **compiled: object) -> Callable[[Digits, Path, int], Job]:
    """Keras, `fit` on arrays. It compiles once a model, so the warm-up is the model's own and is then undone."""

    def prepare(data: Digits, folder: Path, seed: int) -> Job:
        # Keras reads these when it is imported, and would leave a file in the user's home.
        os.environ |= {"KERAS_BACKEND": backend, "KERAS_HOME": str(folder / "keras"), "KERAS_TORCH_DEVICE": "cpu"}
        from keras import Input, Sequential, layers, losses, ops, optimizers, utils

        x, y, test = _arrays(data)
        utils.set_random_seed(seed)
        model = Sequential([Input((28 * 28,)), layers.Dense(HIDDEN, activation="relu"), layers.Dense(10)])
        model.compile(
            optimizer=optimizers.Adam(RATE), loss=losses.SparseCategoricalCrossentropy(from_logits=True), **compiled
        )
        model.optimizer.build(model.trainable_variables)
        variables = [*model.variables, *model.optimizer.variables]
        before = [ops.convert_to_numpy(variable).copy() for variable in variables]
        model.fit(x[:2_000], y[:2_000], batch_size=BATCH, epochs=1, verbose=0)
        for variable, value in zip(variables, before, strict=True):
            variable.assign(value)

        def fit() -> Predict:
            model.fit(x, y, batch_size=BATCH, epochs=EPOCHS, verbose=0)
            return lambda: model.predict(test, batch_size=1_000, verbose=0).argmax(1)

        return Job(fit, len(x), useful_flops(EPOCHS * len(x)))

    return prepare


def skorch(data: Digits, folder: Path, seed: int) -> Job:
    """NeuralNetClassifier; whole batches from the data loader and a fused Adam make it a quarter faster."""
    from skorch import NeuralNetClassifier
    from torch.utils.data import BatchSampler, RandomSampler

    x, y, test = _arrays(data)

    def classifier(count: int, epochs: int) -> NeuralNetClassifier:
        torch.manual_seed(seed)
        net = NeuralNetClassifier(
            NeuralNet,
            module__input_size=28 * 28,
            module__hidden_size=HIDDEN,
            module__num_classes=10,
            criterion=nn.CrossEntropyLoss,
            optimizer=torch.optim.Adam,
            optimizer__fused=True,
            lr=RATE,
            max_epochs=epochs,
            iterator_train__sampler=BatchSampler(RandomSampler(range(count)), BATCH, drop_last=False),
            iterator_train__batch_size=None,
            train_split=None,
            verbose=0,
        )
        return net.initialize()

    classifier(1_000, 1).partial_fit(x[:1_000], y[:1_000])
    net = classifier(len(x), EPOCHS)

    def fit() -> Predict:
        net.partial_fit(x, y)  # `fit` would initialize once more
        return lambda: net.predict(test)

    return Job(fit, len(x), useful_flops(EPOCHS * len(x)))


def lightning(data: Digits, folder: Path, seed: int) -> Job:
    """Lightning's Trainer with nothing to log or keep; made faster in the same way as skorch."""
    import lightning
    from torch.utils.data import BatchSampler, DataLoader, RandomSampler, TensorDataset

    logging.getLogger("lightning.pytorch").setLevel(logging.WARNING)  # it says which devices it does not use
    # More workers would only copy batches that are in memory already.
    warnings.filterwarnings("ignore", message=".*does not have many workers")
    warnings.filterwarnings("ignore", message=r".*isinstance\(treespec, LeafSpec\)")  # its own use of PyTorch
    x, y, _ = map(torch.from_numpy, _arrays(data))

    class Classifier(lightning.LightningModule):
        def __init__(self) -> None:
            super().__init__()
            self.network = NeuralNet(28 * 28, HIDDEN, 10)

        def training_step(self, batch: list[torch.Tensor], batch_idx: int) -> torch.Tensor:
            images, labels = batch
            return nn.functional.cross_entropy(self.network(images), labels)

        def configure_optimizers(self) -> torch.optim.Optimizer:
            return torch.optim.Adam(self.parameters(), lr=RATE, fused=True)

    def start(count: int, epochs: int) -> Callable[[], NeuralNet]:
        dataset = TensorDataset(x[:count], y[:count])
        loader = DataLoader(
            dataset, sampler=BatchSampler(RandomSampler(dataset), BATCH, drop_last=False), batch_size=None
        )
        torch.manual_seed(seed)
        model = Classifier()
        trainer = lightning.Trainer(
            max_epochs=epochs,
            accelerator="cpu",
            devices=1,
            logger=False,
            enable_checkpointing=False,
            enable_progress_bar=False,
            enable_model_summary=False,
        )

        def run() -> NeuralNet:
            trainer.fit(model, loader)
            return model.network

        return run

    start(1_000, 1)()
    run = start(len(x), EPOCHS)

    def fit() -> Predict:
        network = run()
        return lambda: scores(network, data.test_images).argmax(1).numpy()

    return Job(fit, len(x), useful_flops(EPOCHS * len(x)))


ROWS = {
    row.name: row
    for row in (
        Row("loop-10", "notebook's loop", notebook_loop(whole=False), whole=False),
        Row("notebook", "gradbook notebook", gradbook("notebook"), whole=False),
        Row("notebook-float32", "gradbook notebook", gradbook("notebook", precision="float32"), whole=False),
        Row("loop", "notebook's loop", notebook_loop(whole=True)),
        Row("fast", "gradbook fast", gradbook("fast")),
        Row("best", "gradbook best", gradbook("best")),
        Row("scikit-learn", "scikit-learn", scikit_learn, needs=("sklearn",)),
        Row("keras-torch", "Keras on torch", keras("torch"), needs=("keras",)),
        # Ten steps a call are faster than one by a tenth, and fifty are not.
        Row("keras-jax", "Keras on JAX", keras("jax", steps_per_execution=10), needs=("keras", "jax")),
        Row("skorch", "skorch", skorch, needs=("skorch",)),
        Row("lightning", "Lightning", lightning, needs=("lightning",)),
    )
}


def measure(row: Row, folder: Path, seed: int) -> Measurement:
    """Train a row once."""
    data = load(folder)
    job = row.prepare(data, folder, seed)
    gc.collect()
    start = time.perf_counter()
    predict = job.fit()
    seconds = time.perf_counter() - start
    accuracy = float((predict() == data.test_labels.numpy()).mean())
    return Measurement(row.name, seed, job.images, seconds, accuracy, job.precision, job.flops)


def limits() -> dict[str, float]:
    """Return the FLOP/s of a bare matrix product in each precision that this machine has, the best of many tries."""
    found = {}
    for dtype in (torch.float32, torch.bfloat16):
        with contextlib.suppress(RuntimeError, TypeError):
            rates = [
                2 * n * k * m / matmul_seconds(CPU, dtype, n, k, m)
                for n, k, m in ((250, 784, HIDDEN), (1_000, 784, HIDDEN), (1_000, 1_000, 1_000))
                for _ in range(3)
            ]
            found[str(dtype).removeprefix("torch.")] = max(rates)
    return found


def _arrays(data: Digits) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return training images (N, 784) float32 in 0..1, their labels (N,), and test images, as the peers take them."""
    x, test = (images.flatten(1).float().div(255).numpy() for images in (data.train_images, data.test_images))
    return x, data.train_labels.numpy(), test


def main() -> None:
    """Measure one row, or the limits, and print the result as one line of JSON."""
    parser = argparse.ArgumentParser(description="Measure one row of train.py once.")
    parser.add_argument("row", choices=[*ROWS, LIMITS])
    parser.add_argument("folder", type=Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("threads", type=int)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    # What a contestant prints is part of its work, but not of the result.
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        if arguments.row == LIMITS:
            result: dict[str, object] = dict(limits())
        else:
            result = asdict(measure(ROWS[arguments.row], arguments.folder, arguments.seed))
    print(json.dumps(result))


if __name__ == "__main__":
    main()
