"""Suppositions: what is so only where an input is another number, or larger, than it is."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Status

FOLLOWS = [  # r is 8, but not by these words
    "If x were 3, q = 15. Then r = 8",
    "Were x 3, q = 15. Then r = 8.",
    "If x had been 3, then q = 15. So r = 8.",
    "Suppose x were 3. Then r = 8.",
    "If x was 3, we get q = 15. Therefore r = 8.",
    "If x = 3 then q = 15. Hence r = 8.",
    "Had x been 3, q would be 15. Then r = 8.",
    "Assume x is 3. Then r = 8.",
    "Let's say x were 3. r = 8.",
    "Imagine x = 3; r = 8.",
    "Wenn x 3 wäre, wäre q = 15. Dann r = 8.",
    "Wäre x = 3, dann q = 15. Also r = 8.",
    "Wenn x = 3, ist q = 15. Dann ist r = 8.",
    "Angenommen, x wäre 3. Dann ist r = 8.",
    "Hätte x den Wert 3, wäre q = 15. Somit r = 8.",
    "Si x était 3, q = 15. Alors r = 8.",
    "Si x valait 3, q = 15. Donc r = 8.",
    "Supposons que x vaille 3. Alors r = 8.",
    "Si x avait été 3, q = 15. Ainsi r = 8.",
    "Si x fuera 3, q = 15. Entonces r = 8.",
    "Si x fuese 3, q = 15. Luego r = 8.",
    "Supongamos que x vale 3. Entonces r = 8.",
    "Se x fosse 3, q = 15. Então r = 8.",
    "Suponha que x seja 3. Então r = 8.",
    "Se x tivesse sido 3, q = 15. Logo r = 8.",
    "Se x fosse 3, q = 15. Allora r = 8.",
    "Se x valesse 3, q = 15. Quindi r = 8.",
    "Supponiamo che x sia 3. Allora r = 8.",
    "如果 x 是 3，q = 15。那么 r = 8。",
    "假设 x 为 3。则 r = 8。",
    "要是 x = 3，q = 15。所以 r = 8。",
    "若 x = 3，q = 15。則 r = 8。",
    "만약 x가 3이라면 q = 15. 그러면 r = 8.",
    "x가 3이었다면 q = 15이다. 그러면 r = 8이다.",
    "x = 3이라고 가정하자. 그러면 r = 8이다.",
]
COMPARED = [
    "q = 10 if w is larger",
    "q = 10 if w were larger",
    "q = 10 if x were bigger",
    "q = 10 when w is larger",
    "q = 10 as long as w is smaller",
    "q = 10 provided w is larger",
    "q = 10 only if w is larger",
    "q = 10 for a larger w",
    "q = 10 with a larger w",
    "If w is larger, q = 10",
    "When w is bigger, q = 10",
    "With a bigger w, q = 10",
    "For larger w, q = 10",
    "q = 10 if w was different",
    "q = 10 if the inputs were different",
    "q = 10 unless w is bigger",
    "If w were different, q = 10",
    "q = 10 wenn w größer ist",
    "q = 10, wenn w größer wäre",
    "q = 10 falls w kleiner ist",
    "Wenn w größer ist, q = 10",
    "Bei größerem w ist q = 10",
    "q = 10 bei größerem w",
    "q = 10 si w est plus grand",
    "q = 10 si w était plus petit",
    "Si w est plus grand, q = 10",
    "q = 10 quand w est plus grand",
    "q = 10 si w es mayor",
    "q = 10 si w fuera más grande",
    "q = 10 cuando w es mayor",
    "Si w es más pequeño, q = 10",
    "q = 10 se w for maior",
    "q = 10 se w fosse menor",
    "q = 10 quando w é maior",
    "Se w é maior, q = 10",
    "q = 10 se w è più grande",
    "q = 10 se w fosse maggiore",
    "q = 10 quando w è maggiore",
    "Se w è più piccolo, q = 10",
    "如果 w 更大，q = 10",
    "w 更大时 q = 10",
    "当 w 变大时，q = 10",
    "q = 10，如果 w 更大",
    "w 比较大的话 q = 10",
    "w가 더 크면 q = 10",
    "w가 더 컸다면 q = 10",
    "w가 커지면 q = 10이다",
    "q = 10, w가 더 클 때",
]
INVERTED = [
    "Had x been 3, q = 10",
    "Were x 3, q = 10",
    "Should x be 3, q = 10",
    "Had x been 3, we'd have q = 10",
    "Had x been larger, q = 10",
    "Were x larger, q = 10",
    "Had we chosen x = 3, q = 10",
    "Had we taken another x, q = 10",
    "Wäre x 3, q = 10",
    "Wäre x 3, so wäre q = 10",
    "Hätte x den Wert 3, wäre q = 10",
    "Wäre x größer, q = 10",
    "Hätten wir x = 3 gewählt, q = 10",
    "Sollte x 3 sein, q = 10",
    "Wär x 3, dann q = 10",
    "Si x avait été 3, q = 10",
    "Eût-on pris x = 3, q = 10",
    "Avec x = 3, on aurait q = 10",
    "x eût été 3, q = 10",
    "De haber sido x 3, q = 10",
    "De ser x 3, q = 10",
    "Si x hubiera sido 3, q = 10",
    "Siendo x = 3, q = 10",
    "Fosse x 3, q = 10",
    "Tivesse x sido 3, q = 10",
    "Caso x fosse 3, q = 10",
    "Fosse x 3, sarebbe q = 10",
    "Se x fosse stato 3, q = 10",
    "Qualora x fosse 3, q = 10",
    "要是 x 是 3，q = 10",
    "倘若 x 等于 3，q 就是 10",
    "x 若为 3，q = 10",
    "x가 3이었다면 q = 10",
    "x가 3이면 q = 10",
    "x가 3일 때 q = 10",
]
RIGHT = [
    ("r", "If x = 2, q = 10. Then r = 8."),
    ("r", "Suppose x is 2 and w is 5. Then q = 10 and r = 8."),
    ("r", "If x were 3, q = 15. But x is 2, so r = 8."),
    ("r", "If x were 3, q = 15.\n\nr = 8"),
    ("r", "Wäre x = 3, dann q = 15. Aber x ist 2: r = 8."),
    ("df/dw", "If w were larger, f would be larger too. df/dw = 6"),
    ("df/dw", "df/dw = 6. If w gets larger, so does f."),
    ("q", "Because w is larger than x, q is large: q = 10."),
    ("q", "w is larger than x. q = 10"),
    ("df/dw", "Je größer w ist, desto größer wird f. df/dw = 6"),
    ("w1", "With a learning rate of 0.01 and a larger step w would grow. w_new = 4.94"),
    ("w1", "If x is 2, df/dw = 6 and w_new = 4.94."),
]


@pytest.mark.parametrize("answer", FOLLOWS)
def test_what_follows_from_another_input_is_not_the_answer(answer: str) -> None:
    assert verdicts(answer, EXERCISES["seed"])["r"].status in (Status.PERSON, Status.UNREAD, Status.MISSING)


@pytest.mark.parametrize("answer", [*COMPARED, *INVERTED])
def test_what_is_so_only_for_other_inputs_is_not_the_answer(answer: str) -> None:
    assert verdicts(answer, EXERCISES["seed"])["q"].status in (Status.PERSON, Status.UNREAD, Status.MISSING)


@pytest.mark.parametrize(("key", "answer"), RIGHT)
def test_a_supposition_that_is_met_or_over_speaks_against_nothing(key: str, answer: str) -> None:
    assert verdicts(answer, EXERCISES["seed"])[key].status in ACCEPTED


RULES = [  # of nodes of a kind, with letters that are nodes here: q = wx, r = q + b, f = zr
    ("df/dw", "- Sum: if f = w + q, then df/dw = 1.\n\nHere df/dw = z * x = 6."),
    ("df/dq", "Multiplication: If $r = q \\times b$ then $dr/dq = b$. Here $df/dq = 3$."),
    ("r", "If $r = q - b$, then $dr/db = -1$.\n\nForward: $q = 10$, $r = 8$."),
    ("r", "Si r = q·b, alors dr/dq = b. Ici r = 8."),
    ("r", "Wenn r = q * b ist, dann ist dr/dq = b. Hier ist r = 8."),
    ("dr/dq", "If r = q + b, then dr/dq = 1."),
    ("df/dw", "If f = z*r, df/dw = zx = 6."),
]


@pytest.mark.parametrize(("key", "answer"), RULES)
def test_a_rule_for_nodes_of_a_kind_speaks_against_nothing(key: str, answer: str) -> None:
    assert verdicts(answer, EXERCISES["seed"])[key].status in ACCEPTED


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("df/dw", "If f = w + q, then df/dw = 1."),
        ("df/dw", "If f = w + q, then df/dw = 6."),
        ("dr/dq", "If r = q * b, then dr/dq = b."),
        ("dr/dq", "If r = q - b, then dr/dq = 1."),
        ("q", "If q = w + x, q = 10."),
        ("f", "If r = q * b then f = 24."),
        ("dr/dq", "Wenn r = q * b ist, dann ist dr/dq = b."),
    ],
)
def test_what_follows_from_another_formula_is_neither_right_nor_wrong(key: str, answer: str) -> None:
    assert verdicts(answer, EXERCISES["seed"])[key].status in (Status.PERSON, Status.UNREAD)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("Suppose x = 2: f = 24.", True),
        ("Suppose that the label is $x = 2$ and we use the loss:\n\n$$f = 24$$", True),
        ("Supongamos que la etiqueta es $x = 2$ y usamos la pérdida:\n\n$$f = 24$$", True),
        ("Angenommen, es ist $x = 2$ und $w = 5$:\n\n$$f = 24$$", True),
        ("Suppose x = 3: f = 24.", False),
        ("Suppose that $x = 2$ and $w = 6$ and we use the loss:\n\n$$f = 24$$", False),
        ("Suppose x were 3: f = 24", False),
        ("Suppose q = 11: f = 24.", False),
        ("Suppose:\n\n$$f = 24$$", False),
        ("Suppose we took x = 2 by mistake: f = 24", False),
        ("It is false to suppose x = 2: f = 24", False),
        ("Nếu x = 3: f = 24", False),
        ("如果 x = 3：f = 24", False),
    ],
)
def test_what_the_exercise_gives_is_no_supposition_before_a_colon(answer: str, accepted: bool) -> None:
    assert (verdicts(answer, EXERCISES["seed"])["f"].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("f = 24\n\nIf we used f = 0.5 * z * r, the gradients would be halved.", True),
        ("f = 24. The gradient depends on this: if we use f = 0.5 * z * r, it is halved.", True),
        ("f = 24。梯度也受损失定义影响：如果使用 f = 0.5×z×r，梯度会减半。", True),
        ("f = 24. Wenn man f = 0.5 * z * r nimmt, halbiert sich der Gradient.", True),
        ("f = 24. Si on prend f = 0.5 * z * r, le gradient est divisé par deux.", True),
        ("f = 25. If we used f = 0.5 * z * r, the gradients would be halved.", False),
        ("f = 24. If f = 0.5 * z * r, this is wrong.", False),
        ("f = 24. Sorry, if f = 0.5 * z * r, it is another number.", False),
        ("f = 24. Maybe, if f = 0.5 * z * r, it is halved.", False),
        ("If we used f = 0.5 * z * r, f = 24.", False),
    ],
)
def test_another_formula_that_is_only_supposed_says_nothing_against_a_value(answer: str, accepted: bool) -> None:
    found = verdicts(answer, EXERCISES["seed"])
    assert (found["f"].status in ACCEPTED) is accepted
    assert found["f:formula"].status is not Status.WRONG


@pytest.mark.parametrize(
    "what_if",
    [
        "And with a wider gate? Then q = 15 and r = 13.",
        "¿Y con una ReLU normal? Entonces q = 15.",
        "Und mit einer normalen ReLU? Dann ist q = 15.",
        "Et avec une ReLU normale ? Alors q = 15.",
    ],
)
def test_what_would_be_so_otherwise_is_nobodys_answer(what_if: str) -> None:
    assert verdicts(what_if, EXERCISES["seed"])["q"].status not in ACCEPTED
    assert verdicts("q = 10\n\n" + what_if, EXERCISES["seed"])["q"].status in ACCEPTED
