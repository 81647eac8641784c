"""The pictures that a notebook's Markdown shows: where each is, and what is wrong with it."""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

_MARKDOWN = re.compile(r"!\[[^\]]*\]\(\s*(?:<([^>]*)>|([^\s)]+))")
_HTML = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_CODE = re.compile(r"(`{3,}|~{3,}).*?(?:\1|\Z)|`[^`\n]*`", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Link:
    """A picture that a cell shows.

    Attributes:
        target: as written.
        path: the file it means, where it is one in the notebook's folder that exists.
        problem: what is wrong and what to do, or empty.
    """

    target: str
    path: Path | None = None
    problem: str = ""


def links(markdown: str, folder: Path, attachments: frozenset[str] = frozenset()) -> list[Link]:
    """Return the pictures shown by a Markdown cell of a notebook in `folder`."""
    text = _CODE.sub("", markdown)
    targets = [angled or plain for angled, plain in _MARKDOWN.findall(text)] + _HTML.findall(text)
    return [_link(target, folder, attachments) for target in dict.fromkeys(targets)]


def _link(target: str, folder: Path, attachments: frozenset[str]) -> Link:
    if target.startswith("attachment:"):
        if unquote(target.removeprefix("attachment:")) in attachments:
            return Link(target)
        return Link(target, problem=f"The picture {target} is not in the cell. Put it in again.")
    if target.startswith("data:"):
        return Link(target)
    parts = urlsplit(target)
    if parts.scheme in ("http", "https") or parts.netloc:
        return Link(target, problem=f"The picture {target} is on the web. Save it in imgs/ and link it from there.")
    name = unquote(parts.path)
    path = folder / name
    inside = path.resolve().is_relative_to(folder.resolve())
    # A drive letter looks like a scheme ("C:").
    if parts.scheme or not inside or Path(name).is_absolute():
        return Link(target, problem=f"The picture {target} is outside this folder. Copy it into imgs/.")
    if not path.is_file():
        return Link(target, problem=f"The picture {target} is not there. {_advice(path, folder)}")
    return Link(target, path)


def _advice(path: Path, folder: Path) -> str:
    near = {item.name.casefold(): item for item in path.parent.glob("*")} if path.parent.is_dir() else {}
    match = difflib.get_close_matches(path.name.casefold(), near, n=1)
    if match:
        found = near[match[0]].relative_to(folder).as_posix()
        return f"Did you mean {found}? Names must agree in every letter, capitals too."
    return "Put the file there, or correct its name in the cell."
