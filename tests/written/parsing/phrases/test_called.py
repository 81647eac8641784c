"""Nouns for what nodes are in a neuron, and lines and labels that name a quantity: read, and wrong ones not accepted.

What such words mean is tentative: a number that does not fit is left to a person, and blames nobody.
"""

import re

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

GRAPH = Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2/2", w=0.8, x=1.5, b=-0.4, y=1.0)
KEYS = ["z", "a", "L", "da/dz", "dL/da", "dL/dz", "dL/dw", "dL/db", "w1", "b1"]
NEURON = Exercise.from_graph(GRAPH, KEYS, lr=0.5)
TWO = Exercise.from_graph(
    Graph("u = w1*x; h = tanh(u); v = w2*h; o = sigmoid(v)", w1=0.8, x=1.5, w2=-0.4), ["u", "h", "v", "do/dw1"]
)
WRONG = {
    "0.8497": "0.7497", "0,8497": "0,7497", "0.3668": "0.5668", "0.0663": "0.1663", "0,0663": "0,1663",
    "0.0995": "0.1995", "0,0995": "0,1995", "0.2139": "0.3139", "0,2139": "0,3139", "0.69": "0.59", "0,69": "0,59",
    "0.31": "0.41", "0,31": "0,41", "0.0481": "0.0581", "0,0481": "0,0581",
}  # fmt: skip

CALLED = {
    "dL/dw": [
        "The gradient with respect to the weight is about −0.0995.",
        "The weight gradient is -0.0995",
        "the weight's gradient comes out at -0.0995",
        "d(loss)/d(weight) = -0.0995",
        "Le gradient par rapport au poids est donc d'environ −0,0995.",
        "Der Gradient bezüglich des Gewichts beträgt −0,0995.",
        "Die Ableitung der Loss nach dem Gewicht ist −0,0995.",
        "Ableitung nach dem Gewicht: -0,0995",
        "权重的梯度为 -0.0995",
        "重みに関する勾配は -0.0995",
        "가중치에 대한 기울기는 -0.0995",
        "weight gradient ⇒ −0.0995",
        "La derivata della loss rispetto al peso w viene −0,0995 circa.",
        "la derivada de L por w es menos 0,0995",
        "Gradient bzgl. w: -0.0995",
    ],
    "dL/db": ["The bias gradient is −0.0663.", "Le gradient du biais vaut −0,0663.", "偏置的梯度是 -0.0663"],
    "dL/dz": [
        "grad wrt pre-activation: -0.0663",
        "gradient at the logit = -0.0663",
        "The error signal at z is -0.0663",
        "The error signal δ at the neuron's pre-activation is about −0.0663.",
        "The error signal arriving at z (∂L/∂z) is (-0.31) × 0.2139 = -0.0663.",
        "What is the loss gradient at the net input?\n-0.0663",
    ],
    "dL/da": [
        "The gradient of the loss with respect to the activation is `-0.31`",
        "d(loss)/d(output) = -0.31",
        "La dérivée de la perte par rapport à l'activation vaut environ −0,31.",
        "grad wrt the prediction: -0.31",
    ],
    "da/dz": [
        "The local gradient of the sigmoid is about 0.2139.",
        "sigmoid derivative → 0.2139",
        "La pente de la sigmoïde en z = 0,8 est de 0,2139.",
        "the slope of the sigmoid at z = 0.8 is 0.2139",
        "シグモイドの微分は 0.2139 です",
        "activation derivative = 0.2139",
    ],
    "a": [
        "activation: 0.69",
        "Activation → 0.69",
        "output: 0.69",
        "the output of the neuron is 0.69",
        r"$\hat{y} \approx 0.69$",
    ],
    "L": ["epoch 0 | loss 0.0481", "Loss (before): 0.0481", "J = 0.0481"],
    "w1": [
        "After one step of gradient descent the weight is about 0.8497.",
        "w after one gradient descent step is 0.8497",
        "Nach dem Schritt ist das Gewicht 0,8497.",
        "Damit ist das neue w etwa 0,8497.",
        "Q: What is w after one step with learning rate 0.5?\nA: 0.8497",
        "The weight goes from 0.8 to 0.8497",
        "Tras un paso de descenso, el peso pasa de 0,8 a 0,8497.",
        "which leaves w at 0.8497",
        "which pushes w up to 0.8497",
        "Subtracting gives a new w of 0.8497",
        "Damit ist das neue w 0,8497",
        "w: 0.8 becomes 0.8497",
        r"$w:\ 0.8 \mapsto 0.8497$",
        r"$w: 0.8 \xrightarrow{\text{update}} 0.8497$",
        "update `w`: ~~0.8~~ 0.8497",
        "⇒ w ↦ 0.8 - 0.5*(-0.0995) = 0.8497",
        "w ⟵ 0.8497",
        "the updated weight w' ≈ 0.8497",
        "Для w: было 0.8, стало 0.8497",
    ],
    "b1": ["The bias moves up to about −0.3668.", "Bias after the step: -0.3668"],
}
LINES = [
    ("z 0.8, a 0.69, L 0.0481", "z a L"),
    ("Gradients: w -0.0995, b -0.0663", "dL/dw dL/db"),
    ("new (rate 0.5):  w 0.8497   b -0.3668", "w1 b1"),
    ("dL/dw -0.0995", "dL/dw"),
    ("**w**\n- gradient: -0.0995\n- update: 0.8497", "dL/dw w1"),
    ("w:\n  gradient -0.0995\n  new value 0.8497", "dL/dw w1"),
    (
        "dL/dw: 3 factors\n   product: (-0.31) * 0.2139 * 1.5 = -0.0995\n   update: 0.8 - 0.5 * (-0.0995) = 0.8497",
        "dL/dw w1",
    ),
    ("- with respect to a\n  - result: -0.31\n- with respect to z\n  - result: -0.0663", "dL/da dL/dz"),
    ("Gradient of L with respect to:\n- a: -0.31\n- z: -0.0663", "dL/da dL/dz"),
    ("(0:16) z = 0.8\n(0:27) a = 0.69", "z a"),
    ("$z = 0.8$[^1], $a = 0.69$[^2]\n\n[^1]: $0.8 \\cdot 1.5 - 0.4$", "z a"),
    ("```{math}\n:label: fwd-a\na = \\sigma(z) \\approx 0.69\n```", "a"),
    (r"$\left.\frac{\partial L}{\partial a}\right|_{t=0} = -0.31$", "dL/da"),
    (r"$\left.\frac{dL}{dz}\right|_{z=wx+b}\approx -0.0663$", "dL/dz"),
    (
        "```python\nfor n, g in zip(names, grads):\n    print(f'dL/d{n} = {g}')\n```\n\n"
        "```\ndL/da = -0.31\ndL/dz = -0.0663\n```",
        "dL/da dL/dz",
    ),
    ("```\n x=1.5 ----\\\n            (*) z = 0.8 ----\\\n w=0.8 --/                (s) a=0.69\n```", "z"),
    ("```\nz = 0.8 --/\na=0.69 --\\\n```", "z a"),
    ("dL/dw = -0.0663 * 1.5, which is -0.0995 at (0.8, 1.5).", "dL/dw"),
    ("dσ/dz at z = σ(z)(1 − σ(z)) = 0.69 × 0.31 = 0.2139", "da/dz"),
    ("dσ/dz at z: 0.2139", "da/dz"),
    ("The sum has slope 1 for both of its inputs (dL/dz = -0.0663, dL/db = -0.0663), so we go on.", "dL/dz dL/db"),
    ("La suma reparte igual para los dos (dL/dz = -0,0663, dL/db = -0,0663), así que seguimos.", "dL/dz dL/db"),
    ("## Softmax by hand, because I never believed the shortcut\n\na = 0.69", "a"),
    ("a = 0.69 because the neuron is active.", "a"),
    ("$a = 0{,}69$ car le neurone est actif, donc on continue.".replace("{,}", "."), "a"),
    ("L = 0.0481 before the update.", "L"),
    ("the cost C = 0.0481", "L"),
    ("∇ₐL = −0.31", "dL/da"),
    ("What's a? 0.69, so the neuron fires.", "a"),
    ("```python\nprint(a)  # tensor(0.69)，非叶子节点\n```", "a"),
    ("Ciao! Allora, prima i valori:\nz = 0,8\na = 0,69\nL = 0,0481", "z a L"),
    ("**Calculate a:**\n```\ne^(-0.8) ≈ 0.449\na = 1/(1 + 0.449) = 0.69\n```", "a"),
]
UNSAID = [
    ("The 2 wrong ones (a = 0.69) are out", "a"),
    ("It is wrong for 2 reasons (a = 0.69).", "a"),
    ("a = 0.69 because that is wrong", "a"),
    ("a = 0.69 before I noticed the mistake", "a"),
    ("## Not sure, because it is hard\n\na = 0.69", "a"),
    ("dσ/dw at z = 0.8 is 0.2139", "da/dz"),
    ("dσ/dz at z = 5 is 0.2139", "da/dz"),
    ("the slope of the sigmoid at z = 3 is 0.2139", "da/dz"),
    ("the sigmoid derivative at 0 is 0.2139", "da/dz"),
    ("The derivative of the sigmoid at z = -0.8 is 0.2139", "da/dz"),
    ("the second derivative of the sigmoid is 0.2139", "da/dz"),
    ("the maximal slope of the sigmoid is 0.2139", "da/dz"),
    ("The weight gradient is not -0.0995", "dL/dw"),
    ("Tom's weight gradient is -0.0995", "dL/dw"),
    ("The weight gradient would be -0.0995", "dL/dw"),
    ("Is the weight gradient -0.0995?", "dL/dw"),
    ("If the weight gradient is -0.0995, then", "dL/dw"),
    ("The error signal at z is not -0.0663", "dL/dz"),
    ("The slope of the sigmoid is not 0.2139", "da/dz"),
    ("activation: not 0.69", "a"),
    ("a loss of 0.0481 would be wrong", "L"),
    ("not z 0.8, a 0.69", "z"),
    ("z 0.8?, a 0.69?", "z"),
    ("Tom: z 0.8, a 0.69", "a"),
    ("**w** (Tom)\n- gradient: -0.0995", "dL/dw"),
    ("**w**\n- wrong gradient: -0.0995", "dL/dw"),
    ("After two steps the weight is 0.8497", "w1"),
    ("w: 0.8 does not become 0.8497", "w1"),
    ("The weight does not go from 0.8 to 0.8497", "w1"),
]


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in CALLED.items() for text in texts])
def test_a_noun_is_read_and_a_wrong_number_is_not(key: str, text: str) -> None:
    assert verdicts(text, NEURON)[key].status in ACCEPTED
    wrong = re.sub("|".join(map(re.escape, WRONG)), lambda found: WRONG[found.group()], text)
    assert wrong != text
    assert verdicts(wrong, NEURON)[key].status not in ACCEPTED


@pytest.mark.parametrize(("text", "keys"), LINES)
def test_lines_are_read_and_wrong_ones_are_not(text: str, keys: str) -> None:
    found = verdicts(text, NEURON)
    assert {key for key in keys.split() if found[key].status not in ACCEPTED} == set()
    wrong = re.sub("|".join(map(re.escape, WRONG)), lambda said: WRONG[said.group()], text).replace(
        "z = 0.8", "z = 0.9"
    )
    wrong = re.sub(r"\bz (=? ?)0([.,])8\b", r"z \g<1>0\g<2>9", wrong)
    found = verdicts(wrong, NEURON)
    assert {key for key in keys.split() if found[key].status in ACCEPTED} == set()


@pytest.mark.parametrize(("text", "key"), UNSAID)
def test_what_is_doubted_or_of_others_is_not_accepted(text: str, key: str) -> None:
    assert verdicts(text, NEURON)[key].status not in ACCEPTED


@pytest.mark.parametrize("text", ["The activation is 0.83", "the pre-activation is 1.2", "The weight gradient is 0.2"])
def test_a_noun_for_one_of_several_nodes_names_none(text: str) -> None:
    assert {v.status for v in verdicts(text, TWO).values()}.isdisjoint({*ACCEPTED, Status.WRONG})


@pytest.mark.parametrize(
    "text", ["The slope of the sigmoid at z = 2 is 0.105", "The output is 0.4", "The error signal at z is 2"]
)
def test_a_noun_blames_nobody(text: str) -> None:
    assert Status.WRONG not in {v.status for v in verdicts(text, NEURON).values()}
