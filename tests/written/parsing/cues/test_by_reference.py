"""By reference: what a later sentence takes back by a label, an order or a place must not count; the rest does."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

EXERCISE = Exercise.from_graph(Graph("q = a*b; r = q + c; f = r*d", a=2, b=-3, c=1, d=4), ["q", "r", "df/db", "df/dc"])
NUMBERED = "1. q = -6\n2. r = -5\n3. df/db = 8\n4. df/dc = 4\n\n"
LETTERED = "(a) q = -6\n(b) r = -5\n(c) df/db = 8\n(d) df/dc = 4\n\n"
TITLED = "Box 1 (q): -6\nBox 2 (r): -5\nBox 3 (df/db): 8\nBox 4 (df/dc): 4\n\n"
LINED = "Z1: q = -6\nZ2: r = -5\nZ3: df/db = 8\nZ4: df/dc = 4\n\n"
FREE = "q = -6\nr = -5\n\n- df/db = 8\n- df/dc = 4\n\n"

SOME = [  # answer, sentence, what it takes back
    (NUMBERED, "В пунктах 3-4 я везде перепутал знак.", "df/db df/dc"),
    (NUMBERED, "Lines 3 and 4 are not mine.", "df/db df/dc"),
    (NUMBERED, "Bitte die Zeilen 2 bis 4 streichen.", "r df/db df/dc"),
    (NUMBERED, "Pessoal, esqueçam as linhas 3 a 4!", "df/db df/dc"),
    (NUMBERED, "第3步我抄错了。", "df/db"),
    (NUMBERED, "后两行作废,是抄同学的。", "df/db df/dc"),
    (NUMBERED, "Edit: 3 and 4 are no good.", "df/db df/dc"),
    (NUMBERED, "Ab 3 bitte alles ignorieren, das ist Quatsch.", "df/db df/dc"),
    (NUMBERED, "From line 3 on it is all nonsense.", "df/db df/dc"),
    (NUMBERED, "Please forget line 4, that is from another exercise.", "df/dc"),
    (
        NUMBERED.replace("1.", "[1]").replace("2.", "[2]").replace("3.", "[3]").replace("4.", "[4]"),
        "교수님, [3]번부터 [4]번까지는 친구 답을 옮긴 것이라 제 답이 아닙니다.",
        "df/db df/dc",
    ),
    (NUMBERED, "Step 4 is wrong, I copied it from the neighbour.", "df/dc"),
    (LETTERED, "(c)-(d) ended up on the wrong page, don't count them.", "df/db df/dc"),
    (LETTERED, "Ojo profe: el apartado d) está mal.", "df/dc"),
    (TITLED, "What's in box 3 was meant for box 4 and the other way round.", "df/db df/dc"),
    (TITLED, "I swapped some. Same with boxes 3 and 4, please swap them.", "df/db df/dc"),
    (LINED, "Z3 bis Z4 ziehe ich zurück.", "df/db df/dc"),
    (FREE, "Scratch the last bullet.", "df/dc"),
    (FREE, "Scratch the first bullet, it is from another exercise.", "df/db"),
    (FREE, "The last two lines are copied from Ben, please ignore them.", "df/db df/dc"),
    (FREE, "Dwie ostatnie linijki są do wyrzucenia.", "df/db df/dc"),
    (FREE, "Les deux dernières lignes ne sont pas de moi, ne les comptez pas.", "df/db df/dc"),
    (FREE, "Everything below is copied from Felix, I can't explain these.", "q r df/db df/dc"),
    (FREE, "In the other two the factor 2 is still missing, so they have to be doubled.", "q r df/db df/dc"),
]
OF_MORE = {
    "第3步我抄错了。",  # which other rules hold against all before them
    "Lines 3 and 4 are not mine.",
    "(c)-(d) ended up on the wrong page, don't count them.",
    "Scratch the first bullet, it is from another exercise.",
    "The last two lines are copied from Ben, please ignore them.",
}
NONE = [
    (NUMBERED, "In step 3 the chain rule is used."),
    (NUMBERED, "Lines 1 and 2 are the forward pass, 3 and 4 the backward pass."),
    (NUMBERED, "I did not make a mistake in step 3."),
    (NUMBERED, "From step 3 on it is the backward pass."),
    (LETTERED, "No marks were deducted for carrying forward an error from (a)."),
    (NUMBERED, "Many students forget the sign in step 4."),
    (NUMBERED, "In step 4 many students forget the sign."),
    (LETTERED, "(a) and (b) were easy."),
    ("In [1]:\n" + NUMBERED, "It is not the weight $w_{i1}$ but `i2` that is moved."),
    (FREE, "The last one was the hardest."),
    (FREE, "In the last two lines the plus hands the gradient on."),
    (FREE, "Easy exercise, the last one was harder."),
    (FREE, "Hope this is right!"),
]


def accepted(answer: str) -> set[str]:
    return {key for key, verdict in verdicts(answer, EXERCISE).items() if verdict.status in ACCEPTED}


@pytest.mark.parametrize(("answer", "sentence", "back"), SOME)
def test_what_is_taken_back_does_not_count(answer: str, sentence: str, back: str) -> None:
    assert accepted(answer + sentence).isdisjoint(back.split())


@pytest.mark.parametrize(("answer", "sentence", "back"), [row for row in SOME if row[1] not in OF_MORE])
def test_the_rest_counts(answer: str, sentence: str, back: str) -> None:
    assert accepted(answer + sentence) == {"q", "r", "df/db", "df/dc"} - set(back.split())


@pytest.mark.parametrize(("answer", "sentence"), NONE)
def test_what_only_points_takes_nothing_back(answer: str, sentence: str) -> None:
    assert len(accepted(answer + sentence)) == len(EXERCISE.keys)
