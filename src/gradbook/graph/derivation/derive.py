"""Deriving: from a graph to the steps of a derivation.

Two forms. For a graph of numbers, the chain rule is spelled out along every path, with numbers put in. For a graph of
arrays, each gradient is given in matrix form, from the gradient of the node that it feeds.
"""

from collections.abc import Iterable

from gradbook.graph.derivation.derivation import Derivation
from gradbook.graph.derivation.steps import Section, Step
from gradbook.graph.engine.tape import Tape
from gradbook.graph.engine.traversal import ancestry
from gradbook.graph.errors import GraphError
from gradbook.graph.expression import (
    Apply,
    Derivative,
    Expr,
    Number,
    Symbol,
    product,
    simplified,
    substitute,
    total,
    with_names,
)
from gradbook.graph.gradcheck import kinks
from gradbook.graph.ops import Op, Value
from gradbook.graph.parser import parse_formula
from gradbook.graph.shapes import shape_of
from gradbook.graph.values import short

MAX_PATHS = 64  # that are written out; a sum of more is no explanation
MAX_OPERATIONS = 500  # that a whole derivation goes through
MAX_FACTORS = 60  # of a path, likewise
MANY = f"More than {MAX_PATHS} paths, or one of more than {MAX_FACTORS} steps,"
_NO_FORMULA = "no formula: the numbers are calculated by PyTorch"
_ARGUMENTS = ("a", "b", "c")


def explain(graph: Tape, by: str, of: str | None = None) -> Derivation:
    """Derive the gradient of a node by another.

    Args:
        graph: the graph.
        by: the name of the node by which the derivative is taken.
        of: the name of the node that is differentiated; by default the output.

    Raises:
        GraphError: a node is absent, or the derivative is not defined.
    """
    source, target = graph.index_of(by), graph.index_of(of or graph.output)
    explainer = _Explainer(graph, target)
    steps = (
        explainer.gradient(source)
        if explainer.scalar
        else explainer.matrix_gradients(explainer.between(source) | {source})
    )
    title = f"The derivative of {graph.name_of(target)} by {by}"
    return Derivation(title, (Section("By the chain rule", tuple(steps)),), tuple(kinks(graph)))


def solution(graph: Tape, lr: float = 0.01, wrt: Iterable[str] | None = None) -> Derivation:
    """Derive everything: values, intermediates, local gradients, gradients of the output, and one gradient step.

    Args:
        graph: the graph.
        lr: the learning rate of the step.
        wrt: the inputs that the step changes; by default `graph.parameters()`.

    Raises:
        GraphError: a derivative is not defined, `wrt` names no input, or the graph is too large to be read.
    """
    target = graph.index_of(graph.output)
    if graph.is_constant(target):
        raise GraphError(f"{graph.output} is the number {short(graph.value_at(target))}: there is nothing to derive.")
    explainer = _Explainer(graph, target)
    calculated = [i for i in explainer.order if graph.op_of(i) is not None]
    if len(calculated) > MAX_OPERATIONS:
        raise GraphError(
            f"{graph.output} takes {len(calculated):,} operations, and a derivation shows every step of at most "
            f"{MAX_OPERATIONS}. Take a node nearer to the inputs as the output, or a single gradient (Graph.explain)."
        )
    sections = [Section("Forward values", tuple(explainer.value(i) for i in calculated))]
    if explainer.scalar:
        sections.append(Section("Intermediate variables", tuple(explainer.formula(i) for i in calculated)))
        inner = [i for i in reversed(calculated) if i != target] or calculated
        local = [explainer.local(i, arg) for i in inner for arg in explainer.arguments(i)]
        gradients = [step for i in explainer.from_output() for step in explainer.gradient(i)]
        sections += [
            Section("Local gradients", tuple(local)),
            Section(f"Gradients of {graph.output}", tuple(gradients)),
        ]
    else:
        steps = explainer.matrix_gradients(set(explainer.order))
        sections.append(Section(f"Gradients of {graph.output}", tuple(steps)))
    names = graph.parameters() if wrt is None else list(wrt)
    new = graph.step(lr, names)
    updates = [explainer.update(name, lr, new[name]) for name in names if graph.index_of(name) in explainer.order]
    sections.append(Section("Gradient descent step", tuple(updates)))
    return Derivation(f"Backpropagation through {graph.output}", tuple(sections), tuple(kinks(graph)))


def forward_step(graph: Tape, name: str) -> Step:
    """Derive the value of a calculated node.

    Args:
        graph: the graph.
        name: of the node.

    Raises:
        GraphError: it is absent.
    """
    return _Explainer(graph, graph.index_of(graph.output)).value(graph.index_of(name))


def backward_step(graph: Tape, name: str) -> Step:
    """Derive the gradient of the output by a node as a backward pass finds it: from those of the nodes that it feeds.

    Args:
        graph: a graph of numbers.
        name: of a node that the output depends on.

    Raises:
        GraphError: it is absent, or a derivative is not defined.
    """
    explainer, index = _Explainer(graph, graph.index_of(graph.output)), graph.index_of(name)
    return explainer.gradient(index)[0] if name == graph.output else explainer.gradient_from_users(index)


class _Explainer:
    """Explains derivatives of one node of a graph."""

    def __init__(self, graph: Tape, target: int) -> None:
        self._graph = graph
        self._target = target
        reached = ancestry(graph, target)
        self.order = sorted(i for i in reached if not graph.is_constant(i))
        self._consumers: dict[int, list[int]] = {index: [] for index in reached}
        for index in self.order:
            for arg in dict.fromkeys(graph.args_of(index)):
                self._consumers[arg].append(index)
        self.scalar = all(type(graph.value_at(index)) is float for index in self.order)

    # -- values and updates --------------------------------------------------------------------------------------------

    def value(self, index: int) -> Step:
        graph, name = self._graph, self._graph.name_of(index)
        value, formula = graph.value_at(index), graph.formula(index)
        members: tuple[Expr, ...] = (formula,)
        if self.scalar and type(value) is float:
            members = (formula, self._with_values(formula), Number(value))
        elif type(value) is float:
            members = (formula, Number(value))
        return Step("value", name, Symbol(name), _distinct(members), value, self._shape(index))

    def _shape(self, index: int) -> str:
        return " x ".join(shape_of(self._graph, index))

    def formula(self, index: int) -> Step:
        graph, name = self._graph, self._graph.name_of(index)
        members, value = (graph.formula(index),), graph.value_at(index)
        return Step("formula", f"{name}:formula", Symbol(name), members, value, self._shape(index))

    def update(self, name: str, lr: float, new: Value) -> Step:
        of = self._graph.output
        rate = Number(lr)
        rule: Expr = Apply("sub", (Symbol(name), Apply("mul", (rate, Derivative(of, name)))))
        members: tuple[Expr, ...] = (rule,)
        if type(new) is float:
            numbers = Number(float(self._graph.value[name])), Number(float(self._graph.grad[name]))
            members = (rule, Apply("sub", (numbers[0], Apply("mul", (rate, numbers[1])))), Number(new))
        return Step("update", f"{name}1", Symbol(f"{name}_new"), members, new, self._shape(self._graph.index_of(name)))

    # -- local gradients -----------------------------------------------------------------------------------------------

    def arguments(self, index: int) -> list[int]:
        """The arguments of a node that are not constants, each once."""
        return [arg for arg in dict.fromkeys(self._graph.args_of(index)) if not self._graph.is_constant(arg)]

    def local(self, of: int, by: int) -> Step:
        graph = self._graph
        value = graph.local_gradient(of, by)
        left = self._local_name(of, by)
        key = f"{graph.name_of(of)}/d{graph.name_of(by)}"
        formula = self._local_formula(of, by)
        members = _distinct((formula, self._with_values(formula), Number(float(value))))
        return Step("local", f"local:d{key}" if left.direct else f"d{key}", left, members, value)

    def _local_name(self, of: int, by: int) -> Derivative:
        """Name a local derivative, told apart from the total one where they differ."""
        graph = self._graph
        elsewhere = any(arg != by and by in ancestry(graph, arg, by) for arg in graph.args_of(of))
        return Derivative(graph.name_of(of), graph.name_of(by), direct=elsewhere)

    def _local_formula(self, of: int, by: int) -> Expr:
        graph = self._graph
        op = graph.op_of(of)
        assert op is not None
        formulas = op.local or op.product or ()
        names = {**self._argument_names(of), "out": Symbol(graph.name_of(of)), "g": Number(1.0)}
        shares = [
            simplified(with_names(parse_formula(formula), names))
            for arg, formula in zip(graph.args_of(of), formulas, strict=True)
            if arg == by
        ]
        return total(shares)

    def _argument_names(self, of: int) -> dict[str, Expr]:
        args = self._graph.args_of(of)
        return {letter: self._graph.leaf(arg) for letter, arg in zip(_ARGUMENTS, args, strict=False)}

    # -- gradients of a graph of numbers -------------------------------------------------------------------------------

    def from_output(self) -> list[int]:
        """Every node that the target depends on, the target first, level by level down to the inputs.

        Inputs of one op come in the order in which they were given.
        """
        graph = self._graph
        given = {name: place for place, name in enumerate(graph.inputs)}
        result: dict[int, None] = {self._target: None}
        queue = [self._target]
        for index in queue:
            args = self.arguments(index)
            if all(graph.op_of(arg) is None for arg in args):
                args.sort(key=lambda arg: given.get(graph.name_of(arg), 0))
            for arg in args:
                if arg not in result:
                    result[arg] = None
                    queue.append(arg)
        return list(result)

    def gradient(self, by: int) -> list[Step]:
        """Derive the target by one node: along its paths, or where these are too many from its consumers' gradients."""
        graph, target = self._graph, self._target
        of_name, by_name = graph.name_of(target), graph.name_of(by)
        value = graph.derivative(of_name, by_name)
        left = Derivative(of_name, by_name)
        if by == target or by not in self._consumers:
            members: tuple[Expr, ...] = (Number(float(value)),)
            return [Step("gradient", f"d{of_name}/d{by_name}", left, members, value)]
        paths = self._paths(by) if len(self._consumers[by]) <= MAX_PATHS else None
        if paths is None:
            note = f"{MANY} lead from {by_name} to {of_name}: summed over what {by_name} feeds."
            return [self.gradient_from_users(by, note)]
        chain = total([product([self._local_name(a, b) for a, b in path]) for path in paths])
        symbols = total([product([self._local_formula(a, b) for a, b in path]) for path in paths])
        if len(paths) == 1 and len(paths[0]) == 1:
            numbers = self._with_values(symbols)
        else:
            numbers = total([product([Number(float(graph.local_gradient(a, b))) for a, b in path]) for path in paths])
        first = () if chain == left else (chain,)
        members = _distinct((*first, symbols, numbers, Number(float(value))))
        return [Step("gradient", f"d{of_name}/d{by_name}", left, members, value)]

    def gradient_from_users(self, by: int, note: str = "") -> Step:
        """Derive the target by one node from its derivatives by the nodes that this one feeds."""
        graph, target, users = self._graph, self._target, self._consumers[by]
        of_name, by_name = graph.name_of(target), graph.name_of(by)
        key, left, value = f"d{of_name}/d{by_name}", Derivative(of_name, by_name), graph.derivative(of_name, by_name)
        if len(users) > MAX_PATHS:
            note = f"{by_name} feeds {len(users)} nodes: summed over them."
            return Step("gradient", key, left, (Number(float(value)),), value, note=note)
        chains, symbols, numbers = [], [], []
        for user in users:
            above, name = [], graph.name_of(user)
            if user != target:
                above = [(Derivative(of_name, name), Number(float(graph.derivative(of_name, name))))]
            local = Number(float(graph.local_gradient(user, by)))
            chains.append(product([*(name for name, _ in above), self._local_name(user, by)]))
            symbols.append(product([*(name for name, _ in above), self._local_formula(user, by)]))
            numbers.append(product([*(number for _, number in above), local]))
        first = () if chains == [left] else (total(chains),)
        members = _distinct((*first, total(symbols), total(numbers), Number(float(value))))
        return Step("gradient", key, left, members, value, note=note)

    def _paths(self, by: int) -> list[list[tuple[int, int]]] | None:
        """Return the paths from the target down to a node as lists of (node, argument).

        None if they are more than MAX_PATHS, or one has more than MAX_FACTORS.
        """
        count, longest = {self._target: 1}, {self._target: 0}
        between = sorted(self.between(by), reverse=True)
        for index in [*between, by]:
            if index != self._target:
                users = [user for user in self._consumers[index] if user in count]
                count[index] = min(MAX_PATHS + 1, sum(map(count.__getitem__, users)))
                longest[index] = 1 + max(map(longest.__getitem__, users))
        if count[by] > MAX_PATHS or longest[by] > MAX_FACTORS:
            return None
        allowed = set(between) | {by}
        unfinished: list[list[tuple[int, int]]] = [[]]
        finished = []
        while unfinished:
            path = unfinished.pop(0)
            end = path[-1][1] if path else self._target
            if end == by:
                finished.append(path)
                continue
            unfinished += [[*path, (end, arg)] for arg in self.arguments(end) if arg in allowed]
        return finished

    def between(self, by: int) -> set[int]:
        """The nodes on any path from the target down to a node, the target included, the node itself not."""
        found: set[int] = set()
        stack = [by]
        while stack:
            for user in self._consumers.get(stack.pop(), ()):
                if user not in found:
                    found.add(user)
                    stack.append(user)
        return found

    def _with_values(self, formula: Expr) -> Expr:
        """Put the values of nodes that are numbers in for their names."""
        graph = self._graph

        def number(leaf: Expr) -> Expr | None:
            if not isinstance(leaf, Symbol) or leaf.name not in graph.value:
                return None
            value = graph.value[leaf.name]
            return Number(value) if type(value) is float else None

        return substitute(formula, number)

    # -- gradients of a graph of arrays --------------------------------------------------------------------------------

    def matrix_gradients(self, wanted: set[int]) -> list[Step]:
        """Derive the target by some of its nodes in matrix form, from the output down."""
        graph = self._graph
        of_name = graph.name_of(self._target)
        labels = graph.labels  # these have no gradient of interest
        steps: list[Step] = []
        # What a gradient is in terms of values alone, where that is short enough to be put in further down.
        written: dict[int, Expr] = {self._target: Number(1.0)}
        for index in reversed(self.order):
            if index == self._target or index in labels:
                continue
            name = graph.name_of(index)
            by_users, by_values = [], []
            few = len(self._consumers[index]) <= MAX_PATHS
            for user in self._consumers[index] if few else ():
                upstream: Expr = Derivative(of_name, graph.name_of(user))
                if user == self._target:
                    upstream = Number(1.0)
                by_users.append(self._product(user, index, upstream))
                by_values.append(self._product(user, index, written[user]) if user in written else None)
            known = few and all(part is not None for part in by_users)
            members: tuple[Expr, ...] = ()
            if known:
                members = (total([part for part in by_users if part is not None]),)
                inner = [part for part in by_values if part is not None]
                if len(inner) == len(by_values):
                    full = simplified(total(inner))
                    if _size(full) <= 12:
                        members = _distinct((*members, full))
                        if _size(full) <= 6:
                            written[index] = full
            if index in wanted:
                value = graph.derivative(of_name, name)
                note = "" if known else _NO_FORMULA if few else f"{name} feeds too many nodes: summed over them"
                key, left = f"d{of_name}/d{name}", Derivative(of_name, name)
                steps.append(Step("gradient", key, left, members, value, self._shape(index), note))
        return steps

    def _product(self, user: int, index: int, upstream: Expr) -> Expr | None:
        """Return the part of a node's gradient that comes through one user, in matrix form."""
        graph = self._graph
        op = graph.op_of(user)
        assert op is not None
        shares = []
        for place, arg in enumerate(graph.args_of(user)):
            if arg == index:
                formula = _vjp_formula(op, place)
                if formula is None:
                    return None
                names = {**self._argument_names(user), "out": Symbol(graph.name_of(user)), "g": upstream}
                shares.append(simplified(with_names(formula, names)))
        return total(shares)


def _vjp_formula(op: Op, place: int) -> Expr | None:
    if op.product is not None:
        return parse_formula(op.product[place]) if op.product else None
    if op.local is None:
        return None
    local = parse_formula(op.local[place])
    if isinstance(local, Number):
        return Apply("mul", (local, Symbol("g"))) if local.value != -1 else Apply("neg", (Symbol("g"),))
    return Apply("hadamard", (Symbol("g"), local))


def _distinct(members: tuple[Expr, ...]) -> tuple[Expr, ...]:
    """Leave out a member that says the same as the one before it."""
    kept = [member for place, member in enumerate(members) if place == 0 or member != members[place - 1]]
    return tuple(kept)


def _size(expr: Expr) -> int:
    return 1 + sum(map(_size, expr.args)) if isinstance(expr, Apply) else 1
