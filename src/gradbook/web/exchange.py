"""What pages send and get: JSON that is checked before anything is done with it."""

import base64
import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from gradbook.core.errors import GradbookError

MAX_JSON = 512 * 1024  # bytes; a drawing of 20,000 points is half of it
_Asked = TypeVar("_Asked", bound=BaseModel)
Answer = dict[str, Any]
Endpoint = Callable[[Request], Awaitable[Response]]


async def body(request: Request, limit: int) -> bytes:
    """Read a request's body.

    Raises:
        HTTPException: it is longer than `limit` bytes; no more than that is read.
    """
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise HTTPException(413, f"That is too large: at most {limit:,} bytes are read.")
        parts.append(part)
    return b"".join(parts)


def calculation(asked: type[_Asked], answer: Callable[[_Asked], Answer]) -> Endpoint:
    """Make an endpoint that reads JSON of one form and answers with JSON, calculated outside the event loop.

    What a learner can mend is answered with `{"problem": message}`, the terminal's own message, and status 200: an
    unfinished formula is nothing that went wrong.
    """

    async def endpoint(request: Request) -> Response:
        return await answered(answer, await _read(request, asked))

    return endpoint


def action(asked: type[_Asked], act: Callable[[_Asked], Awaitable[Answer]]) -> Endpoint:
    """Make an endpoint as `calculation` does, whose work is done within the event loop."""

    async def endpoint(request: Request) -> Response:
        question = await _read(request, asked)
        try:
            return JSONResponse(await act(question))
        except GradbookError as error:
            return JSONResponse(problem(error))

    return endpoint


async def answered(function: Callable[..., Answer], *args: Any) -> Response:
    """Answer with what a function returns, or with the message of what a person can mend."""
    try:
        return JSONResponse(await run_in_threadpool(function, *args))
    except GradbookError as error:
        return JSONResponse(problem(error))


async def _read(request: Request, asked: type[_Asked]) -> _Asked:
    # A form of another site cannot send this type without asking first.
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise HTTPException(415, "Send JSON.")
    try:
        return asked.model_validate(json.loads(await body(request, MAX_JSON)))
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, f"This is not what the page sends: {_first_fault(error)}") from None


def problem(error: GradbookError) -> Answer:
    """Return the answer for a mistake that a person can mend."""
    return {"problem": str(error)}


def packed(values: npt.NDArray[Any]) -> str:
    """Return an array of bytes as base64, which is a third shorter than its numbers in JSON."""
    return base64.b64encode(np.ascontiguousarray(values).tobytes()).decode()


def signed_bytes(values: npt.NDArray[Any]) -> tuple[str, float]:
    """Return numbers as bytes from -127 to 127, packed, and the number that 127 stands for."""
    most = float(np.abs(values).max(initial=0.0))
    scaled = np.zeros(np.shape(values), np.int8) if most == 0 else (values / most * 127).round().astype(np.int8)
    return packed(scaled), most


def _first_fault(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(map(str, first['loc'])) or 'it'}: {first['msg']}"
    return "no JSON"
