r"""Styles of lecture notes, notebooks and forums, each with its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

SUM = (
    "c = a*b; d = c - e; f = d**2",
    {"a": 2.0, "b": 3.0, "e": 1.0},
)  # c 6, d 5, f 25; df/dd = df/dc = 10, df/de = -10
LINE = ("z = w*x; p = z + b; L = (p - y)**2", {"w": 2.0, "x": 3.0, "b": 1.0, "y": 5.0})  # z 6, p 7, L 4; dL/dp 4
STEPPED = (("w", "b"), 0.1)  # w 0.8, b 0.6, z 2.4, p 3.0, L 4.0
TREE = "f data = 25, grad = 1\n├── d data = 5, grad = 10\n│   ├── c data = 6, grad = 10\n│   └── e data = 1, grad = -10"
ALIGNED = r"$$\begin{{aligned}} \frac{{dy}}{{dx}} &= 2x + 3 && \text{{{}}} \\ &= 4 + 3 = {} \end{{aligned}}$$"

CASES = {
    "what has the same gradient as another": Case(
        *SUM,
        ("df/dd", "df/dc", "df/de"),
        [
            ("df/dd = 10, same for df/dc", {"df/dd", "df/dc"}),
            ("df/dd = 10 (same for c)", {"df/dd", "df/dc"}),
            ("df/dd = 10 (= df/dc)", {"df/dd", "df/dc"}),
            ("df/dd = 10 (this is also df/dc)", {"df/dd", "df/dc"}),
            ("df/dd = 10 (df/dc is the same)", {"df/dd", "df/dc"}),
            ("df/dd = 10. Likewise for c.", {"df/dd", "df/dc"}),
            ("df/dd = 10, and the same for df/de", {"df/dd"}),
            ("df/dd = 10 (= df/de)", set()),
            ("df/dd = 10 (df/dc is not)", set()),
            ("df/dd = 10 (= df/dc) was my first try", {"df/dd"}),
        ],
    ),
    "minus a gradient that is known": Case(
        *SUM,
        ("df/dd", "df/de"),
        [
            ("df/dd = 10. df/de = -df/dd", {"df/dd", "df/de"}),
            ("df/de = -df/dd", set()),
            ("df/dd = 7. df/de = -df/dd", set()),
            ("df/dd = 10. df/de = df/dd", {"df/dd"}),
        ],
    ),
    "a chain goes on behind a remark in its column": Case(
        "a = x**2; b = 3*x; y = a + b",
        {"x": 2.0},
        ("dy/dx",),
        [
            (ALIGNED.format("two paths", 7), {"dy/dx"}),
            (ALIGNED.format("wrong", 7), set()),
            (ALIGNED.format("two paths", 8), set()),
        ],
    ),
    "what is said of a list is said of each in it": Case(
        *LINE,
        ("z", "p", "new:w", "new:b"),
        [
            ("z = 6, p = 7", {"z", "p"}),
            ("Wrong: z = 6, p = 7", set()),
            ("$z = 6, p = 7$ (wrong)", set()),
            ("w -> 0.8   b -> 0.6", {"new:w", "new:b"}),
            ("w -> 0.8   b -> 0.6   (wrong)", set()),
            ("Not w -> 0.8   b -> 0.6", set()),
            ("The unit is on: z = 6 and p = 7", {"z", "p"}),
        ],
        *STEPPED,
    ),
    "what a nudge shows": Case(
        *LINE,
        ("L", "dL/dp", "dL/dw", "new:w"),
        [
            ("If we bump p by 0.001, L moves by 0.004, so dL/dp = 4.", {"dL/dp"}),
            ("If we bump p by 0.001, L moves by 0.004, so dL/dp = 4. No!", set()),
            ("If we bump p by 0.001 and y were 4, L moves by 0.004, so dL/dp = 4", set()),
            ("When w goes from 2 to 2.001, L becomes 4.012, so dL/dw = 12.", {"dL/dw"}),
        ],
        *STEPPED,
    ),
    "vectors that a step moves": Case(
        *LINE,
        ("new:w", "new:b"),
        [
            ("The step takes (w, b) to (0.8, 0.6).", {"new:w", "new:b"}),
            ("A single step with $\\eta = 0.1$ moves $(w,b)=(2,1)$ to $(0.8,0.6)$.", {"new:w", "new:b"}),
            ("Tom takes (w, b) to (0.8, 0.6).", set()),
            ("The second step takes (w, b) to (0.8, 0.6).", set()),
            ("Gradient ascent moves (w, b) to (0.8, 0.6).", set()),
        ],
        *STEPPED,
    ),
    "new values that are one": Case(
        "z = w*x + b; L = z**2",
        {"w": 1.0, "x": 1.0, "b": 1.0},
        ("new:w", "new:b"),
        [
            ("after the step w = b = 1 - 0.1 * 4 = 0.6", {"new:w", "new:b"}),
            ("w_new = b_new = 0.6", {"new:w", "new:b"}),
            ("w_new = b_new = 0.7", set()),
        ],
        ("w", "b"),
    ),
    "what stays": Case(
        "z = w*x; p = z + b; L = (p - y)**2",
        {"w": 2.0, "x": 3.0, "b": 1.0, "y": 7.0},
        ("new:w",),
        [
            ("w: unchanged", {"new:w"}),
            ("w stays (no gradient)", {"new:w"}),
            ("b: 1, w: stays 2", {"new:w"}),
            ("Not w: unchanged", set()),
            ("w unchanged (before the update)", set()),
            ("w unchanged (3)", set()),
        ],
        *STEPPED,
    ),
    "a local derivative is that of a statement": Case(
        "z = w*x; h = z*sigmoid(z); L = h**2",
        {"w": 1.0, "x": 2.0},
        ("local:dh/dz",),
        [
            (r"∂h/∂z = σ(z) + z σ(z)(1 − σ(z)) = 1.0908", {"local:dh/dz"}),
            ("∂h/∂z = 1.0908", {"local:dh/dz"}),
            ("∂h/∂z = 0.8808", set()),
        ],
    ),
    "functions of numbers that are a value exactly": Case(
        "z = w*x; a = softplus(z); L = a**2",
        {"w": 0.0, "x": 1.0},
        ("a",),
        [("a = ln(1+1) = 0.693", {"a"}), ("a = ln(1+2) = 0.693", set()), ("a = ln(1+1) = 0.7931", set())],
    ),
    "signs as they are copied from pages": Case(
        "z = w13*h + b; y_hat = sigmoid(z); L = (y_hat - y)**2",
        {"w13": 0.5, "h": 2.0, "b": -1.0, "y": 1.0},  # z 0, y_hat 0.5, dL/dy_hat -1, dL/dz -0.25, dL/dw13 -0.5
        ("y_hat", "dL/dy_hat", "dL/dz", "dL/dw13"),
        [
            ("∂L/∂w₁,₃ = -0.5", {"dL/dw13"}),
            ("yˆ = σ(z) = 0.5", {"y_hat"}),
            ("¯z = -0.25 is ∂L/∂z", {"dL/dz"}),
            ("∂L/∂w₁,₄ = -0.5", set()),
            ("fw: yˆ = 0.5\nbw: ∂L/∂yˆ = -1", {"y_hat", "dL/dy_hat"}),
        ],
    ),
    "trees, and what stands above them": Case(
        *SUM,
        ("c", "d", "df/dc", "df/de"),
        [
            (f"```\n{TREE}\n```", {"c", "d", "df/dc", "df/de"}),
            (f"wrong output\n\n```\n{TREE}\n```", set()),
        ],
    ),
    "what programs print, without a fence too": Case(
        *SUM,
        ("d", "f", "df/da", "df/db", "df/dd"),
        [
            ("f.backward()\nfor v in [a, b]:\n    print(v.grad)\n\ntensor(30.)\ntensor(20.)", {"df/da", "df/db"}),
            ("f.backward()\nfor v in [a, b]:\n    print(v.grad)\n\ntensor(30.)\ntensor(10.)", {"df/da"}),
            ("f.backward()\nprint(f.item(), d.item())\nprint(a.grad)\n\n25.0 5.0\ntensor(30.)", {"d", "f", "df/da"}),
            ("f.backward()\n\n# 30.0 20.0\nprint(a.grad, b.grad)", {"df/da", "df/db"}),
            ("print(a.grad) # prints 30.0 - i.e. the numerical value of df / da", {"df/da"}),
            ('print("d:", d)  # expect data=5', {"d"}),
            ("d = c - e\nassert d[0] == 5.0\nf.backward()\nassert a.grad()[0] == 30", {"d", "df/da"}),
            ("d = c - e\nassert d[1] == 5.0", set()),
            ("f = d^2\nbackward(f)\n@test d.data == 5.0\n@test a.grad == 30.0", {"d", "df/da"}),
            ("    const RevScalar f = d * d; // df/da = 30, df/db = 20\n    tape.reverse(f);", {"df/da", "df/db"}),
            ("derivative_f_d = 2*d  # 10", {"df/dd"}),
            ("Df_d = 2*d  # 10", {"df/dd"}),
            ("Df_d = 3*d  # 15", set()),
        ],
    ),
    "a formula in a column before its quantity": Case(
        *LINE,
        ("z", "p"),
        [
            ("    w * x      z = 6\n    z + b      p = 7", {"z", "p"}),
            ("    w + x      z = 6", set()),
            ("    not w * x      z = 6", set()),
        ],
    ),
    "what LaTeX strikes": Case(
        *LINE,
        ("z", "p"),
        [
            (r"\sout{$p = 7$}", set()),
            (r"\sout{z = 6, p = 7}", set()),
            (r"$\cancel{z = 6 \quad p = 7}$", set()),
            (r"\sout{p = 8} p = 7", {"p"}),
            (r"$p = \frac{\cancel{2} \cdot 7}{\cancel{2}} = 7$", {"p"}),
        ],
    ),
    "formulas in plain words": Case(
        *LINE,
        ("p", "dL/dp"),
        [
            ("`(del L)/(del p) = 4`", {"dL/dp"}),
            ("$ z approx 6, quad p approx 7 $", {"p"}),
            ("x dot (del L)/(del p) = 4", set()),
            ("`cancel((del L)/(del p) = 4)`", set()),
            ('$ (diff L)/(diff p) = 4, "if" y = 4 $', set()),
            ("// $ z approx 6, quad p approx 7 $", set()),
        ],
    ),
    "a prime makes a prediction where it is called one": Case(
        "z = w*x; yp = z + 1; L = (yp - y)**2",
        {"w": 2.0, "x": 3.0, "y": 5.0},
        ("yp",),
        [
            ("The prediction is y' = 7, the error y' - y.", {"yp"}),
            ("The derivative of y is y' = 7", set()),
            ("y' = 7 is the new target", set()),
        ],
    ),
    "words that say nothing against it, and the same words that do": Case(
        *LINE,
        ("p", "L", "dL/dp", "new:w", "new:b"),
        [
            ("Je ne déplace que w : w = 0,8", {"new:w"}),
            ("Il ne se peut que p = 7", set()),
            ("The unit is off by 1: p = 7", set()),
            ("Mit $p = 7$ ist der Fehler $L = 4$.", {"p", "L"}),
            ("p = 7 ist ein Fehler, L = 4", {"L"}),
            ("dL/dp = 4. Noooo!", set()),
            ("dL/dp = 4. Yesss!", {"dL/dp"}),
            ("求出他们的微分 dL/dp = 4", {"dL/dp"}),
            ("我抄了他们的导数 dL/dp = 4", set()),
        ],
        *STEPPED,
    ),
    "tables with a rate": Case(
        *LINE,
        ("new:w", "new:b"),
        [
            (
                "| $x$ | $y$ | $w$ | $b$ | $\\alpha$ |\n|---|---|---|---|---|\n| 3 | 5 | 2 | 1 | 0.1 |\n\n"
                "$w := 2 - 0.1 \\cdot 12 = 0.8$",
                {"new:w"},
            ),
        ],
        *STEPPED,
    ),
}  # fmt: skip
ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_styles_of_pages(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
