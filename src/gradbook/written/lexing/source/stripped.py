r"""Displays whose brackets lost their strokes, as chats are copied: "[", a formula, and "]", each on its own line."""

import re
from bisect import bisect_left

_DISPLAY = re.compile(
    r"^(?P<open>[ \t]*\[[ \t]*\n)(?P<body>(?:(?![ \t]*[\[\]][ \t]*$)[^\n]*\n){0,39}?(?![ \t]*[\[\]][ \t]*$)[^\n]*)"
    r"(?P<close>\n[ \t]*\][ \t]*)$",
    re.MULTILINE,
)
_COMMAND = re.compile(r"\\[a-zA-Z]|[_^]\{")
_ENVIRONMENT = re.compile(r"\\begin\{(\w+\*?)\}.{0,2000}?\\end\{\1\}", re.DOTALL)
_ROW_END = re.compile(r"(?<!\\)\\\s")  # of two strokes that lost one
_SPACE = re.compile(  # what lost its stroke: "a ;=; b", "1,, 2", "- \\eta,\\frac"
    r"(?<=,)[,;]|;(?=[ \t]*[=≈])|(?<=[=≈]);|(?<=[a-zA-Z)}]),(?=\\[dt]?frac)"
)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)


def in_display(source: str) -> str:
    """Return a source, as long as it was, with dollars for such brackets; none of LaTeX's commands, no display."""
    if "[" not in source or not _COMMAND.search(source):
        return source
    found = [one for one in _DISPLAY.finditer(source) if "=" in one["body"] or _COMMAND.search(one["body"])]
    if not any(_COMMAND.search(one["body"]) for one in found):
        return source
    fences = [fence.start() for fence in _FENCE.finditer(source)]
    pieces: list[str] = []
    at = 0
    for one in found:
        if bisect_left(fences, one.start()) % 2:  # in program text
            continue
        opened, closed = "$$".rjust(len(one["open"])), "$$".ljust(len(one["close"]))
        body = _ENVIRONMENT.sub(lambda inner: _ROW_END.sub(r"\\\\", inner.group()), one["body"])
        body = _SPACE.sub(" ", body)
        pieces += [source[at : one.start()], opened, body, closed]
        at = one.end()
    return "".join([*pieces, source[at:]])
