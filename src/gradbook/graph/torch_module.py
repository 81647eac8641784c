"""Reading a PyTorch module into a graph. The only file of this room that knows torch.

`torch.export` gives the module as a list of ATen calls, without decompositions: a linear layer stays one op, and
cross-entropy does not fall apart into ten. A call that the op table has becomes that op; any other gets its numbers
from `torch.func.vjp`, and no formula.
"""

import contextlib
import copy
import io
import warnings
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from torch import nn

from gradbook.graph.engine.tape import Tape
from gradbook.graph.errors import GraphError
from gradbook.graph.node import Node, node_at, operate
from gradbook.graph.ops import Op, one_hot

LOSSES: dict[str, Callable[..., torch.Tensor]] = {
    "cross_entropy": nn.functional.cross_entropy,
    "mse": lambda outputs, target: torch.ops.aten.mse_loss(outputs, target.reshape(outputs.shape)),
}
# ATen calls (without overload) of one tensor that the table has under another or the same name.
_UNARY = ("relu", "sigmoid", "tanh", "silu", "exp", "log", "sqrt", "sin", "cos", "tan", "abs", "neg", "square")
_BINARY = {"add": "add", "sub": "sub", "mul": "mul", "div": "div", "matmul": "matmul", "mm": "matmul"}
_SAME = ("dropout", "contiguous", "alias", "clone", "detach_", "_to_copy")  # with no effect in evaluation mode


def read_module(tape: Tape, model: nn.Module, x: Any, *, loss: Any = "cross_entropy", target: Any = None) -> None:
    """Read a module into an empty tape of arrays (float64), with the loss as its output.

    The module is read in evaluation mode (no dropout, batch norm by its running statistics) and is left as it was.

    Args:
        tape: where it goes.
        model: an MLP or a small convolutional network.
        x: a batch of inputs, first axis N.
        loss: "cross_entropy", "mse", any function or module of (outputs, target), or None for the sum of the outputs.
        target: class numbers (N,) or distributions (N, classes) for cross-entropy; values for mse.

    Raises:
        GraphError: the module cannot be read, for instance because it branches on its data.
    """
    batch = torch.as_tensor(np.asarray(x)).double()
    double = copy.deepcopy(model).double().eval()
    name, function = (loss, LOSSES.get(loss)) if isinstance(loss, str) else ("", loss)
    if isinstance(loss, str) and function is None:
        raise GraphError(f"there is no loss {loss!r}; there are {', '.join(LOSSES)}.")
    if function is not None and target is None:
        raise GraphError("a loss needs a target: from_module(model, x, loss=..., target=...).")
    goal = None if function is None else torch.as_tensor(np.asarray(target))
    if goal is not None and name == "cross_entropy" and goal.ndim == 1:
        with torch.no_grad():
            classes = _run(double, batch).shape[-1]
        if int(goal.max()) >= classes or int(goal.min()) < 0:
            raise GraphError(f"targets must be class numbers from 0 to {classes - 1}, found {goal.unique().tolist()}.")
        goal = torch.from_numpy(one_hot(goal.numpy(), classes))
    inputs = (batch,) if goal is None else (batch, goal.double())
    _Reader(tape, _exported(_WithLoss(double, function), inputs), inputs, double).read()


class _WithLoss(nn.Module):
    def __init__(self, model: nn.Module, loss: Callable[..., torch.Tensor] | None) -> None:
        super().__init__()
        self.model = model
        self.loss = loss

    def forward(self, x: torch.Tensor, target: torch.Tensor | None = None) -> torch.Tensor:
        outputs: torch.Tensor = self.model(x)
        return outputs.sum() if self.loss is None else self.loss(outputs, target)


def _run(model: nn.Module, batch: torch.Tensor) -> torch.Tensor:
    try:
        outputs: torch.Tensor = model(batch)
    except (RuntimeError, ValueError, TypeError, IndexError) as error:
        raise GraphError(f"the module does not accept inputs of shape {tuple(batch.shape)}: {_first(error)}") from None
    return outputs


def _exported(module: nn.Module, inputs: tuple[torch.Tensor, ...]) -> Any:
    with torch.no_grad():
        try:
            module(*inputs)
        except (RuntimeError, ValueError, TypeError, IndexError) as error:
            raise GraphError(f"the module and its loss do not run on this batch: {_first(error)}") from None
    try:
        # torch.export warns of its own future, and prints the whole program when it gives up.
        with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            return torch.export.export(module, inputs, strict=False)
    except Exception as error:  # torch.export raises a family of private errors
        words = str(error)
        if "data-dependent" in words.lower() or "guard" in words.lower():
            raise GraphError(
                "the module takes a branch that depends on its data (an `if` on a tensor's value), so it is not one "
                "graph. Leave the branch out, or write it with torch.where."
            ) from None
        raise GraphError(f"PyTorch cannot export the module: {_first(error)}") from None


def _first(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


class _Reader:
    """Writes an exported program on a tape, and gives its nodes the names that textbooks use."""

    def __init__(self, tape: Tape, program: Any, inputs: tuple[torch.Tensor, ...], model: nn.Module) -> None:
        self._program = program
        self._inputs = list(inputs)
        self._tape = tape
        self._nodes: dict[Any, Any] = {}
        self._numbers: Counter[str] = Counter()
        calls = [node for node in program.graph.nodes if node.op == "call_function"]
        weights = [m for m in model.modules() if isinstance(m, nn.Linear)]
        self._last_linear = max((n for n, c in enumerate(calls) if _base(c) in ("linear", "addmm")), default=-1)
        self._deep = len(weights) > 2

    def read(self) -> None:
        program, tape = self._program, self._tape
        signature = program.graph_signature
        tensors = {**dict(program.named_parameters()), **dict(program.named_buffers()), **program.constants}
        names = {**signature.inputs_to_parameters, **signature.inputs_to_buffers}
        names |= getattr(signature, "inputs_to_lifted_tensor_constants", {})
        calls = 0
        for node in program.graph.nodes:
            if node.op == "placeholder":
                if node.name in names and node.name not in signature.inputs_to_parameters:
                    self._nodes[node] = tensors[names[node.name]].detach()  # a buffer: nothing to differentiate by
                elif node.name in names:
                    value = tensors[names[node.name]].detach()
                    self._nodes[node] = self._input(self._parameter(names[node.name], value), value.double().numpy())
                else:
                    value = self._inputs.pop(0)
                    is_target = tape.is_taken("x")
                    self._nodes[node] = self._input("Y" if is_target else "x", value.numpy())
                    tape.batch = len(value)
                    if is_target:
                        tape.targets.add(self._nodes[node].index)
            elif node.op == "call_function":
                self._nodes[node] = self._call(node, last=calls == self._last_linear)
                calls += 1
            elif node.op == "output":
                output = self._nodes[node.args[0][0]]
                if not tape.has_name(output.index):
                    tape.set_name(output.index, "L")
                tape.output = tape.name_of(output.index)

    def _input(self, name: str, value: Any) -> Node:
        return node_at(self._tape, self._tape.add_input(name, value))

    def _parameter(self, path: str, value: torch.Tensor) -> str:
        """Name a parameter: W1, b1, W2, ... for layers in order, K for a convolution's kernels."""
        field = path.rsplit(".", 1)[-1]
        if field == "weight" and value.ndim == 2:
            stem = "W"
        elif field == "weight" and value.ndim > 2:
            stem = "K"
        elif field == "weight":
            stem = "gamma"
        elif field == "bias":
            stem = "b"
        else:
            stem = field if field.isidentifier() else "p"
        if stem == "b":
            # A layer's bias has its weight's number.
            number = max(self._numbers["W"] + self._numbers["K"] + self._numbers["gamma"], 1)
        elif stem in ("W", "K", "gamma"):
            self._numbers[stem] += 1
            number = self._numbers["W"] + self._numbers["K"] + self._numbers["gamma"]
        else:
            self._numbers[stem] += 1
            number = self._numbers[stem]
        name = f"{stem}{number}"
        while self._tape.is_taken(name):
            name += "_"
        return name

    def _named(self, stem: str, node: Node) -> Node:
        self._numbers[stem] += 1
        number = self._numbers[stem]
        name = stem if number == 1 and not self._deep else f"{stem}{number}"
        if not self._tape.is_taken(name):
            self._tape.set_name(node.index, name)
        return node

    def _call(self, node: Any, *, last: bool) -> Any:
        base, args = _base(node), [self._nodes.get(a, a) if isinstance(a, torch.fx.Node) else a for a in node.args]
        if base in _SAME:
            return args[0]
        if base == "linear":
            x, weight, *rest = args
            bias = rest[0] if rest else None
            layer = operate(self._tape, "linear", (x, weight, bias)) if bias is not None else x @ weight.T
            if not last or self._tape.is_taken("o"):
                return self._named("a", layer)
            self._tape.set_name(layer.index, "o")
            return layer
        made = self._from_table(base, args, node.kwargs)
        if made is None:
            made = self._foreign(node, args)
        unnamed = isinstance(made, Node) and not self._tape.has_name(made.index)
        if unnamed and np.ndim(made.value) and base in _ACTIVATIONS:
            return self._named("h", made)
        return made

    def _from_table(self, base: str, args: list[Any], kwargs: dict[str, Any]) -> Node | None:
        """Return the op of the table that a call is, or None."""
        tape = self._tape
        first = args[0] if args and isinstance(args[0], Node) else None
        if first is None:
            return None
        rank = np.ndim(first.value)
        match base, args[1:]:
            case name, [] if name in _UNARY:
                return operate(tape, name, (first,))
            case "gelu", [] if kwargs.get("approximate", "none") == "none":
                return operate(tape, "gelu", (first,))
            case "softplus", [] | [1.0, 20.0]:
                return operate(tape, "softplus", (first,))
            case "leaky_relu", rest:
                return operate(tape, "leaky_relu", (first,), (float(rest[0]) if rest else 0.01,))
            case name, [other] if name in _BINARY and not kwargs and isinstance(other, Node | int | float):
                return operate(tape, _BINARY[name], (first, other))
            case "pow", [int() | float() as power]:
                return operate(tape, "pow", (first, float(power)))
            case "t", []:
                return operate(tape, "transpose", (first,))
            case "flatten", rest if rest in ([], [0], [1], [1, -1], [0, -1]):
                return operate(tape, "flatten", (first,), (float(rest[0]) if rest else 0.0,))
            case (("view" | "reshape"), [shape]):
                return operate(tape, "reshape", (first,), tuple(map(float, shape)))
            case ("softmax" | "log_softmax") as name, [axis, *_] if axis in (-1, rank - 1):
                return operate(tape, name, (first,))
            case ("sum" | "mean") as name, []:
                return operate(tape, name, (first,))
            case "cross_entropy_loss", [Node() as target] if rank == 2 and np.ndim(target.value) == 2:
                return operate(tape, "cross_entropy", (first, target))
            case "mse_loss", [Node() as target] if np.shape(target.value) == np.shape(first.value):
                return operate(tape, "mse", (first, target))
        return None

    def _foreign(self, node: Any, args: list[Any]) -> Node:
        """Add an op that the table lacks: values and vector-Jacobian products come from PyTorch."""
        flat = [arg for arg in args if isinstance(arg, Node)]
        kwargs = {key: self._nodes.get(value, value) for key, value in node.kwargs.items()}
        if any(isinstance(value, Node) for value in kwargs.values()):
            raise GraphError(f"the op {_base(node)} is called in a way that is not understood.")

        def calculate(*tensors: torch.Tensor) -> torch.Tensor:
            rest = iter(tensors)
            result = node.target(*(next(rest) if isinstance(arg, Node) else arg for arg in args), **kwargs)
            if not isinstance(result, torch.Tensor):
                raise GraphError(f"the op {_base(node)} gives more than one result, which is not understood.")
            return result

        def value(*arrays: Any) -> Any:
            with torch.no_grad():
                return _plain(calculate(*map(_tensor, arrays)))

        def vjp(g: Any, out: Any, *arrays: Any) -> tuple[Any, ...]:
            pull = torch.func.vjp(calculate, *map(_tensor, arrays))[1]
            return tuple(_plain(part) for part in pull(_tensor(g)))

        name = _base(node)
        notation = ", ".join(f"{{{k}}}" for k in range(len(flat)))
        op = Op(name, len(flat), value, vjp, f"{name}({notation})", name, product=(), about="calculated by PyTorch")
        return node_at(self._tape, self._tape.operate(op, [arg.index for arg in flat]))


_ACTIVATIONS = ("relu", "sigmoid", "tanh", "silu", "gelu", "leaky_relu", "softplus", "elu", "hardtanh")


def _base(node: Any) -> str:
    """Return the name of an ATen call without namespace and overload: aten.add.Tensor is add."""
    return str(node.target).removeprefix("aten.").split(".")[0]


def _tensor(value: Any) -> torch.Tensor:
    return torch.as_tensor(np.array(value), dtype=torch.float64)


def _plain(tensor: torch.Tensor) -> Any:
    array = tensor.detach().numpy()
    return float(array) if array.ndim == 0 else array


def multilayer_perceptron(
    sizes: list[int], batch: int = 4, seed: int = 0
) -> tuple[nn.Module, torch.Tensor, torch.Tensor]:
    """Return an untrained ReLU network, a random batch for it, and random targets.

    Args:
        sizes: of the layers, inputs first: [784, 500, 10].
        batch: number of inputs, N.
        seed: of weights, inputs and targets.

    Returns:
        The module, inputs (N, sizes[0]) and class numbers (N,).
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        layers: list[nn.Module] = []
        for n, m in pairwise(sizes):
            layers += [nn.Linear(n, m), nn.ReLU()]
        return nn.Sequential(*layers[:-1]), torch.rand(batch, sizes[0]), torch.randint(0, sizes[-1], (batch,))
