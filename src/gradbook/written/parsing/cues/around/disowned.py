"""Disowned: what stands under, above or behind a label by which it is not, or no longer, the writer's answer.

    draft                   # old run               q = 10
    q = 10                  q = 10                  made up

Such a label is a line of its own, as a title, a comment or a remark in brackets. It is of all equations up to the next
line of words where it stands above them, and of those right above it where it stands below.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from gradbook.core.text.lines import behind_in_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.lists.disowning import disowns
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.tracing.trace import found_by, said

_LABEL = regex(r"[ \t>#*_(\[/%;~=-]*(?P<label>[^\W\d_][^\n|=]{0,40}?)[ \t:.!)\]*_~=-]*")
_LONGEST = 80  # letters of a line that is one
_STATES = regex(r"[\d|=]")
_WORD = regex(r"[^\W\d_]{2}")

_TASKS = regex(r"[Tt][Oo][ -]?[Dd][Oo]:?")
_ITEM = regex(r"[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]")


def without_disowned(statements: list[Statement], source: str) -> list[Statement]:
    """Return statements, in doubt where a label disowns them.

    Args:
        statements: in order.
        source: the answer.
    """
    lines = source.split("\n")
    begins = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    labels = {
        at: label for at, (line, begin) in enumerate(zip(lines, begins, strict=True)) if (label := _label(line, begin))
    }
    stating = _lines_of(statements, source) if labels else frozenset()
    doubted: dict[int, str] = {}
    for at, label in labels.items():
        above = () if _leads_tasks(lines, at, label) else _over(lines, at, stating)
        doubted |= dict.fromkeys(_under(lines, at, stating) or above, label)
    return [
        one
        if one.doubt or not (told := doubted.get(source.count("\n", 0, one.start), "") or _beside(one, source))
        else replace(one, doubt=found_by("disowned by a label", without_disowned, told))
        for one in statements
    ]


def _label(line: str, begin: int) -> str:
    """Return the label that a line is, or what begins at a place of the source, if it disowns anything."""
    found = _LABEL.fullmatch(line) if len(line) < _LONGEST else None
    start, end = found.span("label") if found and disowns(found["label"]) else (0, 0)
    return said(line[start:end], begin + start, begin + end)


def _leads_tasks(lines: Sequence[str], at: int, label: str) -> bool:
    """Whether a label stands over a list of what is to be done, which other rules read: "TODO:", "- [ ] plot it"."""
    below = next((line for line in lines[at + 1 : at + 3] if line.strip()), "")
    return _TASKS.fullmatch(label) is not None and _ITEM.match(below) is not None


def _beside(statement: Statement, source: str) -> str:
    """Return the label that stands behind a statement in its line: "q = 10 (made up)"."""
    behind = behind_in_line(source, statement.end)
    return _label(behind, statement.end) if behind else ""


def _lines_of(statements: Sequence[Statement], source: str) -> frozenset[int]:
    """Return the lines in which statements stand."""
    return frozenset(
        line
        for one in statements
        for line in range(source.count("\n", 0, one.start), source.count("\n", 0, one.end) + 1)
    )


def _under(lines: Sequence[str], at: int, stating: frozenset[int]) -> range:
    """Return the lines that a label stands above: none where anything but what states something follows it."""
    begin = next((n for n in range(at + 1, len(lines)) if lines[n].strip()), len(lines))
    if begin not in stating and not (begin < len(lines) and "|" in lines[begin]):
        return range(0)
    ends = (n for n in range(begin, len(lines)) if n not in stating and _is_of_words(lines[n]))
    return range(begin, next(ends, len(lines)))


def _is_of_words(line: str) -> bool:
    """Whether a line holds words, and nothing that could be stated."""
    return _STATES.search(line) is None and _WORD.search(line) is not None


def _over(lines: Sequence[str], at: int, stating: frozenset[int]) -> range:
    """Return the lines that a label stands below, up to a blank one."""
    last = next((n for n in range(at - 1, -1, -1) if lines[n].strip()), -1)
    if last not in stating:
        return range(0)
    first = next((n for n in range(last, -1, -1) if not lines[n].strip()), -1)
    return range(first + 1, last + 1)
