"""How well is handwriting read that was not written for MNIST, preset by preset, and what of it does the network do?

    python benchmarks/handwriting.py                              # all presets on MNIST, or on the sample without it
    python benchmarks/handwriting.py --presets best hand --count 20

The pictures are the suite's own (`tests/digits/handwriting`): photos, scans and drawings made from MNIST's test digits
(which no preset trains on), the causes for which readings were known to fail, numbers of two digits, and things that
are no digits. Beside each preset stands the naive pipeline with the same network: the picture is made gray, turned to
white on black where it is light, and shrunk to 28 x 28.

"ECE" is the expected calibration error on all pictures of one digit: by how much certainty and accuracy differ.
"Claimed" is the share of pictures of what is no digit that are read with more than 90 % certainty. Handwriting of other
people is not here: what is reached on it has to be measured with pictures that nobody tuned anything by.
"""

import argparse
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from rich import box
from rich.console import Console
from rich.table import Table

from gradbook.core.errors import GradbookError
from gradbook.digits import Digits, evaluate, load, train
from gradbook.digits.handwriting.photo import read_photo
from gradbook.digits.handwriting.prediction import predict
from gradbook.digits.network import NeuralNet, scores
from gradbook.digits.training.calibration import calibration_error

sys.path.insert(0, str(Path(__file__).parents[1]))  # the pictures are the suite's
from tests.digits.handwriting.causes import CAUSES, number, sideways_without_exif
from tests.digits.handwriting.nothing import NOTHING
from tests.digits.handwriting.photos import KINDS

PRESETS = ("fast", "best", "hand")
ALL_KINDS = "photos, scans, drawings"


@dataclass
class Score:
    """What came of the pictures of one cause: right, and right by the naive pipeline, of how many."""

    count: int = 0
    right: int = 0
    naive: int = 0


@dataclass
class Result:
    """Everything measured of one preset."""

    name: str
    mnist: float
    causes: dict[str, Score] = field(default_factory=dict)
    certainties: list[tuple[float, ...]] = field(default_factory=list)
    truths: list[int] = field(default_factory=list)
    claimed: dict[str, float] = field(default_factory=dict)
    numbers_right: float = 0.0
    numbers_told: float = 0.0

    @property
    def error(self) -> float:
        """The expected calibration error on single digits."""
        return calibration_error(torch.tensor(self.certainties), torch.tensor(self.truths))


def main() -> int:
    """Train each preset, read the pictures, and print the table."""
    options = _options()
    try:
        data = load(options.data)
    except GradbookError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    results = []
    for name in options.presets:
        trained = train(data, name, seed=options.seed)
        print(f"{name}: trained in {trained.seconds:.1f} s", file=sys.stderr, flush=True)
        results.append(_measure(name, trained.model, evaluate(trained).accuracy, data, options.count))
    console = Console(width=max(120, Console().width), highlight=False)
    console.print(f"Data: {data.describe()}; {options.count} digits a kind; seed {options.seed}")
    console.print(_table(results))
    return 0


def _measure(name: str, model: NeuralNet, mnist: float, data: Digits, count: int) -> Result:
    result = Result(name, mnist)
    for cause, picture, truth in _singles(data, count):
        score = result.causes.setdefault(cause, Score())
        [reading] = predict(model, picture)
        score.count += 1
        score.right += reading.digit == truth
        score.naive += _naive(model, picture) == truth
        if reading.probabilities is not None:
            result.certainties.append(reading.probabilities)
            result.truths.append(truth)
    for kind, make in NOTHING.items():
        random = np.random.default_rng(zlib.crc32(kind.encode()))
        readings = [predict(model, make(random))[0] for _ in range(5 * count)]
        result.claimed[kind] = float(np.mean([reading.certainty > 0.9 for reading in readings]))
    random = np.random.default_rng(0)
    pairs = [tuple(random.integers(0, 10, 2).tolist()) for _ in range(5 * count)]
    readings = [predict(model, number((_digit(data, a, random), _digit(data, b, random)), random))[0] for a, b in pairs]
    together = list(zip(pairs, readings, strict=True))
    result.numbers_right = float(np.mean([reading.number == f"{a}{b}" for (a, b), reading in together]))
    result.numbers_told = float(np.mean([len(one.digits) == 2 or not one.sure for one in readings]))
    return result


def _singles(data: Digits, count: int) -> Iterator[tuple[str, object, int]]:
    """Yield cause, picture and truth, the same for every preset."""
    makers: dict[str, Callable[..., object]] = {**CAUSES, "sideways, not told": sideways_without_exif}
    for name, kind in KINDS.items():
        random = np.random.default_rng(zlib.crc32(name.encode()))
        for digit in range(min(10, count)):
            yield ALL_KINDS, kind(_digit(data, digit, random), random), digit
    for name, maker in makers.items():
        random = np.random.default_rng(zlib.crc32(name.encode()))
        for turn in range(count):
            digit = (4, 9)[turn % 2] if "closed 4" in name else turn % 10
            yield name, maker(_digit(data, digit, random), digit, random), digit


def _digit(data: Digits, digit: int, random: np.random.Generator) -> np.ndarray:
    choices = (data.test_labels == digit).nonzero().flatten().tolist()
    image: np.ndarray = data.test_images[choices[int(random.integers(len(choices)))]].numpy()
    return image


def _naive(model: NeuralNet, picture: object) -> int:
    gray = read_photo(picture)  # type: ignore[arg-type]
    dark = 1 - gray if gray.mean() > 0.5 else gray
    small = np.asarray(Image.fromarray((dark * 255).round().astype(np.uint8)).resize((28, 28)))
    return int(scores(model, torch.from_numpy(small.copy())[None]).argmax())


def _table(results: list[Result]) -> Table:
    table = Table(box=box.MARKDOWN)
    table.add_column("Right, and by the naive pipeline", no_wrap=True)
    table.add_column("Pictures", justify="right")
    for result in results:
        table.add_column(result.name, justify="right", no_wrap=True)
    for cause, first in results[0].causes.items():
        cells = [result.causes[cause] for result in results]
        table.add_row(
            cause,
            str(first.count),
            *(f"{score.right / score.count:.1%} ({score.naive / score.count:.0%})" for score in cells),
        )
    rows: list[tuple[str, Callable[[Result], float]]] = [
        ("the data's own test images", lambda result: result.mnist),
        ("ECE", lambda result: result.error),
        ("no digit, and claimed above 90 %", lambda result: float(np.mean(list(result.claimed.values())))),
        *((f"- {kind}", lambda result, kind=kind: result.claimed[kind]) for kind in NOTHING),
        ("two digits read right", lambda result: result.numbers_right),
        ("two digits read as two, or said to be unsure", lambda result: result.numbers_told),
    ]
    for title, figure in rows:
        table.add_row(title, "", *(f"{figure(result):.1%}" for result in results))
    return table


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", default="auto", help="as in gradbook: auto, mnist, sample, or a folder (auto)")
    parser.add_argument("--presets", nargs="+", choices=("notebook", *PRESETS), default=PRESETS, metavar="PRESET")
    parser.add_argument("--count", type=int, default=10, help="digits a kind of picture (10)")
    parser.add_argument("--seed", type=int, default=0, help="of the trainings (0)")
    options = parser.parse_args()
    if options.count < 1:
        parser.error("--count must be at least 1")
    return options


if __name__ == "__main__":
    sys.exit(main())
