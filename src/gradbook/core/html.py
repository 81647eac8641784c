"""HTML of reports and pages: templates that escape all text by themselves, light or dark, and open offline.

What is HTML already is a `Markup`, and only that is taken as it is: a plain string is text and is escaped. A room with
pages of its own keeps its templates beside its code, takes an `environment`, and extends `core/base.html`.
"""

import base64
import functools
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from gradbook.core import palette

if TYPE_CHECKING:
    import jinja2

_CORE = "gradbook.core"


def environment(package: str = _CORE, folder: str = "templates") -> "jinja2.Environment":
    """Return what renders the templates of a package; all text is escaped, and an unknown name is an error.

    Args:
        package: the package's full name, such as "gradbook.web"; its templates are known by their own names.
        folder: the folder in the package that holds them.

    Returns:
        An environment that knows the shared templates too: "core/base.html" to extend, "core/parts.html" to import,
        "core/tokens.css" and "core/page.css" to include.
    """
    import jinja2  # here: a derivation has a form in HTML, and few ask for it

    shared = jinja2.PrefixLoader({"core": jinja2.PackageLoader(_CORE, "templates")})
    made = jinja2.Environment(
        loader=jinja2.ChoiceLoader([shared, jinja2.PackageLoader(package, folder)]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
    )
    made.globals |= {"light": palette.LIGHT, "dark": palette.DARK}
    return made


@functools.cache
def _shared() -> "jinja2.Environment":
    return environment()


def _part(name: str, *arguments: object) -> Markup:
    """Call a macro of the parts."""
    made: Markup = getattr(_shared().get_template("core/parts.html").module, name)(*arguments)
    return made


def stylesheet() -> str:
    """Return the design tokens and the style of pages as CSS, for a page that links to it."""
    names = ("core/tokens.css", "core/page.css")
    return "\n".join(_shared().get_template(name).render() for name in names)


def page(title: str, lead: str, body: Iterable[str], footer: str = "") -> str:
    """Return a whole HTML document.

    Args:
        title: its heading and the title of its window.
        lead: a sentence below the heading.
        body: the parts, each a `Markup`; plain strings are escaped.
        footer: the last line.
    """
    return _shared().get_template("core/page.html").render(title=title, lead=lead, body=list(body), footer=footer)


def section(title: str, *body: str) -> Markup:
    """Return a section: a heading over parts, each a `Markup`; plain strings are escaped.

    Args:
        title: its heading.
        *body: the parts, each a `Markup`; plain strings are escaped.
    """
    return _part("section", title, *(body or ("",)))


def paragraph(text: str) -> Markup:
    """Return text as a paragraph."""
    return _part("paragraph", text)


def note(text: str, *, warn: bool = False) -> Markup:
    """Return text as a note in the margin's colour; `warn` makes it red.

    Args:
        text: what it says.
        warn: whether it is a warning, which is red.
    """
    return _part("note", text, warn)


def table(
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    left: Collection[int] = (0,),
    stack: bool = False,
) -> Markup:
    """Return a table.

    Args:
        header: the names of the columns.
        rows: cells, as many a row as there are columns.
        left: numbers of the columns that are aligned left, from 0; the others are aligned right.
        stack: on a narrow screen each row becomes a card, so that a wide table hides no column.
    """
    lines = list(rows)
    for row in lines:
        if len(row) != len(header):
            raise ValueError(f"a row of {len(row)} cells under {len(header)} names: {row!r}")
    return _part("table", header, lines, left, stack)


def tiles(figures: Iterable[tuple[str, str]]) -> Markup:
    """Return a row of big numbers, each a pair (number, what it is).

    Args:
        figures: pairs (number, what it is).
    """
    return _part("tiles", list(figures))


def picture(image: bytes, caption: str) -> Markup:
    """Return a picture, embedded in the page, over its caption (which is its alternative text too).

    Args:
        image: a PNG, which stands on white paper, or an SVG, which brings its own colours for light and dark.
        caption: what it shows.
    """
    opaque = image.startswith(b"\x89PNG")
    kind = "png" if opaque else "svg+xml"
    return _part("picture", f"data:image/{kind};base64,{base64.b64encode(image).decode()}", caption, opaque)


def grid(*figures: str) -> Markup:
    """Lay figures, each a `Markup`, side by side where the page is wide enough.

    Args:
        *figures: the figures, each a `Markup`; plain strings are escaped.
    """
    return _part("grid", *(figures or ("",)))
