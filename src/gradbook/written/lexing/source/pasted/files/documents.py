r"""Documents of LaTeX, handed in as their source: titles, slides that come up in parts, points, and struck numbers.

A title is a line of its own, as in Markdown. What \only<2->{...} holds is read as if it were always there. The points
that a line brings, & \text{(2p)}, are no part of its equation, nor is a number that is struck before another one.
"""

import re

from gradbook.core.text.patterns import regex

_TITLE = regex(
    r"^[ \t]*\\(?P<rank>(?:sub){0,2}section|(?:sub)?paragraph|frametitle)\*?[ \t]*\{(?P<title>[^{}\n=]{1,100})\}",
    re.MULTILINE,
)
_RANKS = {"section": 1, "subsection": 2, "frametitle": 2, "subsubsection": 3, "paragraph": 4, "subparagraph": 5}
_SIUNITX = regex(r"\\(?:num|numprint)(?=[ \t]*\{[ \t]*[-−+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)[ \t]*\})")
_POINTS = regex(
    r"&{1,2}[ \t]*\\(?:text|mbox|textbf|textit)[ \t]*\{[ \t]*\(?\d{1,2}(?:[.,]5)?[ ]?(?:[pP]|[pP]ts?|[pP]kte?|BE"
    r"|ptos?|points?|marks?)\.?\)?[ \t]*\}"
)
_REPLACED = regex(
    r"(?<=[=≈])[ \t]*\\(?:[xb]?cancel|sout|st)[ \t]*\{[ \t]*[-−+]?\d[\d.]*(?:\{,\}\d+)?[ \t]*\}"
    r"(?=(?:\\[,;:! ]|[ \t]|\\q?quad)*\{?[ ]?[-−]?\d)"
)
_BRACE = regex(
    r"(?P<part>\\(?:only|uncover|visible|onslide|alert)[ \t]*<(?P<slides>[\d,+.-]{1,8})>[ \t]*\{)|\\.|[{}]", re.DOTALL
)


def from_document(source: str) -> str:
    """Return a source, as long as it was, with titles as Markdown has them, without parts of slides and points."""
    if "\\" not in source:
        return source
    if "section" in source or "paragraph" in source or "frametitle" in source:
        source = _TITLE.sub(_titled, source)
    if "\\sout" in source or "cancel" in source or "\\st" in source:
        source = _REPLACED.sub(lambda found: " " * len(found.group()), source)
    if "\\num" in source:
        source = _SIUNITX.sub(lambda found: " " * len(found.group()), source)
    if "&" in source:
        source = _POINTS.sub(lambda found: " " * len(found.group()), source)
    return _without_overlays(source) if "<" in source and "{" in source else source


def _titled(found: re.Match[str]) -> str:
    return f"{'#' * _RANKS[found['rank']]} {found['title']}".ljust(len(found.group()) - 1) + "\n"


def _without_overlays(source: str) -> str:
    """Blank the commands that make parts of a slide appear, and their closing braces; without one they stay."""
    opened: list[re.Match[str] | None] = []  # what each open brace is of; None for any other
    blanked: list[tuple[int, int]] = []
    for sign in _BRACE.finditer(source):
        if sign["part"] or sign.group() == "{":
            opened.append(sign if sign["part"] else None)
        elif sign.group() == "}" and opened and (part := opened.pop()):
            hidden = part["slides"] == "0"  # it is never shown
            blanked += [(part.start(), sign.end())] if hidden else [part.span(), sign.span()]
    signs = list(source)
    for start, end in blanked:
        signs[start:end] = [" " if sign != "\n" else sign for sign in signs[start:end]]
    return "".join(signs)
