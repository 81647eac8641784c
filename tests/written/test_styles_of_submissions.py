r"""Styles of what learners hand in and post, each with its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

LINE = ("z = w*x; p = z + b; L = (p - y)**2", {"w": 2.0, "x": 3.0, "b": 1.0, "y": 5.0})  # z 6, p 7, L 4; dL/dp 4
GATE = ("s = w*x; m = -s; e = exp(m); d = 1 + e; f = 1 / d", {"w": 1.0, "x": 1.0})  # e 0.3679, d 1.3679, f 0.7311
LOW = ("y_ = a*x; L = (y_ - y)**2", {"a": 2.0, "x": 3.0, "y": 4.0})  # y_ 6, L 4, dL/dy_ 4, dL/da 12
LAYERS = (
    "z1 = w1*x + b1; y1 = tanh(z1); z2 = w2*y1; L = (z2 - y)**2",
    {"w1": 1.0, "x": 2.0, "b1": -1.5, "w2": 3.0, "y": 1.0},
)  # z1 0.5, y1 0.4621, z2 1.3864
UNITS = (
    "z1 = w11*x1 + w12*x2; z2 = w21*x1 + w22*x2; y = v1*z1 + v2*z2",
    {"x1": 1.0, "x2": 2.0, "w11": 3.0, "w12": -1.0, "w21": 2.0, "w22": 4.0, "v1": 5.0, "v2": -3.0},
)  # z1 1, z2 10, y -25
TOTAL = ("z1 = w3*x; f1 = tanh(z1); Etotal = (y - f1)**2", {"w3": 0.5, "x": 1.0, "y": 1.0})  # dE/dw3 -0.8462
STEPS = ("v = x*w; d = v - z; E = d**2", {"x": 2.0, "w": 4.0, "z": 10.0})  # v 8, d -2, E 4
GERMAN = (
    "vorhersage = eingang*gewicht; fehler = (vorhersage - ziel)**2",
    {"eingang": 2.0, "gewicht": 4.0, "ziel": 10.0},
)  # vorhersage 8, fehler 4, dfehler/dgewicht -8, new 4.8
RATE = ("q = x + y; f = q*z", {"x": -2.0, "y": 5.0, "z": -4.0})  # f -12, df/dx -4
COLUMN = r"$$\begin{pmatrix} z_1 \\ z_2 \end{pmatrix} = "

CASES = {
    "a name that ends with an underscore, beside one without": Case(
        *LOW,
        ("y_", "dL/dy_", "dL/da"),
        [
            ("y_ = 6, dL/dy_ = 4, d L / d a = 12", {"y_", "dL/dy_", "dL/da"}),
            ("dL_dy_ = 2 * (y_ - y) = 4", {"dL/dy_"}),
            ("dL/dy = 4", set()),
            ("y = 6", set()),
            ("y_ = 4", set()),
            ("_y_ = 6", set()),  # emphasized
        ],
    ),
    "layers in brackets, beside an input of the same letter": Case(
        *LAYERS,
        ("y1", "z2"),
        [
            (r"$y^{(1)} = \tanh(z^{(1)}) = 0.4621$", {"y1"}),
            (r"$z^{(2)} = w^{(2)} y^{(1)} = 3 \cdot 0.4621 = 1.3864$", {"z2"}),
            (r"$y^{(1)} = \tanh(z^{(1)}) = 0.5$", set()),
            (r"$y^{(1)} = 0.4621$", set()),  # after a step?
        ],
    ),
    "columns of units, by weights that are only written with their layer": Case(
        *UNITS,
        ("z1", "z2"),
        [
            (COLUMN + r"W^{(1)}x = \begin{pmatrix} 1 \\ 10 \end{pmatrix}$$", {"z1", "z2"}),
            (COLUMN + r"W_1 x = \begin{pmatrix} 1 \\ 10 \end{pmatrix}$$", {"z1", "z2"}),
            (COLUMN + r"W^{(1)}x = \begin{pmatrix} 10 \\ 1 \end{pmatrix}$$", set()),
            (COLUMN + r"W^{(1)}x = \begin{pmatrix} 1 \\ 11 \end{pmatrix}$$", {"z1"}),
        ],
    ),
    "two decimals, throughout": Case(
        *GATE,
        ("e", "f", "df/dd", "df/dm"),
        [
            ("e = 0.37, d = 1.37, f = 0.73, df/dd = -0.53, df/dm = -0.20", {"e", "f", "df/dd", "df/dm"}),
            ("e = 0.37, d = 1.37, f = 0.73, df/dd = 0.53, df/de = -0.53", {"e", "f"}),
            ("e = 0.37, f = 0.73", set()),  # for a person
            ("e = 0.36, d = 1.36, f = 0.74, df/dd = -0.54, df/dm = -0.19", set()),
            ("e = 0.37, d = 1.3679, f = 0.73, df/dd = -0.534, df/dm = -0.197", {"df/dd", "df/dm"}),
        ],
    ),
    "titles whose words of doubt are of their topic": Case(
        *LINE,
        ("p", "L"),
        [
            ("# TODO: 2\np = 7, L = 4", {"p", "L"}),
            ("# TODO compute L\np = 7, L = 4", {"p", "L"}),
            ("# TODO: check\np = 7, L = 4", set()),
            ("# Step 1: Calculate the mistakes (errors)\np = 7, L = 4", {"p", "L"}),
            ("# Mistakes\np = 7, L = 4", set()),
            ("**The sample code contains wrong logic**\n\nThe forward pass:\n\np = 7, L = 4", {"p", "L"}),
            ("**My solution contains wrong numbers**\n\nThe forward pass:\n\np = 7, L = 4", set()),
            ("# Wrong sample code\np = 7, L = 4", set()),
        ],
    ),
    "addresses of pages": Case(
        *LINE,
        ("p", "L"),
        [
            ("See https://en.wikipedia.org/wiki/Chain_rule for the rule.\n\np = 7, L = 4", {"p", "L"}),
            ("From https://chegg.com/q/1: p = 7", set()),
        ],
    ),
    "questions whether all is right": Case(
        *LINE,
        ("p", "L"),
        [
            ("p = 7, L = 4\n\nAre my computations correct?", {"p", "L"}),
            ("p = 7, L = 4. Are the gradients correct?", {"p", "L"}),
            ("p = 7, L = 4. Are my computations correct? No.", set()),
            ("p = 7, L = 4. Is it correct?", set()),
            ("p = 7, L = 4. Are my computations wrong?", set()),
        ],
    ),
    "targets that are called the right answer": Case(
        *LINE,
        ("p", "L"),
        [
            ("실제 정답 $y = 5$일 때, 모델의 예측값 $p = 7$", {"p"}),
            ("정답: $p = 7$", set()),
        ],
    ),
    "a letter and a number without a blank are no word": Case(
        *LINE,
        ("p",),
        [
            ("## p = 7\n\nLa salida neta de O1 es", {"p"}),
            ("p = 7 o 1", set()),
        ],
    ),
    "a derivative of the output by the letter of errors, in plain text": Case(
        *TOTAL,
        ("dEtotal/dw3",),
        [
            ("dE/dw3 = -0.8462", {"dEtotal/dw3"}),
            ("La derivada dE/dw3 = -0.8462", {"dEtotal/dw3"}),
            ("dE/dw3 = 0.8462", set()),
        ],
    ),
    "a node d in sentences": Case(
        *STEPS,
        ("local:dd/dv", "local:dv/dw"),
        [
            ("Steigt v um eine Einheit, dann steigt auch d um eine Einheit (dd/dv = 1).", {"local:dd/dv"}),
            ("If w grows by 1, v grows by x, i.e. dv/dw = 2.", {"local:dv/dw"}),
            ("If w grows by 1, v grows by x, i.e. dv/dw = 3.", set()),
        ],
    ),
    "commands that only set what they are of": Case(
        *LINE,
        ("z", "p"),
        [
            (r"\[\act{z} = \wt{w}\inp{x} = \wt{2} \cdot \inp{3} = \act{6}, \qquad \act{p} = \act{7}\]", {"z", "p"}),
            (r"\[\act{z} = \wt{w}\inp{x} = \wt{2} \cdot \inp{3} = \act{6}, \qquad \act{p} = \act{8}\]", {"z"}),
            (r"$\wrong{z} = \wrong{6}$", set()),
            (r"$z = \foo{6}$", set()),
        ],
    ),
    "German nouns as names": Case(
        *GERMAN,
        ("dfehler/dgewicht", "new:gewicht"),
        [
            ("Die Ableitung des Fehlers nach dem Gewicht ist -8.", {"dfehler/dgewicht"}),
            ("Das neue Gewicht ist 4,8.", {"new:gewicht"}),
            ("Die Ableitung des Fehlers nach dem Gewicht ist 8.", set()),
        ],
        ("gewicht",),
        0.1,
    ),
    "a value that is got": Case(
        *LINE,
        ("z", "p"),
        [
            ("The network computes its prediction p by adding the bias and gets a value of 7.", {"p"}),
            ("Das Netzwerk berechnet z durch Multiplikation und erhält einen Wert von 6.", {"z"}),
            ("The network computes its prediction p by adding the bias and gets a value of 8.", set()),
            ("We compute p from a value of 7.", set()),
        ],
    ),
    "multiples and rates of change in Korean and Chinese": Case(
        *RATE,
        ("f", "df/dx"),
        [
            ("f = -12, df/dx = -4. x가 1 증가하면 f는 −4의 비율로 변함.", {"f", "df/dx"}),
            ("f = -12, df/dx = -4. x가 1 증가하면 f는 4만큼 감소한다.", {"f", "df/dx"}),
            ("f = -12，f 是 q 的两倍。", {"f"}),
            ("f 是 z 的两倍", set()),
        ],
    ),
}  # fmt: skip
ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_styles_of_submissions(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
