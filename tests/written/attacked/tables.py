"""Tables whose cells belong to another quantity, another sample or another column than the one that is asked for."""

# ruff: noqa: E501


def table(head: list[str], *rows: list[object]) -> str:
    """Return a table of Markdown."""
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (head, ["---"] * len(head), *rows))


_BY = ["d/d{}", "∂/∂{}", "grad {}", "derivative by {}", r"$\nabla_{}$", "Ableitung nach {}", "对{}的导数"]


def _forward(by_x: str, by_w: str, q: tuple[object, object], f: tuple[object, object]) -> str:
    return table(["node", "value", by_x, by_w], ["q", 10, *q], ["f", 24, *f])


# as the rows of attacks
TABLES: list[tuple[str, str, bool, list[str]]] = [
    ("seed", "df/dw", True, [_forward(by.format("x"), by.format("w"), (5, 2), (15, 6)) for by in _BY]),
    ("seed", "dq/dw", True, [_forward(by.format("x"), by.format("w"), (5, 2), (15, 6)) for by in _BY]),
    ("seed", "df/dw", False, [_forward(by.format("w"), by.format("x"), (5, 2), (15, 6)) for by in _BY]),
    ("seed", "dq/dw", False, [_forward(by.format("x"), by.format("w"), (15, 6), (5, 2)) for by in _BY]),
    (
        "seed", "dq/dw", False,
        [
            table(["node", "value", "df/dx", "df/dw"], ["q", 10, 5, 2], ["f", 24, 15, 6]),
            table(["node", "upstream", "wrong d/dw"], ["q", 3, 2]),
            table(["node", "value", "Ben's d/dw"], ["q", 10, 2]),
            *(table(["node", "value", made], ["q", 10, 2]) for made in ("-d/dw", "2 d/dw", "lr * d/dw", "d/dw / 2", "d/dw - 1", "1/(d/dw)")),
            table(["node", "value", "change by w"], ["q", 10, 2]),
            table(["node", "value", "dr/dw"], ["q", 10, 3]),
        ],
    ),
    ("seed", "q", False, [table(["sample", "q", "r"], [name, 10, 8], [other, 14, 12]) for name, other in ("AB", "BA", "12")]),
    ("seed", "q", False, [table(["", name, other], ["q", 10, 14], ["r", 8, 12]) for name, other in ("AB", "BA")]),
]  # fmt: skip
