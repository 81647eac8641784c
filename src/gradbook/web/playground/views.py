"""The playground's pages, and the policy that they are shown under."""

import base64
import hashlib

from gradbook.graph.drawing.svg import STYLE
from gradbook.web.pages import page_maker
from gradbook.web.security import content_security_policy

page = page_maker("gradbook.web.playground")

# The pictures of graphs bring their style with them, so that a saved one looks the same; nothing else is inline.
POLICY = content_security_policy(("sha256-" + base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode(),))
