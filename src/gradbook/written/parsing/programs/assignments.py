"""Assignments: what a program says of a quantity by assigning to its name."""

import ast
import re
from collections.abc import Callable

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, Rate, has_names, leaves
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.programs.comments import is_doubtful
from gradbook.written.parsing.programs.dicts import entry_of, is_own, rates_in, written_in
from gradbook.written.parsing.programs.leaves import Span, equal, goes_on, leaf
from gradbook.written.parsing.programs.output.disputing import disputed
from gradbook.written.parsing.programs.output.outputs import Line, Slot
from gradbook.written.parsing.programs.printed.printing import Printing
from gradbook.written.parsing.programs.stream import Lex, Stream
from gradbook.written.parsing.programs.text.dialects.dialect import PYTHON
from gradbook.written.parsing.programs.text.lines import Unit
from gradbook.written.parsing.programs.values.expressions import mentions, substituted, worked_out
from gradbook.written.parsing.programs.values.meaning import Meaning
from gradbook.written.parsing.programs.values.state import is_listed, is_nudged, is_same, is_slopes
from gradbook.written.parsing.programs.values.values import Values

_CLASS = regex(r"(?!\w*(?:Ada|RMS|Optim|Momentum|Scheduler|Value|Tensor))[A-Z]\w*")  # no optimizer's
_SLOPE = regex(r"d(?:el(?:ta)?)?_?[A-Za-z]|g(?:rad)?(?:ient)?_", re.IGNORECASE)  # as people call a gradient
_SHORT = regex(r"(?:d(?:[A-Z]|_?loss|_?cost|_?err(?:or)?|_?total)?_d_?|d_|delta_|grad_)(?P<by>[A-Za-z]\w*)")
_FEW = 3  # quantities that one name may be short for
_WORDED = regex(r"[#/%\s]*(?P<title>(?:[^\W\d]|∂).{0,80}?)[\s:.]*$")  # a comment that only names what is calculated
_GRADED = regex(  # behind what is given or calculated: "// 2.0, grad: -6.0"
    r"(?P<lead>.*?)(?:[,;|/][ \t]*|[ \t])grad(?:ient)?[ \t]*[:=][ \t]*(?P<sum>[-−+(\d][-−+*/.\d() =]*)"
)
_AND = regex(r"\s*,?\s+(?:and|und|et|y|e|en|i|и|or|resp\.?|bzw\.?)\s+|\s*(?:和|및|と|[/|;&])\s*")
_NUMBER = regex(r"[-−+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?")
_RESULT = regex(rf"\s*{_NUMBER.pattern}\s*")
_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


class Assignments:
    """Takes what is assigned, target by target.

    Args:
        source: the answer.
        lexicon: the exercise's.
        lex: gives the tokens of a piece of the source that is no Python.
        apart: gives the tokens of mathematics that stands elsewhere.
        quantity: gives the quantity that a text names.
        titled: gives the quantity that a place of the source names, in words too.
    """

    def __init__(
        self,
        source: str,
        lexicon: Lexicon,
        lex: Lex,
        apart: Callable[[str], list[Token]],
        quantity: Callable[[str], Node | None],
        titled: Callable[[int, int], Node | None],
    ) -> None:
        self._source = source
        self._lexicon = lexicon
        self._formula = apart
        self._quantity_at = titled
        self._meaning = Meaning(source, lexicon, apart, quantity)
        self._stream = Stream(source, lex, self._meaning.means, self._meaning.holds)
        self._printing = Printing(source, self._meaning, self._stream)
        self._end = 0
        self._above: Span | None = None  # the comment in the line above
        self._from_zero = ""  # what counts the rounds of a loop
        self._dialect = PYTHON
        self._prints: dict[str, list[Line]] = {}  # what functions print
        self._unused: dict[str, tuple[Node, Node]] = {}  # numbers given to inputs that their own cell does not use

    def _run(self, value: ast.expr) -> None:
        """Take what a function prints that is called here."""
        match value:
            case ast.Call(func=ast.Name(id=name), args=args) if lines := self._prints.get(name):
                function = self._meaning.function(name)
                known = isinstance(function, ast.FunctionDef) and self._meaning.at_home(
                    function, [self._meaning.node(arg) for arg in args]
                )
                self._printing.wait_for(lines if known else [line.forgotten for line in lines])

    def _backward(self, owner: ast.expr, args: list[ast.expr]) -> None:
        """Take "loss.backward()", or "tape.backward(loss)": what gradients are of from there on."""
        state = self._meaning.state
        nodes = [self._meaning.node(each) for each in (owner, *args[:1])]
        if isinstance(nodes[-1], Derivative) and nodes[0] != Symbol(self._lexicon.output):
            return  # "b.grad = C.backward(y.grad)", of one operation
        state.differentiated = next((node.name for node in nodes if isinstance(node, Symbol)), "")
        state.late |= bool(state.moved or state.lost)
        state.stale = set(self._lexicon.inputs if state.filled else ())
        state.filled = True

    def _assign(self, unit: Unit, target: ast.expr, value: ast.expr, comment: Span | None) -> None:
        self._run(value)
        comment = self._without_gradient(target, comment)
        self._hold_slopes(target, value)
        if isinstance(target, ast.Name):
            self._meaning.state.objects -= {target.id}
            if not is_same(value, target.id):
                self._meaning.state.define({}, target.id)
            if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and _CLASS.match(value.func.id):
                self._meaning.state.objects.add(target.id)
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "backward":
            self._backward(value.func.value, value.args)
        match target, value:
            case ast.Tuple(elts=targets) | ast.List(elts=targets), _:
                whole = value.elts if isinstance(value, ast.Tuple | ast.List) else []
                if len(whole) == len(targets):
                    nodes, spans = [self._meaning.node(each) for each in whole], [unit.span(each) for each in whole]
                else:
                    slot = self._meaning.slot(value)
                    nodes = list(slot.nodes) if len(slot.nodes) == len(targets) else [None] * len(targets)
                    spans = [unit.span(value)] * len(targets)
                before = self._stream.doubt
                self._stream.doubt = before or disputed(self._source, comment)
                for each, node, span in zip(targets, nodes, spans, strict=True):
                    self._set(unit, each, node, span, None)
                self._stream.doubt = before
                heads = tuple(self._meaning.target(each) for each in targets)
                if joined := self._joined(comment, len(targets)):
                    for head, (start, end) in zip(heads, joined, strict=True):
                        if head is not None:
                            tokens = [leaf(head, start, start), equal(start, start), *self._stream.lex(start, end)]
                            self._stream.add(start, end, tokens)
                else:
                    self._stream.note(Line((Slot(heads),)), comment)
            case _, ast.Call(func=ast.Name(id="Value"), args=[], keywords=[ast.keyword(arg="data"), *_]):
                self._shown_value(unit, target, value, comment)
            case ast.Name(), ast.Constant(value=empty) if empty in (None, ...):
                self._set(unit, target, None, unit.span(value), None)  # to be filled in
            case ast.Name(id=name), ast.Lambda():
                self._meaning.state.define({name: value}, name)
            case ast.Name(id=name), ast.Dict() | ast.Call(func=ast.Name(id="dict")):
                self._dict(unit, name, value, comment)
            case ast.Name(id=name), _ if (values := self._meaning.made(value)) is not None and not (
                self._meaning.names[name] is not None
                and (
                    len(values.nodes) == 1 or (self._is_number(name) and not is_listed(value))
                )  # x = tensor([2.]), f = sigmoid(x)
            ):
                self._set_array(name, values, (unit.span(target)[0], unit.span(value)[1]), comment)
            case ast.Attribute(value=ast.Name(id=name), attr="grad"), _ if self._gradient(unit, target, value, comment):
                pass
            case _:
                self._set(unit, target, self._meaning.node(value), unit.span(value), comment)

    def _hold_slopes(self, target: ast.expr, value: ast.expr) -> None:
        """Take a name for what holds derivatives, or what is made of one with it for the parameters after the step."""
        state = self._meaning.state
        match target, value:
            case ast.Tuple(elts=[_, ast.Name(id=name)]), ast.Call(func=ast.Call(func=function)) if _gives_both(
                function
            ):
                state.slopes.add(name)
            case ast.Name(id=name), ast.Call(args=args) if (
                name not in state.slopes and name in (given := _names(args)) and given & state.slopes
            ):
                state.moved |= set(self._lexicon.inputs)  # params = tree_map(step, params, grads)
            case ast.Name(id=name), _:
                state.slopes.discard(name)
                keyed = rf"(?<![\w.]){re.escape(name)}(?:\[['\"]|\.)d_?[A-Za-z]"  # g["dw"]
                if is_slopes(value) and not re.search(keyed, self._source):
                    state.slopes.add(name)

    def _joined(self, comment: Span | None, count: int) -> list[Span]:
        """Return where the numbers stand that a comment joins by words, one for each target: "# 2 and 1"."""
        text = self._source[slice(*comment)] if comment else ""
        parts = _AND.split(text.strip("#/% \t()[]"))
        if comment is None or not 1 < len(parts) == count or not all(map(_RESULT.fullmatch, parts)):
            return []
        return [found.span() for found in _NUMBER.finditer(self._source, *comment)]

    def _without_gradient(self, target: ast.expr, comment: Span | None) -> Span | None:
        """Take the gradient of a quantity that a comment behind its assignment gives; return the rest of it."""
        node = self._meaning.target(target) if comment and isinstance(target, ast.Name) else None
        if comment is None or not isinstance(node, Symbol):
            return comment
        graded = _GRADED.fullmatch(self._source, *comment)
        if graded is None:
            return comment
        start, end = graded.span("sum")
        slope = leaf(Derivative(self._lexicon.output, node.name), start, start)
        self._stream.add(start, end, [slope, equal(start, start), *self._stream.lex(start, end)])
        lead = self._source[graded.start() : graded.end("lead")]
        return (graded.start(), graded.end("lead")) if any(map(str.isalnum, lead)) else None

    def _is_number(self, name: str) -> bool:
        """Whether a name is a node of the graph, which is no array whatever is calculated for it; z1 may be a layer."""
        node = self._meaning.names[name]
        known = isinstance(node, Symbol) and node.name in self._lexicon.operands and not self._lexicon.array(name)
        return known and not name[-1:].isdecimal()

    def _gradient(self, unit: Unit, target: ast.expr, value: ast.expr, comment: Span | None) -> bool:
        """Take what is assigned to w.grad, where w is an array; return whether it is one."""
        heads, values = self._meaning.values(target), self._meaning.made(value)
        if heads is None or values is None or heads.shape != values.shape:
            return False
        span = unit.span(target)[0], unit.span(value)[1]
        for head, node in zip(heads.nodes, values.nodes, strict=True):
            if head is not None:
                self._put(head, "", node, span, None)
        self._printing.note(heads, comment)
        return True

    def _set_array(self, name: str, values: Values, span: Span, comment: Span | None) -> None:
        """Take the assignment of an array: of each quantity that its name has an entry for, or of the learner's own."""
        state = self._meaning.state
        heads = self._meaning.heads(name, values.shape)
        state.own[name] = None
        if heads is None:
            state.arrays[name] = values
            self._printing.note(values, comment)
            if all(isinstance(node, Derivative) for node in values.nodes):
                self._printing.noted_below(self._meaning.shown(values))
            return
        for head, node in zip(heads.nodes, values.nodes, strict=True):
            if head is not None:
                self._put(head, name, node, span, None)
        self._stream.list_below(heads.nodes, heads.shape, comment[1] if comment else span[1])
        state.arrays[name] = heads
        self._printing.note(self._meaning.array(name) or values, comment)

    def _shown_value(self, unit: Unit, target: ast.expr, value: ast.Call, comment: Span | None) -> None:
        """Take a value as micrograd shows it: e = Value(data=-6.0, grad=-2.0)."""
        given = {keyword.arg: keyword.value for keyword in value.keywords}
        self._set(unit, target, self._meaning.node(given["data"]), unit.span(given["data"]), comment)
        head, slope = self._meaning.target(target), given.get("grad")
        if isinstance(head, Symbol) and slope is not None:
            by = Derivative(self._lexicon.output, head.name)
            shown = self._meaning.node(slope)
            if shown != Number(0.0) or not self._printing.shown_later(ast.unparse(target), unit.end):
                self._stream.say(by, shown, unit.span(slope))

    def _set(self, unit: Unit, target: ast.expr, node: Node | None, span: Span, comment: Span | None) -> None:
        """Take the assignment of an expression to one target."""
        head = self._meaning.target(target)
        span = min(unit.span(target)[0], span[0]), span[1]
        if head is not None:
            self._put(head, target.id if isinstance(target, ast.Name) else "", node, span, comment)
        elif isinstance(target, ast.Name) and node is None and (heads := self._meaning.by_name(target.id)) is not None:
            self._set_array(target.id, heads.mapped(lambda _: None), span, comment)  # calculated, who knows how
        elif comment and isinstance(target, ast.Name) and (told := self._meaning.called(self._source[slice(*comment)])):
            self._meaning.state.own[target.id] = told
            self._put(told, target.id, node, span, None)
        elif isinstance(target, ast.Name):
            self._meaning.state.own[target.id] = node
            self._meaning.state.arrays.pop(target.id, None)
            self._own(target.id, node, span, comment)

    def _put(self, head: Node, written: str, node: Node | None, span: Span, comment: Span | None) -> None:
        """Take the assignment of an expression to a quantity, by the name that is written."""
        state = self._meaning.state
        if isinstance(node, Number) or (node is None and isinstance(head, Derivative)):
            state.filled = False  # x = tensor(2.0), x.grad = None
        match head:
            case Rate():
                if isinstance(node, Number):
                    state.given[head] = node, span[1]
                return
            case Symbol(name) if name in self._lexicon.inputs:
                self._input(head, node, written or name, span, comment)
                return
            case Symbol(name):
                if state.moved.intersection(self._lexicon.below(name)):
                    head = New(name)
                    state.renewed.add(name)
                state.lost -= {name}
                named = {leaf.name for leaf in leaves(node) if isinstance(leaf, Symbol)} if node is not None else set()
                if is_nudged(node, state.last.get(head)) or named & state.nudged:  # (L2 - L1) / h
                    state.nudged.add(name)
                    return
                state.nudged.discard(name)
            case Derivative() if state.late:
                return
        if node is not None and head in leaves(node):
            self._stream.take_back(head)
            node = substituted(node, head, state.last.get(head))
        state.last[head] = node
        if isinstance(head, Derivative) and node is not None and not goes_on(self._stream.behind(comment)):
            node = worked_out(node, state.last) or node
        self._stream.say(head, node, span, comment)

    def _input(self, head: Symbol, node: Node | None, written: str, span: Span, comment: Span | None) -> None:
        """Take what is assigned to an input: what is given, or its step."""
        name, state = head.name, self._meaning.state
        before = state.given.get(head, (None, 0))[0]
        if node is None or node in (before, head) or name in state.lost:  # self.w = w
            return
        if isinstance(node, Number) and before is None and name not in state.moved:
            if self._uses(written, span[1], self._end):
                state.given[head] = node, span[0]
                return
            self._unused[written] = head, node  # given for other cells; or it is new, and this is all that is said
            self._stream.say(head, node, span, comment)
            return
        if not (node == New(name) or mentions(node, name)):
            state.moved.add(name)
            self._stream.say(head, node, span, comment)
        elif name in state.moved:  # a second step
            state.lost.add(name)
        else:
            state.moved.add(name)
            self._stream.say(New(name), node, span, comment)

    def _uses(self, name: str, start: int, end: int) -> bool:
        return regex(rf"(?<![\w.]){re.escape(name)}(?!\w)").search(self._source, start, end) is not None

    def _change(self, unit: Unit, target: ast.expr, op: ast.operator, value: ast.expr, comment: Span | None) -> None:
        """Take "x -= lr * dx" as "x = x - lr * dx"."""
        if isinstance(target, ast.Name) and self._meaning.array(target.id) is not None:
            before_it = ast.Name(id=target.id, ctx=ast.Load())
            values = self._meaning.values(ast.BinOp(left=before_it, op=op, right=value))
            if values is not None:
                self._set_array(target.id, values, unit.span(value), comment)
            else:
                self._meaning.state.arrays.pop(target.id, None)
                self._meaning.state.own[target.id] = None
            return
        head, sign = self._meaning.target(target), _SIGNS.get(type(op))
        before = self._meaning.node(target) if head is None or isinstance(head, Symbol) else head
        node = self._meaning.node(value)
        whole = Call(sign, (before, node)) if sign and before is not None and node is not None else None
        if isinstance(head, Symbol) and head.name in self._lexicon.inputs and whole is None:
            self._stream.say(New(head.name), None, unit.span(value), comment)
            self._meaning.state.moved.add(head.name)
            return
        self._set(unit, target, whole, unit.span(value), comment)

    def _dict(self, unit: Unit, name: str, value: ast.expr, comment: Span | None) -> None:
        nodes: dict[str, Node | None] = {}
        for start, end, said in rates_in(comment, self._stream.lex):  # with which all of it was worked out
            self._stream.add(start, end, said)
        for entry in written_in(value, unit, self._stream.lex):
            head, node = entry_of(name, entry.key, self._meaning), self._meaning.node(entry.value)
            nodes[entry.key] = head
            for above in entry.above:
                self._stream.comment(above)
            given = isinstance(head, Symbol) and head.name in self._lexicon.inputs  # or new: its print tells
            if head is not None and not given and is_own(name, node):
                self._stream.say(head, node, unit.span(entry.value), entry.beside)
            else:
                self._stream.comment(entry.beside)
        self._meaning.state.dicts[name] = nodes
        self._stream.note(Line((Slot(tuple(nodes.values()), tuple(nodes)),)), comment)

    def _own(self, name: str, node: Node | None, span: Span, comment: Span | None) -> None:
        """Take a name of the learner's own, as one that prose may use too."""
        start, end = span
        if isinstance(node, Call | Derivative) and has_names(node):
            titled = self._titled(name, comment)
            whole = titled is not None and titled.of == self._lexicon.output
            for slope in filter(None, [titled, *([] if whole else self._may_be(name, comment))]):  # a factor, or of it
                self._stream.say(slope, node, span, tentative=True)
            known = self._lexicon.aliases.get(name)
            head = leaf(known, start, start, name) if known is not None else Token("bad", name, start, start)
            tokens = [head, Token("rel", "=", start, start), leaf(node, start, end)]
            self._stream.add(start, end, tokens, tentative=True)
        if node is not None and has_names(node) and goes_on(self._stream.behind(comment)):
            self._stream.say(node, node, span, comment)
        else:
            self._stream.comment(comment)

    def _titled(self, name: str, comment: Span | None) -> Derivative | None:
        """Return the gradient that a comment behind a line or above it says to be what a name is: "dL/dpred"."""
        for span in (comment, self._above) if _SLOPE.match(name) else ():
            title = _WORDED.match(self._source, *span) if span else None
            found = self._quantity_at(*title.span("title")) if title else None
            if span and isinstance(found, Derivative) and not is_doubtful(self._stream.lex(*span)):
                return found
        return None

    def _may_be(self, name: str, comment: Span | None) -> list[Derivative]:
        """Return the gradients that a name of the learner's own may be short for, where nothing is said of it: d_o1,
        of out_o1."""
        short = _SHORT.fullmatch(name)
        part = short["by"] if short else ""
        nodes = [node for node in self._lexicon.operands if part and part in node.split("_") and node != part]
        if not 0 < len(nodes) <= _FEW:
            return []
        above = self._stream.lex(*self._above) if self._above else []
        again = len(re.findall(rf"(?<![\w.]){re.escape(name)}[ \t]*(?:[-+*/]|\*\*)?=(?!=)", self._source)) > 1
        if again or is_doubtful(above) or any(token.kind == "word" for token in self._stream.behind(comment)):
            return []
        return [Derivative(self._lexicon.output, node) for node in nodes]


def _names(args: list[ast.expr]) -> set[str]:
    return {each.id for each in args if isinstance(each, ast.Name)}


def _gives_both(function: ast.expr) -> bool:
    """Whether a function of JAX gives a value and what holds its derivatives."""
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name == "value_and_grad"
    return False
