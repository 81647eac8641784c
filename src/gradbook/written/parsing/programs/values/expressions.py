"""Expressions: Python's tree of one as a tree of the exercise's quantities."""

import ast
import math
from abc import ABC, abstractmethod
from collections.abc import Mapping

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, leaves
from gradbook.written.parsing.programs.values.switches import switch_of, switched
from gradbook.written.parsing.programs.values.values import called, fitting

SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "^", ast.MatMult: "*",
}  # fmt: skip
COMPARED: dict[type[ast.cmpop], str] = {ast.Gt: ">", ast.Lt: "<", ast.GtE: ">=", ast.LtE: "<="}
CALLED = {
    "exp": "exp", "log": "log", "sqrt": "sqrt", "sigmoid": "sigmoid", "expit": "sigmoid", "tanh": "tanh",
    "relu": "relu", "sin": "sin", "cos": "cos", "tan": "tan", "maximum": "max", "max": "max", "minimum": "min",
    "min": "min", "abs": "abs", "fabs": "abs", "absolute": "abs", "square": "square", "power": "^", "pow": "^",
    "softplus": "softplus", "multiply": "*", "mul": "*", "dot": "*", "matmul": "*", "outer": "*",
    "inner": "*", "add": "+", "subtract": "-",
    "sinh": "sinh", "cosh": "cosh",
    "ln": "log", "logsig": "sigmoid", "plogis": "sigmoid", "logistic": "sigmoid", "sigmoide": "sigmoid", "σ": "sigmoid",
    "tansig": "tanh",
    "poslin": "relu", "pmax": "max", "pmin": "min", "fmax": "max", "fmin": "min", "powi": "^", "powf": "^",
    "sub": "-", "divide": "/", "div": "/", "true_divide": "/", "negative": "neg", "neg": "neg",
}  # fmt: skip
PAIRS = {"max", "min", "^", "*", "+", "-", "/"}
WRAPPERS = {
    "tensor", "Tensor", "Variable", "array", "asarray", "float", "float32", "float64", "Value", "Parameter",
    "constant", "round", "signif", "as_tensor", "Scalar", "around", "purelin", "str", "num2str",
    "format", "String", "double", "single", "Number", "N",
}  # fmt: skip
_UNWRAPPING = {
    "item", "detach", "numpy", "clone", "float", "double", "sum", "mean", "squeeze", "round", "requires_grad_",
    "tolist", "subs", "evalf", "simplify", "doit",
}  # fmt: skip
_OTHERS = regex(r"(?:old|prev(?:ious)?|before|new|updated|after|init(?:ial)?|target|expected|other)(?:_\w+)?")
_DEEPEST, _MOST = 6, 24  # products that are made of others in turn; leaves of what they come to
_SLOPES_OF = frozenset({"grad", "gradient", "adjoint", "deriv", "derivative"})
_GETS_SLOPE = frozenset({"getGrad", "get_grad", "getGradVal", "getGradient", "get_gradient", "adjoint", "getAdjoint"})
_GETS_VALUE = frozenset({"value", "data", "val", "getVal", "getValue", "get_value", "getData", "get_data", "get_val"})
_SELF = {"data", "value", "val", "v", "T", "number"}
MODULES = regex(r"(?:np|numpy|math|Math|torch|tf|F|jnp|nn|functional|special|cmath|autograd)")


class Expressions(ABC):
    """Makes nodes of Python's expressions; what it does not understand is None."""

    @abstractmethod
    def named(self, identifier: str) -> Node | None:
        """Return what a name stands for at this line."""

    @abstractmethod
    def assigned(self, identifier: str) -> bool:
        """Whether a name is one of the exercise or of the program, so that e is not Euler's number."""

    @abstractmethod
    def item(self, owner: str, key: str) -> Node | None:
        """Return what an entry of a dict stands for."""

    @abstractmethod
    def holds_slopes(self, owner: str) -> bool:
        """Whether the entries of something are gradients."""

    @abstractmethod
    def slope(self, name: str) -> Node | None:
        """Return what "x.grad" is at this line."""

    @abstractmethod
    def returned(self, name: str, args: list[Node | None]) -> tuple[Node | None, ...]:
        """Return all that a function of the program's own gives."""

    @abstractmethod
    def is_defined(self, name: str) -> bool:
        """Whether the program defines a function."""

    @abstractmethod
    def is_taken(self, name: str) -> bool:
        """Whether the name of a function stands for something else at this line."""

    @abstractmethod
    def arguments(self, name: str, call: ast.Call) -> list[ast.expr] | None:
        """Return what a function is called with, in order; None where keywords leave that unclear."""

    @abstractmethod
    def meant(self, name: str, arg: Node | None) -> str | None:
        """Return what function the name of one that the program does not define means: sigmoid_prime(z)."""

    def defined(self, name: str, args: list[Node | None]) -> Node | None:
        """Return what a function of the program's own gives, where that is one thing."""
        found = self.returned(name, args)
        return found[0] if len(found) == 1 else None

    def node(self, tree: ast.expr) -> Node | None:
        """Return what an expression says; None where it is more than a number's worth, or too long."""
        return fitting(self._node(tree))

    def _node(self, tree: ast.expr) -> Node | None:
        match tree:
            case ast.Constant(value=bool()):
                return None
            case ast.Constant(value=int() | float() as number):
                return Number(float(number)) if abs(number) < 1e30 else None
            case ast.Name(id=name):
                return self.named(name)
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                value = self.node(inner)
                return Number(-value.value) if isinstance(value, Number) else called("neg", value)
            case ast.UnaryOp(op=ast.UAdd(), operand=inner):
                return self.node(inner)
            case ast.BinOp(left=ast.Name(id="e"), op=ast.Pow(), right=right) if not self.assigned("e"):
                return called("exp", self.node(right))
            case ast.BinOp(left=left, op=op, right=right) if type(op) in SIGNS:
                return called(SIGNS[type(op)], self.node(left), self.node(right))
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in COMPARED:
                sides = self.node(left), self.node(right)
                return called(COMPARED[type(op)], *sides) if Number(0.0) in sides else None  # as in mathematics
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return called("cases", self.node(body), self.node(test), self.node(orelse), Number(1.0))
            case (
                ast.Attribute(value=ast.Name(id=name), attr="grad" | "gradient" | "g")
                | ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="grad" | "gradient"), args=[])
            ):
                return self.slope(name)
            case ast.Attribute(value=ast.Name(id=module), attr="e" | "pi" as constant) if MODULES.fullmatch(module):
                return Number(math.e if constant == "e" else math.pi)
            case ast.Attribute(value=inner, attr=attr) if attr in _SELF:
                return self.node(inner)
            case ast.Subscript(
                value=ast.Name(id=owner) | ast.Attribute(attr=owner), slice=ast.Constant(value=str() as key)
            ):
                return self.item(owner, key)
            case ast.Subscript(value=ast.Name(id=owner), slice=ast.Name(id=name)) if self.holds_slopes(owner):
                return self.slope(name)  # grads[x]
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=key) if self._holds(
                owner
            ) or self.holds_slopes(owner):
                return self.item(owner, key)  # self.z, cache.z, net.grads.w
            case ast.Subscript(value=ast.Call(func=ast.Name(id=name)) as call, slice=ast.Constant(value=int() as at)):
                entries = self.returned(name, [self.node(arg) for arg in call.args])
                return entries[at] if -len(entries) <= at < len(entries) else None
            case ast.List(elts=[inner]):
                return self.node(inner)
            case ast.Subscript(value=inner, slice=ast.Constant(value=0)):  # a tensor of one entry
                node = self.node(inner)
                return node if isinstance(node, Symbol | Derivative | New) else None
            case ast.Call(func=ast.Constant() | ast.BinOp() | ast.UnaryOp() as factor, args=[inner], keywords=[]):
                return called("()", self.node(factor), self.node(inner))  # 2(0.5): mathematics that Python can parse
            case ast.Call():
                return self._called(tree)
        return None

    def _holds(self, owner: str) -> bool:
        """Whether what a name has as attributes are quantities of the exercise: no module has, and no other state."""
        return not (self.assigned(owner) or MODULES.fullmatch(owner) or _OTHERS.fullmatch(owner))

    def _called(self, tree: ast.Call) -> Node | None:
        match tree.func:
            case ast.Name(id=name) | ast.Attribute(value=ast.Name(id="self"), attr=name):
                bare = True
            case ast.Attribute(value=owner, attr=name):
                bare = False
                module = isinstance(owner, ast.Name | ast.Attribute) and MODULES.fullmatch(
                    owner.id if isinstance(owner, ast.Name) else owner.attr
                )
                if (
                    name in ("gradient", "diff") and len(tree.args) == 2 and isinstance(owner, ast.Name)
                ):  # tape.gradient(f, x)
                    return slope_of(*map(self.node, tree.args))
                if name == "wrt" or (name == "get" and _is_slopes(owner)):  # grads.wrt(x)
                    return self.slope(tree.args[0].id) if tree.args and isinstance(tree.args[0], ast.Name) else None
                if name == "grad" and module and len(tree.args) > 1:  # torch.autograd.grad(f, x)
                    return slope_of(*map(self.node, tree.args[:2]))
                if not module:  # z.exp(), loss.item()
                    if (name in _GETS_VALUE and not tree.args) or _is_number_of(tree):
                        return self.node(owner)
                    if (got := self._got(owner, name, tree.args)) is not None:
                        return got
                    return self._function(name, [self.node(arg) for arg in (owner, *tree.args)])
            case _:
                return None
        if bare and (told := switch_of(tree)) is not None:
            return self._switched(name, *told)
        own = self.arguments(name, tree) if bare else None
        args = [self.node(arg) for arg in (tree.args if own is None else own)]
        if own is not None and (result := self.defined(name, args)):
            return result
        if bare and self.is_taken(name):
            return None
        if name in ("diff", "grad") and len(args) == 2:  # as SymPy and PyTorch write it
            return slope_of(*args)
        if bare and name in _SLOPES_OF and len(args) == 1 and isinstance(tree.args[0], ast.Name):  # grad(x)
            return self.slope(tree.args[0].id)
        if (name in WRAPPERS and args) or (bare and name in _GETS_VALUE and len(args) == 1):  # value(x)
            return args[0]
        if name == "where" and len(args) == 3:
            test, body, orelse = args
            return called("cases", body, test, orelse, Number(1.0))
        if name == "int" and len(args) == 1 and isinstance(tree.args[0], ast.Compare):
            return args[0]
        if bare and name == "len" and len(args) == 1 and isinstance(args[0], Symbol):
            return Number(1.0)  # one sample
        return self._function(name, args) if not (bare and tree.keywords) else None

    def _got(self, owner: ast.expr, name: str, args: list[ast.expr]) -> Node | None:
        """Return what a program of its own keeps of a quantity: z.getGrad(), tape.grad(z), tape.value(z)."""
        match owner, args:
            case ast.Name(id=of), [] if name in _GETS_SLOPE:
                return self.slope(of)
            case ast.Name(id=keeper), [ast.Name(id=of)] if self._holds(keeper) and self.named(keeper) is None:
                slope = name in _GETS_SLOPE or name in ("grad", "gradient")
                return self.slope(of) if slope else self.node(args[0]) if name in _GETS_VALUE else None
        return None

    def _switched(self, name: str, call: ast.Call, on: bool) -> Node | None:
        """Return what a call with a switch gives: of a function of the program's own, or one that is known by name."""
        args = [self.node(arg) for arg in call.args]
        own, op = self.defined(switched(name) if on else name, args), CALLED.get(name)
        if own is not None or self.is_defined(name) or len(args) != 1 or op is None:
            return own
        return self._function(f"{op}_prime", args) if on else called(op, *args)

    def _function(self, name: str, args: list[Node | None]) -> Node | None:
        if name == "hypot" and len(args) == 2:
            return called("sqrt", called("+", *(called("^", arg, Number(2.0)) for arg in args)))
        op = CALLED.get(name) or (self.meant(name, args[0]) if len(args) == 1 else None)
        return called(op, *args) if op is not None and len(args) == (2 if op in PAIRS else 1) else None


def unwrapped(tree: ast.expr) -> ast.expr:
    """Return an expression without what only makes a number of it: x of x.item() and of round(x, 2)."""
    while True:
        match tree:
            case ast.Call(func=ast.Attribute(value=inner)) if _is_number_of(tree):
                tree = inner
            case ast.Attribute(value=inner, attr=attr) if attr in _SELF:
                tree = inner
            case ast.Call(func=ast.Name(id=name), args=[inner, *_]) if name in WRAPPERS:
                tree = inner
            case _:
                return tree


def _is_number_of(call: ast.Call) -> bool:
    """Whether a method only makes a number of what it is called on: x.item(), and x.round(4)."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    rounds = name == "round" and all(isinstance(arg, ast.Constant) for arg in call.args)
    return (name in _UNWRAPPING and not call.args) or rounds


def _is_slopes(owner: ast.expr) -> bool:
    return isinstance(owner, ast.Name) and owner.id.lower().rstrip("s") in ("grad", "gradient", "derivative")


def slope_of(of: Node | None, by: Node | None) -> Node | None:
    """Return the derivative of one name by another; None for anything else."""
    return Derivative(of.name, by.name) if isinstance(of, Symbol) and isinstance(by, Symbol) else None


def substituted(node: Node, old: Node, new: Node | None) -> Node | None:
    """Return an expression with another in the place of one of its leaves; None where that is not known."""
    if node == old:
        return new
    if not isinstance(node, Call):
        return node
    args = [substituted(arg, old, new) for arg in node.args]
    return called(node.op, *args)


def worked_out(node: Node, known: Mapping[Node, Node | None], depth: int = _DEEPEST) -> Node | None:
    """Return a product of derivatives with what each was calculated as in its place, "dfdq * dqdx" as "z * 1.0".

    None where anything else is in it, where one is not known, and where too many are made of others.
    """
    parts = leaves(node)
    if not depth or not all(isinstance(part, Derivative) for part in parts):
        return None
    for part in parts:
        calculated = known.get(part)
        if calculated is not None and any(isinstance(other, Derivative) for other in leaves(calculated)):
            calculated = worked_out(calculated, known, depth - 1)
        replaced = substituted(node, part, calculated) if calculated is not None else None
        if replaced is None or len(leaves(replaced)) > _MOST:
            return None
        node = replaced
    return node


def mentions(node: Node | None, name: str) -> bool:
    """Whether an input, old or new, is in an expression."""
    return node is not None and any(isinstance(leaf, Symbol | New) and leaf.name == name for leaf in leaves(node))
