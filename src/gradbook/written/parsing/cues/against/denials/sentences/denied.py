"""What a sentence denies, and the statements before it that are then in doubt."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gradbook.core.text.lines import end_of_line, start_of_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, factors_of, leaves
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.lexing.words.lists.withdrawing import WITHDRAWS
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.tracing.trace import found_by

FALSE = frozenset({
    "wrong", "false", "incorrect", "errors", "error", "mistakes", "falsch", "fehler", "faux", "erreurs", "falso",
    "errores", "incorrecto", "mal", "errato", "errado", "errata",
})  # fmt: skip

_TAKES_BACK = frozenset(map(bare, ("take back", "taken back", "nehme zurück", "ziehe zurück", "беру назад")))


@dataclass(frozen=True, slots=True)
class Denied:
    """What a sentence denies: quantities by their names, an equation by its label, or the last one before it.

    Attributes:
        place: where it begins in the source.
        nodes: the quantities that it names.
        number: the number that they are said not to be; None where any is wrong.
        other: the number that they are said to be instead; None where none is said.
        told: the word that says so.
        rest: whether it is of all quantities but these: "only r is right".
        label: a pattern for those of the equations that it is of: "(1) is wrong".
        near: whether it is of the last equation before it.
        lines: of how many of the last lines before it that state something it is; below 0, of how many of the first in
            the last run of such lines; 0 where it does not say.
        former: the numbers, without signs, that it is of, where it tells what an earlier version of the text had.
    """

    place: int
    nodes: tuple[Node, ...]
    told: str
    number: Node | None = None
    other: Node | None = None
    rest: bool = False
    label: str = ""
    near: bool = False
    lines: int = 0
    former: frozenset[float] = frozenset()

    def hits(self, statement: Statement, inputs: Collection[str] = ()) -> bool:
        """Whether a statement is before the sentence and says what it denies; of an input, that is its slope."""
        if statement.end > self.place or statement.given is not None:
            return False
        named = not self.nodes or any(member.node in self.nodes for member in statement.members)
        plainly = self.number is None is self.other and not self.rest
        named = named or (plainly and (self._is_factor(statement) or self._is_by(statement, inputs)))
        if self.rest:
            return not (self.nodes and named)
        last = statement.members[-1].node
        if self.former and last is not None and self.former.isdisjoint(_numbers(last)):
            return False
        if self.number is not None and not _are_same(last, self.number):
            return False
        return named and not (self.other is not None and _are_same(last, self.other))

    def _is_by(self, statement: Statement, inputs: Collection[str]) -> bool:
        """Whether a derivative is by what is denied, or a step changes it: "w is wrong" below dL/dw = 12."""
        named = {node.name for node in self.nodes if isinstance(node, Symbol)}
        nodes = [member.node for member in statement.members]
        by = {node.by for node in nodes if isinstance(node, Derivative)}
        if bare(self.told) in FALSE:
            return not named.isdisjoint(by)
        withdrawn = named.intersection(inputs) if bare(self.told) in WITHDRAWS | _TAKES_BACK else set()
        return not withdrawn.isdisjoint(by | {node.name for node in nodes if isinstance(node, New)})

    def _is_factor(self, statement: Statement) -> bool:
        """Whether a derivative that is denied is a factor of a product."""
        products = (factors_of(member.node) for member in statement.members if member.node is not None)
        return any(isinstance(factor, Derivative) and factor in self.nodes for one in products for factor in one)


def _are_same(node: Node | None, number: Node) -> bool:
    """Whether a side is a number, written with its sign or as its opposite."""
    match node:
        case Call("neg", (Number(value),)) if isinstance(number, Number):
            return -value == number.value
    return node == number


def _numbers(node: Node) -> Iterator[float]:
    return (abs(leaf.value) for leaf in leaves(node) if isinstance(leaf, Number))


def with_denials(
    statements: Sequence[Statement], denied: Sequence[Denied], source: str, inputs: Collection[str]
) -> list[Statement]:
    """Return statements, in doubt where a sentence behind them denies them; lines of givens are not counted."""
    found = list(statements)
    for one in denied:
        before = [number for number, statement in enumerate(found) if statement.end <= one.place]
        if one.near:
            before = before[-1:]
        elif one.lines:
            answers = [number for number in before if not _gives(found[number], inputs)]
            before = _in_lines(found, answers, one.lines, source)
        elif one.label:
            before = _labelled(found, before, one.label, source) or before
        elif one.number is not None and not one.nodes:
            before = _in_its_line(found, before, one, source) or before
        for number in before:
            if not found[number].doubt and one.hits(found[number], inputs):
                told = found_by("denied by a sentence behind it", with_denials, one.told)
                found[number] = replace(found[number], doubt=told)
    return found


def _gives(statement: Statement, inputs: Collection[str]) -> bool:
    head, *sides = (member.node for member in statement.members)
    return isinstance(head, Symbol) and head.name in inputs and len(sides) == 1


def _in_its_line(statements: Sequence[Statement], numbers: Sequence[int], one: Denied, source: str) -> list[int]:
    """Return those of some statements in the line of a sentence that it may mean: "df/dz = 3. I take the 3 back."."""
    start = start_of_line(source, one.place)
    return [number for number in numbers if statements[number].start >= start and one.hits(statements[number])]


def _in_lines(statements: Sequence[Statement], numbers: Sequence[int], count: int, source: str) -> list[int]:
    """Return those of some statements in the last lines with any, or in the first ones of the last run of such."""
    line = {number: source.count("\n", 0, statements[number].start) for number in numbers}
    lines = sorted(set(line.values()))
    if count < 0:
        run = next((at for at in range(len(lines) - 1, 0, -1) if lines[at] - lines[at - 1] > 1), 0)
        lines = lines[run:]
    chosen = lines[-count:] if count > 0 else lines[:-count]
    return [number for number in numbers if line[number] in chosen]


def line_label(label: str) -> str:
    """Return a pattern for how a line begins that has a label: "6. df/dx", "(e) df/dx", "Z3: df/dx", "Box 3 (df/dx)".

    Args:
        label: a pattern for the label itself.
    """
    mark = r"[ \t>*#|_-]*[\[(]?(?:(?P<noun>[^\W\d_]{1,12})[.]?[ ]?[\[#]?)?"
    return rf"{mark}[(\[]?(?:(?=\d)|(?<![^\W\d_])){label}(?:[)\].:]|(?=[ ]?[(:–—|-]|(?<=\d)[ ]{{2}}))"


def _labelled(statements: Sequence[Statement], numbers: Iterable[int], label: str, source: str) -> list[int]:
    """Return those of some statements in whose line a label stands, as \\tag{1} or (1)."""
    mark = regex(rf"\\tag\*?\s*\{{\s*{label}\s*\}}|\({label}\)|^{line_label(label)}", re.MULTILINE)
    found: list[int] = []
    for number in numbers:
        start, end = statements[number].start, statements[number].end
        line = source[start_of_line(source, start) : end_of_line(source, end)]
        found += [number] if mark.search(line) else []
    return found
