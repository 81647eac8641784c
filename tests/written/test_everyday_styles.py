"""How people write an answer down from day to day, each also with wrong numbers, of which none must be accepted."""

import re

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

GRAPH = Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2/2", w=0.8, x=1.5, b=-0.4, y=1.0)
NEURON = Exercise.from_graph(GRAPH, ["a", "L", "dL/da", "dL/dz", "dL/dw", "dL/db", "w1", "b1"], lr=0.5)
WRONG = {
    "0.8497": "0.7497", "0.850": "0.750", "0.3668": "0.5668", "0.06632": "0.16632", "0.09948": "0.19948",
    "0.69": "0.59", "0.31": "0.41", "0.04806": "0.05806",
}  # fmt: skip

FORWARD, STEP = {"a", "L"}, {"w1", "b1"}

STYLES = {
    "a number with its formula in brackets": [
        ("- **a → 0.69** (σ(z))\n- dL/da = **-0.31** (a - y)", {"a", "dL/da"}),
        ("dL/dw = -0.09948 (dL/dz · x)", {"dL/dw"}),
    ],
    "words that lead from a formula to its number": [
        (r"- $a = \sigma(z)$ ; on trouve $0.69$.", {"a"}),
        (r"$\frac{\partial L}{\partial a} = a - y$, wir erhalten $-0{,}31$.", {"dL/da"}),
        ("a = sigmoid(z), we get 0.69", {"a"}),
        ("a = sigmoid(z). This equals 0.69.", {"a"}),
        ("a = sigmoid(z) (= 0.69)", {"a"}),
    ],
    "new values": [
        ("w: old 0.8, new 0.8497; b: old -0.4, new -0.3668", STEP),
        ("w was 0.8 and becomes 0.8497. b was -0.4 and becomes -0.3668.", STEP),
        ("w antes: 0.8 | w depois: 0.8497\nb antes: -0.4 | b depois: -0.3668", STEP),
        ("w is updated from 0.8 to 0.8497. b is updated to -0.3668.", STEP),
        ("w wird von 0,8 auf 0,8497 geändert", {"w1"}),
        ("w 更新为 0.8497", {"w1"}),
        ("w의 새로운 값은 0.8 − 0.5 × (-0.09948) = 0.8497이다", {"w1"}),
        ("Mise à jour de `w` : 0.8 − 0.5 × (-0.09948) = **0.8497**", {"w1"}),
        ("Après un pas : w = 0.8497", {"w1"}),
        ("w(new) = w(old) − lr × ∂L/∂w = 0.8 − 0.5 × (-0.09948) = 0.8497", {"w1", "dL/dw"}),
        ("w ⇐ 0.8 − 0.5 · (-0.09948) = 0.8497", {"w1"}),
        ("`w -= lr*dw`: 0.8 -> 0.8497", {"w1"}),
    ],
    "fields below a quantity": [
        ("- a\n    - formula: σ(z)\n    - numbers: σ(0.8)\n    - result: 0.69\n- L\n    - result: 0.04806", FORWARD),
        ("### Node a\n\nvalue: 0.69\ngradient: -0.31\n\n### Node L\n\nvalue: 0.04806\n", {"a", "L", "dL/da"}),
        ("- w\n    - before: 0.8\n    - after: 0.8497", {"w1"}),
    ],
    "tables": [
        (
            "| Stage | Quantity | Calculation | Result |\n|---|---|---|---|\n| forward | a | σ(0.8) | 0.69 |\n"
            "| backward | ∂L/∂a | a - y | -0.31 |\n| update | w | 0.8 − 0.5 · (-0.09948) | 0.8497 |",
            {"a", "dL/da", "w1"},
        ),
        ("| node | value | note |\n|---|---|---|\n| a | 0.69 | =sigmoid(z) |\n| L | 0.04806 | =(a-y)^2/2 |", FORWARD),
        (
            "\\begin{tabular}{lrr}\n\\toprule\nnode $s$ & value & $\\frac{\\partial L}{\\partial s}$ \\\\\n\\midrule\n"
            "$z$ & $0.8$ & $-0.06632$ \\\\\n$a$ & $0.69$ & $-0.31$ \\\\\n\\bottomrule\n\\end{tabular}",
            {"a", "dL/da", "dL/dz"},
        ),
        ("| Nœud | Avant | Arrière |\n|---|---|---|\n| z | 0.8 | -0.06632 |\n| a | 0.69 | -0.31 |",
         {"a", "dL/da", "dL/dz"}),
        (
            "name\tvalue\tderivative of L\tnew value\nw\t0.8\t-0.09948\t0.8497\nx\t1.5\n"
            "z\t0.8\t-0.06632\na\t0.69\t-0.31",
            {"a", "dL/da", "dL/dz", "dL/dw", "w1"},
        ),
        ("| name | old | gradient | new |\n|---|---|---|---|\n| w (x→z) | 0.8 | -0.09948 | 0.8497 |", {"dL/dw", "w1"}),
    ],
    "marks and notes": [
        ("- [x] $ a = \\sigma(z) $ → ==0.69==\n- [x] $ L = \\frac{1}{2}(a - y)^2 $ → ==0.04806==", FORWARD),
        ("a = σ(z) = 0.69 (2 s.f.)\nL = ½(a - y)² = 0.04806 (to 4 s.f.)", FORWARD),
        (r"② $a = \sigma(0.8) = 0.69$  (use ①)", {"a"}),
        ("fp: a=sigmoid(z)=0.69; bp: dL/da=0.69-1=-0.31", {"a", "dL/da"}),
        (
            r"$\frac{\partial L}{\partial z} = \underbrace{\frac{\partial L}{\partial a}}_{\text{(1)}} \cdot"
            r" \underbrace{\frac{\partial a}{\partial z}}_{\text{(2)}}$" "\n\n"
            r"**(1)** $\frac{\partial L}{\partial a} = -0.31$",
            {"dL/da"},
        ),
    ],
    "the derivatives that are left, and a title above": [
        ("## Solution\n\nforward: z = 0.8 -> a = 0.69\ndL/da = -0.31\nothers:\ndL/dz = -0.06632",
         {"a", "dL/da", "dL/dz"}),
        ("- dL/da = -0.31\n- others:\n- dL/dz = -0.06632", {"dL/da", "dL/dz"}),
        ("Others:\ndL/dz = -0.06632", set()),
        ("dL/da = -0.31\nAnna and others:\ndL/dz = -0.06632", {"dL/da"}),
    ],
    "words about the prediction and its target": [
        ("a = 0.69. The prediction is 0.69, but the true answer is 1.0.", {"a"}),
        ("a = 0.69. The network's prediction is 0.69 but the correct label is 1.", {"a"}),
        ("a = 0.69 vs. target 1\nL = 0.04806", {"a", "L"}),
        ("a = 0.69 versus the true 1: off by 0.31", {"a"}),
        ("a = 0.69 vs my 0.7", set()),
        ("a = 0.69 vs. the correct 0.7", set()),
    ],
    "an article that is a node's name too": [
        ("a derivada de L em relação a z é -0,06632", {"dL/dz"}),
    ],
    "workings in brackets, and arrows that round": [
        ("dL/dz = -0.06632 (-0.31 * 0.2139)", {"dL/da", "dL/dz"}),
        ("a = sigmoid(z) → ≈ 0.69", {"a"}),
        ("`z = w*x + b`: 0.8, `a = sigmoid(z)`: 0.69", {"a"}),
        ("`a - y` × `da/dz` = -0.06632 = dL/dz", {"dL/dz"}),
    ],
    "a sentence that ends with what it comes to": [
        ("For dL/dz we take the gradient of a (-0.31) and multiply it by 0.2139: -0.06632.", {"dL/dz"}),
        ("L 对 z 的导数：上一层传来 -0.31，乘以局部导数 0.2139，得到 -0.06632", {"dL/dz"}),
    ],
    "labels": [
        ("**w.** The gradient is -0.09948.\n\n**z.** The gradient is -0.06632.", {"dL/dw", "dL/dz"}),
        ("The gradients of L are\n- at w: -0.09948\n- at b: -0.06632", {"dL/dw", "dL/db"}),
    ],
    "tables of checks and of products": [
        ("| name | analytic | numerical |\n|---|---|---|\n| w | -0.09948 | -0.09948 |\n| b | -0.06632 | -0.06632 |",
         {"dL/dw", "dL/db"}),
        ("| node | upstream | local | upstream × local |\n|---|---|---|---|\n| z | -0.31 | 0.2139 | -0.06632 |",
         {"dL/dz"}),
        ("{ a | data 0.6900 | grad -0.3100 }\n{ L | data 0.04806 | grad 1.0000 }", {"a", "L", "dL/da"}),
    ],
    "programs": [
        ("```python\nw -= 0.5 * dw  # w is now 0.8497\nb -= 0.5 * db  # b: -0.4 -> -0.3668\n```", STEP),
        ("```python\n>>> grads\nGrads(w=-0.09948, b=-0.06632)\n```", {"dL/dw", "dL/db"}),
        ("```python\na = sigmoid(z)  # the result is 0.69\nprint(w.grad)  # tensor(-0.09948)\n```", {"a", "dL/dw"}),
        ("```js\nconst a = sigmoid(z); // 0.69\nconst dW = dz * x; // -0.09948\n```", {"a", "dL/dw"}),
    ],
    "what praises or reassures": [
        ("a = 0.69. That is correct!", {"a"}),
        ("Nothing fancy: a = 0.69", {"a"}),
        ("Rien de sorcier : a = 0,69", {"a"}),
        ("What if a moves? dL/da = -0.31", {"dL/da"}),
    ],
    "an example that a book counts": [
        ("**eg 2 (backward).** $\\frac{\\partial L}{\\partial a} = 0.69 - 1 = -0.31$", {"dL/da"}),
    ],
}  # fmt: skip


def _wrong(answer: str) -> str:
    """Return an answer with other numbers in it."""
    numbers = re.compile("|".join(re.escape(n).replace(r"\.", r"(?:\.|,|\{,\})") for n in WRONG))
    return numbers.sub(lambda found: WRONG[re.sub(r"\{,\}|,", ".", found[0])], answer)


_CASES = [case for cases in STYLES.values() for case in cases]


@pytest.mark.parametrize(("answer", "accepted"), _CASES, ids=[answer for answer, _ in _CASES])
def test_a_style_is_read_and_judged(answer: str, accepted: set[str]) -> None:
    found = verdicts(answer, NEURON)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == accepted


@pytest.mark.parametrize("answer", [answer for answer, _ in _CASES])
def test_with_wrong_numbers_nothing_is_accepted(answer: str) -> None:
    wrong = _wrong(answer)
    assert wrong != answer
    assert not [key for key, verdict in verdicts(wrong, NEURON).items() if verdict.status in ACCEPTED]


REFUSED = [
    ("a", "a = 0.69. The prediction is 0.69, but the correct answer is 0.59."),
    ("a", "The prediction is 0.59, but the correct answer is 0.69."),
    ("a", "a = sigmoid(z), they get 0.69"),
    ("a", "a = sigmoid(z). Maybe 0.69."),
    ("a", "a = sigmoid(z) (= 0.69?)"),
    ("a", "a = sigmoid(z), so we would get 0.69"),
    ("a", "- a\n    - value: 0.59\n    - correct value: 0.69"),
    ("a", "- Tom's a\n    - value: 0.69"),
    ("a", "- a\n    - value: 0.69 (copied from Tom)"),
    ("a", "| Stage | Quantity | Result |\n|---|---|---|\n| Tom | a | 0.69 |\n| Tom | L | 0.04806 |"),
    ("a", "Blank 1 (a): 0.59 / 0.69"),
    ("w1", "w: old 0.8, new 0.8497 (wrong)"),
    ("w1", "w was 0.8 and should become 0.8497"),
    ("w1", "w: new 0.8, old 0.8497"),
    ("w1", "w is not updated to 0.8497"),
    ("w1", "w would be updated to 0.8497"),
    ("w1", "Update of Tom's w: 0.8497"),
    ("w1", "w after two steps: 0.8497"),
    ("dL/dw", "| weight | analytic | numerical |\n|---|---|---|\n| w | -0.2 | -0.09948 |"),
]


@pytest.mark.parametrize(("key", "answer"), REFUSED)
def test_what_says_otherwise_is_not_accepted(key: str, answer: str) -> None:
    assert verdicts(answer, NEURON)[key].status not in ACCEPTED


@pytest.mark.parametrize("count", ["dL/dw: 3 factors", "dL/dw: 2 paths"])
def test_a_count_of_factors_is_no_gradient(count: str) -> None:
    assert not verdicts(count, NEURON)["dL/dw"].status.decided


def test_what_a_function_is_taken_of_is_not_missing() -> None:
    neuron = Exercise.from_graph(Graph("z = w*x + b; a = tanh(z); L = (a - y)**2", w=0.5, x=2.0, b=0.1, y=1.0), ["z"])
    assert not verdicts("a = tanh(w*x + b) = tanh(1.1) = 0.8005", neuron)["z"].status.decided
