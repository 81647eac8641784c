"""The page on which a network is watched as it learns."""

import json
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from gradbook.core.errors import GradbookError, UsageError
from gradbook.core.outputs import OutputError, require_name
from gradbook.web.exchange import Answer, action
from gradbook.web.playground.digits.jobs import COMMANDS, Training
from gradbook.web.playground.digits.studio import Studio
from gradbook.web.playground.digits.training_process import Job
from gradbook.web.playground.views import page

# Optimizers to choose from: what it is called, what it changes in the recipe, and the rate to begin with where the
# preset's, which is Adam's, would be far too small. The rates were tried on the sample.
_OPTIMIZERS: dict[str, tuple[str, dict[str, Any], float | None]] = {
    "adam": ("Adam", {"optimizer": "adam", "beta1": 0.9}, None),
    # Without its mean of gradients Adam divides each by its usual size, as RMSprop does.
    "rmsprop": ("Adam, no momentum", {"optimizer": "adam", "beta1": 0.0}, None),
    "sgd": ("SGD", {"optimizer": "sgd", "beta1": 0.0}, 0.5),
    "momentum": ("SGD with momentum", {"optimizer": "sgd", "beta1": 0.9}, 0.1),
}
MAX_HIDDEN = 2_000  # neurons; more would only make one wait
MAX_EPOCHS = 100


class _Wanted(BaseModel):
    """What to train. What is None is the preset's."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    preset: str
    learning_rate: float | None = Field(default=None, gt=0, lt=10)
    hidden_size: int | None = Field(default=None, ge=1, le=MAX_HIDDEN)
    epochs: int | None = Field(default=None, ge=1, le=MAX_EPOCHS)
    optimizer: Literal["preset", "adam", "rmsprop", "sgd", "momentum"] = "preset"
    schedule: Literal["preset", "constant", "one-cycle"] = "preset"
    pace: float = Field(default=0.0, ge=0, le=2)
    name: str = Field(default="", max_length=100)


class _Command(BaseModel):
    """What a training is told."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    id: str
    command: Literal["pause", "go", "stop", "pace"]
    pace: float = Field(default=0.0, ge=0, le=2)


def routes(studio: Studio) -> Sequence[Route]:
    """Return the page and what it may ask for."""

    async def training_page(request: Request) -> Response:
        return page("training.html", here="training", data={}, runs=str(studio.runs))

    async def presets(request: Request) -> Response:
        from gradbook.digits import PRESETS

        found = [
            {
                "name": recipe.name,
                "learning_rate": recipe.learning_rate,
                "hidden_size": recipe.hidden_size,
            }
            for recipe in PRESETS.values()
        ]
        optimizers = [{"name": name, "title": title, "rate": rate} for name, (title, _, rate) in _OPTIMIZERS.items()]
        under_way = [_about(run) for run in studio.trainings.runs_under_way()]
        return JSONResponse({"presets": found, "optimizers": optimizers, "runs": under_way})

    async def begin(wanted: _Wanted) -> Answer:
        folder = _run_folder(studio.runs, wanted.name)
        job = Job(studio.data, wanted.preset, _changes(wanted), folder, pace=wanted.pace)
        return _about(await studio.trainings.start(job))

    async def obey(told: _Command) -> Answer:
        training = studio.trainings.get(told.id)
        if told.command == "stop" and not training.is_play:
            raise UsageError("a run goes on to its end. Ctrl-C where gradbook play runs interrupts it.")
        training.command(told.command if told.command in COMMANDS else f"pace {told.pace}")
        return {}

    async def events(request: Request) -> Response:
        try:
            training = studio.trainings.get(request.path_params["id"])
        except GradbookError:
            return Response(status_code=204)  # tells the browser not to try again
        return StreamingResponse(_stream(training), media_type="text/event-stream")

    return [
        Route("/training", training_page),
        Route("/training/presets", presets),
        Route("/training/start", action(_Wanted, begin), methods=["POST"]),
        Route("/training/command", action(_Command, obey), methods=["POST"]),
        Route("/training/events/{id}", events),
    ]


def _about(training: Training) -> Answer:
    return {"id": training.id, "play": training.is_play, "name": Path(training.job.folder or "").name}


async def _stream(training: Training) -> AsyncIterator[str]:
    async for event in training.events():
        yield f"data: {json.dumps(event)}\n\n"


def _changes(wanted: _Wanted) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if wanted.learning_rate is not None:
        changes["learning_rate"] = wanted.learning_rate
    if wanted.hidden_size is not None:
        changes["hidden_size"] = wanted.hidden_size
    if wanted.epochs is not None:
        changes |= {"epochs": wanted.epochs, "coarse_epochs": 0}
    if wanted.optimizer != "preset":
        changes |= _OPTIMIZERS[wanted.optimizer][1]
    if wanted.schedule != "preset":
        changes["schedule"] = wanted.schedule
    return changes


def _run_folder(runs: Path, name: str) -> str | None:
    """Return the folder of the run that is to be kept; None for play.

    Raises:
        OutputError: it is no name for a folder, or taken.
    """
    if not name:
        return None
    if (runs / require_name(name)).exists():
        raise OutputError(f"{runs / name} exists already. Choose another name.")
    return str((runs / name).absolute())
