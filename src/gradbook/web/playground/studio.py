"""What the pages about digits share: the networks, and the training under way."""

import contextlib
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette

from gradbook.core.errors import UsageError
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

    async def make_own(self) -> Training | None:
        """Train the network for handwriting that is kept in the user's cache, or find it there.

        Returns:
            The training while it is under way; None once the network is there.

        Raises:
            UsageError: it cannot be trained. Whoever asks again tries again.
        """
        if self.networks.own is not None:
            return None
        if self.making is None:
            self.making = await self.trainings.start(Job(self.data, own=True))
        ended = self.making.ended
        if ended is None:
            return self.making
        self.making = None
        if ended["kind"] == "problem":
            raise UsageError(ended["message"])
        self.networks.own = Path(ended["folder"])
        return None

    @contextlib.asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        """Load PyTorch once the first page is up, so that the page of digits need not wait for it."""
        threading.Thread(target=lambda: self.networks, daemon=True).start()
        try:
            yield
        finally:
            self.trainings.close()
