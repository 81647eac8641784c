"""Tables with a column of words before their quantities, a column of the learning rate, and whose column is whose."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

NET = Exercise.from_graph(
    Graph("z = w*x + v*u; a = z**2; L = (a - t)**2 + c*w", w=2, x=3, v=-1, u=2, t=10, c=1),
    ["z", "a", "dL/dz", "dL/da", "dL/dw", "dL/dv", "new:w", "new:v"],
    lr=0.01,
)  # 4, 16, 96, 12, 289, 192, -0.89, -2.92


def table(*rows: str) -> str:
    """A table in Markdown, from its rows."""
    return "\n".join(f"| {row} |" for row in (rows[0], "|".join("--" for _ in rows[0].split("|")), *rows[1:]))


FORWARD = {"z", "a"}
# what is written, and the keys that are accepted
ROWS: list[tuple[str, set[str]]] = [
    (table("Phase | Quantity | Value", "Forward | z | 4", "Forward | a | 16", "Backward | dL/dz | 96"),
     {*FORWARD, "dL/dz"}),
    (table("Layer | Node | Value | Gradient", "Hidden | z | 4 | 96", "Output | a | 16 | 12"),
     {*FORWARD, "dL/dz", "dL/da"}),
    (table("Description | Symbol | Formula | Value", "Weighted sum | z | 2·3 - 1·2 | 4", "Square | $a$ | 4^2 | 16"),
     FORWARD),
    (table("Description | Formula | Value", "Product | $z = wx + vu$ | 4",
           r"Gradient | $\frac{\partial L}{\partial w}$ | 289"), {"z", "dL/dw"}),
    (table("Layer | Parameter | Before | After", "Hidden | w | 2 | -0.89", "Output | v | -1 | -2.92"),
     {"new:w", "new:v"}),
    (table("Step | Symbol | Value", "Step 1 | z | 4", "Step 2 | a | 16"), FORWARD),
    (table("Layer | Symbol | Value", "Layer 1 | z | 4", "Layer 1: | a | 16"), FORWARD),
    (table("Phase | Größe | Wert", "Vorwärts | z | 4", "Rückwärts | dL/dz | 96"), {"z", "dL/dz"}),
    (table("Couche | Grandeur | Valeur", "Couche cachée | z | 4", "Sortie | a | 16"), FORWARD),
    (table("Stage | Quantity | Value", "Gradient | z | 96", "Gradient | a | 12"), {"dL/dz", "dL/da"}),
    (table("Stage | Quantity | Value", "New | w | -0.89", "New | v | -2.92"), {"new:w", "new:v"}),
    (table("Stage | Quantity | Value", "Gradient | z | 4", "Gradient | a | 16"), set()),
    (table("Stage | Quantity | Value", "New | z | 4", "After the step | a | 16"), set()),
    (table("Phase | Quantity | Value", "Forward | z | 16", "Forward | a | 4"), set()),
    (table("Phase | Expression | Result", "Forward | z = w + x | 4", "Forward | a = 2*z | 16"), set()),
    *(
        (table(f"{title} | Quantity | Value", f"{label} | z | 4", f"{label} | a | 16"), set())
        for title, label in (
            ("Who", "Alice"), ("Who", "My neighbour"), ("Source", "The book"), ("Verdict", "wrong"),
            ("Urteil", "falsch"),
            ("Sample", "Sample 2"), ("Epoch", "Epoch 2"), ("Run", "second run"), ("Stage", "First attempt"),
            ("Stage", "Expected"), ("Stage", "Target"), ("Stage", "Old"), ("Stage", "Before"), ("Stage", "Half"),
            ("Stage", "Change in"), ("Stage", "Mean"), ("Qui", "mon voisin"), ("Case", "If w = 7"),
            ("Example", "Forward"),
            ("Not this", "Forward"), ("Phase", "Forward (other inputs)"), ("Iteration", "two"), ("Step", "Step 3"),
        )
    ),
    *(
        (table(f"Operation | {title} | Value", "square | z | 4", "subtract | a | 16"), set())
        for title in ("Depends on", "Input", "Operand", "Uses", "From", "To", "Upstream gradient", "Wrong quantity")
    ),
    (table("From | To | Weight", "input | z | 4", "hidden | a | 16"), set()),
    (table("Option | Quantity | Value", "Output | z | 4", "Hidden | z | 5"), set()),
    # a column of the learning rate gives no values of what heads the rows
    (table("Weight | Current | Gradient | Learning rate | Step | New", "w | 2 | 289 | 0.01 | 2.89 | -0.89",
           "v | -1 | 192 | 0.01 | 1.92 | -2.92"), {"dL/dw", "dL/dv", "new:w", "new:v"}),
    (table("Weight | Gradient | η | New", "w | 289 | 0.01 | -0.89", "v | 192 | 0.01 | -2.92"),
     {"dL/dw", "dL/dv", "new:w", "new:v"}),
    (table("Node | Learning rate (η)", "z | 4", "a | 16"), set()),
    # the solution beside one's own number is no answer
    (table("Quantity | Mine | Solution", "z | 8 | 4", "a | 64 | 16"), set()),
    (table("Quantity | Mine | Solution", "z | 4 | 4", "a | 16 | 16"), FORWARD),
    # arrows of any shape, and whose gradient it is
    ("w: 2 ➜ -0.89, v ➡️ -2.92", {"new:w", "new:v"}),
    ("w: 2 ➜ 0.89", set()),
    ("w's gradient is 289; v’s gradient is 192.", {"dL/dw", "dL/dv"}),
    ("w gradient: 289\n\nv's gradient: 192", {"dL/dw", "dL/dv"}),
    ("w gradient: z = 4", {"z"}),
    ("Bob's w gradient: 289", set()),
    ("w gradient: 192", set()),
    ("the old w gradient: 289", set()),
    ("w gradient (epoch 2): 289", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_words_before_a_quantity_describe_it_or_say_whose_it_is(text: str, accepted: set[str]) -> None:
    found = verdicts(text, NET)
    assert {key.text for key in NET.keys if found[key.text].status in ACCEPTED} == accepted


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        (("Product | $w x$ | $\\frac{\\partial L}{\\partial z}$ | 96", "x | Input | 2·96 | 192"), Status.UNREAD),
        (("Sums | w x + v u | ∂L/∂z and ∂L/∂a | 96, 12", "x | Input | 2·96 | 192"), Status.UNREAD),
        (("Sums | w x + v u | ∂L/∂z · 1 | 96", "x | Input | 2·96 | 192"), Status.UNREAD),
        (("u | Input | v | -96", "x | Input | ∂L/∂z · w | 192"), Status.MISSING),
    ],
)
def test_what_a_row_names_that_is_not_read_is_not_missing(rows: tuple[str, ...], status: Status) -> None:
    found = verdicts(table("Part | Operation | Chain rule | Gradient", *rows), NET)
    assert found["dL/dz"].status is status
