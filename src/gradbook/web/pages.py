"""Pages from templates: everything put into one is escaped."""

import re
from collections.abc import Callable
from typing import Any

from starlette.responses import HTMLResponse

from gradbook.core.html import environment


def page_maker(package: str) -> Callable[..., HTMLResponse]:
    """Return what makes a page of a package's `templates/` folder.

    The result takes a template's name and what is put into it. Data for a page's script goes through the filter
    `tojson`, which cannot end the element that it stands in.
    """
    templates = environment(package)

    def page(template: str, **content: Any) -> HTMLResponse:
        text = templates.get_template(template).render(**content)
        return HTMLResponse(re.sub(r"\n\s*\n+", "\n", text))

    return page
