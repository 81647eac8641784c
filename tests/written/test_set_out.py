"""How answers set out what they say: lines, tables, drawings and damage, each also with wrong numbers."""

import re

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

GRAPH = Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2/2", w=0.8, x=1.5, b=-0.4, y=1.0)
KEYS = ["z", "a", "L", "da/dz", "dL/da", "dL/dz", "dL/dw", "dL/db", "w1", "b1"]
NEURON = Exercise.from_graph(GRAPH, KEYS, lr=0.5)
HIDDEN = Exercise.from_graph(
    Graph(
        "h1 = sigmoid(w11*x1 + w12*x2); h2 = sigmoid(w21*x1 + w22*x2); y = sigmoid(v1*h1 + v2*h2)",
        x1=0, x2=1, w11=0.5, w12=0.5, w21=0.5, w22=0.5, v1=0.5, v2=0.5,
    ),
    ["h1", "h2", "y"],
)  # fmt: skip
WRONG = {
    "0.8497": "0.7497", "0,8497": "0,7497", "0.3668": "0.5668", "0,3668": "0,5668", "0.0663": "0.1663",
    "0,0663": "0,1663", "0.0995": "0.1995", "0,0995": "0,1995", "0.69": "0.59", "0,69": "0,59", "0.31": "0.41",
    "0,31": "0,41", "0.0481": "0.0581",
}  # fmt: skip
FORMS = [
    ("1. $z = w x + b$\n2. $= 0.8$\n3. $a = \\sigma(z)$\n4. $= 0.69$", "a"),
    ("Line 1: $a = \\sigma(z)$\nLine 2: $= 0.69$", "a"),
    ("backward gives -0.31 for dL/da, -0.0663 for dL/dz", "dL/da dL/dz"),
    ("the step gives 0.8497 for w and -0.3668 for b", "w1 b1"),
    ("Gradients:\n\na: -0.31  (a - y)\nz: -0.0663  (dL/da * da/dz)", "dL/da dL/dz"),
    ("The gradient of L for every variable\n\na: -0.31\nz: -0.0663", "dL/da dL/dz"),
    ("gradient descent gives the new position `[0.8497, -0.3668]`", "w1 b1"),
    ("```\n dL     dL     da\n---- = ---- * ---- = (-0.31) (0.2139) = -0.0663\n dz     da     dz\n```", "dL/dz"),
    (r"$\bar{a} = (a-y) = -0.31$, $\bar z = \bar a\,\sigma'(z) = -0.0663$", "dL/da dL/dz"),
    ("z̄ = ā·σ′(z) = -0.0663 and w̄ = z̄·x = -0.0995", "dL/dz dL/dw"),
    ("\\`a = sigmoid(z) = 0.69\\` and \\`dL/da = -0.31\\`", "a dL/da"),
    ("```\nz = w*x + b            a = σ(z)\n```\na = 0.69", "a"),
    (
        "| derivada | gradiente que llega | derivada local | producto |\n|---|---|---|---|\n"
        "| dL/da | 1 | -0.31 | -0.31 |\n| dL/dz | -0.31 | 0.2139 | -0.0663 |\n| dL/dw | -0.0663 | 1.5 | -0.0995 |",
        "dL/da dL/dz dL/dw",
    ),
    (
        "| through | to | upstream | local | downstream |\n|---|---|---|---|---|\n"
        "| L | a | 1 | -0.31 | -0.31 |\n| a | z | -0.31 | 0.2139 | -0.0663 |\n| z | w | -0.0663 | 1.5 | -0.0995 |",
        "dL/da dL/dz dL/dw",
    ),
    (
        "| edge | upstream | local | product |\n|---|---|---|---|\n| L → a | 1 | -0.31 | -0.31 |\n"
        "| a → z | -0.31 | 0.2139 | -0.0663 |",
        "dL/da dL/dz",
    ),
    (
        "| Größe | Wert | Ableitung von L danach | neuer Wert |\n|---|---|---|---|\n"
        "| w | 0,8 | -0,0995 | 0,8497 |\n| b | -0,4 | -0,0663 | -0,3668 |\n| a | 0,69 | -0,31 | – |",
        "a dL/da dL/dw dL/db w1 b1",
    ),
    (
        "\tA\tB\tC\n1\tname\tvalue\tdL/d(name)\n2\tw\t0.8\t-0.0995\n3\tz\t0.8\t-0.0663\n4\ta\t0.69\t-0.31\n"
        "5\tlearning rate\t0.5\t\n6\tw (new)\t0.8497\t",
        "a dL/da dL/dz dL/dw w1",
    ),
    (
        "\\[\n\\begin{array}{l|r@{\\;\\times\\;}l|r}\n\\text{derivative} & \\text{upstream} & \\text{local} & "
        "\\text{result} \\\\ \\hline\n\\frac{\\partial L}{\\partial a} & 1 & (-0.31) & -0.31 \\\\\n"
        "\\frac{\\partial L}{\\partial z} & -0.31 & 0.2139 & -0.0663 \\\\\n\\end{array}\n\\]",
        "dL/da dL/dz",
    ),
]  # fmt: skip
UNSAID = [
    ("1. $a = \\sigma(z)$\n2. $= 0.69$?", "a"),
    ("1. $a = \\sigma(z)$\n2. $\\neq 0.69$", "a"),
    ("-0.31 for dL/da would be wrong", "dL/da"),
    ("not -0.31 for dL/da", "dL/da"),
    ("Tom gets -0.31 for dL/da", "dL/da"),
    ("the step does not give 0.8497 for w", "w1"),
    ("the step would give 0.8497 for w", "w1"),
    ("the second step gives 0.8497 for w", "w1"),
    ("a = ~~0.69~~ 0.7", "a"),
    ("w: ~~0.8497~~ 0.9", "w1"),
    ("This is `dL/da`. The `-0.31`\ncancels", "dL/da"),
]
WORDED = Exercise.from_graph(
    Graph("output = w*x + b; error = output - y; J = error**2/2", w=0.5, x=2.0, b=0.2, y=5.0), ["output", "error"]
)
HEADED = (
    "Output: 1.2\nError: 1.2 - 5 = -3.8",
    "**Output**: $1.2$\n\n**Error**: $-3.8$",
    "1. **Output:** 1 + 0.2 = 1.2\n2. **Error:** 1.2 - 5 = -3.8",
)


@pytest.mark.parametrize(("text", "keys"), FORMS)
def test_a_form_is_read_and_a_wrong_one_is_not(text: str, keys: str) -> None:
    found = verdicts(text, NEURON)
    assert {key for key in keys.split() if found[key].status not in ACCEPTED} == set()
    wrong = re.sub("|".join(map(re.escape, WRONG)), lambda said: WRONG[said.group()], text)
    found = verdicts(wrong, NEURON)
    assert {key for key in keys.split() if found[key].status in ACCEPTED} == set()


@pytest.mark.parametrize(("text", "key"), UNSAID)
def test_what_is_doubted_struck_or_of_others_is_not_accepted(text: str, key: str) -> None:
    assert verdicts(text, NEURON)[key].status not in ACCEPTED


def test_units_are_no_layers_where_their_values_are_told() -> None:
    answer = "w₁ = [[0.5, 0.5], [0.5, 0.5]]\nw₂ = [[0.5], [0.5]]\nh₁ = sigmoid(0.5) = 0.622\nh₂ = sigmoid(0.5) = 0.622"
    found = verdicts(f"{answer}\ny = sigmoid(0.622) = 0.651", HIDDEN)
    assert {verdict.status for verdict in found.values()} == {Status.RIGHT}


def test_a_table_of_products_blames_no_local_derivative() -> None:
    table = "| derivative | local derivative | product |\n|---|---|---|\n| dL/dz | 0.2139 | -0.0663 |"
    assert verdicts(table, NEURON)["dL/dz"].status is not Status.WRONG


@pytest.mark.parametrize("text", HEADED)
def test_names_that_are_words_may_stand_before_their_numbers(text: str) -> None:
    assert {verdict.status for verdict in verdicts(text, WORDED).values()} == {Status.RIGHT}
    wrong = verdicts(text.replace("-3.8", "-3.6"), WORDED)
    assert wrong["error"].status not in ACCEPTED
