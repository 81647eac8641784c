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
        own: where a network is kept that is trained because there is none; by default in the user's cache.
    """

    def __init__(self, runs: Path, data: str | None, own: Path | None = None) -> None:
        self.runs = runs
        self.data = data
        self.trainings = Trainings()
        self.making: Training | None = None  # the playground's own network, where there is no other
        self._own = own
        self._networks: Networks | None = None
        self._loading = threading.Lock()

    @property
    def networks(self) -> "Networks":
        """The networks to choose from. The first time, PyTorch is loaded, which takes a second."""
        with self._loading:
            if self._networks is None:
                from gradbook.web.playground.networks import Networks

                self._networks = Networks(self.runs, self.own)
            return self._networks

    @property
    def own(self) -> Path:
        """Where the playground keeps a network that it trained because there was none."""
        if self._own is not None:
            return self._own
        from gradbook.core.cache import cache_folder

        return cache_folder() / "playground" / "network"

    async def make_own(self) -> Training:
        """Train the playground's own network, once."""
        if self.making is None:
            self.making = await self.trainings.start(Job(self.data, "fast", folder=str(self.own), scratch=True))
        return self.making

    @contextlib.asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        """Load PyTorch once the first page is up, so that the page of digits need not wait for it."""
        threading.Thread(target=lambda: self.networks, daemon=True).start()
        try:
            yield
        finally:
            self.trainings.close()
