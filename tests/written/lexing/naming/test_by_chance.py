r"""Words that are names only by chance, and names by their signs and indices however an exercise spells them."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise


def chain(w: str, z: str, a: str, loss: str, y: str = "y") -> Exercise:
    """Return a neuron with these names, and its keys: values, then gradients."""
    text = f"{z} = {w}*x + b; {a} = sigmoid({z}); {loss} = 0.5*({a} - {y})**2"
    keys = [z, a, loss, f"d{loss}/d{a}", f"d{a}/d{z}", f"d{loss}/d{w}"]
    return Exercise.from_graph(Graph(text, **{w: 0.5, "x": 2, "b": -0.3, y: 1}), keys)


NEURON = chain("w", "z", "a", "L")  # 0.7, 0.6682, 0.0551, -0.3318, 0.2217, -0.1471
SERIES = Exercise.from_graph(Graph("e_t = p0*x0; L = e_t**2 + 1", p0=2, x0=1.5), ["e_t", "L"])
POWER = Exercise.from_graph(Graph("u = x*y; v = exp(u); w = v + z", x=0.5, y=0.8, z=2), ["dw/du", "dw/dx"])
TARGET = Exercise.from_graph(Graph("t = w*x; L = (t - y)**2", w=1, x=2, y=1), ["t", "L"])
# four nodes of it have no name, one of them t
DEEP = Exercise.from_graph(
    Graph("c = w1*x1 + w2*x2 + w3*x3 + b; f = c**2", w1=1, x1=1, w2=1, x2=2, w3=1, x3=3, b=1), ["c", "f"]
)

# exercise, what is written, and the keys that are accepted
ROWS: list[tuple[Exercise, str, set[str]]] = [
    (DEEP, "We see that c = 7, and it follows that f = 49.", {"c", "f"}),
    (DEEP, "The result is that c = 7, giving that f = 49.", {"c", "f"}),
    (DEEP, "We see that c = 8, and it follows that f = 64.", set()),
    (TARGET, "We see that t = 2 and that L = 1.", {"t", "L"}),
    (TARGET, "What we get is t = 2.", {"t"}),
    (TARGET, r"$\hat{t} = 2$", {"t"}),
    (SERIES, "Le calcul est simple : e_t = 3 et L = 10.", {"e_t", "L"}),
    (SERIES, "Le calcul est simple : e_t = 4 et L = 10.", {"L"}),
    (NEURON, "La suma ponderada nos da z = 0.7 y la neurona da a = 0.6682.", {"z", "a"}),
    (NEURON, "Al sumar el sesgo llegamos a z = 0.7.", {"z"}),
    (NEURON, "Aggiungendo il bias arriviamo a z = 0.7.", {"z"}),
    (NEURON, "Al sumar el sesgo llegamos a z = 0.8.", set()),
    (NEURON, "Entonces z = 0.7 y, por último, a = 0.6682.", {"z", "a"}),
    (NEURON, "Por lo tanto z = 0.7, y de ahí sale a = 0.6682.", {"z", "a"}),
    (NEURON, "da = a - y = -0.3318", {"dL/da"}),
    (chain("w_5", "z_h1", "a_h1", "E"), r"$\frac{da_{h1}}{dz_{h1}} = 0.2217$", {"da_h1/dz_h1"}),
    (chain("w5", "zh1", "ah1", "E"), r"$\frac{da_{h1}}{dz_{h1}} = 0.2217$", {"dah1/dzh1"}),
    (chain("w5", "zo", "ao", "E"), r"$dE/da_{o} = -0.3318$", {"dE/dao"}),
    (chain("w5", "zo", "ao", "E"), r"$dE/da_{o} = 0.3318$", set()),
    (chain("W2", "z2", "yhat", "L"), r"$\frac{dL}{dW_{2}} = -0.1471$", {"dL/dW2"}),
    (chain("w", "z", "a", "E", y="d"), r"$\frac{d E}{d w} = -0.1471$", {"dE/dw"}),
    (chain("w", "z", "a", "E", y="d"), r"$\frac{dE}{da} = a - d = -0.3318$", {"dE/da"}),
    (chain("w", "net3", "o3", "E", y="d3"), r"$\frac{do_3}{d\text{net}_3} = 0.2217$", {"do3/dnet3"}),
    (chain("w_12", "z", "a", "L"), r"$\nabla_{w_{1,2}} L = -0.1471$", {"dL/dw_12"}),
    (chain("w", "z", "y_hat", "L"), "```python\ndL_dŷ = ŷ - y  # -0.3318\n```", {"dL/dy_hat"}),
    (chain("w", "z", "ŷ", "L"), "ŷ = σ(0.7) = 0.6682", {"ŷ"}),
    (
        chain("w", "z", "ŷ", "L"),
        r"$\hat{y} = 0.6682$ and $\frac{\partial L}{\partial \hat y} = -0.3318$",
        {"ŷ", "dL/dŷ"},
    ),
    (chain("w", "z", "ŷ", "L"), r"$\hat{y} = 0.6692$", set()),
    (NEURON, "a = 0.6682 (sigmoid), so L = 0.0551", {"a", "L"}),
    (POWER, "dw/du = 1 x e^0.4 = 1.4918\ndw/dx = 1.4918 x 0.8 = 1.1935", {"dw/du", "dw/dx"}),
    (POWER, "dw/du = 1 x exp(0.4) = 1.4918\ndw/dx = 1.4918 x 0.8 = 1.1935", {"dw/du", "dw/dx"}),
]


@pytest.mark.parametrize(("exercise", "text", "accepted"), ROWS)
def test_names_are_told_from_words(exercise: Exercise, text: str, accepted: set[str]) -> None:
    found = verdicts(text, exercise)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == accepted


# an equation between dashes, and what is accepted
DASHES: list[tuple[str, set[str]]] = [
    ("One more product – z = 0.7 – and we are done.", {"z"}),
    ("One more product - z = 0.7 - and we are done.", {"z"}),
    ("The result – $z = 0.7$ – is small.", {"z"}),
    ("One more step – z = 0.7.", {"z"}),
    ("One more product – z = -0.7 – and we are done.", set()),
    ("The sum is z = 0.7 – a rather small number.", {"z"}),
    ("Die Summe liefert z = 0.7 – ein recht kleiner Betrag.", {"z"}),
    ("The sum is z = 0.7 – wrong.", set()),
    ("The sum is z = 0.7 – two = -1.3", set()),
    ("The sum is z = 0.7 – foo = -1.3", set()),
    ("The sum is z = 0.7 – b", set()),
    ("The negative of it: minus – z = -0.7", set()),
    ("In the end - z = 0.7", set()),  # a sign or a dash?
    ("a - z = -0.0318", set()),
]


@pytest.mark.parametrize(("text", "accepted"), DASHES)
def test_dashes_set_equations_off(text: str, accepted: set[str]) -> None:
    found = verdicts(text, NEURON)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == accepted
