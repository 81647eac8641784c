"""The record of a training run: one row a batch, data of its own and not prints."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from gradbook.core.errors import RunError
from gradbook.core.files import write_text

_HEADER = ("epoch", "batch", "learning_rate", "loss")


@dataclass(frozen=True)
class History:
    """Training, batch by batch. The four lists have one entry a batch, in order.

    Attributes:
        epochs: the epoch that the batch belongs to, from 1.
        batches: the batch's number in its epoch, from 1.
        learning_rates: the rate of its step.
        losses: the loss that was minimised, on this batch, before its step.
    """

    epochs: list[int]
    batches: list[int]
    learning_rates: list[float]
    losses: list[float]

    def __len__(self) -> int:
        return len(self.losses)

    def save(self, path: Path) -> None:
        """Write the history as CSV."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(_HEADER)
        for epoch, batch, rate, loss in zip(self.epochs, self.batches, self.learning_rates, self.losses, strict=True):
            writer.writerow((epoch, batch, f"{rate:.6g}", f"{loss:.6f}"))
        write_text(path, text.getvalue())

    @classmethod
    def read(cls, path: Path) -> "History":
        """Read a history that `save` wrote.

        Raises:
            RunError: the file is absent or not such a history.
        """
        try:
            with path.open(newline="") as file:
                rows = list(csv.DictReader(file))
            return cls(
                [int(row["epoch"]) for row in rows],
                [int(row["batch"]) for row in rows],
                [float(row["learning_rate"]) for row in rows],
                [float(row["loss"]) for row in rows],
            )
        except (OSError, KeyError, ValueError, TypeError) as error:
            raise RunError(f"{path}: not a training history ({error}).") from error
