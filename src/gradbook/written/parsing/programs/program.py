"""Programs: what the lines of program text state, as tokens of the one stream in which all equations are put together.

A calculation in a program is right or wrong as it is in mathematics. What is calculated but neither printed nor noted
has no number; a line that states nothing (an import, a class) says nothing for or against the others.
"""

import ast
import re
from collections.abc import Iterable
from dataclasses import replace

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Node, Rate
from gradbook.written.lexing.source.formulas.nested import named_matrix
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.programs.above import said_above
from gradbook.written.parsing.programs.asserts import FAILED, Pair, asserted, checked
from gradbook.written.parsing.programs.assignments import Assignments
from gradbook.written.parsing.programs.attributes import call_grad, slope_names
from gradbook.written.parsing.programs.dicts import entries_of, holds_entries
from gradbook.written.parsing.programs.doctests import QUOTES, SESSION, called_with
from gradbook.written.parsing.programs.leaves import Span, goes_on
from gradbook.written.parsing.programs.output.headed import against_output
from gradbook.written.parsing.programs.output.outputs import Line, Slot
from gradbook.written.parsing.programs.output.pairs import paired
from gradbook.written.parsing.programs.text.below import with_values_below
from gradbook.written.parsing.programs.text.dialects.rewritten import dialect_of
from gradbook.written.parsing.programs.text.lines import Sort, Unit, units_of
from gradbook.written.parsing.programs.text.reach import (
    NEVER,
    counter_of,
    is_empty,
    is_first,
    is_written_down,
    leaves_it,
    run_in,
    unreached,
)
from gradbook.written.parsing.programs.text.recited import recites
from gradbook.written.parsing.programs.text.unrolling import unrolled
from gradbook.written.parsing.programs.values.switches import ways_of

_MOST_ROWS, _DEEPEST = 12, 8  # lines of a matrix; bodies in bodies


class Program(Assignments):
    """Reads the program text of one answer, block by block."""

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a block of program text."""
        self._end = end
        for name in [name for name in self._unused if self._uses(name, start, end)]:
            head, node = self._unused.pop(name)
            self._meaning.state.given.setdefault(head, (node, start))
        self._dialect = dialect_of(self._source, start, end, self._dialect)
        self._stream.doubt = against_output(self._source, start, self._stream.lex) if self._printing.pending else ""
        self._lines(start, end)
        self._printing.end()
        return self._stream.taken()

    def _lines(self, start: int, end: int) -> None:
        """Read the lines between two places."""
        units = with_values_below(self._source, units_of(self._source, start, end, self._dialect))
        call_grad(units, slope_names(self._source, self._meaning.names.__getitem__, self._lexicon.output))
        shown = paired(self._source, [(u.start, u.end) for u in units if u.sort is Sort.OTHER], self._stream.lex)
        self._stream.recites, at = recites(units), 0
        while at < len(units):
            if count := self._output(units, at):
                at += count
                continue
            if tokens := shown.get(units[at].start):
                self._paired(units[at], tokens)
            elif not self._printing.takes(units, at):
                self._unit(units[at])
            self._above = (units[at].start, units[at].end) if units[at].sort is Sort.COMMENT else None
            at += 1

    @property
    def loose(self) -> list[str]:
        """The numbers that were shown of who knows what."""
        return self._stream.loose

    @property
    def unseen(self) -> tuple[Node, ...]:
        """The quantities that are printed, of which no output is shown."""
        return tuple(dict.fromkeys(node for line in self._printing.pending for node in line.nodes))

    def qualified(self, statement: Statement) -> Statement:
        """Return a statement with what the program says of it."""
        return self._stream.qualified(statement, self._meaning.state.given)

    def _output(self, units: list[Unit], at: int) -> int:
        """Take the lines of output that stand here; return how many units they are.

        A matrix over several lines behind its name is taken by that name, unless it is known what was printed there and
        its lines are told by that.
        """
        if said_above(units, at, self._stream, self._meaning):
            return 1
        count, text = self._matrix(units, at)
        start, line = units[at].start, self._source[units[at].start : units[at].end]
        first = bool(text) and not self._printing.knows(line, known=False)
        if not first and (shown := self._printing.output(units, at)):
            return shown
        if not text or self._printing.knows(line, known=True):
            return 0
        tokens = (replace(t, start=t.start + start, end=t.end + start) for t in self._formula(text))
        self._stream.add(start, units[at + count - 1].end, [*tokens])
        return count

    def _paired(self, unit: Unit, equations: list[list[Token]]) -> None:
        """Take a line of pairs of names and values; behind a program, of which only that knows when it was printed."""
        state = self._meaning.state
        if state.moved or state.lost:
            self._stream.text(unit.start, unit.end)
        else:
            self._stream.add(unit.start, unit.end, [token for tokens in equations for token in tokens])

    def _matrix(self, units: list[Unit], at: int) -> tuple[int, str]:
        """Return how many units a matrix over lines behind its name is, and it in one line; 0 and "" for none."""
        if units[at].sort is Sort.OTHER:
            for count in range(2, min(_MOST_ROWS + 1, len(units) - at) + 1):
                if text := named_matrix(self._source[units[at].start : units[at + count - 1].end]):
                    return count, text
        return 0, ""

    def _unit(self, unit: Unit) -> None:
        if unit.sort is not Sort.PYTHON:
            shown = unit.sort is Sort.OUTPUT and (self._printing.rows_below(unit) or self._printing.titled(unit))
            if not shown:  # a line that is blank as Python writes it says nothing: "int main(void)"
                self._stream.text(unit.end if unit.sort is Sort.BLANK else unit.start, unit.end)
            return
        self._printing.value = []
        try:
            self._body(unit, unit.tree, 0)
        except RecursionError:
            self._stream.text(unit.start, unit.end)
        if any(map(leaves_it, unit.tree)):
            self._stream.doubt = NEVER  # up to the end of the block

    def _body(self, unit: Unit, body: "list[ast.stmt] | tuple[ast.stmt, ...]", depth: int) -> None:
        line = body[0].lineno - 1 if body else 0
        run = run_in(body) if depth else len(body)
        if run < len(body):
            self._body(unit, body[:run], depth)
            self._never(unit, [*body[run:]], depth)
            return
        for statement in body:
            for number in range(line + 1, statement.lineno):
                if unit.texts[number - 1].lstrip()[:1] == "#":
                    self._stream.comment(unit.comment(number))
            if statement.lineno > 1:
                above = statement.lineno - 1
                self._above = unit.comment(above) if unit.texts[above - 1].lstrip()[:1] == "#" else None
            line = statement.end_lineno or statement.lineno
            self._statement(unit, statement, self._comment(unit, body, statement), depth)

    def _comment(self, unit: Unit, body: "list[ast.stmt] | tuple[ast.stmt, ...]", statement: ast.stmt) -> Span | None:
        """Return the comment behind a statement; behind several in one line, it is of the last, or gives all values."""
        comment = unit.comment(statement.end_lineno or statement.lineno)
        beside = [other for other in body if other.end_lineno == statement.end_lineno] if comment else []
        if comment is None or len(beside) < 2:
            return comment
        own = [other for other in beside if isinstance(other, ast.Assign) and self._meaning.target(other.targets[0])]
        if len(own) == 1:  # q = w*x; q.label = "q"  # 10
            return comment if statement is own[0] else None
        names = [other.targets[0] for other in beside if isinstance(other, ast.Assign)]
        line = Line((Slot(tuple(map(self._meaning.target, names))),))
        if statement is not beside[-1]:
            return None
        return None if len(names) == len(beside) and self._stream.noted(line, comment) else comment

    def _is_stated(self, kind: ast.expr) -> bool:
        """Whether what stands where Python has a type is a quantity, "Forward: f = 3", so that a label is before it."""
        named = kind.func if isinstance(kind, ast.Call) else kind
        return isinstance(named, ast.Name) and named.id in self._lexicon.names

    def _statement(self, unit: Unit, statement: ast.stmt, comment: Span | None, depth: int) -> None:
        match statement:
            case ast.Assign(targets=targets, value=value):
                for target in reversed(targets):
                    self._assign(unit, target, value, comment)
                if unit.echoes:
                    self._printing.echoed(ast.unparse(targets[0]), self._meaning.slot(targets[0]))
                elif unit.asks:  # many write down below it what Python would not show
                    self._printing.noted_below(self._meaning.slot(targets[0]))
            case ast.AnnAssign(target=target, annotation=kind, value=ast.expr() as value) if not self._is_stated(kind):
                self._assign(unit, target, value, comment)
            case ast.AnnAssign():  # "q: 3" and "Forward: f = 3" are output
                self._stream.text(*unit.span(statement))
            case ast.AugAssign(target=target, op=op, value=value):
                self._change(unit, target, op, value, comment)
                if unit.asks:
                    self._printing.noted_below(self._meaning.slot(target))
            case ast.Expr(value=ast.NamedExpr(target=target, value=value)):  # (q := w * x) is shown
                self._assign(unit, target, value, comment)
                self._printing.shows(self._meaning.slot(target))
            case ast.Expr(value=value):
                self._expression(unit, value, comment)
            case ast.Assert(test=test):
                self._check(unit, statement, asserted(test), comment)
            case ast.If(test=test, body=body, orelse=orelse) if depth < _DEEPEST:
                main = isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and test.left.id == "__name__"
                never = orelse if main else unreached(test, body, orelse)
                for branch in (body, orelse):
                    if branch is never:
                        self._never(unit, branch, depth)
                    else:
                        first = branch is body and is_first(test, self._from_zero)
                        self._maybe(unit, branch, depth, tentative=never is None and not first)
            case ast.With(body=body) | ast.Try(body=body) if depth < _DEEPEST:
                self._body(unit, body, depth + 1)
            case ast.For() | ast.While() if depth < _DEEPEST:
                self._loop(unit, statement, depth)
            case ast.FunctionDef() if depth < _DEEPEST:
                self._define(unit, statement, depth)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                for name in names:
                    if name.asname and name.asname != name.name:  # from lib import tanh as sigmoid
                        self._meaning.state.define({}, name.asname)
                self._stream.comment(comment)
            case ast.ClassDef(body=body) if depth < _DEEPEST:
                self._apart(unit, [each for each in body if isinstance(each, ast.FunctionDef)], depth)
            case _:
                self._stream.comment(comment)

    def _maybe(self, unit: Unit, body: list[ast.stmt], depth: int, *, tentative: bool) -> None:
        before, inside = self._stream.tentative, self._printing.inside
        self._stream.tentative = before or tentative
        if before and tentative and inside is not None:
            self._printing.inside = []
        self._body(unit, body, depth + 1)
        if before and tentative and inside is not None and self._from_zero:  # in some round, who knows which
            inside += [line.looped("", later=True) for line in self._printing.inside or ()]
        self._stream.tentative, self._printing.inside = before, inside

    def _never(self, unit: Unit, body: list[ast.stmt], depth: int) -> None:
        """Read what is never done: it says nothing, and nobody is told that nothing stands there."""
        before = self._stream.doubt
        self._stream.doubt = NEVER
        self._apart(unit, body, depth)
        self._stream.doubt = before

    def _apart(self, unit: Unit, body: list[ast.stmt], depth: int) -> None:
        """Read what may be done, and forget what it does."""
        state, pending = self._meaning.state, self._printing.pending
        self._meaning.state, self._printing.pending = state.copied(), []
        self._maybe(unit, body, depth, tentative=True)
        self._meaning.state, self._printing.pending = state, pending

    def _loop(self, unit: Unit, loop: ast.For | ast.While, depth: int) -> None:
        """Take what a loop does for what it may do, unless it is plain what its rounds are."""
        if rounds := unrolled(loop, self._meaning.assigned):
            self._body(unit, rounds, depth + 1)
            return
        if is_empty(loop):
            self._never(unit, loop.body, depth)
            return
        outer, counted = self._printing.inside, self._from_zero
        self._printing.inside, self._from_zero = [], counter_of(loop)
        self._apart(unit, loop.body, depth)
        lines, self._printing.inside, self._from_zero = self._printing.inside, outer, counted
        self._printing.repeated(
            lines, loop.target.id if isinstance(loop, ast.For) and isinstance(loop.target, ast.Name) else ""
        )
        self._meaning.looped(loop)

    def _define(self, unit: Unit, function: ast.FunctionDef, depth: int) -> None:
        """Remember a function; what it calculates of the exercise's own quantities counts where it fits."""
        self._meaning.state.define(ways_of(function), function.name)
        params = [arg.arg for arg in function.args.args]
        known = function.name.startswith("test") or all(  # what tests are called with is made for them
            self._meaning.names[name] is not None or name == "self" for name in params
        )
        if not known or function.name in self._lexicon.functions:
            self._remarks(unit, function)
            return
        called = len(re.findall(rf"(?<!\w){re.escape(function.name)}\s*\(", self._source)) > 1
        if not called and any(map(self._writes_down, function.body)):
            self._never(unit, function.body, depth)
            return
        last, head = function.body[-1], self._meaning.names[function.name]
        if isinstance(last, ast.Return) and last.value and isinstance(head, Symbol):
            self._stream.say(head, self._meaning.node(last.value), unit.span(last), tentative=True)
        self._printing.inside = []
        self._apart(unit, function.body, depth)
        self._prints[function.name], self._printing.inside = self._printing.inside, None

    def _remarks(self, unit: Unit, function: ast.FunctionDef) -> None:
        """Read what documents a function that is not read, and its comments; they count where they fit."""
        before, self._stream.tentative = self._stream.tentative, True
        match function.body[0]:
            case ast.Expr(value=ast.Constant(value=str()) as text):
                self._expression(unit, text, None)
        for line in range(function.lineno, (function.end_lineno or function.lineno) + 1):
            self._stream.comment(unit.comment(line))
        self._stream.tentative = before

    def _writes_down(self, statement: ast.stmt) -> bool:
        """Whether a statement gives what is to be calculated a number."""
        if not is_written_down(statement):
            return False
        head = self._meaning.target(statement.targets[0])
        given = isinstance(head, Rate) or getattr(head, "name", "") in self._lexicon.inputs
        return head is not None and not given

    def _check(self, unit: Unit, statement: ast.stmt | ast.expr, pairs: Iterable[Pair], comment: Span | None) -> bool:
        """Take what a program checks to be equal, if no check has failed; return whether there is any."""
        found = False
        for left, right in pairs if not FAILED.search(self._source) else ():
            sides = [self._meaning.node(left), self._meaning.node(right)]
            if isinstance(sides[0], Number):  # 6 == dw
                sides.reverse()
            if sides[0] is not None:
                self._stream.say(sides[0], sides[1], unit.span(statement), comment)
                found = True
        return found

    # -- expressions ---------------------------------------------------------------------------------------------------

    def _expression(self, unit: Unit, value: ast.expr, comment: Span | None) -> None:
        state = self._meaning.state
        match value:
            case ast.Call(func=ast.Name(id="print" | "display" | "printf")):
                self._printing.print(unit, value, comment, self._above)
                return
            case ast.Call() if self._check(unit, value, checked(value), comment):
                return
            case ast.Call(func=ast.Attribute(value=owner, attr="backward")):
                self._backward(owner, value.args)
            case ast.Call(func=ast.Attribute(attr="_backward")):  # micrograd's, of one node
                state.filled = True
            case ast.Call(func=ast.Attribute(attr="zero_grad")):
                state.stale |= {*self._lexicon.inputs, *self._lexicon.operands} if state.filled else set()
                state.differentiated, state.filled = "", False
            case ast.Call(func=ast.Attribute(value=ast.Attribute(value=ast.Name(id=name), attr="grad"), attr="zero_")):
                state.stale |= {name}
                state.differentiated, state.filled = "", False
            case ast.Call(func=ast.Attribute(value=owner, attr="step")) if "SGD" in self._source or (
                isinstance(owner, ast.Name) and owner.id in state.objects
            ):
                state.lost |= state.moved
                state.moved |= set(self._lexicon.inputs)
            case ast.Call(func=ast.Name(id="sprintf" | "paste" | "paste0")) | ast.JoinedStr():  # shown as any value
                whole = ast.Call(ast.Name("print", ast.Load()), [value], [])
                self._printing.print(unit, ast.copy_location(whole, value), comment)
                return
            case ast.Constant(value=str()):
                if not self._reads_text(*unit.span(value)):
                    self._stream.quoted(*unit.span(value))
            case _ if holds_entries(value):
                for head, entry in entries_of(value, self._meaning):  # it counts where it fits
                    self._stream.say(head, self._meaning.node(entry), unit.span(entry), tentative=True)
            case _:
                self._run(value)
                self._printing.expression = ast.unparse(value)
                slot = self._told(unit, value, comment) or self._meaning.slot(value)
                line = Line((slot,))
                if not any(node is not None for node in slot.nodes):
                    if not isinstance(value, ast.Call):  # words
                        self._stream.text(*unit.span(value))
                elif comment and self._stream.noted(line, comment):
                    return
                else:
                    if unit.echoes:
                        self._printing.echoed("ans", slot)
                    else:
                        self._printing.shows(slot)
                    if len(slot.nodes) == 1 and slot.nodes[0] is not None and goes_on(self._stream.behind(comment)):
                        self._stream.say(slot.nodes[0], slot.nodes[0], unit.span(value), comment)
                        return
        self._stream.comment(comment)

    def _reads_text(self, start: int, end: int) -> bool:
        """Read a text if it holds what was printed above it, or a session of a function of which the point is known."""
        state, pending = self._meaning.state, self._printing.pending
        if not SESSION.search(self._source, start, end):
            if pending and "\n" in self._source[start:end]:
                self._lines(start + len(QUOTES), end - len(QUOTES))
            return bool(pending) and "\n" in self._source[start:end]
        for node, number in called_with(self._source, start, end, self._meaning.names.__getitem__):
            if node is None or node.name not in self._lexicon.inputs:
                return False
            state.given[node] = number, start
        self._meaning.state, self._printing.pending = state.copied(), []
        self._lines(start + len(QUOTES), end - len(QUOTES))
        self._printing.end()
        self._meaning.state, self._printing.pending = state, pending
        return True

    def _told(self, unit: Unit, value: ast.expr, comment: Span | None) -> Slot | None:
        """Return what an expression shows of which a comment says the name alone: "z * x  # df/dw"; None elsewhere."""
        text = self._source[slice(*comment)] if comment and not isinstance(value, ast.Constant) else ""
        named = self._meaning.called(text)
        if named is None:
            values = self._meaning.array_called(text)
            return self._meaning.shown(values) if values is not None else None
        self._stream.say(named, self._meaning.node(value), unit.span(value), tentative=True)
        return Slot((named,))
