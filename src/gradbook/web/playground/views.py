"""The playground's pages, their colours, and the policy that they are shown under."""

import base64
import hashlib

from starlette.requests import Request
from starlette.responses import Response

from gradbook.core.html import environment
from gradbook.graph.drawing.svg import STYLE
from gradbook.web.pages import page_maker
from gradbook.web.security import content_security_policy

_PACKAGE = "gradbook.web.playground"
page = page_maker(_PACKAGE)

# The pictures of graphs bring their style with them, so that a saved one looks the same; nothing else is inline.
POLICY = content_security_policy(("sha256-" + base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode(),))


async def tokens(request: Request) -> Response:
    """Answer with the colours of pages, made from the palette that all of Gradbook draws in."""
    return Response(environment(_PACKAGE).get_template("tokens.css").render(), media_type="text/css")
