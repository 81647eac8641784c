"""The pictures that a notebook's Markdown shows: where each is, what kind it is, and what is wrong with it."""

import base64
import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urlsplit

from gradbook.core.text.suggest import nearest

# All that stands between the parentheses; a name may hold parentheses itself, as photo(1).png.
_INSIDE = re.compile(r"\(((?:[^()\n]|\([^()\n]*\))*)\)")
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*'|\([^()]*\))\s*$""")
_SRC = re.compile(r"\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_CODE = re.compile(r"`{3,}|~{3,}|`[^`\n]*`")  # a fence's beginning, or code in a line as a whole
# By what they begin with: a name may say anything. SVG may hold script and is left out.
_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"RIFF", "webp"))
_LONGEST = 500  # characters of a target or a tag; every search is bounded, so that no text takes long


@dataclass(frozen=True, slots=True)
class Link:
    """A picture that a cell shows.

    Attributes:
        target: as written.
        path: the file it means, where it is one in the notebook's folder that exists, even if it is not shown.
        problem: what is wrong and what to do, or empty.
    """

    target: str
    path: Path | None = None
    problem: str = ""


def links(markdown: str, folder: Path, attachments: frozenset[str] = frozenset()) -> list[Link]:
    """Return the pictures shown by a Markdown cell of a notebook in `folder`."""
    found: dict[str, Link] = {}
    for target in targets(markdown):
        if target.text not in found:
            spaced = target.bare and re.search(r"\s", target.text)
            found[target.text] = _spaced(target.text, folder) if spaced else _link(target.text, folder, attachments)
    return list(found.values())


class Target(NamedTuple):
    """What a picture's link leads to, as written; `bare` where it is Markdown's without angle brackets."""

    text: str
    bare: bool


def targets(markdown: str) -> Iterator[Target]:
    """Yield what the pictures of a text lead to, those in code left out. It takes time in proportion to the text."""
    text = "".join(_outside_code(markdown))
    yield from _markdown(text)
    lowered = text.lower()
    at = lowered.find("<img")
    while at >= 0:
        after = lowered.find("<img", at + 4)
        tag = text[at : min(after if after >= 0 else len(text), at + _LONGEST)].partition(">")[0]
        source = _SRC.search(tag) if not tag[4:5].isalnum() else None
        if source:
            yield Target(source[1], bare=False)
        at = after


def picture_name(target: str) -> str:
    """Return the name of the file or attachment that a picture's link, as written, leads to."""
    return unquote(target).removeprefix("attachment:").removeprefix("./")


def attached(cell: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the pictures that a cell holds itself, by name; what is not in base64 is none."""
    found = {}
    for name, bundle in cell.get("attachments", {}).items():
        for coded in bundle.values():
            with contextlib.suppress(ValueError):
                found[name] = base64.b64decode(coded)
    return found


def kind_of(picture: bytes) -> str:
    """Return "png", "jpeg", "gif" or "webp"; "" for what is no picture that browsers show safely."""
    return next((kind for start, kind in _KINDS if picture.startswith(start)), "")


def data_url(picture: bytes) -> str:
    """Return a picture as an address that a page holds itself; "" where it has no kind."""
    kind = kind_of(picture)
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}" if kind else ""


def _outside_code(markdown: str) -> Iterator[str]:
    """Yield what is not code; a fence that is never closed reaches to the end.

    A fence's end is looked for by itself: a pattern that refers back to its beginning takes time by the square.
    """
    at = 0
    while found := _CODE.search(markdown, at):
        yield markdown[at : found.start()]
        at, fence = found.end(), found[0]
        if fence.startswith(("```", "~~~")):
            end = markdown.find(fence, at)
            at = end + len(fence) if end >= 0 else len(markdown)
    yield markdown[at:]


def _markdown(text: str) -> Iterator[Target]:
    at = text.find("![")
    while at >= 0:
        close = text.find("]", at + 2)
        if close < 0:
            return
        inside = _INSIDE.match(text, close + 1, close + 1 + _LONGEST)
        if inside:
            target = _TITLE.sub("", inside[1]).strip()
            angled = target.startswith("<") and target.endswith(">")
            target = target[1:-1] if angled else target
            if target:
                yield Target(target, bare=not angled)
        at = text.find("![", close + 1)


def _spaced(target: str, folder: Path) -> Link:
    """Return what a name with a space is: to Markdown no picture at all, so that nobody sees it."""
    shown = target.replace("\\", "/").replace(" ", "%20")
    link = _link(shown, folder, frozenset())
    if link.path is None:
        return Link(target, problem=link.problem.replace(shown, target))
    text = f"The picture {target} is not shown: the name contains a space. Rename it, or write {shown}"
    return Link(target, link.path, text)


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
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        there, size = path.is_file(), path.stat().st_size if path.is_file() else 0
    except (OSError, ValueError):  # no name that a file could have
        return Link(target, problem=f"The picture {target[:100]} is not there. Correct its name in the cell.")
    # A drive letter looks like a scheme ("C:").
    if parts.scheme or not inside or Path(name).is_absolute():
        return Link(target, problem=f"The picture {target} is outside this folder. Copy it into imgs/.")
    if not there and "\\" in name and not (other := _link(quote(name.replace("\\", "/")), folder, attachments)).problem:
        text = f"The picture {target} is not shown: write / and not \\ in its name, as {other.target}"
        return Link(target, other.path, text)
    if there and not size:
        return Link(target, path, f"The picture {target} is empty (0 bytes). Save it again.")
    if not there:
        return Link(target, problem=f"The picture {target} is not there. {_advice(path, folder)}")
    return Link(target, path)


def _advice(path: Path, folder: Path) -> str:
    there = [item.name for item in path.parent.iterdir()] if path.parent.is_dir() else []
    near = nearest(path.name, there)
    if near:
        found = (path.parent / near).relative_to(folder).as_posix()
        return f"Did you mean {found}? Names must agree in every letter, capitals too."
    return "Put the file there, or correct its name in the cell."
