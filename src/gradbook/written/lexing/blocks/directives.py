"""Directives: fences of MyST and Jupyter Book around Markdown, ```{admonition} Solution, which are no program text."""

from gradbook.core.text.patterns import regex

_SHOWS = (
    "admonition|note|tip|hint|important|seealso|exercise|solution|dropdown|details|proof|example|card|tab-item|tab-set"
    "|topic|margin|sidebar|theorem|definition|toggle|danger|warning|caution|attention|error"
)
OPTIONS = r"(?:[ \t]*:(?:label|name|class|nowrap|enumerated|number|align):[^\n]*\n)*"  # below the first line of one
_OPENS = regex(
    rf"[ \t]*(?P<mark>`{{3,}}|:{{3,}}|~{{3,}})[ \t]*\{{(?:prf:)?(?:{_SHOWS})\}}[ \t]*(?P<title>[^\n]*)"
    r"(?:\n[ \t]*:[\w-]+:[^\n]*)*(?:\n|\Z)"
)
_CLOSES = regex(r"[ \t]*(?P<mark>`{3,}|:{3,}|~{3,})[ \t]*(?:\n|\Z)")


class Directives:
    """The directives that are open while a source is gone over."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def edge(self, source: str, at: int) -> tuple[int, int, int] | None:
        """Return where the title of one that opens here stands, from and to, and where the line ends that does so.

        The title of one that is closed is empty; None where none is opened or closed.
        """
        if opens := _OPENS.match(source, at):
            self._open.append(opens.group("mark"))
            return *opens.span("title"), opens.end()
        closes = _CLOSES.match(source, at) if self._open else None
        if closes is None or not closes.group("mark").startswith(self._open[-1]):
            return None
        self._open.pop()
        return at, at, closes.end()
