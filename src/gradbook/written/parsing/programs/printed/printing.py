"""Printing: what a program shows, and the lines of output in which it stands."""

import ast
import re
from collections.abc import Sequence
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.programs.comments import is_shape
from gradbook.written.parsing.programs.leaves import Span, goes_on, leaf
from gradbook.written.parsing.programs.output.expected import Expected, rounds
from gradbook.written.parsing.programs.output.outputs import (
    NOTHING,
    Line,
    Slot,
    keys_in,
    lines_of,
    matched,
    shown_by,
    shows_values,
)
from gradbook.written.parsing.programs.output.titles import titled
from gradbook.written.parsing.programs.printed.told_lines import PLAIN, ToldLines
from gradbook.written.parsing.programs.stream import Stream
from gradbook.written.parsing.programs.text.lines import Sort, Unit
from gradbook.written.parsing.programs.values.meaning import Meaning
from gradbook.written.parsing.programs.values.values import Values

_DECIMALS = regex(r"\d\.\d")
_LABELS = regex(r"[,;|]\s*|\s{2,}")  # part what a text says of several values
_CALLED = regex(r"(\w+)\(")
_SHOWING = frozenset({
    "print", "pprint", "display", "round", "float", "items", "item", "dict", "numpy", "tolist", "named_parameters",
    "state_dict",
})  # fmt: skip
_NEAR = 2  # blocks, of which one may be a heading of the output
_Shown = tuple[int, int, Line | None]  # a line of output, and what was printed there
MOST_PENDING = 60  # lines of output that are waited for


class Printing(ToldLines):
    """Matches what was printed with the lines of output.

    Attributes:
        inside: the lines that the function prints which is defined here; None elsewhere.

    Args:
        source: the answer.
        meaning: says what an expression shows.
        stream: takes what is shown.
    """

    def __init__(self, source: str, meaning: Meaning, stream: Stream) -> None:
        super().__init__(source, meaning, stream)
        self._echoed: int | None = None  # where the value begins that the last block ends with
        self.inside: list[Line] | None = None
        self._shown = False  # whether Python itself shows that value
        self._noted: list[Line] = []  # prints whose output a comment gives, which may stand below them as well
        self._since = 0  # blocks since the last of them
        self._rest: list[Line] = []  # of what was printed, where a rule or a table parts the output
        self._parted = 0  # blocks since
        self._waited = self._earlier = 0  # lines that were waited for behind the last block, and the one before it

    def shows(self, slot: Slot) -> None:
        """Take what Python shows of an expression that stands alone."""
        self.value, self._shown = shown_by(slot), True

    def echoed(self, name: str, slot: Slot) -> None:
        """Take what MATLAB shows of an assignment or an expression: its name, a sign, and its value."""
        self.value, self._shown = [*self.value, Line((f"{name} =", slot))], False

    def noted_below(self, slot: Slot) -> None:
        """Take what many write down below an assignment at a prompt, though Python does not show it."""
        self.value, self._shown = shown_by(slot), False

    def note(self, values: Values, comment: Span | None) -> None:
        """Take a comment for the entries of an array, or for words."""
        if comment and is_shape(self._source, *comment, len(values.nodes)):
            return
        self._stream.note(Line((self._meaning.shown(values),)), comment)

    def end(self) -> None:
        """Wait for the value of a block's last expression."""
        self._forget_echo()
        self._since += 1
        self._parted += 1
        if self._since > _NEAR:
            self._noted = []
        if self._parted > 1:
            self._rest = []
        if self._shown and self.value:
            self._echoed = len(self.pending)
            self.pending += self.value
        self.value = []
        self._earlier, self._waited = self._waited, len(self.pending)

    def output(self, units: list[Unit], at: int) -> int:
        """Take the lines of output that stand here; return how many units they are."""
        lines = [*self.pending, *self.value] or self._rest or self._noted
        group, rest, count = self._group(lines, units, at)
        last = self.pending[self._earlier :] if 0 < self._earlier < len(self.pending) else []
        if last and not self.value and not _shows_all(group, lines):  # what was printed before is shown otherwise
            own, behind, many = self._group(last, units, at)
            begun = last[: len(own)]
            if own and [line for _, _, line in own] == begun and all(map(_known, begun)):
                lines, group, rest, count = last, own, behind, many
        sure = _shows_all(group, lines) or _shows_all(group, self.pending)
        for start, end, shown in group:
            if shown is not None and self._names_itself(shown, start, end):
                self._stream.output(None, start, end, sure=True)
                continue
            if shown is not None and shown.later and not shown.counted:
                continue
            line = shown
            if not (shown and _known(shown)) and (shown or len(lines) < 2):
                line = self._entries(_expression(shown) or self.expression, start, end) or (
                    shown if len(lines) > 1 else None
                )
            if line is None and shown is not None and shows_values(self._source[start:end].strip()):
                self._stream.unknown(start, end)
            else:
                self._stream.output(line, start, end, sure=sure and not (shown and (shown.loop or shown.later)))
        if group:
            self.pending, self.value, self._noted = [], [], []
            self._rest, self._parted = rest, 0
            self._waited = self._earlier = 0
        elif any(map(str.isalnum, self._source[units[at].start : units[at].end])):  # words part it, and no rule
            self._rest = []
        return count

    def _group(self, lines: list[Line], units: list[Unit], at: int) -> tuple[list[_Shown], list[Line], int]:
        """Return the lines of output that stand here, each with the one waited for, those behind, and the units."""
        spans = (span for unit in units[at:] for span in self.output_lines(unit))
        expected = Expected(lines, self._source, (self._source[slice(*span)].strip() for span in spans))
        group: list[_Shown] = []
        rest: list[Line] = []
        count = blank = 0
        for unit in units[at:]:
            if unit.sort is Sort.BLANK and group:  # print("\nNew weights:")
                blank += 1
                continue
            found: list[_Shown] = []
            for start, end in self.output_lines(unit):
                line = expected.next(start, end)
                shown_so = line is not None and matched(line, self._source, start, end) is not None
                fits = shown_so and line is not None and (bool(line.texts.strip()) or len(line.nodes) > 1)
                text = self._source[start:end].strip()
                nothing = line is not None and text == NOTHING
                if unit.sort is Sort.BLANK or not (fits or nothing or shows_values(text)):
                    break
                if blank and not (shown_so and unit.sort in PLAIN):
                    break
                if unit.sort is Sort.COMMENT and line is None:
                    break
                found.append((start, end, line))
            else:
                group += found
                rest = expected.rest
                count += blank + 1
                blank = 0
                continue
            break
        return group, rest, count

    def _names_itself(self, line: Line, start: int, end: int) -> bool:
        """Whether a line of a loop prints the name of what it shows too: for n, t in [("q", q)]: print(n, "=", t)."""
        if not (line.loop or line.later):
            return False
        label = re.split("[=:]", self._source[start:end])[0].strip()
        written = [part for part in line.parts if isinstance(part, str) and part.strip()]
        held = [part for part in line.parts if isinstance(part, Slot) and part.nodes == (None,)]
        first = written[0].strip(" =:\n") if written else ""
        begins = not written or not label.startswith(first or "=") or _goes_on_with_name(line, first, label)
        return bool(held) and begins and self._meaning.means(label) is not None

    def knows(self, text: str, *, known: bool) -> bool:
        """Whether a line of output is of one of several rounds, or (if not taken as known) what it shows is known."""
        lines = [*self.pending, *self.value]
        said = ((place, line.texts.strip()) for place, line in enumerate(lines))
        begun = (lines[place : place + 2] for place, label in said if label and text.lstrip().startswith(label))
        return any(line.loop or line.later or (not known and _known(line)) for pair in begun for line in pair)

    def _entries(self, expression: str, start: int, end: int) -> Line | None:
        """Return a line that shows a dict of which only the expression is known: "grads", and {'w': 6.0}."""
        plain = all(name in _SHOWING for name in _CALLED.findall(expression))  # not update(params, grads)
        keys = keys_in(self._source[start:end].strip()) if plain else ()
        nodes = tuple(self._meaning.entry_of(expression, key) for key in keys)
        return Line((Slot(nodes, keys),)) if any(nodes) else None

    def repeated(self, lines: list[Line], counter: str) -> None:
        """Take the lines that a loop shows in each of its rounds."""
        if self.inside is not None:
            self.inside += rounds(lines, counter)
        elif not self._stream.tentative:
            self.wait_for(rounds(lines, counter))

    def wait_for(self, lines: list[Line]) -> None:
        """Take lines that are printed here."""
        self._forget_echo()
        self._rest = []
        self.pending = [*self.pending, *lines][-MOST_PENDING:]

    def _forget_echo(self) -> None:
        """Wait no longer for a value that an earlier block only ends with: it would have been shown right below."""
        if self._echoed is not None:
            del self.pending[self._echoed :]
            self._echoed = None

    def shown_later(self, name: str, end: int) -> bool:
        """Whether a value is shown again with its gradient, which is 0.0 before backward() is called."""
        again = regex(rf"(?<![\w.]){re.escape(name)}\s*=\s*Value\([^\n()]*\bgrad=")
        return again.search(self._source, end) is not None

    def takes(self, units: list[Unit], at: int) -> bool:
        """Take a line that says itself what it shows, or that the print under it does; return whether it is one."""
        unit = units[at]
        return self.named(unit) or self.told(unit) or self._is_of_next(units, at) or self.is_parameter(unit)

    def _is_of_next(self, units: list[Unit], at: int) -> bool:
        """Whether a comment holds nothing but what the print under it shows, and no output of one before it."""
        shows = units[at].sort is Sort.COMMENT and not self.pending and at + 1 < len(units)
        if not shows or not _is_result(self._source[units[at].start : units[at].end]):
            return False
        below = units[at + 1].tree if units[at + 1].sort is Sort.PYTHON else []
        match [*below]:
            case [ast.Expr(value=ast.Call(func=ast.Name(id="print")))]:
                return units[at + 1].comment(len(units[at + 1].texts)) is None
        return False

    def print(self, unit: Unit, call: ast.Call, comment: Span | None, above: Span | None = None) -> None:
        """Take a print for what its output will be, or is by the comment behind it: print("q =", q)  # 3.

        Or by one above it that holds nothing but numbers.
        """
        lines = [self._told_by_labels(line) for line in lines_of(call, self._meaning.slot) or []]
        self.expression = ast.unparse(call)
        one = lines[0] if len(lines) == 1 else None
        if one and comment and self._stream.noted(one, comment):
            self._noted, self._since = [*self._noted, one][-MOST_PENDING:], 0
            return
        shown = above and comment is None and _is_result(self._source[slice(*above)])
        if one and above and shown and not self.pending and self._stream.noted(one, above):
            return
        if self.inside is not None:
            self.inside += lines
        elif not self._stream.tentative:
            self.wait_for(lines)
        for arg in call.args:
            if isinstance(arg, ast.Constant) and isinstance(arg.value, str) and len(call.args) == 1:
                start, end = unit.span(arg)
                self._stream.quoted(start + 1, end - 1)
        values = [part for part in one.parts if isinstance(part, Slot)] if one else []
        node = values[0].nodes[0] if len(values) == 1 and len(values[0].nodes) == 1 else None
        behind = self._stream.behind(comment)
        if comment is None or node is None or not goes_on(behind):
            self._stream.comment(comment)
            return
        start, end = unit.span(call)
        label = self._label(unit, call, one) if one else []
        self._stream.add(start, comment[1], [*label, leaf(node, start, end), *behind])

    def _told_by_labels(self, line: Line) -> Line:
        """Return a line in which values that are not known are what the text before them says: "dL/dw =", g[0].

        "New weights: w0 =" says of all names behind it in its line that they are new.
        """
        parts: list[str | Slot] = []
        text, renewed = "", False  # since the last value
        for part in line.parts:
            if isinstance(part, str):
                text += part
            elif part.nodes == (None,) and (node := self._labelled(text, part.text)) is not None:
                renewed = renewed or isinstance(node, New) or _says_new(text)
                node = New(node.name) if renewed and isinstance(node, Symbol) else node
                parts.append(Slot((node,), text=part.text))
                text = ""
                continue
            else:
                text = ""
            parts.append(part)
        return replace(line, parts=tuple(parts))

    def _labelled(self, text: str, value: str) -> Node | None:
        """Return the quantity that a text before a value names at its end, if it says what the value is."""
        label = _LABELS.split(text.strip())[-1]
        label = label.rpartition(": ")[2] if _says_new(label) else label
        node = self._meaning.quantity(label.rstrip(" =:"))
        match label.rstrip(" =:").split():
            case [first, second] if node is None:  # "new w", "w nuevo"
                said, name = (first, second) if _is_new(first) else (second, first)
                named = self._meaning.quantity(name) if _is_new(said) else None
                node = New(named.name) if isinstance(named, Symbol) else None
        if node is None and (name := titled(label, value)):
            node = self._meaning.quantity(name)
        return node if isinstance(node, Derivative | New) or label.endswith(("=", ":")) else None

    def _label(self, unit: Unit, call: ast.Call, line: Line) -> list[Token]:
        """Return the tokens of the text before a printed value, closed by a sign where it names a quantity."""
        start, end = unit.span(call.args[0])
        match line.parts:
            case [str(text), *_] if (node := self._meaning.quantity(text.rstrip(" =:\t"))) is not None:
                return [leaf(node, start, end), Token("rel", "=", start, end)]
        match call.args:
            case [ast.Constant(value=str()), _]:
                return self._stream.words(start + 1, end - 1)
        return []


def _says_new(label: str) -> bool:
    """Whether words before a colon say that what is named behind it is new: "New weights: w0 ="."""
    return ": " in label and any(map(_is_new, label.partition(": ")[0].split()))


def _is_new(word: str) -> bool:
    return any(role is Role.NEW for _, role in DICTIONARY.known_in(word.lower()))


def _is_result(comment: str) -> bool:
    """Whether a comment is nothing but numbers with decimals, or several: "# 1" counts the step that follows."""
    text = comment.lstrip("#/% \t").rstrip()
    return shows_values(text) and (len(text.split()) > 1 or _DECIMALS.search(text) is not None)


def _goes_on_with_name(line: Line, first: str, label: str) -> bool:
    """Whether what is printed begins with a text and, right behind it, a name: f"dL/d{n} = {g}"."""
    match line.parts:
        case [str(text), Slot(nodes=(None,)), *_] if text.strip() == first and text[-1:].isalnum():
            return len(label) > len(first)
    return False


def _shows_all(group: Sequence[_Shown], lines: Sequence[Line]) -> bool:
    return _firm([line for _, _, line in group]) == _firm(lines)


def _firm(lines: Sequence[Line | None]) -> int:
    """Return how many lines there are but for the later rounds of loops."""
    return sum(line is None or not line.later for line in lines)


def _expression(line: Line | None) -> str:
    """Return what a line shows, if that is one value alone."""
    match line:
        case Line(parts=(Slot(text=text), *others)) if not any(isinstance(part, Slot) for part in others):
            return text
    return ""


def _known(line: Line) -> bool:
    """Whether it is known of what any value in a line is."""
    return any(node is not None for part in line.parts if isinstance(part, Slot) for node in part.nodes)
