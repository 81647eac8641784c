"""The op table: each operation once, with its value, its vector-Jacobian product and its notation side by side.

An entry's functions take numbers (Python floats) and arrays (float64) alike. `vjp(g, out, *args)` returns, for each
argument, the product of the gradient g of the graph's output by this op's result with the op's Jacobian.

An entry's formulas are written in the language of `parser`, with a, b, c for the arguments and out for the result:

- `local` gives the derivative of an elementwise op by each argument; its product with g is g * local;
- `product` gives, for any other op, the vector-Jacobian product itself in terms of g, in matrix form.

To add an op, add an entry.
"""

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook.graph.expression import ATOM, POWER, PRODUCT, SIGN, SUM

Array = npt.NDArray[np.float64]
Value = float | Array


@dataclass(frozen=True, slots=True)
class Op:
    """One operation.

    Attributes:
        name: what it is called in text and in the table.
        arity: number of arguments.
        value: the arguments (and settings, such as an axis) to the result.
        vjp: g, result, arguments (and settings) to one gradient per argument.
        text, latex: notation, with {0}, {1}, ... for the arguments.
        level: how tightly the notation binds.
        local: elementwise ops: the derivative by each argument.
        product: other ops: the vector-Jacobian product for each argument.
        kink: arguments to whether the op has a kink there, so that its derivative is a convention.
        convention: what that convention is.
        about: one line for the reference.
        settings: how many numbers may follow the arguments, such as an axis or a shape; None is any number.
    """

    name: str
    arity: int
    value: Callable[..., Any]
    vjp: Callable[..., tuple[Any, ...]]
    text: str
    latex: str
    level: int = ATOM
    local: tuple[str, ...] | None = None
    product: tuple[str, ...] | None = None
    kink: Callable[..., bool] | None = None
    convention: str = ""
    about: str = ""
    settings: int | None = 0

    @property
    def elementwise(self) -> bool:
        """Whether the op acts on each entry by itself."""
        return self.local is not None


def _both(scalar: Callable[..., float], array: Callable[..., Any]) -> Callable[..., Any]:
    """Choose by the first argument: the math module is ten times as fast on numbers as numpy."""
    return lambda a, *rest: scalar(a, *rest) if type(a) is float else array(a, *rest)


_exp = _both(math.exp, np.exp)
_log = _both(math.log, np.log)
_sqrt = _both(math.sqrt, np.sqrt)
_sin = _both(math.sin, np.sin)
_cos = _both(math.cos, np.cos)
_tan = _both(math.tan, np.tan)
_tanh = _both(math.tanh, np.tanh)
_sign = _both(lambda a: float((a > 0) - (a < 0)), np.sign)
_positive = _both(lambda a: float(a > 0), lambda a: (a > 0).astype(float))


def _is_number(*values: Any) -> bool:
    return all(type(value) is float for value in values)


def _pow(a: Any, b: Any) -> Any:
    # Python's ** turns (-8) ** (1/3) into a complex number; math.pow refuses, and numpy makes it nan.
    return math.pow(a, b) if _is_number(a, b) else np.power(a, b)


def _pow_vjp(g: Any, out: Any, a: Any, b: Any) -> tuple[Any, Any]:
    if _is_number(a, b):
        by_base = 0.0 if b == 0 else g * b * math.pow(a, b - 1)
        by_exponent = g * out * math.log(a) if a > 0 else 0.0 if a == 0 and b > 0 else math.nan
        return by_base, by_exponent
    with np.errstate(divide="ignore", invalid="ignore"):
        logarithm = np.where(np.asarray(a) > 0, np.log(np.abs(a)), np.where(np.asarray(a) == 0, 0.0, np.nan))
    return g * b * np.power(a, np.asarray(b) - 1), g * out * logarithm


def _sigmoid(a: Any) -> Any:
    if type(a) is float:
        return 1 / (1 + math.exp(-a)) if a >= 0 else 1 - 1 / (1 + math.exp(a))
    small = np.exp(-np.abs(a))
    return np.where(a >= 0, 1 / (1 + small), small / (1 + small))


def _softplus(a: Any) -> Any:
    if type(a) is float:
        return max(a, 0.0) + math.log1p(math.exp(-abs(a)))
    return np.maximum(a, 0) + np.log1p(np.exp(-np.abs(a)))


def _relu(a: Any) -> Any:
    return (a if a > 0 else 0.0) if type(a) is float else np.maximum(a, 0.0)


def _maximum(a: Any, b: Any) -> Any:
    return max(a, b) if _is_number(a, b) else np.maximum(a, b)


def _minimum(a: Any, b: Any) -> Any:
    return min(a, b) if _is_number(a, b) else np.minimum(a, b)


def _share(a: Any, b: Any) -> Any:
    """Return 1 where a > b, 0 where a < b, and a half at a tie, as PyTorch does."""
    return (1.0 if a > b else 0.0 if a < b else 0.5) if _is_number(a, b) else np.heaviside(np.subtract(a, b), 0.5)


_erf = _both(math.erf, np.vectorize(math.erf, otypes=[float]))
_SQRT_2, _SQRT_2_PI = math.sqrt(2), math.sqrt(2 * math.pi)


def _normal_cdf(a: Any) -> Any:
    return 0.5 * (1 + _erf(a / _SQRT_2))


def _any(condition: Any) -> bool:
    return bool(np.any(condition))


def _along(a: Any) -> Any:
    """Return an array that has a last axis to go along."""
    if not np.ndim(a):
        raise ValueError("it takes an array")
    return a


def _softmax(a: Any) -> Any:
    small = np.exp(_along(a) - np.max(a, -1, keepdims=True))
    return small / small.sum(-1, keepdims=True)


def _log_softmax(a: Any) -> Any:
    moved = _along(a) - np.max(a, -1, keepdims=True)
    return moved - np.log(np.exp(moved).sum(-1, keepdims=True))


def one_hot(labels: Any, classes: int) -> Array:
    """Return targets (N, classes): class numbers (N,) spread out, distributions (N, classes) as they are."""
    labels = np.asarray(labels, dtype=float)
    spread: Array = labels if labels.ndim == 2 else np.eye(classes)[labels.astype(int).reshape(-1)]
    return spread


def _cross_entropy(scores: Any, targets: Any) -> float:
    rows = np.atleast_2d(scores)
    return float(-(one_hot(targets, rows.shape[1]) * _log_softmax(rows)).sum() / len(rows))


def _cross_entropy_vjp(g: Any, out: Any, scores: Any, targets: Any) -> tuple[Any, Any]:
    rows = np.atleast_2d(scores)
    wanted = one_hot(targets, rows.shape[1])
    by_scores = (_softmax(rows) * wanted.sum(1, keepdims=True) - wanted) / len(rows)
    by_targets = -_log_softmax(rows) / len(rows) if np.shape(targets) == rows.shape else np.zeros(np.shape(targets))
    return g * by_scores.reshape(np.shape(scores)), g * by_targets


def _mse_vjp(g: Any, out: Any, a: Any, b: Any) -> tuple[Any, Any]:
    slope = g * 2 * np.subtract(a, b) / np.broadcast(a, b).size
    return slope, -slope


def _sum(a: Any, axis: Any = None) -> Any:
    return np.sum(a, axis=None if axis is None else int(axis))


def _spread(g: Any, shape: tuple[int, ...], axis: Any) -> Any:
    """Undo a sum over an axis (or all): the gradient goes to every entry that was summed."""
    return np.broadcast_to(g if axis is None else np.expand_dims(g, int(axis)), shape)


def _count(a: Any, axis: Any) -> int:
    return np.size(a) if axis is None else np.shape(a)[int(axis)]


def _matmul_vjp(g: Any, out: Any, a: Any, b: Any) -> tuple[Any, Any]:
    if np.ndim(a) == 1 and np.ndim(b) == 1:
        return g * b, g * a
    if np.ndim(a) == 1:
        return b @ g, np.outer(a, g)
    if np.ndim(b) == 1:
        return np.outer(g, b), a.T @ g
    return g @ np.swapaxes(b, -1, -2), np.swapaxes(a, -1, -2) @ g


def _linear_vjp(g: Any, out: Any, x: Any, w: Any, b: Any) -> tuple[Any, Any, Any]:
    rows, inputs = g.reshape(-1, w.shape[0]), np.reshape(x, (-1, w.shape[1]))
    return g @ w, rows.T @ inputs, rows.sum(0)


def _flatten(a: Any, start: Any = 0) -> Any:
    shape = np.shape(a)
    return np.reshape(a, (*shape[: int(start)], -1))


_ENTRIES = (
    # -- arithmetic ------------------------------------------------------------------------------------------------
    Op("add", 2, operator.add, lambda g, out, a, b: (g, g),
       "{0} + {1}", "{0} + {1}", SUM, local=("1", "1"), about="sum"),
    Op("sub", 2, operator.sub, lambda g, out, a, b: (g, -g),
       "{0} - {1}", "{0} - {1}", SUM, local=("1", "-1"), about="difference"),
    Op("mul", 2, operator.mul, lambda g, out, a, b: (g * b, g * a),
       "{0} * {1}", r"{0} \cdot {1}", PRODUCT, local=("b", "a"), about="product, entry by entry"),
    Op("div", 2, operator.truediv, lambda g, out, a, b: (g / b, -g * out / b),
       "{0} / {1}", r"\frac{{{0}}}{{{1}}}", PRODUCT, local=("1 / b", "-a / b**2"), about="quotient"),
    Op("pow", 2, _pow, _pow_vjp,
       "{0}**{1}", "{0}^{{{1}}}", POWER, local=("b * a**(b - 1)", "out * log(a)"), about="power"),
    Op("neg", 1, operator.neg, lambda g, out, a: (-g,),
       "-{0}", "-{0}", SIGN, local=("-1",), about="the opposite"),
    Op("square", 1, lambda a: a * a, lambda g, out, a: (g * 2 * a,),
       "square({0})", "{0}^{{2}}", ATOM, local=("2 * a",), about="square"),
    # -- functions -------------------------------------------------------------------------------------------------
    Op("exp", 1, _exp, lambda g, out, a: (g * out,),
       "exp({0})", "e^{{{0}}}", ATOM, local=("out",), about="exponential function"),
    Op("log", 1, _log, lambda g, out, a: (g / a,),
       "log({0})", r"\log\left({0}\right)", ATOM, local=("1 / a",), about="natural logarithm"),
    Op("sqrt", 1, _sqrt, lambda g, out, a: (g / (2 * out),),
       "sqrt({0})", r"\sqrt{{{0}}}", ATOM, local=("1 / (2 * out)",), about="square root"),
    Op("sin", 1, _sin, lambda g, out, a: (g * _cos(a),),
       "sin({0})", r"\sin\left({0}\right)", ATOM, local=("cos(a)",), about="sine"),
    Op("cos", 1, _cos, lambda g, out, a: (-g * _sin(a),),
       "cos({0})", r"\cos\left({0}\right)", ATOM, local=("-sin(a)",), about="cosine"),
    Op("tan", 1, _tan, lambda g, out, a: (g * (1 + out * out),),
       "tan({0})", r"\tan\left({0}\right)", ATOM, local=("1 + out**2",), about="tangent"),
    Op("tanh", 1, _tanh, lambda g, out, a: (g * (1 - out * out),),
       "tanh({0})", r"\tanh\left({0}\right)", ATOM, local=("1 - out**2",), about="hyperbolic tangent"),
    Op("sigmoid", 1, _sigmoid, lambda g, out, a: (g * out * (1 - out),),
       "sigmoid({0})", r"\sigma\left({0}\right)", ATOM, local=("out * (1 - out)",), about="logistic function"),
    Op("softplus", 1, _softplus, lambda g, out, a: (g * _sigmoid(a),),
       "softplus({0})", r"\operatorname{{softplus}}\left({0}\right)", ATOM, local=("sigmoid(a)",),
       about="log(1 + exp(a)), a smooth relu"),
    Op("relu", 1, _relu, lambda g, out, a: (g * _positive(a),),
       "relu({0})", r"\operatorname{{ReLU}}\left({0}\right)", ATOM, local=("greater(a, 0)",),
       kink=lambda a: _any(np.equal(a, 0)), convention="taken as 0", about="a where it is above 0, else 0"),
    Op("leaky_relu", 1, lambda a, slope=0.01: _relu(a) - slope * _relu(-a),
       lambda g, out, a, slope=0.01: (g * (_positive(a) + slope * (1 - _positive(a))),),
       "leaky_relu({0})", r"\operatorname{{LeakyReLU}}\left({0}\right)", ATOM,
       product=("hadamard(g, leaky_slope(a))",), kink=lambda a, slope=0.01: _any(np.equal(a, 0)),
       convention="taken as the lower slope", about="relu with a small slope below 0", settings=1),
    Op("gelu", 1, lambda a: a * _normal_cdf(a),
       lambda g, out, a: (g * (_normal_cdf(a) + a * _exp(-0.5 * a * a) / _SQRT_2_PI),),
       "gelu({0})", r"\operatorname{{GELU}}\left({0}\right)", ATOM,
       local=("normal_cdf(a) + a * normal_pdf(a)",), about="a times the normal distribution's cdf at a"),
    Op("silu", 1, lambda a: a * _sigmoid(a),
       lambda g, out, a: (g * (_sigmoid(a) + out * (1 - _sigmoid(a))),),
       "silu({0})", r"\operatorname{{SiLU}}\left({0}\right)", ATOM,
       local=("sigmoid(a) + out * (1 - sigmoid(a))",), about="a times sigmoid(a)"),
    Op("abs", 1, abs, lambda g, out, a: (g * _sign(a),),
       "abs({0})", r"\left|{0}\right|", ATOM, local=("sign(a)",),
       kink=lambda a: _any(np.equal(a, 0)), convention="taken as 0", about="absolute value"),
    Op("sign", 1, _sign, lambda g, out, a: (g * 0.0,),
       "sign({0})", r"\operatorname{{sign}}\left({0}\right)", ATOM, local=("0",),
       kink=lambda a: _any(np.equal(a, 0)), convention="taken as 0", about="-1, 0 or 1"),
    Op("max", 2, _maximum, lambda g, out, a, b: (g * _share(a, b), g * _share(b, a)),
       "max({0}, {1})", r"\max\left({0}, {1}\right)", ATOM, local=("greater(a, b)", "greater(b, a)"),
       kink=lambda a, b: _any(np.equal(a, b)), convention="taken as one half for each", about="the larger of two"),
    Op("min", 2, _minimum, lambda g, out, a, b: (g * _share(b, a), g * _share(a, b)),
       "min({0}, {1})", r"\min\left({0}, {1}\right)", ATOM, local=("greater(b, a)", "greater(a, b)"),
       kink=lambda a, b: _any(np.equal(a, b)), convention="taken as one half for each", about="the smaller of two"),
    # -- arrays ----------------------------------------------------------------------------------------------------
    Op("matmul", 2, np.matmul, _matmul_vjp,
       "{0} @ {1}", r"{0} \, {1}", PRODUCT, product=("g @ b.T", "a.T @ g"), about="matrix product"),
    Op("linear", 3, lambda x, w, b: x @ w.T + b, _linear_vjp,
       "{0} @ {1}.T + {2}", r"{0} \, {1}^{{\top}} + {2}", SUM,
       product=("g @ b", "g.T @ a", "ones.T @ g"), about="a layer: x W' + b for each row x"),
    Op("sum", 1, _sum, lambda g, out, a, axis=None: (_spread(g, np.shape(a), axis),),
       "sum({0})", r"\operatorname{{sum}}\left({0}\right)", ATOM, product=("spread(g)",),
       about="sum of all entries, or over one axis", settings=1),
    Op("mean", 1, lambda a, axis=None: _sum(a, axis) / _count(a, axis),
       lambda g, out, a, axis=None: (_spread(g, np.shape(a), axis) / _count(a, axis),),
       "mean({0})", r"\operatorname{{mean}}\left({0}\right)", ATOM, product=("spread(g) / count(a)",),
       about="mean of all entries, or over one axis", settings=1),
    Op("transpose", 1, lambda a: np.swapaxes(a, -1, -2) if np.ndim(a) > 1 else a,
       lambda g, out, a: (np.swapaxes(g, -1, -2) if np.ndim(g) > 1 else g,),
       "{0}.T", r"{0}^{{\top}}", POWER, product=("g.T",), about="transpose of a matrix, also written A.T"),
    Op("reshape", 1, lambda a, *shape: np.reshape(a, tuple(map(int, shape))),
       lambda g, out, a, *shape: (np.reshape(g, np.shape(a)),),
       "reshape({0})", r"\operatorname{{reshape}}\left({0}\right)", ATOM, product=("reshape(g)",),
       about="the same entries in another shape", settings=None),
    Op("flatten", 1, _flatten, lambda g, out, a, start=0: (np.reshape(g, np.shape(a)),),
       "flatten({0})", r"\operatorname{{flatten}}\left({0}\right)", ATOM, product=("reshape(g)",),
       about="the same entries in one row, from an axis on", settings=1),
    Op("softmax", 1, _softmax, lambda g, out, a: (out * (g - (g * out).sum(-1, keepdims=True)),),
       "softmax({0})", r"\operatorname{{softmax}}\left({0}\right)", ATOM,
       product=("hadamard(out, g - rowsum(hadamard(g, out)))",), about="exp(a) scaled to sum 1 in each row"),
    Op("log_softmax", 1, _log_softmax,
       lambda g, out, a: (g - np.exp(out) * g.sum(-1, keepdims=True),),
       "log_softmax({0})", r"\log\operatorname{{softmax}}\left({0}\right)", ATOM,
       product=("g - hadamard(softmax(a), rowsum(g))",), about="logarithm of softmax"),
    Op("cross_entropy", 2, _cross_entropy, _cross_entropy_vjp,
       "cross_entropy({0}, {1})", r"\operatorname{{CE}}\left({0}, {1}\right)", ATOM,
       product=("(softmax(a) - b) / N", "-log_softmax(a) / N"),
       about="mean over the rows of -log softmax(a) at the target class"),
    Op("mse", 2, lambda a, b: float(np.mean(np.square(np.subtract(a, b)))), _mse_vjp,
       "mse({0}, {1})", r"\operatorname{{MSE}}\left({0}, {1}\right)", ATOM,
       product=("2 * (a - b) / count(a)", "-2 * (a - b) / count(a)"), about="mean squared error"),
)  # fmt: skip

OPS: dict[str, Op] = {op.name: op for op in _ENTRIES}

# Notation that appears in formulas only: these are not ops of a graph.
NOTATION: dict[str, tuple[str, str, int]] = {
    "times": ("{0} * {1}", r"{0} \cdot {1}", PRODUCT),  # between the factors of a chain
    "greater": ("[{0} > {1}]", r"[{0} > {1}]", ATOM),
    "hadamard": ("{0} * {1}", r"{0} \odot {1}", PRODUCT),
    "rowsum": ("rowsum({0})", r"\operatorname{{rowsum}}\left({0}\right)", ATOM),
    "spread": ("spread({0})", r"\operatorname{{spread}}\left({0}\right)", ATOM),
    "count": ("count({0})", r"\left|{0}\right|", ATOM),
    "normal_cdf": ("Phi({0})", r"\Phi\left({0}\right)", ATOM),
    "normal_pdf": ("phi({0})", r"\varphi\left({0}\right)", ATOM),
    "leaky_slope": ("leaky_slope({0})", r"\operatorname{{slope}}\left({0}\right)", ATOM),
}
