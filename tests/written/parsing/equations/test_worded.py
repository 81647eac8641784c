"""Words by which an answer says that it calls quantities, and "again" behind them."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["n", "a", "da/dn", "da/dw", "new:w", "new:p", "new:b", "new:a"]
CUBE = Exercise.from_graph(Graph("n = w*p + b; a = n**3", w=0.4, p=2, b=0.2), KEYS, lr=0.1)
BELOW = """
net = 0.4*2 + 0.2 = 1.0
cube = 1.0^3 = {cube}

slope of cube against net: 3*n^2 = 3
slope against w: 3*p = 6

One step down, 0.1:
w -> 0.4 - 0.6 = -0.2
p -> 2 - 0.12 = 1.88
b -> 0.2 - 0.3 = -0.1
net again = -0.2*1.88 - 0.1 = -0.476
cube {again} = -0.1079"""


def accepted(text: str) -> set[str]:
    return {key for key, verdict in verdicts(text, CUBE).items() if verdict.status in ACCEPTED}


@pytest.mark.parametrize("said", [
    'I name n the "net" and a the "cube".', "I call n the net and a the cube.", "n = net, a = cube",
    "net = n, cube = a",
    "I'll call the net n and the cube a.",
    "Ich nenne n das „net“ und a „cube“.", 'Llamo a n "net" y a la a "cube".',
    'Chiamo n il "net" e a il "cube".', "Ik noem n net en a cube.",
])  # fmt: skip
def test_quantities_are_called_as_an_answer_says(said: str) -> None:
    assert accepted(said + "\n" + BELOW.format(cube="1.0", again="again")) == set(KEYS)
    assert "a" not in accepted(said + "\n" + BELOW.format(cube="1.2", again="again"))


@pytest.mark.parametrize("said", ["I call a the net and n the cube.", "I call n the net and b the cube.", ""])
def test_other_words_name_nothing_or_what_they_are_said_to(said: str) -> None:
    assert {"n", "a"} - accepted(said + "\n" + BELOW.format(cube="1.1", again="again"))


GATES = Exercise.from_graph(Graph("q = w*x; r = q + b", w=5, x=2, b=-2), ["q"], lr=0.1)


def is_accepted(text: str) -> bool:
    return [verdict.status in ACCEPTED for verdict in verdicts(text, GATES).values()] == [True]


@pytest.mark.parametrize("text", [
    "I call q the product.\nproduct = 10", "(I call q the net)\nnet = 10", 'Let\'s call q "net".\nnet = 10',
    "Here I call q the net: net = 10\nnet = 10", "I call q the net below:\nnet = 10",
    "Im Folgenden nenne ich q das Netz.\nNetz = 10", "J'appelle q le produit.\nproduit = 10",
    "j'appelle q « net », r la somme\nnet = 10", "Ik noem q het net.\nnet = 10", 'Llamo a q "suma".\nsuma = 10',
    "Jag kallar q nettot.\nnettot = 10", "Nazywam q iloczynem.\niloczynem = 10", "let net = q\nnet = 10",
])  # fmt: skip
def test_a_sentence_that_only_calls_a_quantity_something_names_it(text: str) -> None:
    assert is_accepted(text)
    assert not is_accepted(text.replace("= 10", "= 11"))


@pytest.mark.parametrize("said", [
    "I do not call q the net.", 'I never call q "net".', "If I called q the net:", "Should I call q the net?",
    "In the last exercise I called q the net.", "I called q the net, which was wrong.", "I wouldn't call q the net.",
    "Léa appelle q le net.", "J'appelle q le net ? Non.", "No llamo q la net.", "Jag kallar inte q net.",
    "ich nenne q net, aber hier nicht", "I call q the net only in jest.", "I call q the net? No.",
    "I call q the net.\nNo.", "I call q the net. Wrong.", "Ben says: I call q the net.", "Not: I call q the net.",
    "net = q?", "if net = q:", "net = q is wrong",
])  # fmt: skip
def test_a_sentence_that_says_more_names_nothing(said: str) -> None:
    assert not is_accepted(f"{said}\nnet = 10\n")


@pytest.mark.parametrize("word", ["bens", "annas", "tims", "wrongq", "wrongs", "oldnet", "falsch"])
def test_words_that_say_whose_or_that_deny_are_no_names(word: str) -> None:
    assert not is_accepted(f"I call q {word}.\n{word} = 10")
    assert not is_accepted(f"{word} = q\n{word} = 10")


@pytest.mark.parametrize("again", ["again", "once more", "nochmal", "de nuevo", "à nouveau", "ещё раз", "снова"])
def test_again_behind_a_name_denies_nothing(again: str) -> None:
    text = "n = 1\na = 1\nw_new = -0.2\np_new = 1.88\nb_new = -0.1\nn {again} = -0.476\na_new = {number}"
    assert accepted(text.format(again=again, number="-0.1079")) == set(KEYS) - {"da/dn", "da/dw"}
    assert "new:a" not in accepted(text.format(again=again, number="-0.1179"))


def test_a_correction_behind_again_is_no_second_value() -> None:
    assert not {"n", "a"} & accepted("n = 1\na = 1\nn again = 1.2\na again: 1.7")
