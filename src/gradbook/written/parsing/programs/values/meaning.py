"""Meaning: what names, entries and calls of a program stand for at a line of it."""

import ast
import re
from collections.abc import Callable
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, Rate, has_names, leaves
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.keyed.keys import Key, sense_of
from gradbook.written.lexing.source.bound import is_bound
from gradbook.written.lexing.source.defined import is_slope
from gradbook.written.lexing.source.pasted.programs.dictionaries import names_answer
from gradbook.written.lexing.tokens import Token
from gradbook.written.notation import ACTIVATIONS, SLOPE_FUNCTIONS, plain
from gradbook.written.parsing.programs.output.outputs import Slot
from gradbook.written.parsing.programs.output.parameters import listed_of, parameters, parameters_called
from gradbook.written.parsing.programs.values.arrays import DEEPEST, Arrays
from gradbook.written.parsing.programs.values.expressions import Expressions, slope_of, substituted, unwrapped
from gradbook.written.parsing.programs.values.names import Names
from gradbook.written.parsing.programs.values.state import State, assigned_in
from gradbook.written.parsing.programs.values.values import Values

_SLOPES = regex(
    r"(?:.*_)?(?:d|adj(?:oint)?s?|bars?|grads?|gradients?|deriv(?:ative)?s?|derivadas?|gradients?_\w+)", re.IGNORECASE
)
_NAMING = regex(r"\W{0,3}[ \t]*(?P<name>[^\W\d][\w/]{0,24})[ \t]*(?:[,;(]|[ \t]{2}|\*/|\*\)|$)")
_SLOPES_OF_INPUT = frozenset(SLOPE_FUNCTIONS.values())
_MOST_LEAVES = 60  # of a calculation with its parts put in


class Meaning(Arrays):
    """The expressions of a program, with the state in which they stand.

    Args:
        source: the answer.
        lexicon: the exercise's.
        apart: gives the tokens of mathematics that stands elsewhere.
        quantity: gives the quantity that a text names.
    """

    def __init__(
        self,
        source: str,
        lexicon: Lexicon,
        apart: Callable[[str], list[Token]],
        quantity: Callable[[str], Node | None],
    ) -> None:
        super().__init__(lexicon, Names(lexicon, apart))
        self.quantity = quantity
        self.state = State()
        self._source = source
        self._calls = 0

    def named(self, identifier: str) -> Node | None:
        node = self.names[identifier]
        return self.state.own.get(identifier) if node is None else self.state.seen(node)

    def assigned(self, identifier: str) -> bool:
        known = self.names[identifier] is not None or bool(self.lexicon.array(identifier))
        return known or (identifier in self.state.own and identifier not in self.state.objects)

    def array(self, name: str) -> Values | None:
        found = self.state.arrays.get(name)
        if found is None and name not in self.state.own:
            found = self.by_name(name)
        return found.mapped(lambda node: self.state.seen(node) if node is not None else None) if found else None

    def function(self, name: str) -> ast.FunctionDef | ast.Lambda | None:
        return self.state.functions.get(name)

    def is_defined(self, name: str) -> bool:
        return name in self.state.functions or is_bound(name, self._source)

    def is_taken(self, name: str) -> bool:
        return name in self.state.taken

    def arguments(self, name: str, call: ast.Call) -> list[ast.expr] | None:
        function = self.state.functions.get(name)
        if not call.keywords or function is None:
            return call.args if not call.keywords else None
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        params = _params(function)[len(call.args) :][: len(given)]
        return [*call.args, *(given[param] for param in params)] if {*given} == {*params} else None

    def meant(self, name: str, arg: Node | None) -> str | None:
        """Return the activation or slope that a name means; a slope of what comes out of one may be defined by that."""
        found = self.lexicon.functions.get(plain(name)) if name not in self.state.functions else None
        if found in _SLOPES_OF_INPUT and not self._is_slope(found[1:], name):
            return None
        op = self.lexicon.operations.get(arg.name) if isinstance(arg, Symbol) else getattr(arg, "op", None)
        return None if op in ACTIVATIONS and found in _SLOPES_OF_INPUT else found

    def _is_slope(self, function: str, name: str) -> bool:
        """Whether a name means the slope of a function, which is not another by now."""
        return function not in self.state.taken and is_slope(function, name, self._source)

    def item(self, owner: str, key: str) -> Node | None:
        node = self.state.dicts[owner].get(key) if key in self.state.dicts.get(owner, {}) else self.entry(owner, key)
        return self.state.seen(node) if node is not None else None

    def entry(self, owner: str, key: str) -> Node | None:
        node = self.names[key] if key.isidentifier() else self.quantity(key)
        if node is None and len(named := self.parameters(key)) == 1:
            node = named[0]
        if isinstance(node, Symbol) and self.holds_slopes(owner):
            return Derivative(self.lexicon.output, node.name)
        return node

    def parameters(self, label: str) -> tuple[Node | None, ...]:
        """Return what PyTorch calls so: "fc1.weight", "0.bias"."""
        return tuple(self.state.seen(Symbol(name)) for name in parameters_called(label, self.lexicon, self._source))

    def gradient(self, node: Node | None) -> Node | None:
        """Return the gradient by a quantity, as it was before the step."""
        return Derivative(self.lexicon.output, node.name) if isinstance(node, Symbol | New) else None

    def holds_slopes(self, owner: str) -> bool:
        """Whether the entries of something are gradients, as its name says: "grads", "d"."""
        named = _SLOPES.fullmatch(owner) is not None or sense_of(owner) is Key.SLOPE
        return self.names[owner] is None and (owner in self.state.slopes or named)

    def called(self, comment: str) -> Node | None:
        """Return the quantity that a comment only names, before anything else that it says: "# dy/db, passed on"."""
        text = _NAMING.match(comment)
        return self.quantity(text["name"]) if text else None

    def array_called(self, comment: str) -> Values | None:
        """Return the array that a comment only names: "np.outer(dz, x)  # dW"."""
        text = _NAMING.match(comment)
        return self.array(text["name"]) if text and text["name"].isidentifier() else None

    def means(self, text: str) -> Node | None:
        """Return the quantity that a label in a line of output names."""
        return self.names[text] if text.isidentifier() else self.quantity(text)

    def holds(self, text: str, node: Node | None) -> bool:
        """Whether a label in a line of output names an array that has a quantity among its entries: "dL/dW1"."""
        name = text.replace("/", "_")
        found = self.array(name) if name.isidentifier() else None
        return found is not None and node is not None and node in found.nodes

    def target(self, tree: ast.expr) -> Node | None:
        """Return the quantity that is assigned to."""
        match tree:
            case ast.Name(id=name):
                return self.names[name]
            case ast.Attribute(value=inner, attr="data" | "value"):
                return self.target(inner)
            case ast.Attribute(value=ast.Name(id=name), attr="grad" | "g"):
                return self.slope(name)
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                return self.names[name]
            case ast.Attribute(value=ast.Name(id=owner), attr=key) if self.holds_slopes(owner):
                return self.entry(owner, key)  # grad.z = ...
            case ast.Attribute(value=ast.Name(id=owner), attr=key) if key in self.state.dicts.get(owner, ()):
                return self.state.dicts[owner][key]  # of JavaScript: v.q = ...
            case ast.Subscript(value=ast.Name(id=owner), slice=ast.Constant(value=str() as key)) if names_answer(owner):
                return self.entry(owner, key)
        return None

    def slope(self, name: str) -> Node | None:
        node = self.names[name]
        of = self.state.differentiated or self.lexicon.output
        known = isinstance(node, Symbol) and not self.state.late and node.name not in self.state.stale
        return Derivative(of, node.name) if known and isinstance(node, Symbol) else None

    def returned(self, name: str, args: list[Node | None]) -> tuple[Node | None, ...]:
        """Return what a call gives: the quantities that the function returns by name, or its expression filled in."""
        function = self.state.functions.get(name)
        head = self.names[name]
        if function is None:
            plain = bool(args) and all(
                isinstance(arg, Number) or (isinstance(arg, Symbol) and arg.name in self.lexicon.inputs) for arg in args
            )
            return (head,) if head is not None and plain and not isinstance(head, Rate) else ()
        if isinstance(head, Derivative) and head.of == head.by:
            head = None  # def df(x): of what is differentiated by x
        params = _params(function)
        args = [*args, *self._defaults(function, len(params) - len(args))]
        if len(params) != len(args) or self._calls >= DEEPEST or None in args or not self._calls_left:
            return ()
        self._calls_left -= 1
        own = [self.names[param] for param in params]
        at_home = self._are_own(own, args)
        body: list[ast.stmt] = [ast.Return(value=function.body)] if isinstance(function, ast.Lambda) else function.body
        last = body[-1] if body else None
        if not isinstance(last, ast.Return) or last.value is None:
            return ()
        results = last.value.elts if isinstance(last.value, ast.Tuple | ast.List) else [last.value]
        if at_home:
            named = [self.names[each.id] if isinstance(each, ast.Name) else None for each in results]
            if len(results) == 1 and isinstance(head, Symbol | Derivative):
                named = [head]
            if all(isinstance(node, Symbol | Derivative | New) for node in named):
                return tuple(named)
        return self._filled_in(params, args, body[:-1], results)

    def at_home(self, function: ast.FunctionDef, args: list[Node | None]) -> bool:
        """Whether a function is called with the quantities after which its parameters are called, or their numbers."""
        own = [self.names[param] for param in _params(function)]
        args = [*args, *self._defaults(function, len(own) - len(args))]
        return len(own) == len(args) and self._are_own(own, args)

    def _are_own(self, own: list[Node | None], args: list[Node | None]) -> bool:
        """Whether arguments are the parameters' own quantities; what numbers they are called with is given then."""
        known = all(
            node is not None
            and (arg == node or (isinstance(arg, Number) and self.state.given.get(node, (arg, 0))[0] == arg))
            for node, arg in zip(own, args, strict=True)
        )
        for node, arg in zip(own, args, strict=True):
            if known and node is not None and isinstance(arg, Number):
                self.state.given[node] = arg, 0
        return known

    def _defaults(self, function: ast.FunctionDef | ast.Lambda, missing: int) -> list[Node | None]:
        """Return what the last arguments are where a call leaves them out: inputs, at the numbers that are set."""
        found: list[Node | None] = []
        for arg, default in zip(reversed(function.args.args), reversed(function.args.defaults), strict=False):
            node, number = self.names[arg.arg], self.node(default)
            given = isinstance(node, Symbol) and node.name in self.lexicon.inputs and isinstance(number, Number)
            if given and node is not None and number is not None:
                self.state.given.setdefault(node, (number, 0))
            found.insert(0, node if given else number)
        return found[-missing:] if 0 < missing <= len(found) else []

    def _filled_in(
        self, params: list[str], args: list[Node | None], body: list[ast.stmt], results: list[ast.expr]
    ) -> tuple[Node | None, ...]:
        local = _Local(self, dict(zip(params, args, strict=True)))
        self._calls += 1
        try:
            for statement in body:
                match statement:
                    case ast.Assign(targets=[ast.Name(id=name)], value=value):
                        local.names[name] = local.node(value)
                    case ast.Expr(value=ast.Constant()):
                        pass
                    case _:
                        return ()
            return tuple(local.node(each) for each in results)
        finally:
            self._calls -= 1

    def _by_own_formulas(self, node: Node | None, depth: int = 4) -> Node | None:
        """Return a calculation, gradients in it as the program has calculated them: a d_o may be by what goes in."""
        whole = node
        for part in leaves(node) if isinstance(node, Call) and depth else ():
            formula = self.state.last.get(part) if isinstance(part, Derivative) else None
            formula = self._by_own_formulas(formula, depth - 1)
            if whole is not None and formula is not None and len(leaves(whole)) < _MOST_LEAVES:
                whole = substituted(whole, part, formula)
        return whole

    def slot(self, value: ast.expr) -> Slot:
        """Return what an expression shows."""
        if self.has_arrays(value) and (values := self.values(value)) is not None:
            if isinstance(value, ast.Name) and (moved := self._stepped_by(value.id, len(values.nodes))):
                return Slot(tuple(moved), text=value.id)
            return replace(self.shown(values), text=ast.unparse(unwrapped(value)))
        match value:
            case ast.Tuple(elts=elts) | ast.List(elts=elts) if len(elts) > 1:
                slopes = tuple(self.slope(each.id) if isinstance(each, ast.Name) else None for each in elts)
                shown = tuple(self._claimable(self.node(each)) for each in elts)
                return Slot(shown, differentiated=bool(self.state.differentiated), slopes=slopes)
            case ast.Call(
                func=ast.Name(id="round" | "signif" | "format")
                | ast.Attribute(attr="round" | "array" | "tensor" | "stack"),
                args=[ast.Tuple() | ast.List() as inner, *_],
            ):
                return self.slot(inner)  # round(c(q, r), 4)
            case ast.ListComp() if kind := listed_of(value):
                listed = [self.state.seen(Symbol(name)) for name in parameters(self.lexicon)]
                return Slot(tuple(map(self.gradient, listed) if kind == "grad" else listed))
            case ast.Name(id=name) if name in self.state.dicts:
                nodes = self.state.dicts[name]
                seen = (self.state.seen(node) if node is not None else None for node in nodes.values())
                return Slot(tuple(seen), tuple(nodes))
            case ast.Call(
                func=ast.Attribute(attr="gradient" | "grad") | ast.Name(id="grad"),
                args=[of, ast.List(elts=elts) | ast.Tuple(elts=elts), *_],
            ):
                above = self.node(of)
                names = [self.node(each) for each in elts]
                if isinstance(above, Symbol):
                    return Slot(tuple(slope_of(above, name) for name in names))
            case ast.Call(func=ast.Name(id=name), args=args) if name in self.state.functions:
                found = self.returned(name, [self.node(arg) for arg in args])
                if len(found) > 1:
                    return Slot(tuple(map(self._claimable, found)))
        slope = self.slope(value.id) if isinstance(value, ast.Name) else None
        node = self._claimable(self._by_own_formulas(self.node(value)))
        return Slot(
            (node,), slope=slope, differentiated=bool(self.state.differentiated), text=ast.unparse(unwrapped(value))
        )

    def _stepped_by(self, name: str, count: int) -> list[Derivative]:
        """Return the derivatives that an array's entries are, as its name and a step by it say: theta -= 0.1 * grad."""
        step = rf"(?m)^[ \t]*(\w{{1,20}})[ \t]*(?:-=|=[ \t]*\1[ \t]*-)[^\n#]*(?<![\w.]){re.escape(name)}(?!\w)"
        moved = re.search(step, self._source) if self.holds_slopes(name) else None
        stepped = (self.state.arrays.get(moved[1]) or self.by_name(moved[1])) if moved else None
        nodes = stepped.nodes if stepped else ()
        slopes = [Derivative(self.lexicon.output, node.name) for node in nodes if isinstance(node, Symbol)]
        return slopes if len(slopes) == len(nodes) == count else []

    def entry_of(self, shown: str, name: str) -> Node | None:
        """Return what a number is of which stands below a name, where an expression is shown: w of "unlist(grads)"."""
        words = re.findall(r"[A-Za-z_]\w*", shown)
        owner = next((word for word in words if _SLOPES.fullmatch(word) or word in self.state.slopes), "")
        plain = name.replace(".", "_")
        if owner or not plain.isidentifier():
            return self._claimable(self.entry(owner, plain) or self.entry(owner, name))
        known = self.names[plain]
        own = self._keyword(shown, plain) if known is None or "=" in shown else None
        if isinstance(own, Symbol) and known not in (None, own):  # c(q=r)
            return None
        return self._claimable((own if known is None else None) or self.named(plain) or self.entry("", name))

    def _keyword(self, shown: str, name: str) -> Node | None:
        """Return what an expression gives a name of the learner's own: z of "c(hidden=z)"."""
        try:
            nodes = ast.walk(ast.parse(shown, mode="eval"))
        except SyntaxError:
            return None
        given = (node.value for node in nodes if isinstance(node, ast.keyword) and node.arg == name)
        return next(map(self.node, given), None)

    def shown(self, values: Values) -> Slot:
        """Return what a print of values shows."""
        return Slot(tuple(map(self._claimable, values.nodes)), rows=values.shape[0] if len(values.shape) > 1 else 1)

    def _claimable(self, node: Node | None) -> Node | None:
        return node if node is not None and has_names(node) else None

    def looped(self, loop: ast.For | ast.While) -> None:
        """Take what a loop changes for something else from then on; a loop over a dict takes a step for each entry."""
        state = self.state
        for name in set(assigned_in([loop])):
            match self.names[name]:
                case Symbol(known):
                    state.lost.add(known)
                case Derivative():
                    state.late = True
                case None:
                    state.own[name] = None
                    state.arrays.pop(name, None)
        for node in ast.walk(loop):  # for k in params: params[k] -= lr * grads[k]
            if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name):
                names = {key: self.names[key] for key in state.dicts.get(node.value.id, {})}
                state.dicts[node.value.id] = {
                    key: New(name.name) if isinstance(name, Symbol) and isinstance(loop, ast.For) else None
                    for key, name in names.items()
                }


def _params(function: ast.FunctionDef | ast.Lambda) -> list[str]:
    """Return what a function takes, but for the object whose it is."""
    names = [arg.arg for arg in function.args.args]
    return names[1:] if names[:1] == ["self"] else names


class _Local(Expressions):
    """The expressions in a function's body: its parameters first, then what the program says."""

    def __init__(self, program: Meaning, names: dict[str, Node | None]) -> None:
        self._program = program
        self.names = names

    def named(self, identifier: str) -> Node | None:
        return self.names[identifier] if identifier in self.names else self._program.named(identifier)

    def assigned(self, identifier: str) -> bool:
        return identifier in self.names or self._program.assigned(identifier)

    def item(self, owner: str, key: str) -> Node | None:
        return None if owner in self.names else self._program.item(owner, key)

    def holds_slopes(self, owner: str) -> bool:
        return owner not in self.names and self._program.holds_slopes(owner)

    def slope(self, name: str) -> Node | None:
        return None if name in self.names else self._program.slope(name)

    def is_defined(self, name: str) -> bool:
        return self._program.is_defined(name)

    def is_taken(self, name: str) -> bool:
        return self._program.is_taken(name)

    def arguments(self, name: str, call: ast.Call) -> list[ast.expr] | None:
        return self._program.arguments(name, call)

    def meant(self, name: str, arg: Node | None) -> str | None:
        return self._program.meant(name, arg)

    def returned(self, name: str, args: list[Node | None]) -> tuple[Node | None, ...]:
        return self._program.returned(name, args)
