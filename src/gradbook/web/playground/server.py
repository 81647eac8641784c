"""The server that `gradbook play` runs until Ctrl-C."""

import contextlib
import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from gradbook.core.errors import UsageError
from gradbook.digits.datasets.sources import require_source
from gradbook.web.playground.app import make_app

_HOST = "127.0.0.1"
_USUAL_PORT = 8765  # so that an address that was noted down works again
_GRACE_SECONDS = 1


def serve(
    runs: Path, data: str | None = None, *, port: int | None = None, open_browser: bool, say: Callable[[str], None]
) -> None:
    """Serve the playground until Ctrl-C.

    Args:
        runs: the folder that runs lie in.
        data: the data to train on; None for what this machine has.
        port: to listen on; None for the usual one, or where that is taken any that is free.
        open_browser: whether to open the page.
        say: prints a line.

    Raises:
        UsageError: the port cannot be listened on.
        AbsentError: there is no such data.
    """
    if data is not None:
        require_source(data)
    with listening(port) as listener:
        address = f"http://{_HOST}:{listener.getsockname()[1]}/"
        config = uvicorn.Config(
            make_app(runs, data), ws="none", log_level="warning", timeout_graceful_shutdown=_GRACE_SECONDS
        )
        say(f"Gradbook plays at {address} (Ctrl-C ends it).")
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        with contextlib.suppress(KeyboardInterrupt):
            _Server(config).run(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that ends its streams before it waits for them to end."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take Ctrl-C."""
        assert isinstance(self.config.app, Starlette)
        self.config.app.state.studio.trainings.close()
        super().handle_exit(sig, frame)


def listening(port: int | None) -> socket.socket:
    """Return a socket that listens on a port; see `serve`."""
    bound = _bound(port)
    # Only of a socket that is said to be TCP's does asyncio send at once what is written (TCP_NODELAY); create_server
    # does not say it. Else an answer's body waits until its head is acknowledged, which is put off by 40 ms.
    return socket.socket(bound.family, bound.type, socket.IPPROTO_TCP, bound.detach())


def _bound(port: int | None) -> socket.socket:
    if port is not None:
        try:
            return socket.create_server((_HOST, port))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UsageError(f"port {port} cannot be used ({reason}). Without --port a free one is found.") from None
    try:
        return socket.create_server((_HOST, _USUAL_PORT))
    except OSError:
        return socket.create_server((_HOST, 0))
