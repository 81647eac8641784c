"""Output: what prints show, and the lines that they have shown, matched one by one."""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from gradbook.core.text.patterns import regex
from gradbook.written.expression import Node, as_written

NUMBER = r"[-−+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
_OPENS = (
    r"(?:(?:[a-z]{1,12}\.)?(?:[tT]ensor|[aA]rray|DeviceArray|float\d\d|Value|Scalar)\(|[A-Z]\w{0,20}\((?=(?:data|v(?:al(?:ue)?)?)=|[-−\d.]+\))"
    r"|<tf\.\w{1,20}:[^\n<>]{0,80}?numpy=)?(?:[(\[]+ {0,4})?(?:(?:data|v(?:al(?:ue)?)?)=)?"
)
_BESIDE = "dtype|grad_fn|requires_grad|device|label|name|_?op|operation"  # what libraries print beside a number
_CLOSES = rf"(?:\.{{3}}|…)?\]*(?:,\s*+(?:{_BESIDE}|grad|shape)=(?:\(\)|[^\n(),]{{1,60}}))*+[)\]>]*"
VALUE = rf"{_OPENS}({NUMBER}){_CLOSES}"
WRAPPED = regex(rf"(?=[A-Za-z<]){VALUE}(?=[\s，,;；])")  # by a library, with something behind it
_ENTRY = rf"'[^'\n]{{1,20}}'\s*+:\s*+{VALUE}"
_LIST = regex(r"\[[^\[\]\s,][^\[\]\s,]*[\s,][^\[\]\n]{1,80}\]")  # where one number is meant
NOTHING = "None"  # what Python shows of a gradient that is not there yet
_DOTS = regex(r"\.{3}|…")  # what is left out of a number
_ANY = regex(r"[^\s,]{1,40}")
_BLANKS, _COMMAS = regex(r"\s*+"), regex(r"[\s,]*+")
_OPENING = regex(r"(?:[a-z]{1,12}\()?[({\[]{1,4}\s*+")
_CLOSING = regex(rf"\s*+(?:,\s*+(?=[)}}\]]))?(?:[)}}\]]{{1,4}})?{_CLOSES},?")
_BETWEEN = regex(r"[\s,]*+(?:\]\s*+,?\s*+\[)?\s*+")  # the end of a row and the begin of the next
_VALUES = regex(rf"[(\[]?\s*+{VALUE}(?:(?:\s*+,\s*+|\s++){VALUE})*+\s*+,?\s*+[)\]]{{0,3}}")
_ENTRIES = regex(rf"(?:[a-z]{{1,12}}\()?\{{\s*+{_ENTRY}(?:\s*+,\s*+{_ENTRY})*+\s*+,?\s*+\}}\)?")
_KEY = regex(r"'([^'\n]{1,20})'\s*+:")
_ONE = regex(VALUE)
OPENED = regex(rf"{_OPENS}\Z")  # what a library prints right before a number
SLOPE = regex(rf"\bgrad=({NUMBER})")
WRAPPER = regex(  # what stands around a number that a library prints
    r"\b(?:(?:np|numpy|torch|tf)\.)?(?:tensor|array|float\d\d|Value|Scalar)(?=\()"
    rf"|,[ \t]*(?:{_BESIDE}|shape)=(?:\(\)|[^\n(),]{{1,60}})|(?<=\d)\.(?=[)\],])",
    re.IGNORECASE,
)
_SAYS = regex(r"\w")  # a line of signs, "-----", only parts others
_SLOT = regex(r"\{[^{}\n]{0,20}\}|%[-+ #0]*\d*(?:\.\d+)?[dfgesr]")
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Slot:
    """A value in a line of output: the quantities that it shows, several where it is a list; None where unknown.

    A matrix has a line for each of its rows; what is shown of a value with its gradient is the gradient too, which is
    0.0 before backward() is called: that of the only value, or those of all. The text is the expression as the program
    has it. It is part of a matrix where it is one row of several.
    """

    nodes: tuple[Node | None, ...]
    keys: tuple[str, ...] = ()
    rows: int = 1
    slope: Node | None = None
    differentiated: bool = False
    text: str = ""
    part: bool = False
    slopes: tuple[Node | None, ...] = ()

    def slope_at(self, place: int) -> Node | None:
        """Return the gradient of the value at a place."""
        return self.slopes[place] if self.slopes else self.slope

    def row(self, place: int) -> "Slot":
        """Return what one row shows."""
        width = len(self.nodes) // self.rows
        return Slot(self.nodes[place * width : (place + 1) * width], text=self.text, part=True)


@dataclass(frozen=True, slots=True)
class Line:
    """What a print shows: texts and values, in order.

    Attributes:
        parts: the texts and values.
        loop: whether it is of the first round of a loop, so that it counts where it fits.
        later: whether it is of a later round, and says nothing of the exercise.
        counted: whether it tells the number of the round.
    """

    parts: tuple[str | Slot, ...]
    loop: bool = False
    later: bool = False
    counted: bool = False

    @property
    def labelled(self) -> bool:
        """Whether there is a text in it that has letters."""
        return any(isinstance(part, str) and any(map(str.isalpha, part)) for part in self.parts)

    @property
    def nodes(self) -> list[Node]:
        """The quantities that it shows, with the gradients of values that have some by then."""
        slots = [part for part in self.parts if isinstance(part, Slot)]
        slopes = [slot.slope for slot in slots if slot.differentiated]
        return [node for node in (*(node for slot in slots for node in slot.nodes), *slopes) if node is not None]

    @property
    def forgotten(self) -> "Line":
        """The same line, of which nobody knows what it shows."""
        parts = (part if isinstance(part, str) else Slot((None,) * len(part.nodes), part.keys) for part in self.parts)
        return replace(self, parts=tuple(parts))

    def looped(self, counter: str, *, later: bool = False) -> "Line":
        """Return the line as that of a loop, in its first round or a later one."""
        slots = [part.text for part in self.parts if isinstance(part, Slot)]
        counted = bool(counter) and any(counter in re.findall(r"\w+", text) for text in slots)
        if later or self.later:
            return replace(self if counted else self.forgotten, later=True, counted=counted)
        return replace(self, loop=True, counted=counted)

    @property
    def texts(self) -> str:
        """All texts of it."""
        return " ".join(part for part in self.parts if isinstance(part, str))


@dataclass(frozen=True, slots=True)
class Shown:
    """A quantity, where its number stands in the source, and the expression that a program prints there.

    It is listed where it is one of several, as an entry of an array is.
    """

    node: Node | None
    start: int
    end: int
    value: float
    text: str = ""
    listed: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Where the number stands."""
        return self.start, self.end


def shows_values(text: str) -> bool:
    """Whether a line holds numbers only, as Python, NumPy or PyTorch print them."""
    return len(text) <= LONGEST and (_VALUES.fullmatch(text) or _ENTRIES.fullmatch(text)) is not None


def keys_in(text: str) -> tuple[str, ...]:
    """Return the keys of a dict that a line shows."""
    return tuple(_KEY.findall(text)) if len(text) <= LONGEST and _ENTRIES.fullmatch(text) else ()


def values_in(source: str, start: int, end: int) -> list[tuple[int, int, float]]:
    """Return the numbers of a line that shows values only, each with its place."""
    found = _ONE.finditer(source, start, end)
    return [(*one.span(1), as_written(one.group(1).replace("−", "-"))) for one in found]


def matched(line: Line, source: str, start: int, end: int) -> list[Shown] | None:
    """Return the numbers of a line of output that a print has shown; None where it is not that line's output."""
    found: list[Shown] = []
    at, behind = start, False
    for part in line.parts if end - start <= LONGEST else ():
        if isinstance(part, str):
            for word in part.split():
                at = _over(_BLANKS, source, at, end)
                if not source.startswith(word, at, end):
                    return None
                at += len(word)
                behind = False
            continue
        at = _over(_COMMAS if behind else _BLANKS, source, at, end)
        behind = True
        many = len(part.nodes) > 1 or bool(part.keys)
        at = _over(_OPENING, source, at, end) if many else at
        for place, node in enumerate(part.nodes):
            at = _over(_BETWEEN, source, at, end) if place else at
            if part.keys:
                key = regex(rf"'{re.escape(part.keys[place])}'\s*+:\s*+").match(source, at, end)
                if key is None:
                    return None
                at = key.end()
            if not many and (several := _LIST.match(source, at, end)):
                at = several.end()
            elif value := _ONE.match(source, at, end) or _ONE.match(source, _over(_OPENING, source, at, end), end):
                found.append(replace(_shown(node, value.group(1), value.start(1), part.text), listed=many or part.part))
                by = part.slope_at(place)
                slope = SLOPE.search(source, value.end(1), value.end()) if by is not None else None
                if slope and (part.differentiated or float(slope.group(1))):
                    found.append(_shown(by, slope.group(1), slope.start(1), part.text))
                wrapped = value.start() > at
                at = value.end() if value.start() < value.start(1) else _over(_DOTS, source, value.end(1), end)
                at = _over(_CLOSING, source, at, end) if wrapped else at
            elif (other := _ANY.match(source, at, end)) and (node is None or other.group() == NOTHING):
                at = other.end()
            else:
                return None
        at = _over(_CLOSING, source, at, end) if many else at
    return found if _over(_BLANKS, source, at, end) == end else None


def _shown(node: Node | None, number: str, start: int, text: str) -> Shown:
    return Shown(node, start, start + len(number), as_written(number.replace("−", "-")), text)


def _over(pattern: re.Pattern[str], source: str, at: int, end: int) -> int:
    """Return the place behind what may stand here."""
    match = pattern.match(source, at, end)
    return match.end() if match else at


def lines_of(call: ast.Call, slot: Callable[[ast.expr], Slot]) -> list[Line] | None:
    """Return the lines that a print shows; None where that is not sure.

    Args:
        call: of print.
        slot: gives what an expression shows.
    """
    if any(keyword.arg == "end" for keyword in call.keywords):
        return None
    parts: list[str | Slot] = []
    match call:
        case ast.Call(func=ast.Name(id="printf"), args=[ast.Constant(value=str() as text), *values]):
            parts = _filled(text, [slot(each) for each in values])
        case _:
            between = next((keyword.value for keyword in call.keywords if keyword.arg == "sep"), ast.Constant(" "))
            if not (isinstance(between, ast.Constant) and isinstance(between.value, str)):
                return None
            for arg in call.args:
                parts += [*_parts(arg, slot), between.value]
    lines: list[list[str | Slot]] = [[]]
    for part in parts:
        if isinstance(part, str) and "\n" in part:
            first, *others = part.split("\n")
            lines[-1].append(first)
            lines += [[other] for other in others]
        else:
            lines[-1].append(part)
    lines = [one for line in lines for one in _by_row(line)]
    return [
        Line(tuple(line)) for line in lines if any(not isinstance(part, str) or _SAYS.search(part) for part in line)
    ]


def _parts(arg: ast.expr, slot: Callable[[ast.expr], Slot]) -> list[str | Slot]:
    """Return what an argument of a print shows."""
    match arg:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.JoinedStr(values=values):
            return [part for value in values for part in _parts(value, slot)]
        case ast.FormattedValue(value=inner):
            return [slot(inner)]
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as text), attr="format"), args=args):
            return _filled(text, [slot(inner) for inner in args])
        case ast.Call(func=ast.Name(id="sprintf" | "printf"), args=[ast.Constant(value=str() as text), *args]):
            return _filled(text, [slot(inner) for inner in args])
        case ast.Call(func=ast.Name(id="paste" | "paste0" | "strcat" | "string"), args=args):
            return [part for inner in args for part in _parts(inner, slot)]
        case ast.Call(
            func=ast.Attribute(value=ast.Constant(value=str() as between), attr="join"), args=[ast.List(elts=elts)]
        ):  # ", ".join(...)
            return [part for inner in elts for part in (*_parts(inner, slot), between)][:-1]
        case ast.List(elts=elts) if any(isinstance(each, ast.Constant | ast.JoinedStr) for each in elts):
            texts = any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in elts)
            return [part for inner in elts for part in _parts(inner, slot)] if texts else [slot(arg)]
        case ast.BinOp(left=ast.Constant(value=str() as text), op=ast.Mod(), right=right):
            values = right.elts if isinstance(right, ast.Tuple) else [right]
            return _filled(text, [slot(each) for each in values])
        case ast.BinOp(left=left, op=ast.Add(), right=right) if _is_text(left) or _is_text(right):  # "q = " + str(q)
            return [*_parts(left, slot), *_parts(right, slot)]
    return [slot(arg)]


def _is_text(tree: ast.expr) -> bool:
    match tree:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return True
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _is_text(left) or _is_text(right)
    return False


def _by_row(line: "list[str | Slot]") -> "list[list[str | Slot]]":
    """Return the lines that a line with one matrix at its end is set in."""
    shown = [part for part in line if isinstance(part, Slot)]
    if not shown or shown[-1].rows < 2 or any(slot.rows > 1 for slot in shown[:-1]):
        return [line]
    last = line.index(shown[-1])
    rows: list[list[str | Slot]] = [[shown[-1].row(place)] for place in range(shown[-1].rows)]
    return [[*line[:last], *rows[0]], *rows[1:-1], [*rows[-1], *line[last + 1 :]]]


def shown_by(slot: Slot) -> list[Line]:
    """Return the lines in which a value alone is shown."""
    return [Line(tuple(line)) for line in _by_row([slot])]


def _filled(text: str, slots: list[Slot]) -> list[str | Slot]:
    """Return the parts of a text with slots, such as "q = {}" and "q = %.2f"."""
    texts = _SLOT.split(text)
    if len(texts) != len(slots) + 1:
        return [text]
    parts: list[str | Slot] = [texts[0]]
    for slot, behind in zip(slots, texts[1:], strict=True):
        parts += [slot, behind]
    return parts
