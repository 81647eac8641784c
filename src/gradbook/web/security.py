"""Who may speak to a server on this machine, and what its pages may do.

The server listens on 127.0.0.1 only, but a browser also carries other sites' requests there:

- A site whose name is made to resolve to 127.0.0.1 (DNS rebinding) sends its own name as Host.
- A page of another site sends its own Origin, or for pictures and scripts `Sec-Fetch-Site: cross-site`.

All of these are refused. A link from elsewhere that opens one of our pages is let in: it reads and changes nothing.
"""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HOST = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?", re.IGNORECASE)


def content_security_policy(style_hashes: tuple[str, ...] = ()) -> str:
    """Return the policy of our pages: everything from this server, nothing inline.

    Args:
        style_hashes: of the inline style sheets that are let in all the same, as "sha256-...".
    """
    styles = " ".join(("'self'", *(f"'{digest}'" for digest in style_hashes)))
    return (
        f"default-src 'none'; script-src 'self'; style-src {styles}; img-src 'self' data: blob:; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


class LocalPagesOnly:
    """Middleware that lets in requests of this server's own pages, and sets the headers that pages need.

    Args:
        app: what is protected.
        policy: the Content-Security-Policy of its pages.
    """

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or hand it on."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})  # our pages open none
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        reason = _refusal(Headers(scope=scope), scope["method"])
        answer = self._app if reason is None else PlainTextResponse(reason, 403)
        await answer(scope, receive, send_with_headers)


def _refusal(headers: Headers, method: str) -> str | None:
    """Say why a request is refused; None where it is let in."""
    host = headers.get("host", "")
    if not _HOST.fullmatch(host):
        return f"This server answers to 127.0.0.1 only, not to {host!r}. Open the address that it printed.\n"
    origin = headers.get("origin")
    if origin is not None and origin.lower() != f"http://{host.lower()}":
        return f"This server answers its own pages only, not those of {origin!r}.\n"
    fetched = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest"))
    opens_a_page = method == "GET" and fetched == ("navigate", "document")
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin") and not opens_a_page:
        return "This server answers its own pages only, not those of other sites.\n"
    return None
