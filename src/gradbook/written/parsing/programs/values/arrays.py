"""Arrays of a program: what NumPy and PyTorch make of vectors and matrices, entry by entry."""

import ast
import math
from abc import abstractmethod
from collections.abc import Callable

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import WHOLE
from gradbook.written.parsing.programs.values.expressions import (
    CALLED,
    COMPARED,
    MODULES,
    PAIRS,
    SIGNS,
    WRAPPERS,
    Expressions,
    slope_of,
)
from gradbook.written.parsing.programs.values.names import Names
from gradbook.written.parsing.programs.values.values import (
    Shape,
    Values,
    broadcast,
    matrix_product,
    number,
    outer_product,
    stacked,
    total,
    vector,
)

_SAME = {
    "copy", "astype", "detach", "numpy", "clone", "float", "double", "tolist", "squeeze", "requires_grad_", "item",
    "round", "array", "asarray", "tensor", "Tensor", "as_tensor", "around", "float32", "float64", "to", "cpu",
}  # fmt: skip
_FILLED = {"zeros": 0.0, "ones": 1.0}
_LARGEST = 64  # entries of an array that is filled with one number
_SHAPED = {"T", "data", "value"}
_LISTED = regex(r"(?<=[A-Za-z0-9])_?(?:[Vv]al(?:ue)?s?|[Ll]ist|[Aa]rr(?:ay)?|[Vv]ec(?:tor)?)$")
_LOSS = regex(r"(?i)(?:loss|cost|objective)(?:_?(?:fn|func|function))?")
DEEPEST = 4  # functions that call functions
_MOST_CALLS = 1_000  # of them in one answer


class Arrays(Expressions):
    """Expressions of which some are arrays.

    Args:
        lexicon: the exercise's.
        names: looks identifiers up in it.
    """

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self.lexicon = lexicon
        self.names = names
        self._scopes: list[dict[str, Values]] = []  # of functions
        self._by_name: dict[str, Values | None] = {}
        self._calls_left = _MOST_CALLS

    @abstractmethod
    def array(self, name: str) -> Values | None:
        """Return what a name stands for at this line, if that is an array."""

    @abstractmethod
    def function(self, name: str) -> ast.FunctionDef | ast.Lambda | None:
        """Return what the program defines by a name."""

    def node(self, tree: ast.expr) -> Node | None:
        if not self.has_arrays(tree):
            return super().node(tree)
        values = self.values(tree)
        return values.nodes[0] if values is not None and values.is_number else None

    def has_arrays(self, tree: ast.expr) -> bool:
        """Whether a name of an array, or a list, stands in an expression."""
        return any(
            isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and self._array(node.id) is not None
            for node in ast.walk(tree)
        )

    def _array(self, name: str) -> Values | None:
        """Return the array, or the number in a function, that a name stands for."""
        if self._scopes and name in self._scopes[-1]:
            return self._scopes[-1][name]
        return self.array(name)

    def by_name(self, name: str) -> Values | None:
        """Return the quantities that a name without its index stands for: w1 and w2 for "w", dL/dw1 for "dw"."""
        if name not in self._by_name:
            self._by_name[name] = self._quantities(name)
        return self._by_name[name]

    def heads(self, name: str, shape: Shape) -> Values | None:
        """Return the quantities that the entries of an array are by its name; a vector may be a row or a column."""
        found = self.by_name(name)
        if found is None or len(found.nodes) != math.prod(shape):
            return None
        alike = found.shape == shape or (len(found.shape) == 1 and len(shape) - shape.count(1) < 2)
        return Values(shape, found.nodes) if alike else None

    def _quantities(self, name: str) -> Values | None:
        if self.names[name] is not None:
            return None
        stem, _, index = name.rpartition("_")
        name = _LISTED.sub("", stem if index in WHOLE else name)  # a_hidden, wVals
        for start in range(len(name)):
            for end in range(len(name), start, -1):
                rows = self.lexicon.array(name[start:end])
                nodes = [self.names[name[:start] + entry + name[end:]] for row in rows for entry in row]
                known = tuple(node for node in nodes if isinstance(node, Symbol | Derivative | New))
                if nodes and len(set(known)) == len(nodes):
                    return Values((len(rows), len(rows[0])) if len(rows[0]) > 1 else (len(rows),), known)
        return None

    def made(self, tree: ast.expr) -> Values | None:
        """Return the array that an expression gives: a list that is made one, or a calculation with some."""
        literal = isinstance(tree, ast.List) or (
            isinstance(tree, ast.Call) and any(isinstance(arg, ast.List | ast.Tuple) for arg in tree.args)
        )
        literal = literal or _is_by_several(tree) or any(map(_is_filled, ast.walk(tree)))
        found = self.values(tree) if literal or self.has_arrays(tree) else None
        return None if found is None or found.is_number else found

    # -- values --------------------------------------------------------------------------------------------------------

    def values(self, tree: ast.expr) -> Values | None:
        """Return what an expression comes to; None where it is not understood."""
        match tree:
            case ast.Name(id=name) if (found := self._array(name)) is not None:
                return found
            case ast.List(elts=elts) | ast.Tuple(elts=elts):
                rows = [self.values(each) for each in elts]
                return stacked([row for row in rows if row is not None]) if None not in rows else None
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return self._broadcast("neg", inner)
            case ast.BinOp(left=left, op=ast.MatMult(), right=right):
                return self._joined(matrix_product, left, right)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in SIGNS and self.has_arrays(tree):
                return self._broadcast(SIGNS[type(op)], left, right)
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in COMPARED:
                sides = self.values(left), self.values(right)
                zero = any(side is not None and side.nodes == (Number(0.0),) for side in sides)
                return self._broadcast(COMPARED[type(op)], left, right) if zero else None
            case ast.Attribute(value=ast.Name(id=name), attr="grad") if (owner := self.array(name)) is not None:
                return owner.mapped(lambda node: self.slope(node.name) if isinstance(node, Symbol) else None)
            case ast.Call(
                func=ast.Attribute(attr="grad" | "gradient"), args=[of, ast.List(elts=elts) | ast.Tuple(elts=elts), *_]
            ):
                return vector([slope_of(self.node(of), self.node(each)) for each in elts])
            case ast.Call(
                func=ast.Call(args=[ast.Name(id=of)], keywords=[ast.keyword(value=ast.Tuple(elts=elts))]), args=args
            ) if _is_by_several(tree) and (of == self.lexicon.output or _LOSS.fullmatch(of)):
                if None in map(self.node, args):  # of another sample?
                    return None
                return vector([self._slope_by(args, each) for each in elts])
            case ast.Attribute(value=inner, attr=attr) if attr in _SHAPED and self.has_arrays(inner):
                owner = self.values(inner)
                return owner.transposed() if owner is not None and attr == "T" else owner
            case ast.Attribute(value=inner, attr="size") if self.has_arrays(inner):
                owner = self.values(inner)
                return number(Number(float(len(owner.nodes)))) if owner else None
            case ast.Subscript(value=ast.Attribute(value=inner, attr="shape"), slice=ast.Constant(value=int() as at)):
                owner = self.values(inner)
                return number(Number(float(owner.shape[at]))) if owner and at < len(owner.shape) else None
            case ast.Subscript(value=inner, slice=index) if self.has_arrays(inner):
                return self._entry(self.values(inner), index)
            case ast.Call(func=ast.Name(id="len"), args=[inner]) if self.has_arrays(inner):
                owner = self.values(inner)
                return number(Number(float(owner.shape[0]))) if owner and owner.shape else None
            case ast.Call(func=ast.Attribute(attr=name), args=sizes) if name in _FILLED:
                return _filled(_FILLED[name], sizes)
            case ast.Call():
                return self._call(tree)
        return number(super().node(tree)) if not self.has_arrays(tree) else None

    def _slope_by(self, args: list[ast.expr], index: ast.expr) -> Node | None:
        """Return the derivative of the output by the argument at an index: argnums of JAX."""
        match index:
            case ast.Constant(value=int() as at) if at < len(args) and isinstance(by := self.node(args[at]), Symbol):
                return slope_of(Symbol(self.lexicon.output), by)
        return None

    def _broadcast(self, op: str, *trees: ast.expr) -> Values | None:
        found = [self.values(tree) for tree in trees]
        known = [one for one in found if one is not None]
        return broadcast(op, *known) if len(known) == len(found) else None

    def _joined(
        self, product: Callable[[Values, Values], Values | None], one: ast.expr, other: ast.expr
    ) -> Values | None:
        left, right = self.values(one), self.values(other)
        if left is None or right is None:
            return None
        return broadcast("*", left, right) if left.is_number or right.is_number else product(left, right)

    def _entry(self, owner: Values | None, index: ast.expr) -> Values | None:
        steps = index.elts if isinstance(index, ast.Tuple) else [index]
        for step in steps:
            match step:
                case ast.Constant(value=int() as place):
                    pass
                case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as before)):
                    place = -before
                case _:
                    return None
            owner = owner.row(place) if owner is not None else None
        return owner

    # -- calls ---------------------------------------------------------------------------------------------------------

    def _call(self, tree: ast.Call) -> Values | None:
        match tree.func:
            case ast.Name(id=name):
                if (function := self.function(name)) is not None and self.has_arrays(tree):
                    return self._result_of(function, tree.args)
                args = tree.args
            case ast.Attribute(value=ast.Attribute(attr="linalg"), attr="norm"):
                name, args = "norm", tree.args
            case ast.Attribute(value=owner, attr=name):
                module = (isinstance(owner, ast.Name) and MODULES.fullmatch(owner.id)) or (
                    isinstance(owner, ast.Attribute) and MODULES.fullmatch(owner.attr)
                )
                args = tree.args if module else [owner, *tree.args]
            case _:
                return None
        if not args:
            return None
        if not self.has_arrays(tree) and not (name in WRAPPERS and isinstance(args[0], ast.List | ast.Tuple)):
            return number(super().node(tree))
        axis = next((word.value for word in tree.keywords if word.arg in ("axis", "dim")), None)
        return self._function_of(name, args, axis)

    def _function_of(self, name: str, args: list[ast.expr], axis: ast.expr | None) -> Values | None:
        found = [self.values(arg) for arg in args]
        first = found[0]
        match name, found:
            case "dot" | "matmul" | "inner" | "mm" | "mv", [Values() as one, Values() as other]:
                if one.is_number or other.is_number:
                    return broadcast("*", one, other)
                return matrix_product(one, other)
            case "outer" | "ger", [Values() as one, Values() as other]:
                return outer_product(one, other)
            case "where", [Values() as test, Values() as body, Values() as orelse]:
                return broadcast("cases", body, test, orelse, number(Number(1.0)))
            case "norm", [Values() as one]:
                return broadcast("sqrt", total(broadcast("*", one, one) or one) or one)
            case "softmax", [Values() as one, *_]:
                powers = broadcast("exp", one)
                whole = total(powers) if powers else None
                return broadcast("/", powers, whole) if powers and whole else None
        if first is None:
            return None
        if name in ("sum", "mean"):
            along = axis if axis is not None else args[1] if len(args) > 1 else None
            place = along.value if isinstance(along, ast.Constant) else None
            if along is not None and not isinstance(place, int):
                return None
            return total(first, place if isinstance(place, int) else None, mean=name == "mean")
        if name in ("flatten", "ravel"):
            return Values((len(first.nodes),), first.nodes)
        if name in ("zeros_like", "ones_like"):
            return first.mapped(lambda _: Number(float(name == "ones_like")))
        if name == "transpose":
            return first.transposed()
        if name in ("reshape", "view"):
            return _reshaped(first, args[1].elts if len(args) == 2 and isinstance(args[1], ast.Tuple) else args[1:])
        if name in _SAME:
            return first
        op = CALLED.get(name)
        known = [one for one in found if one is not None]
        fits = op is not None and len(known) == len(found) == (2 if op in PAIRS else 1)
        return broadcast(op, *known) if op is not None and fits else None

    def _result_of(self, function: "ast.FunctionDef | ast.Lambda", args: list[ast.expr]) -> Values | None:
        """Return what a function of the program's own gives for values."""
        params = [arg.arg for arg in function.args.args]
        if len(params) != len(args) or len(self._scopes) >= DEEPEST or not self._calls_left:
            return None
        self._calls_left -= 1
        found = [self.values(arg) for arg in args]
        self._scopes.append({name: one for name, one in zip(params, found, strict=True) if one is not None})
        try:
            for statement in function.body if isinstance(function, ast.FunctionDef) else [ast.Return(function.body)]:
                match statement:
                    case ast.Assign(targets=[ast.Name(id=name)], value=value):
                        result = self.values(value)
                        if result is None:
                            return None
                        self._scopes[-1][name] = result
                    case ast.Return(value=ast.expr() as value):
                        return self.values(value)
                    case ast.Expr(value=ast.Constant()):
                        pass
                    case _:
                        return None
            return None
        finally:
            self._scopes.pop()


def _is_by_several(tree: ast.expr) -> bool:
    """Whether a call gives derivatives by several arguments: jax.grad(loss, argnums=(0, 1))(w, b)."""
    match tree:
        case ast.Call(
            func=ast.Call(
                func=ast.Attribute(attr="grad") | ast.Name(id="grad"),
                keywords=[ast.keyword(arg="argnums", value=ast.Tuple())],
            )
        ):
            return True
    return False


def _is_filled(tree: ast.AST) -> bool:
    """Whether an expression makes an array of one number: np.zeros((2, 1))."""
    return isinstance(tree, ast.Call) and isinstance(tree.func, ast.Attribute) and tree.func.attr in _FILLED


def _filled(value: float, sizes: list[ast.expr]) -> Values | None:
    """Return an array of one number: np.zeros((2, 1)), torch.ones(3)."""
    match sizes:
        case [ast.Tuple(elts=elts) | ast.List(elts=elts)]:
            sizes = elts
    known = [size.value for size in sizes if isinstance(size, ast.Constant) and isinstance(size.value, int)]
    count = math.prod(known)
    fits = len(known) == len(sizes) and 0 < len(known) < 3 and 0 < count <= _LARGEST
    return Values(tuple(known), (Number(value),) * count) if fits else None


def _reshaped(values: Values, sizes: list[ast.expr]) -> Values | None:
    shape: list[int] = []
    for size in sizes:
        match size:
            case ast.Constant(value=int() as given):
                shape.append(given)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=1)):
                shape.append(-1)
            case _:
                return None
    count, known = len(values.nodes), 1
    for one in shape:
        known *= one if one > 0 else 1
    if shape.count(-1) == 1 and known and count % known == 0:
        shape[shape.index(-1)] = count // known
        known = count
    return Values(tuple(shape), values.nodes) if known == count and 0 < len(shape) < 3 else None
