"""Training in a process of its own, which says in JSON, a line an event, how far it is.

Run as `python -m gradbook.web.playground.digits.training_process`. The first line of its input is the `Job`; each line
after it is a command: pause, go, stop, or pace and a number of seconds to wait after each event, to have time to look.
When the input ends, whoever started it has gone: play stops, a run goes on.
"""

import json
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gradbook.core.errors import GradbookError
from gradbook.web.exchange import packed, signed_bytes

if TYPE_CHECKING:
    from gradbook.digits import Digits, NeuralNet, Progress

NEURONS = 40  # whose weights are shown
SHOWN = 12  # test images whose predictions are shown
_JUDGED = 1_000  # test images for the accuracy on the way
_QUICK = "fast"  # the preset of a network that serves until the one for handwriting is there
_LEAST_SECONDS = 0.08  # between two events


@dataclass(frozen=True)
class Job:
    """What to train.

    Attributes:
        data: as `gradbook train --data` takes it; None for what this machine has, without a download.
        preset: the recipe to start from.
        changes: hyperparameters changed in it.
        folder: of the run; None for play, which leaves nothing behind.
        own: whether it is the network for handwriting that is kept in the user's cache; the preset is then its own, and
            in `folder`, where there is one, comes a quick network first.
        pace: seconds to wait after each event.
    """

    data: str | None
    preset: str = ""
    changes: dict[str, Any] = field(default_factory=dict)
    folder: str | None = None
    own: bool = False
    pace: float = 0.0

    def line(self) -> str:
        """Write it for the process."""
        return json.dumps(asdict(self)) + "\n"


class _Watch:
    """Tells how training goes, and does what it is told meanwhile."""

    def __init__(self, data: "Digits", pace: float, stops_alone: bool) -> None:
        self._data = data
        self._pace = pace
        self._stops_alone = stops_alone
        self._going = threading.Event()
        self._going.set()
        self._told = 0.0
        self._losses: list[tuple[int, float]] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def __call__(self, now: "Progress") -> None:
        self._going.wait()
        done = (now.epoch - 1) * now.batches + now.batch
        self._losses.append((done, round(now.loss, 5)))
        last = done == now.epochs * now.batches
        if not last and time.monotonic() - self._told < _LEAST_SECONDS:
            return
        if self._pace:
            time.sleep(self._pace)
        self._told = time.monotonic()
        right, weights, certainties = self._look(now.network())
        _tell(
            "progress",
            done=done,
            total=now.epochs * now.batches,
            epoch=now.epoch,
            epochs=now.epochs,
            seconds_left=round(now.seconds_left, 1),
            losses=self._losses,
            accuracy=right,
            weights=weights,
            certainties=certainties,
        )
        self._losses = []

    def _look(self, model: "NeuralNet") -> tuple[float, str, list[list[float]]]:
        from gradbook.digits.network import scores

        found = scores(model.cpu(), self._data.test_images[:_JUDGED])
        right = float((found.argmax(1) == self._data.test_labels[:_JUDGED]).float().mean())
        rows = found[:SHOWN].softmax(1).mul(1000).round().div(1000).tolist()
        weights, _ = signed_bytes(model.l1.weight[:NEURONS].detach().numpy())
        return right, weights, rows

    def _listen(self) -> None:
        for line in sys.stdin:
            match line.split():
                case ["pause"]:
                    self._going.clear()
                case ["go"]:
                    self._going.set()
                case ["pace", seconds]:
                    self._pace = float(seconds)
                case ["stop"]:
                    break
        else:
            self._going.set()  # nobody is there to say go
            if not self._stops_alone:
                return
        sys.stdout.flush()
        # The training thread may wait or calculate; play has nothing to lose.
        import os

        os._exit(0)


def main() -> None:
    """Do the job that comes in; a person's mistake is told as an event."""
    try:
        job = Job(**json.loads(sys.stdin.readline()))
        if job.own:
            _make_own(job)
        else:
            _train(job)
    except GradbookError as error:
        _tell("problem", message=str(error))
    except KeyboardInterrupt:
        sys.exit(130)


def _train(job: Job) -> None:
    from gradbook.digits import evaluate, preset, train
    from gradbook.digits.runs import start_run

    data = _data(job.data)
    recipe = preset(job.preset, data, **job.changes)
    folder = Path(job.folder) if job.folder else None
    _tell(
        "start",
        data=data.describe(),
        classes=data.class_names,
        neurons=min(NEURONS, recipe.hidden_size),
        images=packed(data.test_images[:SHOWN].numpy()),
        truths=data.test_labels[:SHOWN].tolist(),
        judged=min(_JUDGED, len(data.test_images)),
    )
    watch = _Watch(data, job.pace, folder is None)
    if folder is None:
        trained = train(data, recipe, on_progress=watch)
        evaluation = evaluate(trained)
    else:
        finished = start_run(folder, data, recipe, on_progress=watch)
        trained, evaluation = finished.trained, finished.evaluation
    _tell("end", seconds=round(trained.seconds, 3), accuracy=str(evaluation.share), folder=job.folder)


def _make_own(job: Job) -> None:
    from gradbook.digits import load, preset
    from gradbook.digits.datasets.digits import DIGIT_NAMES
    from gradbook.digits.handwriting.network import hand_network, kept_network
    from gradbook.digits.runs import start_run

    told = 0.0

    def show(now: "Progress") -> None:
        nonlocal told
        if time.monotonic() - told > 10 * _LEAST_SECONDS:
            told = time.monotonic()
            done, total = (now.epoch - 1) * now.batches + now.batch, now.epochs * now.batches
            _tell("progress", done=done, total=total, seconds_left=round(now.seconds_left, 1))

    if kept_network() is None:
        data = _data(job.data)
        if data.class_names != DIGIT_NAMES:
            data = load("sample")
        if job.folder is not None:
            start_run(Path(job.folder), data, preset(_QUICK, data))
        hand_network(data, on_progress=show)
    _tell("end")


def _data(name: str | None) -> "Digits":
    """Load data; without a name the best that needs no download."""
    from gradbook.digits.datasets.sources import available, load

    if name is not None:
        return load(name)
    names = [known for known, _ in available()]
    return load("auto" if "GRADBOOK_DATA" in names else "mnist" if "mnist" in names else "sample")


def _tell(kind: str, **facts: Any) -> None:
    print(json.dumps({"kind": kind, **facts}), flush=True)


if __name__ == "__main__":
    main()
