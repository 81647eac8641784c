"""The page of digits: a drawing, what the network makes of it, and why."""

import base64
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gradbook.core.errors import UsageError
from gradbook.web.exchange import Answer, action, answered, body, calculation, packed, signed_bytes
from gradbook.web.playground.digits.studio import Studio
from gradbook.web.playground.views import page

if TYPE_CHECKING:
    from torch import nn

    from gradbook.web.playground.digits.jobs import Training
    from gradbook.web.playground.digits.networks import Network
    from gradbook.web.playground.digits.strokes import Seen

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


class _Nothing(BaseModel):
    """Nothing but the wish."""

    model_config = ConfigDict(extra="forbid")


class _Neuron(BaseModel):
    """A hidden neuron of a network."""

    model_config = ConfigDict(extra="forbid")

    network: str
    number: int = Field(ge=0, le=100_000)


def routes(studio: Studio) -> Sequence[Route]:
    """Return the page and what it may ask for."""

    async def digits_page(request: Request) -> Response:
        return page("digits.html", here="digits", data={})

    def networks() -> Answer:
        from gradbook.web.playground.digits.networks import OWN

        entries = studio.networks.entries()  # the first time, this waits for PyTorch
        return {
            "networks": [{"id": entry.id, "title": entry.title} for entry in entries],
            "own": any(entry.id == OWN for entry in entries),
            **_making(studio.making),
        }

    async def list_networks(request: Request) -> Response:
        return await answered(networks)

    async def make_own(_: _Nothing) -> Answer:
        await studio.make_own(quick=not (await run_in_threadpool(networks))["networks"])
        return {}

    def read_drawing(drawing: _Drawing) -> Answer:
        from gradbook.web.playground.digits.strokes import seen_in_strokes

        if not drawing.strokes:
            return {"verdict": ["", "", ""], "digits": []}
        return _readings(studio, drawing.networks, lambda model: seen_in_strokes(drawing.strokes, model))

    async def read_photo(request: Request) -> Response:
        photo = await body(request, MAX_PHOTO)
        return await answered(_read_photo, studio, photo, request.query_params.getlist("network")[:2])

    def change(wish: _Wish) -> Answer:
        from gradbook.web.playground.digits.explanation import change_towards

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
        Route("/digits/networks", list_networks),
        Route("/digits/make", action(_Nothing, make_own), methods=["POST"]),
        Route("/digits/read", calculation(_Drawing, read_drawing), methods=["POST"]),
        Route("/digits/photo", read_photo, methods=["POST"]),
        Route("/digits/change", calculation(_Wish, change), methods=["POST"]),
        Route("/digits/neuron", calculation(_Neuron, neuron), methods=["POST"]),
    ]


def _making(training: "Training | None") -> Answer:
    """Say how far the network for handwriting is, or why it could not be trained."""
    if training is None:
        return {"making": None}
    if training.ended is None:
        return {"making": {"share": training.share, "seconds_left": training.seconds_left}}
    return {"making": None, "problem": training.ended.get("message")}


def _read_photo(studio: Studio, photo: bytes, ids: Sequence[str]) -> Answer:
    """Let networks look at a photo.

    Raises:
        DataError: the photo cannot be read.
        UsageError: there is no such network.
    """
    from gradbook.web.playground.digits.strokes import seen_in_photo

    if not ids:
        raise UsageError("choose a network first.")
    return _readings(studio, ids, lambda model: seen_in_photo(photo, model))


def _readings(studio: Studio, ids: Sequence[str], look: "Callable[[nn.Module], Seen]") -> Answer:
    """Say what networks make of what is seen, the first of them in words, too.

    Raises:
        UsageError: there is no such network.
    """
    from gradbook.web.playground.digits.verdict import verdict

    networks = [studio.networks.network(id) for id in ids]
    seen = look(networks[0].model)
    digits, shares = [], []
    for picture in seen.pictures:
        readings = [_reading(network, picture) for network in networks]
        shares.append(readings[0]["probabilities"])
        digits.append({"seen": packed(picture), "readings": readings})
    return {"verdict": verdict(seen, shares, networks[0].entry.classes), "digits": digits}


def _reading(network: "Network", picture: npt.NDArray[np.uint8]) -> dict[str, Any]:
    """Say what a network makes of a picture (28, 28), and why."""
    from gradbook.web.playground.digits.explanation import explain

    found = explain(network.weights, picture)
    contributions, most = signed_bytes(found.contributions)
    hidden, strongest = signed_bytes(found.hidden)
    return {
        "network": network.entry.id,
        "name": network.entry.name,
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


def _unpacked(text: str) -> npt.NDArray[np.uint8]:
    try:
        return np.frombuffer(base64.b64decode(text, validate=True), np.uint8).reshape(28, 28)
    except ValueError:
        raise UsageError("a picture has 28 x 28 pixels.") from None
