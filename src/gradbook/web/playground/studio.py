"""What the pages about digits share: the networks, and the training under way."""

import contextlib
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette

from gradbook.web.playground.jobs import Training, Trainings
from gradbook.web.playground.training_process import Job

if TYPE_CHECKING:
    from gradbook.web.playground.networks import Networks


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
        self.making: Training | None = None  # the network for handwriting, where there is no other
        self._networks: Networks | None = None
        self._loading = threading.Lock()

    @property
    def networks(self) -> "Networks":
        """The networks to choose from. The first time, PyTorch is loaded, which takes a second."""
        with self._loading:
            if self._networks is None:
                from gradbook.web.playground.networks import Networks

                self._networks = Networks(self.runs)
            return self._networks

    async def make_own(self) -> Training:
        """Train the network for handwriting that is kept in the user's cache, or find it there."""
        if self.making is None:
            self.making = await self.trainings.start(Job(self.data, own=True))
        if self.making.ended is not None and self.making.ended["kind"] == "end":
            self.networks.own = Path(self.making.ended["folder"])
        return self.making

    @contextlib.asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        """Load PyTorch once the first page is up, so that the page of digits need not wait for it."""
        threading.Thread(target=lambda: self.networks, daemon=True).start()
        try:
            yield
        finally:
            self.trainings.close()
