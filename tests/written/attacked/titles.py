"""Titles and heads of tables that make another number of a quantity, or say whose it is."""

# ruff: noqa: E501


def _table(head: list[str], *rows: list[object]) -> str:
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (head, ["---"] * len(head), *rows))


def _titled(title: str) -> str:
    return _table(["node", title], ["q", 3], ["r", 3])


def _valued(title: str, head: str = "{}") -> str:
    return _table(["node", title], [head.format("q"), 10], [head.format("r"), 8])


_MADE = [
    "1/{}", "{}/2", "-{}", "2 {}", "log {}", "lr * {}", "Bob's {}", "{} of Bob", "{} (Bob)", "{}^2", "{} - 1", "sqrt({})",
    "mean {}", "average {}", "negative {}", "half {}", "error of {}", "{} × 2",
]  # fmt: skip
_HEADS = ["error of {}", "change of {}", "mean {}", "{} of Bob", "Bob: {}", "Bob's {}", "average {}", "variance of {}"]
_STEP = ["step", "w", "loss"]
_ATTRIBUTES = ["index", "count", "visited", "position", "lr", "guess", "wrong", "size", "step"]
_GRADIENTS = ["gradient", "dv", "d", "adj", "adjoint", "bar", "der", "derivative", "delta", "dL", "acc_grad", "dout"]


def _program(attribute: str) -> str:
    return f"```python\nf.{attribute} = 1\nw.{attribute} = 6\nb.{attribute} = 3\n```"


# as the rows of attacks
TITLED: list[tuple[str, str, bool, list[str]]] = [
    ("seed", "df/dq", False, [_titled(made.format("gradient")) for made in _MADE]),
    ("seed", "q", False, [_valued(made.format("value")) for made in _MADE]),
    ("seed", "q", False, [_valued("value", head) for head in _HEADS]),
    ("seed", "df/dq", True, [_titled(t) for t in ("gradient", "∂f/∂·", "gradient of f", "total gradient", "grad (df/dnode)")]),
    ("seed", "q", True, [_valued(title) for title in ("value", "forward value", "value (forward)", "= value", "Wert")]),
    ("seed", "q", True, [_valued("value", head) for head in ("{}", "node {}", "value of {}", "{} (product)", "forward {}")]),
    (
        "sq1",
        "L1",
        False,
        [
            _table(_STEP, [0, 7, 16], [1, 4.6, 2.56]),
            _table(_STEP, [0, 5, 4], [1, 4, 2.56]),
            *(_table(["step", "w", t], [0, 5, 4], [1, 4.6, 2.56]) for t in ("loss/2", "Loss*2", "Loss - 1", "Loss (w-1)^2")),
            "lr = 0.2:\n\n" + _table(_STEP, [0, 5, 4], [1, 4.6, 2.56]),
        ],
    ),
    ("sq1", "w1", False, [_table(_STEP, [0, 7, 16], [1, 4.6, 2.56])]),
    (
        "sq1",
        "L1",
        True,
        [
            _table(_STEP, [0, 5, 4], [1, 4.6, 2.56]),
            "lr = 0.1:\n\n" + _table(_STEP, [0, 5, 4], [1, 4.6, 2.56]),
            _table(["step", "w", "Loss (w-3)^2"], [0, 5, 4], [1, 4.6, 2.56]),
            _table(["k", "$w_k$", "$L(w_k)$"], [0, 5, 4], [1, 4.6, 2.56]),
            _table(["step", "w", "loss", "gradient 2(w-3)"], [0, 5, 4, 4], [1, 4.6, 2.56, 3.2]),
        ],
    ),
    ("seed", "df/dw", False, [_program(attribute) for attribute in _ATTRIBUTES]),
    ("seed", "df/dw", True, [_program(attribute) for attribute in _GRADIENTS]),
]  # fmt: skip
