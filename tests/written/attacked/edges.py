"""Weights by their ends, as attackers and sloppy students write them: the wrong value, edge, direction or state."""

# ruff: noqa: E501

_WEIGHTS = "| | z1_1 | z1_2 |\n|---|---|---|\n| x_1 | 0.6 | -0.3 |\n| x_2 | {} | 2.1 |\n| bias | 0.3 | 1.1 |"
_TURNED = "| | x_1 | x_2 |\n|---|---|---|\n| z1_1 | 0.6 | {} |\n| z1_2 | -0.3 | 2.1 |"
_MOVES = "| weight | initial | gradient | step | current |\n|---|---|---|---|---|\n| {} | 5 | {} | {} | {} |"
_RULE = "w(a1_2→z2) = w(a1_2→z2) - 0.1 * 2 = "

# exercise, key, whether the answer is to be accepted, answers
EDGES: list[tuple[str, str, bool, list[str]]] = [
    (
        "layers",
        "new:W2_2",  # -1 - 0.1 * 2
        True,
        [
            "After the step: w(a1_2→z2) = -1.2",
            "Update: w(a1_2→z2) = -1 - 0.1*2 = -1.2",
            "w_new(a1_2→z2) = -1.2",
            "w'(a1_2, z2) = -1.2",
            "$w_{a1_2 \\to z2}^{new} = -1 - 0.1 \\cdot 2 = -1.2$",
            "w(a1_2→z2) = -1 - 0.1*2 = -1.2",
            f"{_RULE}-1.2",
            "new w(a1_2 -> z2) is -1.2",
        ],
    ),
    (
        "layers",
        "new:W2_2",
        False,
        [
            "After the step: w(a1_2→z2) = -0.8",
            "After the step: w(z2→a1_2) = -1.2",
            "After the step: w(a1_1→z2) = -1.2",
            "After the step: w(a1_2→z1_2) = -1.2",
            "After the step: w(x_2→z1_2) = -1.2",
            "After the step: w(a1_2→z3) = -1.2",
            "After the step: w(z2, a1_2) = -1.2",
            "After the step: b(z2) = -1.2",
            "After the step: w(bias→z2) = -1.2",
            "After the step: w(a1_2→z2) is not -1.2",
            "Is w_new(a1_2→z2) = -1.2?",
            "If w_new(a1_2→z2) = -1.2, all is well",
            "It is false that w_new(a1_2→z2) = -1.2",
            "w_old(a1_2→z2) = -1.2",
            "w(a1_2→z2) = -1",
            "dL/dw(a1_2→z2) = -1.2",
            "w_new(a1_2→z2) = -1 + 0.1*2 = -1.2",
            "w_new(a1_2→z2) = -1.2 in epoch 7",
            "w_new(a1_2→z2) = -1.2 or -0.8",
            "w_new(a1_2→z2) = -1.2 (wrong)",
            "Δw(a1_2→z2) = -1.2",
            "z2(in) = -1.2, a1_2(in) = -1.2",
            f"{_RULE}-0.8",
        ],
    ),
    (
        "layers",
        "new:W1_12",  # 0.5 - 0.1 * 2: from x_2 into z1_1
        False,
        [
            "w_new(x_1→z1_2) = 0.3",
            "w_new(x_1→z1_1) = 0.3",
            "w_new(x_2→z1_2) = 0.3",
            "w_new(z1_1→x_2) = 0.3",
            "w_new(x_2→z2) = 0.3",
            "w_new(x_2→L) = 0.3",
            "w_new(1→2) = 0.3",
            "w_new(x_2→a1_1→z2) = 0.3",
        ],
    ),
    (
        "layers",
        "new:W1_12",
        True,
        ["w_new(x_2→z1_1) = 0.3", "w_new(x_2→a1_1) = 0.3", "w'(x_2, a1_1) = 0.5 - 0.1*2 = 0.3"],
    ),
    ("layers", "new:b1_1", True, ["b_new(z1_1) = 0.3", "b'(a1_1) = 0.3", "w_new(bias→z1_1) = 0.3"]),
    (
        "layers",
        "new:b1_1",
        False,
        ["b_new(z1_2) = 0.3", "b_new(z1_1) = 0.7", "b_new(x_1) = 0.3", "w_new(bias→z1_2) = 0.3", "b_new(z2) = 0.3"],
    ),
    (
        "layers",
        "dL/dW1_12",
        True,
        ["dL/dw(x_2→z1_1) = 2", "∂L/∂w(x_2, a1_1) = 2", "$\\frac{\\partial L}{\\partial w_{x_2 \\to a1_1}} = 2$"],
    ),
    (
        "layers",
        "dL/dW1_12",
        False,
        ["dL/dw(x_2→z1_1) = 1", "dL/dw(x_1→z1_2) = 2", "dL/dw(z1_1→x_2) = 2", "dL/dw(x_2→z1_2) = 2", "w(x_2→z1_1) = 2"],
    ),
    (
        "two layers",
        "z1",
        True,
        ["h1(in) = 0.9", "$h_1^{in} = 0.9$", "net(h1) = 0.9", "h1(net) = 0.9", "z(h1) = 0.9"],
    ),
    (
        "two layers",
        "z1",
        False,
        ["h1(in) = 0.7", "h1(out) = 0.9", "y_hat(in) = 0.9", "net(o) = 0.9", "h1 (in) = 0.9", "h1(in) is not 0.9",
         "x(in) = 0.9", "h1(in) < 0.9", "in(h2) = 0.9"],
    ),
    (
        "layers",
        "new:W1_12",
        True,
        [f"{lead}\n\n{table.format(0.3)}" for lead in ("New weights:", "Weights after the step:", "New weights (input to hidden):",
                                                       "**Updated weights (input → hidden)**")
         for table in (_WEIGHTS, _TURNED)]
        + [_WEIGHTS.format(0.3).replace("| |", "| new |", 1)],
    ),
    (
        "layers",
        "new:W1_12",
        False,
        [f"{lead}\n\n{table.format(value)}"
         for lead, value in (("New weights:", 0.7), ("New weights:", 0.5), ("Wrong new weights:", 0.3),
                             ("Weights after epoch 7:", 0.3), ("My neighbour's new weights:", 0.3),
                             ("Gradients:", 0.3), ("Old weights:", 0.3), ("Weights before the step:", 0.3))
         for table in (_WEIGHTS, _TURNED)]
        + [_WEIGHTS.format(0.3).replace("x_1", "y", 1), _WEIGHTS.format(0.3).replace("z1_1", "z2", 1),
           "New weights:\n\n" + _WEIGHTS.format(0.6).replace("0.6", "0.3", 1)],
    ),
    ("layers", "dL/dW1_12", True, ["Gradients:\n\n| | z1_1 |\n|---|---|\n| x_1 | 4 |\n| x_2 | 2 |"]),
    ("layers", "dL/dW1_12", False, ["Gradients:\n\n| | z1_1 |\n|---|---|\n| x_1 | 2 |\n| x_2 | 4 |",
                                    "| | z1_1 |\n|---|---|\n| x_1 | 4 |\n| x_2 | 2 |"]),
    (
        "layers",
        "new:b1_1",
        True,
        ["W1_11 new = 1 - 0.1*4 = 0.6\nW1_12 new = 0.3\nnew bias = 0.3", "W1_12 new = 0.5 - 0.1*2 = 0.3\nbias new = 0.5 - 0.1*2 = 0.3"],
    ),
    (
        "layers",
        "new:b1_1",
        False,
        ["W1_12 new = 0.3\nnew bias = 0.7", "W1_21 new = -0.3\nnew bias = 0.3", "new bias = 0.3", "W2_2 new = -1.2\nnew bias = 0.3",
         "W1_12 new = 0.3\n\n# Second layer\n\nnew bias = 0.3", "W1_12 = 0.3\nnew bias = 0.3", "W1_12 new = 0.3\nold bias = 0.3",
         "W1_12 new = 0.3\nnew bias is not 0.3", "W1_12 new = 0.3\nW2_1 new = 1.7\nnew bias = 0.3"],
    ),
    ("seed", "df/dw", True, [_MOVES.format("w", 6, -0.06, 4.94), _MOVES.format("x → q", 6, -0.06, 4.94)]),
    ("seed", "w1", False, [_MOVES.format("w", 6, 4.94, ""), _MOVES.format("w", 6, 4.94, 5.06)]),
    ("seed", "w1", False, [_MOVES.format("x → q", 6, 4.94, ""), _MOVES.format("q → x", 6, -0.06, 4.94)]),
]  # fmt: skip
