"""Lines: program text cut into Python statements, comments, output and all else, each with its place in the source.

Text is parsed by Python's own `ast` and never executed; what another language writes is rewritten before.
"""

import ast
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate, pairwise, takewhile

from gradbook.core.text.lines import end_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.prompts import DEBUGGERS, TYPED
from gradbook.written.lexing.prompts import PYTHON as PYTHON_PROMPT
from gradbook.written.parsing.programs.output.outputs import NUMBER
from gradbook.written.parsing.programs.output.sessions import is_named_at, set_over, shown_at
from gradbook.written.parsing.programs.text.adapting import adapted
from gradbook.written.parsing.programs.text.dialects.dialect import PYTHON, Dialect
from gradbook.written.parsing.programs.text.dialects.rewritten import rewritten
from gradbook.written.parsing.programs.text.rewriting import Text, text_of
from gradbook.written.parsing.programs.text.unrolling import listed

LONGEST_LINE = 600
MOST_LINES = 60  # of one statement
_PYTHON_2 = (  # print x, y
    regex(r"^(\s{0,40})print[ ]+(?![(=])([^#\n]*[^#\s])(\s{0,40}(?:#.*)?)$"),
    r"\1print(\2)\3",
)
_PROMPT = regex(rf"[ \t]*(?:{PYTHON_PROMPT}|{DEBUGGERS})[ \t]?")
_PLAIN, _NONE = regex(r"[ ]{0,3}>{1,2}[ \t]"), regex(r"(?!)")
_GO_ON = ("...", "...:", "+")
_OUT = regex(r"[ \t]*(?:Out ?\[[\d ]*\]:(?!=)|\$\d+ =)[ \t]*")
_QUOTED = regex(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'")
_COMPOUND = regex(r"(?:async\s+)?(?:def|class|for|while|if|with|try)\b|@")
_THREE = regex(r"[ \t]*(?:\w+\s*=\s*|print\()?[rRfFbBuU]{0,2}(?P<mark>\"{3}|'{3})")
_GOES_ON = regex(r"(?:elif|else|except|finally)\b")
_DERIVATIVE = regex(r"(?<![\w.])[d∂][A-Za-z]\w*/[d∂][A-Za-z]")  # "lr * dL/dw" is mathematics
_COLUMNS = regex(rf"=\s*\[\s*{NUMBER}(?:\s+{NUMBER})+\s*\]\s*$")  # "z = [ 0.27 -0.18]", as NumPy prints it
_MAGIC = regex(  # undefined: what JavaScript shows of a declaration
    r"[%!][A-Za-z]|undefined$|\$ [./\w][^#=]*$|`[^`]*\$\{[^`]*`[,;]?$"  # a command, a text that is still to be filled
)
_DICT = regex(r"[ \t]*[A-Za-z_][\w.]*[ ]?=[ ]?(?:\{|dict\()[ \t]*(?:#.*)?$")
_CLOSES = regex(r"\s*(\})\s*;?\s*")
_SIGN_ALONE = regex(r"[=≈+*/×·⋅−-]")
_OPEN_END = regex(r".*[^=<>!:+*/-]\s*[=≈]")  # no line of a program ends so


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
        places: where each letter of the parsed lines stands in the source.
        texts: these lines.
        asks: whether a prompt stands before it, so that its value is shown.
        echoes: whether the language shows what is assigned, by its name.
    """

    sort: Sort
    start: int
    end: int
    tree: tuple[ast.stmt, ...] = ()
    places: tuple[Sequence[int], ...] = ()
    texts: tuple[str, ...] = ()
    asks: bool = False
    echoes: bool = False

    def place(self, line: int, column: int) -> int:
        """Return where a place of the tree stands in the source; columns are counted in bytes."""
        text = self.texts[line - 1]
        if not text.isascii():
            column = len(text.encode()[:column].decode(errors="ignore"))
        return self.places[line - 1][column]

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Return where a node of the tree stands in the source."""
        end = self.place(node.end_lineno or node.lineno, node.end_col_offset or 0)
        return self.place(node.lineno, node.col_offset), end

    def comment(self, line: int) -> tuple[int, int] | None:
        """Return where the comment of a line stands, its sign included."""
        text = self.texts[line - 1]
        at = comment_at(text)
        places = self.places[line - 1]
        return (places[at], places[len(text.rstrip())]) if at >= 0 else None


def comment_at(line: str) -> int:
    """Return where a comment begins in a line, or -1."""
    if "#" not in line:
        return -1
    return _QUOTED.sub(lambda match: "_" * len(match.group()), line).find("#")


ROW = regex(r"\n[ \t]*#[ \t]*(?=\[)")  # of an array in comments


@dataclass(frozen=True, slots=True)
class _Line:
    """A line behind its prompt: its place, as Python writes it, and whether there was a prompt."""

    begin: int
    stop: int
    python: Text
    prompted: bool

    @property
    def text(self) -> str:
        return self.python.text


def _rows(source: str, lines: list[_Line], at: int) -> int:
    """Return how many lines of comment below one are further rows of an array that it leaves open."""
    count, depth = 0, _open(lines[at].text)
    while depth > 0 and at + count + 1 < len(lines) and ROW.match(source, lines[at + count].stop):
        count += 1
        depth += _open(lines[at + count].text)
    return 0 if depth else count


def _open(text: str) -> int:
    return text.count("[") - text.count("]")


def units_of(source: str, start: int, end: int, dialect: Dialect) -> Iterator[Unit]:
    """Yield the units of program text, in order."""
    lines = _lines(source, start, end, dialect)
    depths = [_depth(line.text) for line in lines]
    at = 0
    while at < len(lines):
        line = lines[at]
        begin, stop, bare = line.begin, line.stop, line.text.strip()
        if not bare:
            yield Unit(Sort.BLANK, begin, stop)
        elif out := _OUT.match(source, begin, stop) or dialect.out.match(source, begin, stop):
            yield Unit(Sort.OUTPUT, out.end(), stop)
        elif count := _shown(lines, source, at, dialect):
            yield Unit(Sort.OUTPUT, begin, lines[at + count - 1].stop)
            at += count - 1
        elif bare[0] == "#":
            at_sign = line.python.places[line.text.index("#")]
            rows = _rows(source, lines, at)
            yield Unit(Sort.COMMENT, at_sign, lines[at + rows].stop, asks=line.prompted)
            at += rows
        elif not _is_dict(lines, depths, at, dialect) and (count := _spread(lines, at)):
            yield Unit(Sort.OTHER, begin, lines[at + count - 1].stop)
            at += count - 1
        elif _MAGIC.match(bare):
            yield Unit(Sort.BLANK, stop, stop)
        else:
            count = _text(source, lines, at) or _count(lines, depths, at)
            unit = _python(lines[at : at + count], dialect)
            if unit is None and count > 1:
                count, unit = 1, _python(lines[at : at + 1], dialect)
            yield unit or Unit(Sort.OTHER, begin, stop)
            at += count - 1
        at += 1


def _shown(lines: list[_Line], source: str, at: int, dialect: Dialect) -> int:
    """Return how many lines are one value, or a value below its name, as sessions show it; 0 where there is none."""
    if lines[at].prompted:
        return 0
    spans = [(each.begin, each.stop) for each in lines[at : at + MOST_LINES]]
    if count := set_over(spans, source, 0):
        return count
    return shown_at(spans, source, 0) if dialect is not PYTHON or is_named_at(spans, source, 0) else 0


def _is_dict(lines: list[_Line], depths: list[int], at: int, dialect: Dialect) -> bool:
    """Whether a line opens a dict of Python with an entry a line, which is no equation over lines."""
    if depths[at] <= 0 or not _DICT.match(lines[at].text):
        return False
    unit = _python(lines[at : at + _count(lines, depths, at)], dialect)
    return unit is not None


def _spread(lines: list[_Line], at: int) -> int:
    """Return how many lines are one equation that is written with its signs in lines of their own; 0 for none."""
    texts = [line.text.strip() for line in lines[at : at + MOST_LINES]]
    depths = accumulate(_depth(text) for text in texts)  # of a list over lines, in an equation that is no Python
    listed = _depth(texts[0]) > 0 and "=" in texts[0].partition("[")[0] and _python(lines[at : at + 1], PYTHON) is None
    goes_on = (
        _joins(one, other) or (listed and depth > 0)
        for (one, other), depth in zip(pairwise(texts), depths, strict=False)
    )
    count = sum(1 for _ in takewhile(bool, goes_on))
    return count + 1 if count else 0


def _joins(one: str, other: str) -> bool:
    """Whether a line goes on with the one before it: a sign alone, behind one, behind an equals sign, or with one.

    Behind another equals sign only with an array, which is no longer that of one name where it is read as a program.
    """
    if not one or not other:
        return False
    alone = _SIGN_ALONE.fullmatch(one) or _SIGN_ALONE.fullmatch(other) or _OPEN_END.fullmatch(one)
    return alone is not None or (other[0] in "=≈" and ("[" in other or not set("=≈") & set(one)))


def _lines(source: str, start: int, end: int, dialect: Dialect) -> list[_Line]:
    """Return all lines."""
    found = []
    at, opened = start, False
    plain = _PLAIN if TYPED.search(source, start, end) else _NONE
    while at < end:
        stop = end_of_line(source, at, end)
        forms = (_PROMPT, dialect.prompt, plain)
        prompt = next((typed for form in forms if (typed := form.match(source, at, stop))), None)
        begin = prompt.end() if prompt else at
        text = text_of(source, begin, stop)
        python = rewritten(text, dialect) if stop - begin <= LONGEST_LINE else text
        python = python.replaced(_PYTHON_2) if dialect is PYTHON else python
        if opened and (closes := _CLOSES.fullmatch(text.text)):  # what closes a body is none of Python
            python, opened = text[closes.start(1) : closes.end(1)], False
        opened = dialect.keys and (opened or _DICT.match(python.text) is not None)
        found.append(_Line(begin, stop, python, prompt is not None and prompt.group().strip() not in _GO_ON))
        at = stop + 1
    return found


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _depth(text: str) -> int:
    """Return how many more brackets a line opens than it closes."""
    plain = _QUOTED.sub("", text).partition("#")[0]
    return sum(map(plain.count, "([{")) - sum(map(plain.count, ")]}"))


def _text(source: str, lines: list[_Line], at: int) -> int:
    """Return how many lines a text in three quotation marks takes that begins in a line and ends in another."""
    opened = _THREE.match(source, lines[at].begin, lines[at].stop)
    if not opened or opened.group("mark") in source[opened.end() : lines[at].stop]:
        return 0
    behind = lines[at + 1 : at + MOST_LINES]
    return next((n for n, line in enumerate(behind, 2) if opened.group("mark") in source[line.begin : line.stop]), 0)


def _count(lines: list[_Line], depths: list[int], at: int) -> int:
    """Return how many lines a statement takes: while brackets are open, and the body of one that has a body."""
    first = lines[at].text
    compound = _COMPOUND.match(first.lstrip()) is not None
    depth, count, used = 0, 0, 1
    while at + count < len(lines) and count < MOST_LINES:
        text = lines[at + count].text
        bare = text.strip()
        if count and not depth:
            deeper = _indent(text) > _indent(first) and bare[:1] != "#"
            goes_on = _indent(text) == _indent(first) and bool(_GOES_ON.match(bare) or first.lstrip()[:1] == "@")
            if not compound or lines[at + count].prompted or not (not bare or bare[:1] == "#" or deeper or goes_on):
                break
            if bare and (deeper or goes_on):
                used = count + 1
        depth = max(0, depth + depths[at + count])
        count += 1
        if depth:
            used = min(count + 1, len(lines) - at)
    return used if not depth else 1


def _code(line: str) -> str:
    """Return a line without its comment."""
    at = comment_at(line)
    return line if at < 0 else line[:at]


def _python(lines: list[_Line], dialect: Dialect) -> Unit | None:
    """Return lines as Python; None where they are none."""
    indent = _indent(lines[0].text)
    cut = [line.python[min(indent, _indent(line.text)) :] for line in lines]
    texts = [line.text.rstrip("\r") for line in cut]
    if any(len(text) > LONGEST_LINE or "\x00" in text for text in texts):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what Python finds odd
            tree = [listed(adapted(statement, dialect)) for statement in ast.parse("\n".join(texts)).body]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not tree or any("^" in _code(text) or _COLUMNS.search(text) for text in texts):  # a power in mathematics
        return None
    if any("/d" in text and _DERIVATIVE.search(_QUOTED.sub("", _code(text))) for text in texts):
        return None
    if isinstance(tree[0], ast.Assign) and isinstance(tree[0].targets[0], ast.Starred):  # "* q = 10", of a list
        return None
    places = tuple(line.places for line in cut)
    echoes = dialect.echoes and not texts[-1].partition("#")[0].rstrip().endswith(";")
    return Unit(
        Sort.PYTHON, places[0][0], lines[-1].stop, tuple(tree), places, tuple(texts), lines[0].prompted, echoes
    )  # fmt: skip
