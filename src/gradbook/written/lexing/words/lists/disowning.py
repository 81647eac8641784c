"""Disowning: labels by which what they stand beside is not, or no longer, the writer's answer: `disowning.txt`."""

from functools import cache
from importlib.resources import files

from gradbook.core.text.patterns import regex
from gradbook.core.text.scripts import lettered
from gradbook.written.lexing.words.dictionary import bare

_MARKS = regex(r"[^\w\s'/+-]+|_")


def disowns(label: str) -> bool:
    """Whether a label disowns what it stands beside: "(stale)", "# old run", "Nicht werten!"."""
    return _plain(label) in labels()


def _plain(label: str) -> str:
    return " ".join(bare(word) for word in _MARKS.sub(" ", label).replace("’", "'").split())


@cache
def labels() -> dict[str, str]:
    """Return all such labels, each with its language."""
    text = lettered((files(__package__) / "disowning.txt").read_text("utf-8"))
    lines = (line.partition(": ") for line in text.splitlines() if not line.startswith("#"))
    return {bare(label): language for language, _, listed in lines for label in listed.split("; ") if label}
