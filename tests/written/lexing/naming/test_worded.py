"""Words that are typed as mathematics are words where they head an equation, and products of letters elsewhere."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

ACCEPTED = (Status.RIGHT, Status.STEP_UNREAD)
GRAPH = Graph("u = p*q + r; h = sigmoid(u); E = (h - t)**2", p=2.0, q=3.0, r=-6.0, t=1.0)
EXERCISE = Exercise.from_graph(GRAPH, ["u", "dE/dh", "new:q"], lr=0.1)  # 0, -1, 3.05

ROWS = [
    # what is written: whether u, dE/dh and q' are accepted
    (r"$$Weighted \,\,sum: u = pq + r = 0 \quad Slope\,\, of\,\, loss: \frac{\partial E}{\partial h} = -1$$", "yy."),
    (r"$$Pre-activation\ value: u = 0 \\ Gradient\ of\ error: \frac{\partial E}{\partial h} = -1$$", "yy."),
    (r"$$Gradient\,\, w.r.t.\\,\, activation: \frac{\partial E}{\partial h} = 2(h - t) = 2(0.5 - 1) = -1$$", ".y."),
    (r"$New\ weight: q = 3 - 0.1(-0.5) = 3.05$", "..y"),
    (r"\[Gewichtete~Summe: u = 0\]", "y.."),
    (r"$Output\; error: u = 0$", "y.."),
    # another number, another quantity, and what is denied, supposed, somebody else's or of another sample
    (r"$$Weighted \,\,sum: u = pq + r = 1 \quad Slope\,\, of\,\, loss: \frac{\partial E}{\partial h} = 1$$", "nn."),
    (r"$Weighted\ sum: h = 0$, $Weighted\ sum: r = 0$", "n.."),
    (r"$Wrong\ answer: u = 0$", "n.."),
    (r"$Not\ true: u = 0$", "n.."),
    (r"$If\ the\ weight\ were\ zero: u = 0$", "n.."),
    (r"$My\ friend\ says: u = 0$", "n.."),
    (r"$Sample\ two: u = 0$", "n.."),
    (r"$Example: u = 0$", "n.."),
    (r"$Guess: u = 0$", "n.."),
    (r"$u = 0 \quad That\ is\ wrong: h = 3$", "n.."),
    (r"$not\ weighted\ sum = 0$", "n.."),
    (r"$new\ weight\ is\ not = 3.05$", "..n"),
    # an unknown word stays in doubt
    (r"$Blorpish\ sum: u = 0$", "n.."),
    (r"$Weighted\ blorp: u = 0$", "n.."),
]


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_words_in_mathematics_do_what_they_do_in_prose(text: str, accepted: str) -> None:
    verdicts = judge(read(text, EXERCISE), EXERCISE)
    for verdict, wanted in zip(verdicts, accepted, strict=True):
        if wanted != ".":
            assert (verdict.status in ACCEPTED) == (wanted == "y"), verdict


@pytest.mark.parametrize("product", ["sum", "net", "bat"])
def test_a_product_of_names_is_no_word(product: str) -> None:
    letters = dict.fromkeys(product, 2.0)
    statement = "*".join(product)
    exercise = Exercise.from_graph(Graph(f"y = {statement}", **letters), ["y"])
    (verdict,) = judge(read(f"$y = {product} = 8$, ${product} = 8$", exercise), exercise)
    assert verdict.status is Status.RIGHT
