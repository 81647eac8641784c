"""The page of digits: a drawing, what the network makes of it, and why."""

import base64
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from gradbook.core.errors import GradbookError, UsageError
from gradbook.web.exchange import Answer, answered, body, calculation, packed, problem, signed_bytes
from gradbook.web.playground.studio import Studio
from gradbook.web.playground.views import page

if TYPE_CHECKING:
    from gradbook.web.playground.networks import Entry

MAX_PHOTO = 64 * 2**20  # bytes; a phone's photo has 5 to 25 million
_Point = tuple[Annotated[float, Field(ge=-1, le=2)], Annotated[float, Field(ge=-1, le=2)]]


class _Drawing(BaseModel):
    """A drawing and the networks that look at it."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    strokes: list[Annotated[list[_Point], Field(min_length=1, max_length=4_000)]] = Field(max_length=200)
    networks: list[str] = Field(min_length=1, max_length=2)


class _Wish(BaseModel):
    """A picture that a network saw, and the class that is to win."""

    model_config = ConfigDict(extra="forbid")

    seen: str = Field(max_length=2_000)
    network: str
    wanted: int = Field(ge=0, le=9)


class _Neuron(BaseModel):
    """A hidden neuron of a network."""

    model_config = ConfigDict(extra="forbid")

    network: str
    number: int = Field(ge=0, le=100_000)


def routes(studio: Studio) -> Sequence[Route]:
    """Return the page and what it may ask for."""

    async def digits_page(request: Request) -> Response:
        return page("digits.html", here="digits", data={})

    def listed() -> list["Entry"]:
        return studio.networks.entries()  # the first time, this waits for PyTorch

    async def networks(request: Request) -> Response:
        try:
            entries = await run_in_threadpool(listed)
        except GradbookError as error:
            return JSONResponse(problem(error))
        answer: Answer = {"networks": [{"id": entry.id, "title": entry.title} for entry in entries]}
        if not entries:
            making = await studio.make_own()
            answer["making"] = {"share": making.share}
            if making.ended is not None and making.ended["kind"] == "problem":
                answer = {"problem": making.ended["message"]}
        return JSONResponse(answer)

    def read_drawing(drawing: _Drawing) -> Answer:
        from gradbook.web.playground.strokes import seen_in

        if not drawing.strokes:
            return _nothing("")
        seen, fault = seen_in(drawing.strokes)
        return _nothing(f"no digit: {fault}") if seen is None else _readings(studio, seen, drawing.networks)

    async def read_photo(request: Request) -> Response:
        photo = await body(request, MAX_PHOTO)
        return await answered(_read_photo, studio, photo, request.query_params.getlist("network")[:2])

    def change(wish: _Wish) -> Answer:
        from gradbook.web.playground.explanation import change_towards

        network = studio.networks.network(wish.network)
        done = change_towards(network.weights, _unpacked(wish.seen), wish.wanted)
        return {"picture": packed(done.picture), "added": done.added, "erased": done.erased, "reached": done.reached}

    def neuron(asked: _Neuron) -> Answer:
        weights = studio.networks.network(asked.network).weights
        if asked.number >= len(weights.b1):
            raise UsageError(f"this network has {len(weights.b1)} hidden neurons.")
        picture, most = signed_bytes(weights.w1[asked.number])
        return {"weights": picture, "most": most, "out": weights.w2[:, asked.number].tolist()}

    return [
        Route("/digits", digits_page),
        Route("/digits/networks", networks),
        Route("/digits/read", calculation(_Drawing, read_drawing), methods=["POST"]),
        Route("/digits/photo", read_photo, methods=["POST"]),
        Route("/digits/change", calculation(_Wish, change), methods=["POST"]),
        Route("/digits/neuron", calculation(_Neuron, neuron), methods=["POST"]),
    ]


def _nothing(said: str) -> Answer:
    return {"seen": None, "said": said, "readings": []}


def _read_photo(studio: Studio, photo: bytes, ids: Sequence[str]) -> Answer:
    """Let networks look at a photo.

    Raises:
        DataError: the photo cannot be read.
        UsageError: there is no such network.
    """
    from gradbook.digits.handwriting.prediction import predict

    if not ids:
        raise UsageError("choose a network first.")
    [reading] = predict(studio.networks.network(ids[0]).model, photo)
    if reading.image is None:
        return _nothing(reading.verdict())
    return {**_readings(studio, reading.image, ids), "said": reading.note}


def _readings(studio: Studio, seen: npt.NDArray[np.uint8], ids: Sequence[str]) -> Answer:
    """Say what networks make of a picture (28, 28).

    Raises:
        UsageError: there is no such network.
    """
    from gradbook.web.playground.explanation import explain

    readings = []
    for id in ids:
        network = studio.networks.network(id)
        found = explain(network.weights, seen)
        contributions, most = signed_bytes(found.contributions)
        hidden, strongest = signed_bytes(found.hidden)
        readings.append(
            {
                "network": id,
                "classes": network.entry.classes,
                "probabilities": found.probabilities.tolist(),
                "winner": found.winner,
                "runner_up": found.runner_up,
                "score": float(found.scores[found.winner]),
                "contributions": contributions,
                "most": most,
                "raised": float(found.contributions.clip(min=0).sum()),
                "lowered": float(found.contributions.clip(max=0).sum()),
                "hidden": hidden,
                "strongest": strongest,
                "firing": int((found.hidden > 0).sum()),
            }
        )
    return {"seen": packed(seen), "said": "", "readings": readings}


def _unpacked(text: str) -> npt.NDArray[np.uint8]:
    try:
        return np.frombuffer(base64.b64decode(text, validate=True), np.uint8).reshape(28, 28)
    except ValueError:
        raise UsageError("a picture has 28 x 28 pixels.") from None
