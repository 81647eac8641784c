r"""Notebooks: a whole .ipynb file as it is stored, in JSON: "source": ["z = w*x\n", "print(z)"].

What its cells hold and have shown stays, each line at the beginning of its own; all else is blank. It may be set out
in lines or stand in one.
"""

import json

from gradbook.core.text.patterns import regex

_STRING = regex(r'"(?:[^"\\\n]|\\.)*"(?P<key>[ \t]*:)?')
_OUTSIDE = regex(r"[^\n]")
_TOLD = frozenset({"source", "text", "text/plain"})


def out_of_notebook(source: str) -> str:
    """Return a source, as long as it was, without the JSON around the lines of its cells, where it is a notebook."""
    if not source.lstrip().startswith("{") or '"cells"' not in source or not _is_notebook(source):
        return source
    key, shown, end = "", [], 0
    for string in _STRING.finditer(source):
        text = json.loads(string.group()[: string.start("key") - string.end()] if string["key"] else string.group())
        if string["key"]:
            key = text
        elif key in _TOLD:
            shown += [_between(source[end : string.start()]), text.rstrip("\n").ljust(len(string.group()))]
            end = string.end()
    return "".join(shown) + _between(source[end:])


def _between(json_text: str) -> str:
    """Return what stands between two strings, blank: a line ends there at least, and a paragraph with a list."""
    blank = _OUTSIDE.sub(" ", json_text)
    ends = "\n\n" if "]" in json_text else "\n"
    return blank if "\n" in blank else ends[: len(blank)] + blank[len(ends) :]


def _is_notebook(source: str) -> bool:
    try:
        held = json.loads(source)
    except (ValueError, RecursionError):
        return False
    return isinstance(held, dict) and isinstance(held.get("cells"), list)
