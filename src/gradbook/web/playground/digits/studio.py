"""What the pages about digits share: the networks, and the training under way."""

import contextlib
import tempfile
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette

from gradbook.web.playground.digits.jobs import Training, Trainings
from gradbook.web.playground.digits.training_process import Job

if TYPE_CHECKING:
    from gradbook.web.playground.digits.networks import Networks


class Studio:
    """The networks of a playground.

    Args:
        runs: the folder that runs lie in.
        data: the data to train on; None for what this machine has.
    """

    def __init__(self, runs: Path, data: str | None) -> None:
        self.runs = runs
        self.data = data
        self.trainings = Trainings()
        self.making: Training | None = None  # the network for handwriting, while it is trained and after that
        self._scratch = tempfile.TemporaryDirectory(prefix="gradbook-play-", ignore_cleanup_errors=True)
        self._quick = Path(self._scratch.name) / "quick"
        self._networks: Networks | None = None
        self._loading = threading.Lock()

    @property
    def networks(self) -> "Networks":
        """The networks to choose from. The first time, PyTorch is loaded, which takes a second."""
        with self._loading:
            if self._networks is None:
                from gradbook.web.playground.digits.networks import Networks

                self._networks = Networks(self.runs, self._quick)
            return self._networks

    async def make_own(self, quick: bool) -> None:
        """Train the network for handwriting that is kept in the user's cache, unless that is under way.

        Args:
            quick: whether another one is trained first, in seconds, that serves until then.
        """
        if self.making is None or self.making.ended is not None:
            folder = str(self._quick) if quick and not self._quick.exists() else None
            self.making = await self.trainings.start(Job(self.data, folder=folder, own=True))

    @contextlib.asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        """Load PyTorch once the first page is up, so that the page of digits need not wait for it."""
        threading.Thread(target=lambda: self.networks, daemon=True).start()
        try:
            yield
        finally:
            self.trainings.close()
            self._scratch.cleanup()
