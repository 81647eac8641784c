"""Lines: program text cut into Python statements, comments, output and all else, each with its place in the source.

Text is parsed by Python's own `ast` and never executed.
"""

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

LONGEST_LINE = 600
MOST_LINES = 60  # of one statement
_PROMPT = re.compile(r"[ \t]*(?:>>>|\.\.\.(?=[ \t]|$)|In ?\[[\d ]*\]:)[ \t]?")
_OUT = re.compile(r"[ \t]*Out ?\[[\d ]*\]:[ \t]*")
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'")
_COMPOUND = re.compile(r"(?:async\s+)?(?:def|class|for|while|if|with|try)\b|@")
_THREE = re.compile(r"[ \t]*(?:\w+\s*=\s*|print\()?[rRfFbBuU]{0,2}(?P<mark>\"{3}|'{3})")
_GOES_ON = re.compile(r"(?:elif|else|except|finally)\b")
_MAGIC = re.compile(r"[%!][A-Za-z]")
_DECLARED = re.compile(r"(?:var|let|const|double|float)\s+(?=[A-Za-z_]\w*\s*=)")  # as JavaScript and C write it


class Sort(Enum):
    """What a line (or several) of program text is."""

    PYTHON = auto()
    COMMENT = auto()
    OUTPUT = auto()  # behind "Out[3]:"
    OTHER = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more lines that belong together.

    Attributes:
        sort: what they are.
        start, end: their place in the source, prompts left out.
        tree: the statements, where it is Python.
        starts: where each line of the parsed text begins in the source.
        texts: these lines.
        asks: whether a prompt stands before it, so that its value is shown.
    """

    sort: Sort
    start: int
    end: int
    tree: tuple[ast.stmt, ...] = ()
    starts: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    asks: bool = False

    def place(self, line: int, column: int) -> int:
        """Return where a place of the tree stands in the source; columns are counted in bytes."""
        text = self.texts[line - 1]
        if not text.isascii():
            column = len(text.encode()[:column].decode(errors="ignore"))
        return self.starts[line - 1] + column

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Return where a node of the tree stands in the source."""
        end = self.place(node.end_lineno or node.lineno, node.end_col_offset or 0)
        return self.place(node.lineno, node.col_offset), end

    def comment(self, line: int) -> tuple[int, int] | None:
        """Return where the comment of a line stands, its sign included."""
        text = self.texts[line - 1]
        at = comment_at(text)
        start = self.starts[line - 1]
        return (start + at, start + len(text.rstrip())) if at >= 0 else None


def comment_at(line: str) -> int:
    """Return where a comment begins in a line, or -1."""
    if "#" not in line:
        return -1
    return _QUOTED.sub(lambda match: "_" * len(match.group()), line).find("#")


def units_of(source: str, start: int, end: int) -> Iterator[Unit]:
    """Yield the units of program text, in order."""
    lines = _lines(source, start, end)
    depths = [_depth(source[begin:stop]) for begin, stop, _ in lines]
    at = 0
    while at < len(lines):
        begin, stop, prompted = lines[at]
        text = source[begin:stop]
        bare = text.strip()
        if not bare:
            yield Unit(Sort.BLANK, begin, stop)
        elif out := _OUT.match(source, begin, stop):
            yield Unit(Sort.OUTPUT, out.end(), stop)
        elif bare[0] == "#":
            yield Unit(Sort.COMMENT, stop - len(text.lstrip()), stop, asks=prompted)
        elif _MAGIC.match(bare):
            yield Unit(Sort.BLANK, begin, stop)
        else:
            count = _text(source, lines, at) or _count(source, lines, depths, at)
            unit = _python(source, lines[at : at + count])
            if unit is None and count > 1:
                count, unit = 1, _python(source, lines[at : at + 1])
            yield unit or Unit(Sort.OTHER, begin, stop)
            at += count - 1
        at += 1


def _lines(source: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Return the places of all lines behind their prompts, and whether there was one."""
    found = []
    at = start
    while at < end:
        stop = source.find("\n", at, end)
        stop = stop if stop >= 0 else end
        prompt = _PROMPT.match(source, at, stop)
        found.append((prompt.end() if prompt else at, stop, prompt is not None and "..." not in prompt.group()))
        at = stop + 1
    return found


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _depth(text: str) -> int:
    """Return how many more brackets a line opens than it closes."""
    plain = _QUOTED.sub("", text).partition("#")[0]
    return sum(map(plain.count, "([{")) - sum(map(plain.count, ")]}"))


def _text(source: str, lines: list[tuple[int, int, bool]], at: int) -> int:
    """Return how many lines a text in three quotation marks takes that begins in a line and ends in another."""
    opened = _THREE.match(source, *lines[at][:2])
    if not opened or opened.group("mark") in source[opened.end() : lines[at][1]]:
        return 0
    behind = lines[at + 1 : at + MOST_LINES]
    return next((n for n, (begin, stop, _) in enumerate(behind, 2) if opened.group("mark") in source[begin:stop]), 0)


def _count(source: str, lines: list[tuple[int, int, bool]], depths: list[int], at: int) -> int:
    """Return how many lines a statement takes: while brackets are open, and the body of one that has a body."""
    first = source[lines[at][0] : lines[at][1]]
    compound = _COMPOUND.match(first.lstrip()) is not None
    depth, count, used = 0, 0, 1
    while at + count < len(lines) and count < MOST_LINES:
        text = source[lines[at + count][0] : lines[at + count][1]]
        bare = text.strip()
        if count and not depth:
            deeper = _indent(text) > _indent(first) and bare[:1] != "#"
            goes_on = _indent(text) == _indent(first) and bool(_GOES_ON.match(bare) or first.lstrip()[:1] == "@")
            if not compound or lines[at + count][2] or not (not bare or bare[:1] == "#" or deeper or goes_on):
                break
            if bare and (deeper or goes_on):
                used = count + 1
        depth = max(0, depth + depths[at + count])
        count += 1
        if depth:
            used = min(count + 1, len(lines) - at)
    return used if not depth else 1


def _python(source: str, lines: list[tuple[int, int, bool]]) -> Unit | None:
    """Return lines as Python; None where they are none."""
    indent = _indent(source[lines[0][0] : lines[0][1]])
    starts, texts = [], []
    for begin, stop, _ in lines:
        text = source[begin:stop]
        cut = min(indent, _indent(text))
        starts.append(begin + cut)
        texts.append(text[cut:].rstrip("\r"))
    if len(lines) == 1:
        texts[0], shift = _declared(texts[0])
        starts[0] += shift
    if any(len(text) > LONGEST_LINE or "\x00" in text for text in texts):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what Python finds odd
            tree = ast.parse("\n".join(texts)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not tree or any("^" in text for text in texts):  # a power in mathematics
        return None
    return Unit(Sort.PYTHON, starts[0], lines[-1][1], tuple(tree), tuple(starts), tuple(texts), lines[0][2])


def _declared(text: str) -> tuple[str, int]:
    """Return a line of JavaScript or C as Python writes it, and how many letters were cut off before it."""
    declared = _DECLARED.match(text)
    if not declared and not re.search(r";\s*//", text):
        return text, 0
    shift = declared.end() if declared else 0
    return text[shift:].replace("//", "# ", 1), shift
