r"""Styles of course texts and of notes taken in them, each with its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case

RATE = ("q = x + y; f = q*z", {"x": -2.0, "y": 5.0, "z": -4.0})  # q 3, f -12, df/dx -4, df/dz 3
CHAIN = ("u = b*c; v = a + u; J = 2*v", {"a": 5.0, "b": 4.0, "c": 2.0})  # u 8, v 13, J 26
QUOTIENT = ("q = x / y; f = q + z", {"x": -7.0, "y": 2.0, "z": 1.5})  # dq/dy 1.75
AIM = ("p = w*x; e = p - y; L = e**2", {"w": 3.0, "x": 2.0, "y": 1.0})  # p 6, e 5, L 25, dL/de 10, dL/dp 10
SOFT = ("z = w*x + b; L = softplus(z)", {"w": 2.0, "x": -1.0, "b": 1.0})  # dL/dz 0.2689
UNITS = ("s1 = w1*x; s2 = w2*x; o = s1*s2", {"x": 2.0, "w1": 3.0, "w2": -1.0})  # s1 6, s2 -2, do/ds1 -2, do/ds2 6
NET = ("z_in = x*v + v0; z = sigmoid(z_in)", {"x": 1.0, "v": 0.3, "v0": 0.1})  # z_in 0.4
SQUARE = ("y = x*w; loss = y**2", {"x": 2.0, "w": 3.0})  # loss 36, dloss/dw 24, new w 0.6 at a rate of 0.1
NAMED = ("z = w*x; Loss = (z - y)**2", {"w": 3.0, "x": 2.0, "y": 5.0})  # Loss 1, dLoss/dz 2
RELU = ("z1 = w1*x; z2 = w2*x; o = relu(z1) + relu(z2)", {"x": 2.0, "w1": 1.0, "w2": -0.5})  # do/dz1 1, do/dz2 0
ROWS = "| step | calculation |\n|---|---|\n| {} | q = -2 + 5 = 3, f = q*z = -12 |\n| {} | df/dx = -4; df/dz = 3 |"
NUMBERED = r"$$\begin{{aligned}} u &= 8 & {} \\ v &= 13 & {} \\ J &= 26 \end{{aligned}}$$"
SHOWN = "```python\no = s1 * s2\nprint(s1, s2, o)\nlmb = 0.1\nprint(lmb)\n```\n\n{}:\n\ns1 = 6  s2 = -2  o = -12"
TABLE = "|   | unit 1 | unit 2 |\n|---|---|---|\n"
COLUMNS = "1. u = b c = 8    3. J = 2v = 26\n\n2. v = a + u = 13"

CASES = {
    "equations that follow each other without a sign": Case(
        *CHAIN,
        ("u", "v", "J"),
        [
            ("u = b * c u = 4 * 2 u = 8\nv = a + u v = 5 + 8 v = 13\nJ = 2v J = 2 * 13 J = 26", {"u", "v", "J"}),
            ("u = 4 * 2 v = 5 + 8 J = 26", {"u", "v", "J"}),
            (COLUMNS, {"u", "v", "J"}),
            ("u = b * c u = 4 * 2 u = 9", set()),
            ("u = b * c u = 4 + 2 u = 8", set()),
            ("u = 4 * 2 v = 5 + 9", set()),
            ("J = 2 v = 13", set()),
            (COLUMNS.replace("26", "27"), {"u", "v"}),
        ],
    ),
    "numbers put in by the next sentence": Case(
        *QUOTIENT,
        ("dq/dy",),
        [
            ("∂q/∂y = -x/y². Plugging in: 7/4 = 1.75.", {"dq/dy"}),
            ("$∂q/∂y = -x/y^2$. Eingesetzt: $7/4 = 1{,}75$.", {"dq/dy"}),
            ("∂q/∂y = -x/y². With numbers: 1.75", {"dq/dy"}),
            ("∂q/∂y = -x/y². Plugging in: -7/4 = -1.75.", set()),
            ("∂q/∂y = -x/y². Mit den Zahlen: -1,75.", set()),
            ("∂q/∂y = -x/y². En remplaçant : -1,75", set()),
        ],
    ),
    "what a prediction should be": Case(
        *AIM,
        ("p", "L"),
        [
            ("p = 6 (it should be 1), L = 25", {"p", "L"}),
            ("Die Vorhersage ist p = 6, sollte aber 1 sein. L = 25", {"p", "L"}),
            ("p = 6 (debería ser 1), L = 25", {"p", "L"}),
            ("p = 6 (it should be 8), L = 25", set()),
            ("p = 6 (it should be 7). L = 25", set()),
            ("p = 5 (it should be 1), L = 25", {"L"}),
        ],
    ),
    "the sigmoid as the slope of the softplus": Case(
        *SOFT,
        ("dL/dz",),
        [
            ("L′(z) = σ(z) = σ(−1) ≈ 0.2689", {"dL/dz"}),
            ("dL/dz = σ(−1) = 0.3133", set()),
        ],
    ),
    "rows of several quantities": Case(
        *UNITS,
        ("s1", "s2", "do/ds1", "do/ds2"),
        [
            (TABLE + "| s1, s2 = w*x | 6 | -2 |\n| do/ds1, do/ds2 | -2 | 6 |", {"s1", "s2", "do/ds1", "do/ds2"}),
            (TABLE + "| s1, s2 | -2 | 6 |", set()),
            ("|   | before | after |\n|---|---|---|\n| s1, s2 | 6 | -2 |", set()),
            ("|   | value | slope |\n|---|---|---|\n| s1, s2 | 6 | -2 |", set()),
            ("| node | what |\n|---|---|\n| s1 = w1 x = 6 | 4xy |\n| s2 = w2 x = -2 |", {"s1", "s2"}),
            ("| node | what |\n|---|---|\n| s1 = w1 x = 6 | 7 |\n| s2 = w2 x = -3 | 4x |", set()),
        ],
    ),
    "what goes into a unit, in capitals": Case(
        *NET, ("z_in",), [("Z(in) = X·v + 1·v₀ = 0.4", {"z_in"}), ("Z(in) = X·v + 1·v₀ = 0.5", set())]
    ),
    "rates that brackets name, and comments behind two dashes": Case(
        *SQUARE,
        ("loss", "dloss/dw", "new:w"),
        [
            ("- η = 0.1 (Learning Rate)\n- w ← 3 - 0.1 * 24 = 0.6", {"new:w"}),
            ("lr=.1 : w -> 3-2.4 = .6 ; loss now 1.2**2 = 1.44", {"new:w"}),
            ("- η = 0.2 (Learning Rate)\n- w ← 3 - 0.1 * 24 = 0.6", set()),
            ("```\nloss = y * y        -- 36\ndloss/dw = 2 * y * x   -- 24\n```", {"loss", "dloss/dw"}),
            ("```\ndloss/dw = 2 * y * x   -- 12\n```", set()),
        ],
    ),
    "letters of the loss, and nablas before it": Case(
        *NAMED,
        ("dLoss/dz",),
        [
            (r"Loss = 1, $\frac{\partial l}{\partial z} = 2$", {"dLoss/dz"}),
            ("∇z Loss = 2(z - y) = 2", {"dLoss/dz"}),
            ("slope of Loss on z     dLoss/dz = 2(z-y) = 2", {"dLoss/dz"}),
            ("dLoss/dz (delta): 2", {"dLoss/dz"}),
            (r"Loss = 1, $\frac{\partial l}{\partial z} = 3$", set()),
            ("∇w Loss = 2(z - y) = 2", set()),
            ("slope of Loss on w     dLoss/dz = 2(z-y) = 3", set()),
        ],
    ),
    "units that are off": Case(
        *RELU,
        ("do/dz1", "do/dz2"),
        [
            ("do/dz1 = 1. Unit 2 is off, so do/dz2 = 0.", {"do/dz1", "do/dz2"}),
            ("do/dz1 = 1. That is off.", set()),
        ],
    ),
    "fractions that are stacked, of expressions": Case(
        *AIM,
        ("dL/de", "dL/dp"),
        [
            (
                "1.   dL       de^2\n    ----  =  ----  =  2e  = 10\n     de       de\n\n"
                "     dL       dL       de\n    ----  =  ----  *  ----  =  10 * 1  = 10\n     dp       de       dp\n",
                {"dL/de", "dL/dp"},
            ),
            ("1.   dL       de^2\n    ----  =  ----  =  2e  = 12\n     de       de\n", set()),
        ],
    ),
    "printed labels": Case(
        *RATE,
        ("q", "f", "df/dx", "df/dz"),
        [
            ("```\n*** q ***\n3\n\n*** f ***\n-12\n```", {"q", "f"}),
            ("```python\nprint(f) # tensor(-12., grad_fn=<MulBackward0>) because the gradient flows back\n```", {"f"}),
            ("```python\nprint(f) # tensor(-12., grad_fn=<MulBackward0>) is wrong\n```", set()),
            ("df/dx: tensor(-4.) df/dz: tensor(3.)", {"df/dx", "df/dz"}),
            ("df/dx: tensor(3.) df/dz: tensor(-4.)", set()),
        ],
    ),
    "last lines that only hope": Case(
        *RATE,
        ("f",),
        [
            *(
                (f"q = 3\nf = -12\n\n{hope}", {"f"})
                for hope in ("Hopelijk klopt het.", "希望是对的", "Надеюсь, не ошибся")
            ),
            *(
                (f"q = 3\nf = -12\n\n{hope}", set())
                for hope in ("Hopelijk klopt het niet.", "希望是错的", "Hope f is wrong")
            ),
        ],
    ),
    "rows of a table that list equations": Case(
        *RATE,
        ("q", "f", "df/dx", "df/dz"),
        [
            (ROWS.format("forward pass", "backward pass"), {"q", "f", "df/dx", "df/dz"}),
            (ROWS.format("1", "2").replace("-12", "12"), {"q", "df/dx", "df/dz"}),
            (ROWS.format("forward (wrong)", "backward pass"), {"df/dx", "df/dz"}),
            (ROWS.format("falsch", "my guess"), set()),
            (ROWS.format("Tom", "me"), {"df/dx", "df/dz"}),
            (ROWS.format("1", "2").replace("f = q*z", "q = 4, f = q*z"), {"f", "df/dx", "df/dz"}),
        ],
    ),
    "numbers behind equations, and dots between factors": Case(
        *CHAIN,
        ("u", "v", "J"),
        [
            (NUMBERED.format("(1)", "(2)"), {"u", "v", "J"}),
            (NUMBERED.format("- (1)", "- (2)"), {"u", "v", "J"}),
            (NUMBERED.format("- (1)", "- (2)").replace("8", "9").replace("13", "15"), {"J"}),
            ("u = 4.2 = 8, v = 13, J = 2.13 = 26", {"u", "v", "J"}),
            ("u = 4.2, v = 13, J = 2.13 = 27", {"v"}),
            ("u = 0.64 · 12.5 = 8, v = 13", {"u", "v"}),
            ("J = 5.2 · 12.5 = 60", set()),
        ],
    ),
    "what stands around formulas on a page": Case(
        *UNITS,
        ("s1", "s2", "o"),
        [
            (r"\$$ s_1 = 6 \$$ y \$$ s_2 = -2 \$$", {"s1", "s2"}),
            ("$S_{1} = 6$, S<sub>2</sub> = -2", {"s1", "s2"}),
            ("$S_{1} = -2$, S<sub>2</sub> = 6", set()),
            ("s1: [6]\ns2: [-2]\no = [-12.]", {"s1", "s2", "o"}),
            ("s1: [6] [1]\n\ns2 = -2 [0]\n\no = -12 [1]", {"s1", "o"}),
            ("s1 = 6, s2 = -2\n\nTambién podría gustarte", {"s1", "s2"}),
            (
                SHOWN.format("вывод"),
                {"s1", "s2", "o"},
            ),
            (
                SHOWN.format("неверно"),
                set(),
            ),
        ],
    ),
}


@pytest.mark.parametrize(("case", "answer", "accepted"), [(c, a, k) for c in CASES.values() for a, k in c.answers])
def test_it_is_read_as_what_it_says(case: Case, answer: str, accepted: set[str]) -> None:
    assert case.accepted(answer) == accepted
