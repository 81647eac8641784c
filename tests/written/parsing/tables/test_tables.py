"""From tables to statements: what is written and what is read; `?` behind what counts only where it fits."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

_HEAD = "|---" * 8 + "|"


def table(*rows: str) -> str:
    """A table in Markdown, from its rows."""
    return "\n".join(f"| {row} |" for row in rows).replace("|\n", f"|\n{_HEAD}\n", 1)


SEED: list[tuple[str, list[str]]] = [
    (table("node | value | gradient", "q | 10 | 3", "r | 8 | 3"), ["q = 10", "df/dq = 3", "r = 8", "df/dr = 3"]),
    (table("node | value | d f / d node", "q | 10 | 3"), ["q = 10", "df/dq = 3"]),
    (table("node | local | value", "q | 5 | 10"), ["q = 10"]),
    (table("node | ∂q/∂·", "w | 2"), ["dq/dw = 2"]),
    *(
        (table(titles, "w | 5 | 6 | 4.94"), ["df/dw = 6", "w_new = 4.94"])
        for titles in (
            "Parameter | Nilai lama | Gradien | Nilai baru = lama − η × gradien",
            "Tham số | Giá trị cũ | Gradient | Giá trị mới",
            "Parametre | Eski değer | Gradyan | Yeni değer",
            "Paramètre | Ancienne valeur | Gradient | Nouvelle valeur = ancienne − η × gradient",
            "參數 | 舊值 | 梯度 | 新值",
        )
    ),
    (table("step | value", "forward: q = w·x | 5·2 = 10", "chain: df/dw | 3·2 = 6"),
     ["q = w * x = 5 * 2 = 10", "df/dw = 3 * 2 = 6"]),
    (table("step | value", "wrong q | 10", "r | 8"), ["q = 10 (wrong q)", "r = 8"]),
    (table("q = w·x: | df/dr = 3, dr/dq = 1", "r = q + b: | dq/dw = 2, dq/dx = 5"),
     ["df/dr = 3", "dr/dq = 1", "dq/dw = 2", "dq/dx = 5"]),
    (table("nodo | valore | ∂f/∂nodo", "q = w·x | 10 | 3"), ["q = w * x = 10", "df/dq = 3"]),
    (table("node | value | result", "q = w·x | 10 | multiplication", "r | 8 | wrong"),
     ["q = w * x = 10", "r = 8 = <wrong> (wrong)"]),
    (table("节点 | 值 | 中间结果", "q = w·x | 10 | 乘法"), ["q = w * x = 10"]),
    (table("derivative | from | value", "df/dq = df/dr · 1 = 3 | r = q + b | 3"), ["df/dq = df/dr * 1 = 3 = 3"]),
    (table("derivative | value", "df/dr = 1·z | z = 3", "df/dz = r | r = 8"),
     ["df/dr = 1 * z = z = 3", "df/dz = r = r = 8"]),
    (table("Größe | Formel | Ergebnis", "Produkt q | 5·2 | 10"), ["q = 5 * 2 = 10"]),
    (table("단계 | 계산 | 값", "은닉 q | 5·2 | 10"), ["q = 5 * 2 = 10"]),
    (table("grootheid | berekening | waarde", "q | 5·2 | 10"), ["q = 5 * 2 = 10"]),
    (table("veličina | výpočet | hodnota", "q | 5·2 | 10"), ["q = 5 * 2 = 10?"]),
    (table("quantity | by hand | torch", "q | 10 | 10.00"), ["q = 10 = 10?"]),
    (table("quantity | by hand | torch", "q | 10.0 | 10.1"), ["q = 10 = 10.1? (columns that differ)"]),
    (table("quantity | by hand | torch", "q | 10 | 10", "r | 8 | 9 (?)"), ["q = 10 = 10?", "r = 8 = <9 (?)>?"]),
    (table("quantity | value | remark", "q | 10 | 2 factors", "r | 8 | 2 terms"), ["q = 10", "r = 8"]),
    (table("quantity | mine | torch | difference", "df/dw | 6 | 6.0 | 0"), ["df/dw = 6 = 6?"]),
    (table("quantity | formula | blorp", "q | 5·2 | 11"), ["q = 5 * 2 = 11?"]),
    (table("weight | gradient | new weight", "w | 6 | 4.94"), ["df/dw = 6", "w_new = 4.94"]),
    (table("parameter | value", "w neu | 4.94"), ["w_new = 4.94"]),
    (table("parameter | new", "w | 5 → 4.94"), ["w_new = 4.94"]),
    (table(" | before | after", "w | 5 | 4.94", "loss | 24 | 20.8"), ["w_new = 4.94", "f_new = 20.8"]),
    (table("quantity | value", "loss | 24", "new loss | 20.8"), ["f = 24", "f_new = 20.8"]),
    (table("| q | r", "value | 10 | 8", "gradient | 3 | 3"), ["q = 10", "df/dq = 3", "r = 8", "df/dr = 3"]),
    (table("parameter | old | gradient | new = old - 0.01 * gradient", "w | 5 | 6 | 4.94"),
     ["df/dw = 6", "w_new = 4.94"]),
    (table("θ | before | after = before - η·∂f/∂θ", "w | 5 | 4.94"), ["w_new = 4.94"]),
    (table("parameter | gradient = upstream * local | updated = old - step", "w | 6 | 4.94"),
     ["df/dw = 6", "w_new = 4.94"]),
    (table("Gewicht | alt | Gradient | neu = alt - η * Gradient", "w | 5 | 6 | 4.94"), ["df/dw = 6", "w_new = 4.94"]),
    (table("node | gradient", "w (weight) | 6 (constant)"), ["df/dw = 6"]),
    (table("node | gradient", "w | 6 (not sure)"), ["df/dw = <6 (not sure)>"]),
    (table("node | gradient", "w | ~~7~~ 6"), ["df/dw = 6"]),
    (table(" | upstream | local | result", "q | 3 | 1 | 3", "b | 3 | 1 | 3"), ["df/dq = 3", "df/db = 3"]),
    (table("node | gradient", "w | ~~6~~"), ["df/dw = <~~6~~>"]),
    (table("node | gradient", "w | ~~7~~ wrong, 6"), ["df/dw = <wrong, 6>"]),
    (
        "Backward:\n\n```\nf                1.0\nr   (3)(1.0)     3.0\nq   (1)(3.0)     3.0\n```",
        ["f = 1", "r = 3 * 1 = 3", "q = 1 * 3 = 3"],
    ),
    ("Backward:\n\n```\nr   (3)(1.0)   = 3.0\nq   (1)(3.0)   = 3.0\n```", ["r = 3 * 1 = 3", "q = 1 * 3 = 3"]),
    (
        "Way there | ||\n---|---|---|\nOrder | Node | Value |\n1 | A.: q | A.: wx = 10 |\n2 | A.: r | A.: q + b = 8 |\n"
        "Way back | ||\n---|---|---|\nOrder | Node | Gradient |\n1 | A.: q | A.: z = 3 |",
        ["q = w * x = 10", "r = q + b = 8", "df/dq = z = 3"],
    ),
    (
        "node | value\n--- | ---\nq | 10\nr | 8\nnode | gradient\n--- | ---\nq | 3",
        ["q = 10", "r = 8", "df/dq = 3"],
    ),
    (table("Values of a wrong attempt | | ", "Order | Node | Value", "1 | q | 10", "2 | r | 8"), []),
    ("node  value  grad\nq     10     3\nr     8      3", ["q = 10", "df/dq = 3", "r = 8", "df/dr = 3"]),
    ("q\t5*2 = 10\ndf/dw\t6", ["q = 5 * 2 = 10", "df/dw = 6"]),
    ("```\nq 10\ndf/dw 6\n```", ["q = 10", "df/dw = 6"]),
    ("As printed:\n\n    q 10\n    r 8", ["q = 10", "r = 8"]),
    (
        "<table><tr><th>node<th>value</tr><tr><td>q</td><td>10</td></tr><tr><td>r<td>8</table>",
        ["q = 10", "r = 8"],
    ),
    (
        table("step | calculation | result", "1 | q = 5·2 | 10", "2 | r = 10 - 2 | 8"),
        ["q = 5 * 2 = 10", "r = 10 - 2 = 8"],
    ),
    (table("weight | before | step | after", "w | 5 | -0.06 | 4.94"), ["w_new = 4.94"]),
    (table("θ | ∂f/∂θ | θ − η ∂f/∂θ", "w | 6 | 4.94"), ["df/dw = 6", "w_new = 4.94"]),
    (
        table("step | w | ∂f/∂w | w_new", "1 | 5 | 6 | 4.94", "2 | 4.94 | 6 | 4.88"),
        ["w = 5", "df/dw = 6", "w_new = 4.94", "w_new = 4.94"],
    ),
    (table("step | q | w", "0 | 10 | 5", "1 | 9.88 | 4.94"), ["q = 10", "q_new = 9.88", "w_new = 4.94"]),
    (table("gate | value | gradients", "q | 10 | ∂f/∂w = 6, ∂f/∂x = 15"), ["q = 10", "df/dw = 6", "df/dx = 15"]),
    (table("forward | | backward |", "q = w·x | = 10 | df/dq = z | = 3"), ["q = w * x = 10", "df/dq = z = 3"]),
    (table("path | part", "w → q → f | 2", "**sum df/dw** | **6**"), ["df/dw = 6"]),
    ("Name;Wert;Gradient (df/d...)\nq;10;3\nr;8;3", ["q = 10", "df/dq = 3", "r = 8", "df/dr = 3"]),
    (table("quantity | value | sensitivity of f", "gate q | 10 | 3", "state b | -2 | 3"),
     ["q = 10", "df/dq = 3", "b = -2", "df/db = 3"]),
    (table("cell | value before | slope | 0.01 x slope | value after", "w | 5 | 6 | .06 | 4.94", "q | 10 | 3 | | 9.88"),
     ["df/dw = 6", "w_new = 4.94", "q = 10?", "df/dq = 3", "q_new = 9.88"]),
    (table("cell | old answer | slope | new answer", "q | 9 | 3 | 10"), ["df/dq = 3", "q_new = 10"]),
    (table("cell | value before | value after", "w | 5 | 4.94", "q | 10 | 9.88"), ["w_new = 4.94", "q_new = 9.88"]),
    (table("Schritt | Rechnung | Ergebnis", "f nach r | 3 | 3", "f nach w | 3 · 2 | 6"),
     ["df/dr = 3 = 3", "df/dw = 3 * 2 = 6"]),
    (table("step | result", "f wrt r | 3", "loss by w | 6", "w by f | 6"), ["df/dr = 3", "df/dw = 6"]),
    (table("f par rapport à r | f par rapport à w", "3 | 6"), ["df/dr = 3", "df/dw = 6"]),
    (table("edge | local slope | gradient arriving", "f → r | z = 3 | 3", "q → w (first factor) | x = 2 | 6"),
     ["df/dr = 3", "df/dr|direct = z = 3?", "df/dw = 6", "dq/dw|direct = x = 2?"]),
    (table("arête | dérivée locale | gradient reçu", "f → r | z | 3", "q → w (faux) | x | 6"),
     ["df/dr = 3", "df/dr|direct = z?", "df/dw = 6 (q → w (faux))", "dq/dw|direct = x? (q → w (faux))"]),
    (table("edge | local slope | gradient at the start", "f → r | z | 1", "q → w | x | 3"),
     ["df/dr|direct = z = 1?", "dq/dw|direct = x = 3?"]),
    (table("path | factor", "q → w | x = 2"), ["x = 2"]),
    (table("path | part", "via q | 2·1 = 2", "via r | 4", "total df/dw | 6"), ["df/dw = 2 + 4 = 6"]),
    (table("input | before | gradient | after", "w | 4 | 6 | 4.94"), ["df/dw = 6", "w_new = 4.94"]),
    (table("input | old | update rule | new", "w | 5 | 5 - 0.01·6 | 4.94"), ["w_new = 5 - 0.01 * 6 = 4.94"]),
    (table("node | ∂f/∂node | value", "w | z·x | 6"), ["df/dw = z * x = 6?"]),
    (table("node | gradient | note", "w | 6 = 6, no: 7"), ["df/dw = <6 = 6, no: 7>"]),
    (table("node | gradient | blorp", "q | 3 | 10", "r | 3 | z"), ["df/dq = 3", "df/dr = 3", "q = 10?"]),
    ("$$\\begin{array}{l|r} & \\text{value} \\\\ \\hline q & 10 \\\\ r & 8 \\end{array}$$", ["q = 10", "r = 8"]),
    ("<table><tr><td>q</td><td style='display:none'>10</td></tr><tr><td>r</td><td>8</td></tr></table>", []),
]  # fmt: skip
LAYERS = Exercise.from_graph(
    Graph("net_h1 = w1*x; net_h2 = w2*x; out_h1 = sigmoid(net_h1); out_h2 = sigmoid(net_h2); f = out_h1 + out_h2",
          w1=1, w2=2, x=3), ["net_h1"],
)  # fmt: skip
INDEXED: list[tuple[str, list[str]]] = [
    (table("neuron | net | out", "h1 | 3 | 0.95", "h2 | 6 | 0.99"),
     ["net_h1 = 3", "net_h2 = 6", "out_h1 = 0.95", "out_h2 = 0.99"]),
    (table("i | w_i | ∂f/∂w_i", "1 | 1 | 0.1", "2 | 2 | 0.2"),
     ["w1 = 1", "w2 = 2", "df/dw1 = 0.1", "df/dw2 = 0.2"]),
    (table("neurone | $w_i$ | blorp", "neurone 1 | 1 | 3", "neurone 2 | 2 | 4"), ["w1 = 1", "w2 = 2"]),
    (table("t | $w_t$ | weight (w_t)", "1 | 1 | 1", "2 | 2 | 2"), ["w1 = 1", "w2 = 2", "w1 = 1", "w2 = 2"]),
    (table("t | (w_t = 3 w_{t-1})", "t=1 | 1", "t=2 | 2"), ["w1 = <3 w_{t-1})> = 1", "w2 = <3 w_{t-1})> = 2"]),
    (table("t | old (w_t)", "1 | 1", "2 | 2"), []),
    (table("t | wt", "1 | 1", "2 | 2"), []),
    (table("i | w_i", "1 | 1", "1 | 2"), []),  # one row twice
    (table("i | w_i", "1 | 1", "7 | 2"), []),  # there is no w7
]  # fmt: skip


def _read(text: str, exercise: Exercise) -> list[str]:
    return [
        read_back(statement, text) + "?" * statement.tentative + (f" ({statement.doubt})" if statement.doubt else "")
        for statement in sorted(reading_of(text, exercise.lexicon), key=lambda statement: statement.start)
    ]


@pytest.mark.parametrize(("text", "expected"), SEED)
def test_a_table_is_read(text: str, expected: list[str]) -> None:
    assert sorted(_read(text, EXERCISES["seed"])) == sorted(expected)


VECTORS = Exercise.from_graph(
    Graph("z1 = w1*x; z2 = w2*x; h1 = relu(z1); h2 = relu(z2); L = v1*h1 + v2*h2", w1=1, w2=2, x=3, v1=4, v2=5), ["L"]
)

SEVERAL: list[tuple[str, list[str]]] = [
    (table("step | vector", "z = w·x | [3, 6]ᵀ"), ["z1 = w1 * x = 3", "z2 = w2 * x = 6"]),
    (table("step | value", "L = vᵀh | 42", "h | (3, 6)"), ["L = v1 * h1 + v2 * h2 = 42", "h1 = 3", "h2 = 6"]),
    (
        table("| value | gradient", "$h$ | $(3, 6)$ | $(4, 5)$"),
        ["h1 = 3", "dL/dh1 = 4", "h2 = 6", "dL/dh2 = 5"],
    ),
    (table("weights | gradient", "w1, w2 | 12, 15"), ["dL/dw1 = 12", "dL/dw2 = 15"]),
    (table("| v | h", "gradient | [3, 6] | [4, 5]"), ["dL/dv1 = 3", "dL/dv2 = 6", "dL/dh1 = 4", "dL/dh2 = 5"]),
    (table("| old | new", "$v$ | (4, 5) | (3.7, 4.4)"), ["v1_new = 3.7", "v2_new = 4.4"]),
    (table("step | value", "z | [3, 6, 9]", "h | (3, 6)"), ["h1 = 3", "h2 = 6"]),  # of three
    (
        table("unit | $\\delta = \\partial L/\\partial z$ | new $w$", "1 | 4 | 0.2", "2 | 5 | 0.7"),
        ["dL/dz1 = 4", "dL/dz2 = 5", "w1_new = 0.2", "w2_new = 0.7"],
    ),
    (table("i | $z_i$ | gradient of $z_i$", "1 | 3 | 4", "2 | 6 | 5"), ["z1 = 3", "z2 = 6"]),
    (table("h | (h_t)", "1 | 3", "2 | 6"), ["h1 = 3", "h2 = 6"]),  # a head that is a vector's name too
    (
        table("i | $\\partial L_0/\\partial z_i$ | old $h_i$", "i=1 | 4 | 3", "i=2 | 5 | 6"),
        ["dL/dz1 = 4", "dL/dz2 = 5"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_a_row_or_column_may_speak_of_several_quantities(text: str, expected: list[str]) -> None:
    assert sorted(_read(text, VECTORS)) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), INDEXED)
def test_heads_of_row_and_column_make_a_name(text: str, expected: list[str]) -> None:
    assert sorted(_read(text, LAYERS)) == sorted(expected)


WIRED = Exercise.from_graph(
    Graph("u1 = w_a1u1*a1; o = w_u1o*u1; L = o**2", w_a1u1=1, a1=2, w_u1o=3), ["L", "dL/dw_u1o", "new:w_a1u1"]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            table("connection | old | gradient | new", r"$a_1 \to u_1$ | 1 | 36 | 0.64", "u1 → o | 3 | 24 | 2.76"),
            ["dL/dw_a1u1 = 36", "w_a1u1_new = 0.64", "dL/dw_u1o = 24", "w_u1o_new = 2.76"],
        ),
        (table("edge | gradient", "a1 -> u1 | 36"), ["dL/dw_a1u1 = 36"]),
        (table("edge | gradient", "a1 -> o | 36"), []),  # there is none
    ],
)
def test_a_row_may_name_a_weight_by_what_it_connects(text: str, expected: list[str]) -> None:
    assert sorted(line for line in _read(text, WIRED) if "?" not in line) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (table("input | before | after", "w | 4 | 4.94"), "w1"),  # another old value
        (table("input | old | update rule | new", "w | 5 | 5 - 0.02·6 | 4.94"), "w1"),
        (table("node | gradient | value", "w | z·x | 7"), "df/dw"),
        (table("node | formula | blorp", "w | z·x | = 6, no: 7"), "df/dw"),
        (table("path | part", "via q | 3", "via r | 4", "sum df/dw | 6"), "df/dw"),
    ],
)
def test_nothing_is_accepted_because_a_cell_was_skipped(text: str, key: str) -> None:
    assert verdicts(text, EXERCISES["seed"])[key].status not in ACCEPTED


@pytest.mark.parametrize(
    ("row", "status"),
    [("q | 10 | 10.0", Status.RIGHT), ("q | 11 | 11.0", Status.UNREAD), ("q | 10 | 11", Status.UNREAD)],
)
def test_titles_that_are_not_understood_never_speak_against_an_answer(row: str, status: Status) -> None:
    assert verdicts(table("blorp | mine | torch", row), EXERCISES["seed"])["q"].status is status


UNITS = Exercise.from_graph(
    Graph(
        "z1 = x1*w11 + x2*w21 + b1; z2 = x1*w12 + x2*w22 + b2; h1 = sigmoid(z1); h2 = sigmoid(z2); "
        "y = h1*v1 + h2*v2 + c",
        x1=1, x2=2, w11=0.3, w21=-0.2, b1=0.1, w12=0.4, w22=0.5, b2=0.2, v1=2, v2=3, c=0.1,
    ),
    ["z1", "h1", "y"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        (
            table("From \\\\ To | h1 | h2", "x1 | 0.3 | 0.4", "x2 | -0.2 | 0.5", "bias (1) | 0.1 | 0.2") + "\n\nz1 = 0",
            {"z1"},
        ),
        (table("Von / Nach | h1 | h2", "x1 | 0.3 | 0.4", "x2 | -0.2 | 0.5") + "\n\nh1 = sigmoid(0) = 0.5", {"h1"}),
        (table(" | y", "h1 | 2", "h2 | 3", "bias | 0.1") + "\n\nh1 = sigmoid(0) = 0.5", {"h1"}),
        (table("From | h1 | h2", "x1 | 0.5 | 0.4", "x2 | 0.5 | 0.5"), set()),
        (table("Step | h1 | h2", "1 | 0.5 | 0.4"), set()),
    ],
)
def test_weights_between_units_are_no_values_of_these(text: str, accepted: set[str]) -> None:
    found = verdicts(text, UNITS)
    assert {key for key in ("z1", "h1", "y") if found[key].status in ACCEPTED} == accepted


@pytest.mark.parametrize(
    ("title", "accepted"),
    [
        ("New (`old − 0.01·grad`)", True),
        ("New $(w - \\eta g)$", True),
        ("new value (old - rate * gradient)", True),
        ("New (wrong)", False),
        ("New (not sure - maybe)", False),
        ("Gradient (2 * gradient)", False),
    ],
)
def test_a_title_for_new_values_may_have_their_formula_behind_it(title: str, accepted: bool) -> None:
    table = f"| Parameter | Old | Gradient | {title} |\n|---|---|---|---|\n| w | 5 | 6 | 4.94 |\n| b | -2 | 3 | -2.03 |"
    assert (verdicts(table, EXERCISES["seed"])["w1"].status in ACCEPTED) is accepted
