"""The record of a training run: one row a batch, data of its own and not prints."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from gradbook.core.errors import RunError

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

    def to_csv(self) -> str:
        """Return the history as CSV, one row a batch below the names of the columns."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(_HEADER)
        for epoch, batch, rate, loss in zip(self.epochs, self.batches, self.learning_rates, self.losses, strict=True):
            writer.writerow((epoch, batch, f"{rate:.6g}", f"{loss:.6f}"))
        return text.getvalue()

    @classmethod
    def read(cls, path: Path) -> "History":
        """Read a history that was written as CSV.

        Args:
            path: of the file.

        Raises:
            RunError: the file is absent or not such a history.
        """
        try:
            with path.open(newline="") as file:
                rows = list(csv.DictReader(file))
            if not rows:
                raise ValueError("it has no rows")
            return cls(
                [int(row["epoch"]) for row in rows],
                [int(row["batch"]) for row in rows],
                [float(row["learning_rate"]) for row in rows],
                [float(row["loss"]) for row in rows],
            )
        except (OSError, KeyError, ValueError, TypeError, csv.Error) as error:
            raise RunError(f"{path}: not a training history ({error}).") from error
