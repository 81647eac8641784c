r"""Quotes: mathematics on display inside a quote, whose lines begin with the quote's marks.

> $$
> q = x + y = 10        the marks of these lines are no signs of the mathematics
> $$
"""

import re

_MARKS = re.compile(r"[ \t]*(?:>[ \t]?)+")
_EDGE = re.compile(r"\$\$|\\[\[\]]|\\(begin|end)\{([a-z]{1,12})\*?\}")
_CLOSES = {"$$": "$$", "\\[": "\\]"}


def unmarked(source: str) -> str:
    """Return a source, as long as it was, without the marks of a quote inside its displays, where these end."""
    if ">" not in source or not ("$$" in source or "\\[" in source or "\\begin" in source):
        return source
    lines, held, close = source.split("\n"), dict[int, str](), ""
    for number, line in enumerate(lines):
        marks = _MARKS.match(line)
        if marks is None and (not close or not line.strip()):
            held, close = {}, ""
            continue
        if close and marks:
            held[number] = " " * marks.end() + line[marks.end() :]
        for edge in _EDGE.finditer(line, marks.end() if marks else 0):
            close = _close(edge) if not close else "" if edge.group().replace("*", "") == close else close
        if not close:
            for place, without in held.items():
                lines[place] = without
            held = {}
    return "\n".join(lines)


def _close(edge: re.Match[str]) -> str:
    """Return what closes a display that an edge opens; "" where it opens none."""
    return f"\\end{{{edge.group(2)}}}" if edge.group(1) == "begin" else _CLOSES.get(edge.group(), "")
