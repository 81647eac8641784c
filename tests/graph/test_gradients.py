"""Every op's gradient against torch.autograd (1e-9 in float64) and central differences, alone and in random graphs."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from gradbook.graph import Graph
from gradbook.graph.ops import OPS

F = torch.nn.functional
Torch = Callable[..., torch.Tensor]
# What each op is in torch; a test fails where an op of the table is missing here.
IN_TORCH: dict[str, Torch] = {
    "add": torch.add,
    "sub": torch.sub,
    "mul": torch.mul,
    "div": torch.div,
    "pow": torch.pow,
    "neg": torch.neg,
    "square": torch.square,
    "exp": torch.exp,
    "log": torch.log,
    "sqrt": torch.sqrt,
    "sin": torch.sin,
    "cos": torch.cos,
    "tan": torch.tan,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "softplus": F.softplus,
    "relu": torch.relu,
    "leaky_relu": F.leaky_relu,
    "gelu": F.gelu,
    "silu": F.silu,
    "abs": torch.abs,
    "sign": torch.sign,
    "max": torch.maximum,
    "min": torch.minimum,
    "matmul": torch.matmul,
    "linear": F.linear,
    "sum": torch.sum,
    "mean": torch.mean,
    "transpose": lambda a: a.mT,
    "reshape": torch.reshape,
    "flatten": torch.flatten,
    "softmax": lambda a: a.softmax(-1),
    "log_softmax": lambda a: a.log_softmax(-1),
    "cross_entropy": F.cross_entropy,
    "mse": F.mse_loss,
}
ELEMENTWISE = [name for name, op in OPS.items() if op.elementwise or name == "leaky_relu"]
POSITIVE = {"log", "sqrt", "pow"}


def test_every_op_is_compared() -> None:
    assert IN_TORCH.keys() == OPS.keys()


def agree(graph: Graph, inputs: dict[str, torch.Tensor], output: torch.Tensor) -> None:
    """Compare value and gradients of a graph with torch's."""
    gradients = torch.autograd.grad(output, list(inputs.values()), allow_unused=True, materialize_grads=True)
    assert graph.value[graph.output] == pytest.approx(output.item(), rel=1e-9, abs=1e-12)
    for name, gradient in zip(inputs, gradients, strict=True):
        scale = max(1.0, gradient.abs().max().item())
        np.testing.assert_allclose(np.asarray(graph.grad[name]), gradient.numpy(), rtol=1e-9, atol=1e-9 * scale)


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("shapes", [((), ()), ((3,), (3,)), ((2, 3), (3,)), ((2, 1), (2, 3))], ids=str)
def test_elementwise_ops(name: str, shapes: tuple[tuple[int, ...], ...]) -> None:
    random = np.random.default_rng(sum(map(ord, name)))
    for trial in range(5):
        arrays = [
            random.normal(size=shape) * (1 if name == "pow" else 1 + trial) for shape in shapes[: OPS[name].arity]
        ]
        arrays = [np.abs(a) + 0.1 for a in arrays] if name in POSITIVE else arrays
        inputs = {
            k: torch.tensor(a, dtype=torch.float64, requires_grad=True) for k, a in zip("xy", arrays, strict=False)
        }
        output = IN_TORCH[name](*inputs.values())
        graph = Graph(**{k: v.detach().numpy() for k, v in inputs.items()})
        result = graph.apply(name, *map(graph.node, inputs))
        if shapes[0] == ():
            graph.name("f", result)
        else:
            weights = random.normal(size=output.shape)
            graph.name("f", graph.apply("sum", result * weights))
            output = (output * torch.tensor(weights)).sum()
        agree(graph, inputs, output)
        assert graph.check().passed or name in ("relu", "abs", "sign")


ARRAY_CASES: list[tuple[str, dict[str, tuple[int, ...]], Torch]] = [
    ("sum(sin(x @ y))", {"x": (2, 3), "y": (3, 4)}, lambda x, y: (x @ y).sin().sum()),
    ("x @ y", {"x": (3,), "y": (3,)}, lambda x, y: x @ y),
    ("sum(x @ y)", {"x": (2, 3), "y": (3,)}, lambda x, y: (x @ y).sum()),
    ("sum(square(x @ y))", {"x": (3,), "y": (3, 2)}, lambda x, y: (x @ y).square().sum()),
    ("sum(linear(x, y, z)**2)", {"x": (4, 3), "y": (2, 3), "z": (2,)}, lambda x, y, z: F.linear(x, y, z).pow(2).sum()),
    ("sum(sum(x, 0)**2)", {"x": (4, 3)}, lambda x: x.sum(0).pow(2).sum()),
    ("mean(mean(x, 1)**2)", {"x": (4, 3)}, lambda x: x.mean(1).pow(2).mean()),
    ("mean(x)", {"x": (4, 3)}, lambda x: x.mean()),
    ("sum(x.T @ y)", {"x": (4, 3), "y": (4, 2)}, lambda x, y: (x.mT @ y).sum()),
    ("sum(reshape(x, 2, 6) @ y)", {"x": (4, 3), "y": (6, 1)}, lambda x, y: (x.reshape(2, 6) @ y).sum()),
    ("sum(flatten(x, 1) @ y)", {"x": (2, 3, 2), "y": (6, 1)}, lambda x, y: (x.flatten(1) @ y).sum()),
    ("sum(softmax(x) * y)", {"x": (4, 3), "y": (4, 3)}, lambda x, y: (x.softmax(-1) * y).sum()),
    ("sum(log_softmax(x) * y)", {"x": (4, 3), "y": (4, 3)}, lambda x, y: (x.log_softmax(-1) * y).sum()),
    ("cross_entropy(x, softmax(y))", {"x": (4, 3), "y": (4, 3)}, lambda x, y: F.cross_entropy(x, y.softmax(-1))),
    ("mse(x, y)", {"x": (4, 3), "y": (4, 3)}, F.mse_loss),
    (
        "mean(tanh(x @ y.T + z) * x)",
        {"x": (3, 3), "y": (3, 3), "z": (3,)},
        lambda x, y, z: ((x @ y.mT + z).tanh() * x).mean(),
    ),
]


@pytest.mark.parametrize(("text", "shapes", "in_torch"), ARRAY_CASES, ids=[case[0] for case in ARRAY_CASES])
def test_array_ops(text: str, shapes: dict[str, tuple[int, ...]], in_torch: Torch) -> None:
    random = np.random.default_rng(len(text))
    inputs = {
        name: torch.tensor(random.normal(size=shape), dtype=torch.float64, requires_grad=True)
        for name, shape in shapes.items()
    }
    graph = Graph(text, **{name: tensor.detach().numpy() for name, tensor in inputs.items()})
    agree(graph, inputs, in_torch(*inputs.values()))
    assert graph.check().passed


def test_cross_entropy_with_class_numbers() -> None:
    scores = torch.randn(5, 4, dtype=torch.float64, requires_grad=True)
    labels = [3, 0, 1, 1, 2]
    graph = Graph("cross_entropy(x, y)", x=scores.detach().numpy(), y=labels)
    agree(graph, {"x": scores}, F.cross_entropy(scores, torch.tensor(labels)))


SMOOTH = ["sin", "cos", "tanh", "sigmoid", "softplus", "silu", "gelu", "square", "neg"]
KINKED = ["relu", "abs", "leaky_relu"]
STEP = st.tuples(st.sampled_from([*SMOOTH, *KINKED, "add", "sub", "mul", "max", "min", "div"]), st.integers(0, 10**6),
                 st.integers(0, 10**6))  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(STEP, min_size=1, max_size=25),
    st.lists(st.floats(-2, 2).map(lambda v: round(v, 3)), min_size=3, max_size=3),
    st.sampled_from([(), (3,), (2, 3)]),
)
def test_random_graphs_agree_with_torch(
    steps: list[tuple[str, int, int]], start: list[float], shape: tuple[int, ...]
) -> None:
    graph, inputs, pairs = Graph(), {}, []
    for number, value in enumerate(start):
        array = np.full(shape if number < 2 else (), value) + np.linspace(0, 0.37, int(np.prod(shape))).reshape(
            shape
        ) * (number < 2)
        tensor = torch.tensor(array, dtype=torch.float64, requires_grad=True)
        inputs[f"x{number}"] = tensor
        pairs.append((graph.input(f"x{number}", array), tensor))
    for name, i, j in steps:
        (a, ta), (b, tb) = pairs[i % len(pairs)], pairs[j % len(pairs)]
        if name == "div":  # kept away from 0
            pairs.append((a / (b * b + 1), ta / (tb * tb + 1)))
        elif OPS[name].arity == 2:
            pairs.append((graph.apply(name, a, b), IN_TORCH[name](ta, tb)))
        else:
            pairs.append((graph.apply(name, a), IN_TORCH[name](ta)))
        size = float(np.max(np.abs(pairs[-1][0].value)))
        if size > 50:  # keep the numbers tame, as a network would
            pairs[-1] = (graph.apply("tanh", pairs[-1][0]), pairs[-1][1].tanh())
    node, output = pairs[-1]
    if output.ndim:
        node, output = graph.apply("sum", node), output.sum()
    graph.output = graph.name_of(node.index)
    agree(graph, inputs, output)


def test_values_do_not_depend_on_numbers_being_arrays() -> None:
    text, values = "sigmoid(w*x + b)**2 - log(1 + exp(x))", {"w": 0.3, "x": -1.2, "b": 0.7}
    number = Graph(text, **values)
    array: Any = Graph(f"sum({text})", **{name: [value] for name, value in values.items()})
    for name in values:
        assert number.grad[name] == pytest.approx(array.grad[name][0], rel=1e-12)
