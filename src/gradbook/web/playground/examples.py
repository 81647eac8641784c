"""Functions to pick from, each with numbers at which something is to be seen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A function to pick.

    Attributes:
        title: what it is.
        text: its statements.
        values: of its inputs.
        rate: the learning rate of a step.
        moves: the inputs that a step changes; None for those that training would change.
    """

    title: str
    text: str
    values: dict[str, float]
    rate: float = 0.1
    moves: tuple[str, ...] | None = None


EXAMPLES = (
    Example("The assignment's graph", "q = w*x; r = q + b; f = z*r", {"x": 2, "w": 5, "b": -2, "z": 3}, 0.01),
    Example(
        "Sigmoid neuron, squared loss",
        "a = w*x + b; y = sigmoid(a); L = (y - t)**2",
        {"x": 2, "w": 0.5, "b": -2, "t": 1},
        1.0,
    ),
    Example("ReLU neuron", "a = w*x + b; h = relu(a); L = (h - t)**2", {"x": 2, "w": 1, "b": -0.5, "t": 3}, 0.05),
    Example("Fan-out: one number, two ways", "q = x*y; r = x + q; f = q*r", {"x": 2, "y": -1}, 0.02),
    Example(
        "Softmax and cross-entropy, three classes",
        "i = exp(a); j = exp(b); k = exp(c); s = i + j + k; p = i/s; L = -log(p)",
        {"a": 1, "b": 2, "c": 0.5},
        0.5,
        ("a", "b", "c"),
    ),
    Example(
        "A net of two layers",
        "a = w1*x + b1; h = tanh(a); y = w2*h + b2; L = (y - t)**2",
        {"x": 1.5, "w1": 0.8, "b1": -0.4, "w2": 1.2, "b2": 0.3, "t": 2},
    ),
    Example(
        "Two hidden ReLU neurons",
        "h = relu(w1*x + b1); k = relu(w2*x + b2); y = v1*h + v2*k; L = (y - t)**2",
        {"x": 1, "w1": 1, "b1": 0.5, "w2": -1, "b2": 2, "v1": 1, "v2": -0.5, "t": 2},
        0.05,
    ),
    Example(
        "A line through two points",
        "e = w*1 + b - 2; g = w*3 + b - 3; L = (e**2 + g**2)/2",
        {"w": 0, "b": 0},
    ),
    Example(
        "Gradients that vanish",
        "h = sigmoid(w*x); k = sigmoid(w*h); m = sigmoid(w*k); f = sigmoid(w*m)",
        {"x": 1, "w": 1.5},
        1.0,
    ),
    Example("The larger one takes it all", "m = max(x, y); f = m*z", {"x": 2, "y": 3, "z": -1}),
    Example("A narrow valley", "u = 1 - x; v = y - x**2; f = u**2 + 10*v**2", {"x": -1, "y": 1}, 0.01),
    Example("Logistic loss", "m = y*(w*x + b); L = softplus(-m)", {"x": 1.5, "w": 1, "b": -2, "y": 1}, 0.5),
)
