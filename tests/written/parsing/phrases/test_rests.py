"""Titles that say that the other quantities follow, and first lines that say with what an answer was worked out."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read
from gradbook.written.lexing.source.pasted.letters.aids import tells_aids

KEYS = ["q", "r", "f", "df/dz", "df/dr", "df/dq", "df/db", "df/dw", "df/dx", "new:w", "new:b"]
NEURON = Exercise.from_graph(Graph("q = w*x; r = q + b; f = z*r", w=5, x=2, b=-2, z=3), KEYS, lr=0.1)
ABOVE = "q = w*x = 10\nr = q + b = 8\nf = z*r = 24\n\ndf/dz = r = 8\n"
BELOW = "\ndf/dr = z = 3\ndf/dq = 3\ndf/db = 3\ndf/dw = 3 * x = 6\ndf/dx = 3 * w = 15\n\nw_new = 4.4\nb_new = -2.3"


def _lost(answer: str) -> set[str]:
    return {one.key for one in judge(read(answer, NEURON), NEURON) if one.status not in ACCEPTED}


@pytest.mark.parametrize("title", [
    "The others:", "Others:", "Now the others:", "The other ones:", "The rest:", "Die anderen:",
    "Les autres :", "Los otros:",
    "Los demás:", "Gli altri:", "Os outros:", "Pozostałe:", "Остальные:", "Другие:", "De rest:",
    "Diğerleri:", "其他:", "나머지:",
    "残り:", "De andra:", "Ostatní:", "A többi:", "Celelalte:", "Còn lại:", "Lainnya:", "Інші:", "Τα υπόλοιπα:",
])  # fmt: skip
def test_the_others_are_quantities(title: str) -> None:
    assert _lost(ABOVE + title + BELOW) == set()


@pytest.mark.parametrize("title", [
    "What the others have:", "Others got:", "The others are wrong:", "The other group:",
])  # fmt: skip
def test_others_of_whom_more_is_said_are_somebody(title: str) -> None:
    assert _lost(ABOVE + title + BELOW)


@pytest.mark.parametrize(("own", "title"), [
    ("Me:", "The others:"), ("My part:", "Others:"), ("My numbers:", "The others:"), ("Mine:", "Others:"),
    ("What I have:", "The others:"), ("I got:", "Other ones:"), ("Io:", "Gli altri:"), ("Ik:", "De anderen:"),
    ("Moi :", "Les autres :"), ("Ich:", "Die anderen:"), ("Yo:", "Los otros:"), ("Eu:", "Os outros:"),
    ("Я:", "Другие:"), ("我：", "其他："), ("나:", "다른:"), ("# Me", "# The others"), ("**Me**", "**The others**"),
])  # fmt: skip
def test_below_a_label_of_ones_own_the_others_are_people(own: str, title: str) -> None:
    gradients = {"df/dr", "df/dq", "df/db", "df/dw", "df/dx"}
    assert gradients <= _lost(f"{own}\n{ABOVE}{title}{BELOW}")
    assert gradients <= _lost(f"{own}\nq = 10, r = 8, f = 24\n{title}{BELOW}")


@pytest.mark.parametrize("behind", ["(me)", "[mine]", "← mine", "- me"])
def test_a_label_of_ones_own_may_stand_behind(behind: str) -> None:
    assert "df/dw" in _lost(f"q = 10, r = 8, f = 24 {behind}\nThe others:{BELOW}")


@pytest.mark.parametrize("title", ["The others:", "Others:", "Die anderen:", "Les autres :", "Os outros:"])
def test_what_the_first_title_calls_others_is_left(title: str) -> None:
    assert {"q", "r", "f"} <= _lost(f"{title}\n{ABOVE}{BELOW}")


@pytest.mark.parametrize("line", [
    "# my numpy version, no autograd", "Done by hand, no PyTorch", "No help from ChatGPT",
    "Ohne Taschenrechner",
    "à la main, sans autograd", "Nie używałem PyTorcha", "電卓なし", "没用计算器", "계산기 없이", "No LaTeX, sorry",
])  # fmt: skip
def test_what_an_answer_was_worked_out_with_denies_nothing(line: str) -> None:
    assert tells_aids(line)
    assert _lost(f"{line}\n\n{ABOVE}{BELOW}") == set()
    assert _lost(f"{ABOVE}{BELOW}\n\n{line}") == set()


@pytest.mark.parametrize("line", [
    "from ChatGPT", "all by AI", "not mine, PyTorch", "copied, no calculator", "no idea, no calculator",
    "by hand", "",
    "not checked with autograd", "no autograd: q = 10", "wrong without a calculator",
])  # fmt: skip
def test_a_line_that_says_more_than_that_is_none(line: str) -> None:
    assert not tells_aids(line)
