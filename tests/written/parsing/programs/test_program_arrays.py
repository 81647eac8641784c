"""Arrays in programs: what NumPy and PyTorch calculate, entry by entry; `?` counts only where it fits."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

LAYER = Exercise.from_graph(
    Graph(
        "z1 = w11*x1 + w12*x2; z2 = w21*x1 + w22*x2; h1 = relu(z1); h2 = relu(z2); L = v1*h1 + v2*h2",
        w11=1, w12=2, w21=3, w22=4, x1=5, x2=6, v1=7, v2=8,
    ),
    ["z1", "z2", "h1", "L", "dL/dz1", "dL/dv1", "dL/dw11", "dL/dw12", "dL/dw21", "new:w12", "new:v1", "new:L"],
    lr=0.1,
)  # fmt: skip
_Z = ["z1 = w11 * x1 + w12 * x2", "z2 = w21 * x1 + w22 * x2"]

LINES: list[tuple[str, list[str]]] = [
    ("z = W @ x", _Z),
    ("z = np.dot(W, x)", _Z),
    ("z_hidden = W @ x\nprint(z_hidden)\n[17. 39.]", [*_Z, "z1 = 17", "z2 = 39"]),
    ("z_hidden = [17, 39]", ["z1 = 17", "z2 = 39"]),
    ("z = W.dot(x)  # [17, 39]", [*_Z, "z1 = 17", "z2 = 39"]),
    ("z = W @ x  # array([17., 39.])", [*_Z, "z1 = 17", "z2 = 39"]),
    ("z = W @ x\nprint(z)\n[17. 39.]", [*_Z, "z1 = 17", "z2 = 39"]),
    ("z = W @ x\nprint('z =', z)\nz = [17. 39.]", [*_Z, "z1 = 17", "z2 = 39"]),
    ("z [17., 39.]", ["z1 = 17", "z2 = 39"]),
    ("dz: [7. 8.]", ["dL/dz1 = 7", "dL/dz2 = 8"]),
    ("z = W @ x\nz\narray([17., 39.])", [*_Z, "z1 = 17", "z2 = 39"]),
    ("W = np.array([[1, 2], [3, 4]])\nx = np.array([5, 6])\nz = W @ x", _Z),
    ("x = np.array([[5], [6]])\nz = W @ x", _Z),  # columns
    ("x = np.array([[5], [6]])  # (2, 1)\nz = W @ x  # (2, 1)", _Z),  # shapes
    ("x = np.array([[5], [6]])\nz = W @ x + np.zeros((2, 1))", [f"{one} + 0" for one in _Z]),
    ("x = np.array([[5], [6]])\nc = np.ones((2, 1))\nz = W @ x + c", [f"{one} + 1" for one in _Z]),
    ("z = W @ x  # (17, 39)", [*_Z, "z1 = 17", "z2 = 39"]),
    ("x = np.array([[5], [6]])\nz = W @ x + np.zeros((3, 1))", []),  # of three
    ("W = np.array([[1, 3], [2, 4]])\nz = W.T @ x",
     ["z1 = w11 * x1 + w21 * x2", "z2 = w12 * x1 + w22 * x2"]),  # another W, which is a condition
    ("h = np.maximum(0, z)", ["h1 = max(0, z1)", "h2 = max(0, z2)"]),
    ("h = z * (z > 0)", ["h1 = z1 * [z1 > 0]", "h2 = z2 * [z2 > 0]"]),
    ("L = v @ h  # 431", ["L = v1 * h1 + v2 * h2 = 431"]),
    ("L = (v * h).sum()  # 431", ["L = v1 * h1 + v2 * h2 = 431"]),
    ("L = np.sum(v * h)", ["L = v1 * h1 + v2 * h2"]),
    ("L = v[0] * h[0] + v[-1] * h[1]", ["L = v1 * h1 + v2 * h2"]),
    ("dz = v * (z > 0)", ["dL/dz1 = v1 * [z1 > 0]", "dL/dz2 = v2 * [z2 > 0]"]),
    ("dW = np.outer(dz, x)", [f"dL/dw{i}{j} = dL/dz{i} * x{j}" for i in (1, 2) for j in (1, 2)]),
    ("grad_v = h", ["dL/dv1 = h1", "dL/dv2 = h2"]),
    ("dL_dv = h", ["dL/dv1 = h1", "dL/dv2 = h2"]),
    ("L.backward()\nprint(v.grad)\ntensor([17., 39.])", ["dL/dv1 = 17", "dL/dv2 = 39"]),
    ("print(dW)\n[[35. 42.]\n [40. 48.]]", ["dL/dw11 = 35", "dL/dw12 = 42", "dL/dw21 = 40", "dL/dw22 = 48"]),
    ("v -= 0.1 * dv\nprint(v)\n[5.3 4.1]",
     ["v1_new = v1 - 0.1 * dL/dv1", "v2_new = v2 - 0.1 * dL/dv2", "v1_new = 5.3", "v2_new = 4.1"]),
    ("v_new = v - 0.1 * h", ["v1_new = v1 - 0.1 * h1", "v2_new = v2 - 0.1 * h2"]),
    ("d = v * h\nprint(d.sum())\n431", ["v1 * h1 + v2 * h2 = 431"]),
    ("def f(t):\n    return t * 2\nh = f(z)", ["h1 = z1 * 2", "h2 = z2 * 2"]),
    ("z = W @ np.array([1, 2, 3])", []),  # of three
    ("z = solve(W, x)  # [17, 39]", ["z1 = 17", "z2 = 39"]),
    ("print(f'z:\\n{z}\\n')\nprint('\\nSums:')\nprint(f'h:\\n{h}')\nz:\n[17. 39.]\n\n\nSums:\nh:\n[17. 39.]",
     ["z1 = 17", "z2 = 39", "h1 = 17", "h2 = 39"]),
    ("q = np.array([1, 2, 3])\nh = q", []),
]  # fmt: skip

# what is judged, the program, whether it is accepted
JUDGED: list[tuple[str, str, bool]] = [
    ("z1", "z = W @ x  # [17, 39]", True),
    ("z1", "z = W @ x  # [39, 17]", False),
    ("z1", "z = W.T @ x  # [17, 39]", False),
    ("z1", "z = W @ x", False),  # no number is stated
    ("z1", "x = np.array([[5], [6]])  # (2, 1)\nz = W @ x\nprint(z)\n[[17]\n [39]]", True),
    ("z1", "x = np.array([[5], [6]])  # (2, 1)\nz = W @ x\nprint(z)\n[[39]\n [17]]", False),
    ("z1", "W = np.array([[1, 2], [3, 5]])\nz = W @ x  # [17, 39]", False),  # another W
    ("z1", "x = np.array([6, 5])\nz = W @ x  # [17, 39]", False),
    ("z1", "z = W @ x  # [17, 39] is wrong", False),
    ("dL/dz1", "delta1 = v * (z > 0)\nprint(f'signal (delta1): {delta1}')\nsignal (delta1): [7. 8.]", True),
    ("dL/dz1", "delta1 = v * (z > 0)\nprint(f'signal (delta1): {delta1}')\nsignal (delta1): [8. 7.]", False),
    ("dL/dz1", "delta1 = v * h\nprint(f'signal (delta1): {delta1}')\nsignal (delta1): [7. 8.]", False),
    ("dL/dz1", "delta1 = (v * (z > 0)).reshape(2, 1)\nprint(delta1)\n[[7.]\n [8.]]", True),
    ("dL/dz1", "delta1 = (v * (z > 0)).reshape(2, 1)\nprint(delta1)\n[[8.]\n [7.]]", False),
    ("dL/dz1", "delta1 = v * (z > 0)\nprint('not', delta1)\nnot [7. 8.]", False),
    ("L", "print(f'z: {z}')\nprint(f'\\nsum: {L}')\nz: [17. 39.]\n\nsum: 431", True),
    ("L", "print(f'z: {z}')\nprint(f'\\nsum: {L}')\nz: [17. 39.]\n\nsum: 430", False),
    ("L", "print(f'z: {z}')\nprint(f'\\nsum: {L}')\nz: [17. 39.]\n\nwith other weights\nsum: 431", False),
    ("L", "print(f'z: {z}')\nprint(f'\\nwrong: {L}')\nz: [17. 39.]\n\nwrong: 431", False),
    ("L", "L = v @ h  # 431", True),
    ("L", "L = (v + h).sum()  # 431", False),
    ("L", "L = v[0] * h[1] + v[1] * h[0]  # 431", False),
    ("dL/dw12", "dW = np.outer(dz, x)\nprint(dW)\n[[35. 42.]\n [40. 48.]]", True),
    ("dL/dw12", "dW = np.outer(dz, x)  # (2, 2)\n# = [[35, 42],\n#    [40, 48]]", True),
    ("dL/dw21", "dW = np.outer(dz, x)\n# = [[35, 42],\n#    [40, 48]]", True),
    ("dL/dw21", "dW = np.outer(dz, x)\n# = [[35, 42],\n#    [41, 48]]", False),  # the row below counts
    ("dL/dw21", "dW = np.outer(dz, x)\n# = [[35, 42],\n#    [40, 48]] is wrong", False),
    ("dL/dw21", "dW = np.outer(dz, x)\n# = [[35, 42],\n# or so", False),
    ("L", "L = v @ h  # (1, 1)\n# = 431", True),
    ("L", "L = v @ h  # (1, 1)", False),
    ("L", "L = v @ h  # (430, 1)\n", False),
    ("dL/dw12", "dW = np.outer(x, dz)\nprint(dW)\n[[35. 40.]\n [42. 48.]]", False),
    ("dL/dw12", "print(z)\nprint(dW)\n[[35. 42.]\n [40. 48.]]", False),  # whose output is it?
    ("new:v1", "v -= 0.1 * h\nprint(v)\n[5.3 4.1]", True),
    ("new:v1", "v += 0.1 * h\nprint(v)\n[5.3 4.1]", False),
    ("new:v1", "for _ in range(3):\n    v -= 0.1 * h\nprint(v)\n[5.3 4.1]", False),
    ("new:v1", "v -= 0.1 * h\nv -= 0.1 * h\nprint(v)\n[5.3 4.1]", False),
]


def _read(text: str) -> list[str]:
    source = f"```python\n{text}\n```"
    return [read_back(statement, source) + "?" * statement.tentative for statement in reading_of(source, LAYER.lexicon)]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_arrays_are_read_entry_by_entry(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(("key", "text", "accepted"), JUDGED)
def test_arrays_are_judged_entry_by_entry(key: str, text: str, accepted: bool) -> None:
    found = verdicts(f"```python\n{text}\n```", LAYER)
    assert (found[key.removeprefix("new:") if key not in found else key].status in ACCEPTED) is accepted


_NAMES = Exercise.from_graph(Graph("y_ = w*x; L = y_ * y", w=2, x=3, y=5), ["y_", "dL/dy_", "dy_/dw"])


@pytest.mark.parametrize(
    ("key", "text", "accepted"),
    [
        ("dL/dy_", "dL_dy_ = y\nprint(dL_dy_)\n5", True),
        ("dL/dy_", "dLdy_ = y\nprint(dLdy_)\n5", True),
        ("dL/dy_", "dL_dy = y\nprint(dL_dy)\n5", False),
        ("dL/dy_", "dL_dy_ = y_\nprint(dL_dy_)\n6", False),
        ("dy_/dw", "dy_dw = x\nprint(dy_dw)\n3", True),
        ("dy_/dw", "dy__dw = x\nprint(dy__dw)\n3", True),
        ("dy_/dw", "dy_dw = x\nprint(dy_dw)\n2", False),
    ],
)
def test_a_name_may_end_with_an_underscore(key: str, text: str, accepted: bool) -> None:
    assert (verdicts(f"```python\n{text}\n```", _NAMES)[key].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    "text", ["a = W\n" + "a = a @ W\n" * 80, "a = W @ x\n" + "a = a * a\n" * 80, "a = np.array([" + "1," * 900 + "])"]
)
def test_arrays_that_are_bombs_are_read_at_once(text: str) -> None:
    verdicts(f"```python\n{text}\n```", LAYER)


MATRIX = " [[35. 42.]\n [40. 48.]]"
SLOPES = ["dL/dw11", "dL/dw12", "dL/dw21"]


@pytest.mark.parametrize("code", ["print('dL/dW =', dL_dW)", "print('dL/dW =\\n', dL_dW)", "print('dL/dW =\\n', g)"])
@pytest.mark.parametrize("title", ["", "\n\n**Out:**\n", "\n\n**Gradients:**\n\n```\nz = [17. 39.]\n```\n"])
def test_a_matrix_is_shown_over_several_lines(code: str, title: str) -> None:
    told = "dL/dW =" + ("" if "n'" not in code else "\n") + MATRIX
    asked = Exercise.from_graph(LAYER.graph, SLOPES)
    found = verdicts(f"```python\n{code}\n```{title}\n```\n{told}\n```", asked)
    assert [key for key in SLOPES if found[key].status not in ACCEPTED] == []
    wrong = verdicts(f"```python\n{code}\n```{title}\n```\n{told.replace('42', '40')}\n```", asked)
    assert wrong["dL/dw12"].status not in ACCEPTED


def test_what_is_printed_by_a_loop_or_of_something_else_is_no_matrix_of_the_label() -> None:
    asked = Exercise.from_graph(LAYER.graph, SLOPES)
    loop = "```python\nfor t in range(3):\n    print('dL/dW =\\n', g)\n```\n```\n"
    shown = f"dL/dW =\n [[1. 2.]\n [3. 4.]]\ndL/dW =\n{MATRIX}\n```"
    assert verdicts(loop + shown, asked)["dL/dw11"].status not in ACCEPTED
    other = f"```python\nprint('dL/dW =', W)\n```\n```\ndL/dW ={MATRIX}\n```"
    assert verdicts(other, asked)["dL/dw11"].status not in ACCEPTED
