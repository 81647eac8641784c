"""The playground put together: its pages, its static files, and who may speak to it."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from gradbook.web.playground.digits.studio import Studio
from gradbook.web.playground.routes import digits, graph, practice, training
from gradbook.web.playground.views import POLICY, tokens
from gradbook.web.security import LocalPagesOnly

_STATIC = Path(__file__).parent / "static"


def make_app(runs: Path, data: str | None = None) -> Starlette:
    """Return the playground as an ASGI application.

    Args:
        runs: the folder that runs lie in.
        data: the data to train on, as `gradbook train --data` takes it; None for what this machine has.
    """
    studio = Studio(runs, data)
    app = Starlette(
        routes=[
            *graph.ROUTES,
            *practice.ROUTES,
            *digits.routes(studio),
            *training.routes(studio),
            Route("/tokens.css", tokens),
            Mount("/static", StaticFiles(directory=_STATIC)),
        ],
        middleware=[Middleware(LocalPagesOnly, policy=POLICY)],
        exception_handlers={HTTPException: _refused},
        lifespan=studio.lifespan,
    )
    app.state.studio = studio
    return app


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
