"""Sections of a data file of regular expressions and words: "[name]", then a line each; "#" begins a remark."""

from importlib.resources.abc import Traversable


def sections_of(file: Traversable) -> dict[str, list[str]]:
    """Return the lines of each section of a data file, in their order."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []  # what stands before the first is of none
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found
