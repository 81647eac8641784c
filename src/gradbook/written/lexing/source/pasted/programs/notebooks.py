r"""Notebooks: a whole .ipynb file as it is stored, in JSON: "source": ["z = w*x\n", "print(z)"].

What its cells hold and have shown stays, each line at the beginning of its own; all else is blank. It may be set out
in lines or stand in one, and may be cut out of such a file.
"""

import json

from gradbook.core.text.patterns import regex

_QUOTED = r'"(?:[^"\\\n]++|\\.)*+"'
_STRING = regex(rf"{_QUOTED}(?P<key>[ \t]*:)?")
_OUTSIDE = regex(r"[^\n]")
_TOLD = frozenset({"source", "text", "text/plain"})
_CELLS = regex(r'"source":\s*\[')
_JSON = regex(rf"(?:{_QUOTED}|[\s{{}}\[\],:]++|true|false|null|-?\d++)*+")
_FAILED = regex(r'"(?:ename|evalue|traceback)"')
_SAYS_MORE = regex(
    r'"cell_type":\s*"raw"|"metadata":\s*\{\s*"(?!id"|collapsed"|scrolled"|execution"|colab"|kernelspec")|"tags":\s*\[\s*"'
)


def out_of_notebook(source: str) -> str:
    """Return a source, as long as it was, without the JSON around the lines of its cells, where it is a notebook."""
    whole = source.lstrip().startswith("{") and '"cells"' in source and _is_notebook(source)
    if not whole and not _is_cut_out(source):
        return source
    key, shown, end = "" if whole else "source", [], 0  # a part may begin inside of a list
    for string in _STRING.finditer(source):
        text = _text(string.group()[: string.start("key") - string.end()] if string["key"] else string.group())
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


def _text(string: str) -> str:
    """Return the text of a string of JSON; the string itself where it is none."""
    try:
        return str(json.loads(string))
    except ValueError:
        return string


def _is_cut_out(source: str) -> bool:
    """Whether a source is lines of a notebook's file, with a cell among them."""
    cells = (
        '"cell_type"' in source
        and _CELLS.search(source) is not None
        and not (_FAILED.search(source) or _SAYS_MORE.search(source))
    )
    return cells and _JSON.fullmatch(source) is not None


def _is_notebook(source: str) -> bool:
    try:
        held = json.loads(source)
    except (ValueError, RecursionError):
        return False
    return isinstance(held, dict) and isinstance(held.get("cells"), list)
