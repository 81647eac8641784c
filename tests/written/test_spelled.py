r"""One neuron under many names, each written as LaTeX, plain text and programs write it: all that is stated is read."""

import re
from collections.abc import Iterator

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

ROLES = ("w", "x", "b", "z", "a", "y", "L")
NAMES = (  # of the weight, the input, the bias, the sum, the output, the target and the loss
    "w1 x1 b1 z1 a1 y L", "w_1 x_1 b_1 z_1 a_1 y L", "w x b zh1 ah1 t E", "w11 x1 b1 zh h y J",
    "w5 i1 b2 neth1 outh1 t1 E",
    "w5 i1 b2 net_h1 out_h1 t1 E_total", "w_o x_o b_o zo ao y C", "v1 h1 c z_o y_hat y loss",
    "theta1 x1 theta0 z yhat y J",
    "W X B Z A Y Loss", "w_12 x_2 b_1 s_1 h_1 d E", "W1_11 x1 b1_1 z1_1 a1_1 y L", "wh xh bh inh outh yt Err",
    "w13 x1 t3 net3 o3 d3 E", "w x b z ŷ y L", "w1 x b1 z1 ŷ y Loss", "W2 h b2 z2 yhat y L", "wxh x_t bh at ht yt L",
)  # fmt: skip
KEYS = ("z", "a", "L", "dL/da", "da/dz", "dL/dw")
INDEX = re.compile(r"([A-Za-zθ]+?)_?(\d+|[ho]\d?|in|out|total|t)((?:_\d+)?)")


def named(text: str, names: dict[str, str]) -> str:
    return re.sub(r"(d?)\b([zaLwbxy])\b|d([zaLw])\b", lambda m: ("d" if m[3] else m[1]) + names[m[3] or m[2]], text)


def in_latex(name: str) -> list[str]:
    r"""Return how LaTeX writes a name: z_{h1}, z_{\text{h1}}, \text{net}_{3}."""
    if name in ("ŷ", "y_hat", "yhat"):
        return [r"\hat{y}", r"\hat y"]
    parts = INDEX.fullmatch(name)
    if parts is None:
        return [name if len(name) == 1 else rf"\text{{{name}}}"]
    stem, index = parts[1], parts[2] + parts[3].replace("_", ",")
    letters = rf"\{stem}" if stem == "theta" else stem if len(stem) == 1 else rf"\text{{{stem}}}"
    body = index if index.isdigit() or "," in index else rf"\text{{{index}}}"
    return [f"{letters}_{{{index}}}", f"{letters}_{index}" if len(index) == 1 else f"{letters}_{{{body}}}"]


def answers(said: dict[str, str], numbers: dict[str, str], *, latex: bool) -> Iterator[tuple[str, set[str]]]:
    """Yield answers, and the keys of what each states."""
    w, x, b, z, a, y, loss = (said[role] for role in ROLES)
    if not latex:
        yield f"{z} = {w}*{x} + {b} = {numbers['z']}\n{a} = sigmoid({z}) = {numbers['a']}", {"z", "a"}
        yield f"d{loss}/d{a} = {a} - {y} = {numbers['dL/da']}\nd{loss}/d{w} = {numbers['dL/dw']}", {"dL/da", "dL/dw"}
        yield f"∂{a}/∂{z} = {a}(1 - {a}) = {numbers['da/dz']}", {"da/dz"}
        return
    for sign in ("d", r"\partial ", "d ", r"\mathrm{d}"):
        steps = [("L", "a", "dL/da"), ("a", "z", "da/dz"), ("L", "w", "dL/dw")]
        lines = [rf"$$\frac{{{sign}{said[of]}}}{{{sign}{said[by]}}} = {numbers[key]}$$" for of, by, key in steps]
        yield "\n\n".join(lines), {"dL/da", "da/dz", "dL/dw"}
    yield rf"${z} = {w} {x} + {b} = {numbers['z']}$, ${a} = \sigma({z}) = {numbers['a']}$", {"z", "a"}
    yield rf"$\nabla_{{{w}}} {loss} = {numbers['dL/dw']}$", {"dL/dw"}


@pytest.mark.parametrize("names", NAMES)
def test_what_is_stated_is_read_under_all_names(names: str) -> None:
    own = dict(zip(ROLES, names.split(), strict=True))
    graph = named("z = w*x + b; a = sigmoid(z); L = 0.5*(a - y)**2", own)
    inputs = {own["w"]: 0.55, own["x"]: 1.7, own["b"]: -0.35, own["y"]: 1}
    neuron = Exercise.from_graph(Graph(graph, **inputs), [named(key, own) for key in KEYS])
    keys = dict(zip(KEYS, (key.text for key in neuron.keys), strict=True))
    numbers = {role: f"{neuron.truth(key):.4f}" for role, key in zip(KEYS, neuron.keys, strict=True)}
    spelled = {role: in_latex(name) for role, name in own.items()}
    lost = []
    for latex, ways in ((False, 1), (True, 2)):
        for way in range(ways):
            said = {role: forms[min(way, len(forms) - 1)] for role, forms in spelled.items()} if latex else own
            for text, stated in answers(said, numbers, latex=latex):
                found = verdicts(text, neuron)
                lost += [(text, key) for key in stated if found[keys[key]].status not in ACCEPTED]
    assert lost == []
