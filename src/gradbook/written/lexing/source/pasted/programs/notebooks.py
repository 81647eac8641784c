r"""Notebooks: a whole .ipynb file as it is stored, in JSON: "source": ["z = w*x\n", "print(z)"].

What its cells hold and have shown stays, each line at the beginning of its own; all else is blank.
"""

import json

from gradbook.core.text.patterns import regex

_ENTRY = regex(r'[ \t]*(?:"(?P<key>[^"\\\n]+)"[ \t]*:[ \t]*)?(?P<rest>[^\n]*)')
_STRING = regex(r'\[?[ \t]*(?P<text>"(?:[^"\\\n]|\\.)*")[ \t]*\]?,?[ \t]*')
_TOLD = frozenset({"source", "text", "text/plain"})


def out_of_notebook(source: str) -> str:
    """Return a source, as long as it was, without the JSON around the lines of its cells, where it is a notebook."""
    if not source.lstrip().startswith("{") or '"cells"' not in source or not _is_notebook(source):
        return source
    key, lines = "", []
    for line in source.split("\n"):
        entry = _ENTRY.fullmatch(line)
        key = (entry and entry["key"]) or key
        string = _STRING.fullmatch(entry["rest"]) if entry and key in _TOLD else None
        text = json.loads(string["text"]).rstrip("\n") if string else ""
        lines.append(text.replace("\n", " ").ljust(len(line)))
    return "\n".join(lines)


def _is_notebook(source: str) -> bool:
    try:
        held = json.loads(source)
    except (ValueError, RecursionError):
        return False
    return isinstance(held, dict) and isinstance(held.get("cells"), list)
