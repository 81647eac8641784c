"""What keyboards, editors and letters add to an answer changes no verdict: capitals, loose accents, regards, a TODO."""

import unicodedata

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

KEYS = ["q", "r", "f", "df/dz", "df/dr", "df/dq", "df/db", "df/dw", "df/dx", "new:w", "new:b"]
GRAPH = Graph("q = w*x; r = q + b; f = z*r", w=5, x=2, b=-2, z=3)
NEURON = Exercise.from_graph(GRAPH, KEYS, lr=0.1)
ANSWER = """Répondu à l'oral, café noir

q = w*x = 10
r = q + b = 8
f = z*r = 24

df/dz = r = 8
df/dr = z = 3
df/dq = 3
df/db = 3
df/dw = 3 * x = 6
df/dx = 3 * w = 15

w_new = 5 - 0.1*6 = 4.4
b_new = -2 - 0.3 = -2.3"""
SMALL = Exercise.from_graph(Graph("e = w*x; L = e*e", w=2, x=3), ["e", "L", "dL/de", "dL/dw"])


def _lost(answer: str, exercise: Exercise = NEURON) -> dict[str, Status]:
    return {one.key: one.status for one in judge(read(answer, exercise), exercise) if one.status not in ACCEPTED}


def test_the_answer_is_right_as_it_is() -> None:
    assert _lost(ANSWER) == {}


@pytest.mark.parametrize("line", [
    "Df/dw = 6", "Df/dw: 6", "- Df/dw = 3*2 = 6", "3. Df/dw = 6", "**Df/dw = 6**", "Dw = 6", "Dw: 6", "Dw 6",
    "Df_dw = 6",
    "Dfdw = 6", "Grad_w = 6", "F_w = 6", "> Df/dw = 6", "W.grad = 6", "Delta_w = 6",
])  # fmt: skip
def test_a_capital_that_begins_a_line_of_a_gradient_is_the_keyboards(line: str) -> None:
    assert _lost(ANSWER.replace("df/dw = 3 * x = 6", line)) == {}


@pytest.mark.parametrize("line", [
    "W_new = 4.4", "W' = 4.4", "W new = 4.4", "W neu 4.4", "W → 4.4", "W -> 4.4", "W: 5 -> 4.4", "W ← 5 - 0.6 = 4.4",
    "W becomes 4.4",
])  # fmt: skip
def test_a_capital_that_begins_a_line_of_a_new_value_is_the_keyboards(line: str) -> None:
    assert _lost(ANSWER.replace("w_new = 5 - 0.1*6 = 4.4", line)) == {}


def test_a_keyboard_may_set_all_of_them() -> None:
    answer = "\n".join(line[:1].upper() + line[1:] for line in ANSWER.split("\n"))
    assert _lost(answer) == {}
    assert _lost(answer.replace("Df/dw = 3 * x = 6", "Df/dw = 3 * x = -6")) == {"df/dw": Status.WRONG}


@pytest.mark.parametrize("answer", [
    "E = (t - y)^2 = 35 and dE/dw = 35",  # the learner's own error
    "We call the error E.\nE = 6",
    "Let W be the matrix. W = 6",
])  # fmt: skip
def test_a_capital_that_an_answer_uses_elsewhere_is_its_own(answer: str) -> None:
    assert ACCEPTED.isdisjoint({one.status for one in judge(read(answer, SMALL), SMALL)})


def test_accents_apart_from_their_letters_and_ends_of_lines_of_other_systems() -> None:
    loose = unicodedata.normalize("NFD", ANSWER)
    assert loose != ANSWER
    assert _lost(loose) == _lost(ANSWER.replace("\n", "\r\n")) == {}
    denied = "Das ist für df/dw ungültig: df/dw = 6. Nicht gültig, zurückgezogen."
    assert "df/dw" in _lost(unicodedata.normalize("NFD", ANSWER.replace("df/dw = 3 * x = 6", denied)))


@pytest.mark.parametrize("form", [
    "{}", "{}!", "{}, Ioana", "{},\nIoana", "{}\n\nIoana", "{} Ioana", "*{}*", "{},\nIoana Popescu",
    "Thanks!\n\n{},\nIoana",
])  # fmt: skip
@pytest.mark.parametrize("regards", [
    "Kind regards", "Best", "Sincerely", "Mit freundlichen Grüßen", "LG", "Salutations", "Saludos cordiales",
    "Atenciosamente",
    "A presto", "Met vriendelijke groet", "Z poważaniem", "С уважением", "З повагою", "Saygılarımla",
    "Med vänliga hälsningar",
    "Terveisin", "S pozdravem", "Üdvözlettel", "Cu stimă", "Με εκτίμηση", "Trân trọng", "Hormat saya", "सादर",
    "مع التحية",
    "祝好", "よろしくお願いします", "수고하세요",
])  # fmt: skip
def test_regards_take_nothing_back(regards: str, form: str) -> None:
    assert _lost(f"{ANSWER}\n\n{form.format(regards)}") == {}


@pytest.mark.parametrize("last", [
    "Regards to Ben, whose answer this is", "Best guess", "Sincerely wrong", "Cheers, copied from Ioana",
    "Yours? Not mine.",
    "Best, but not mine", "Thanks to Ioana for her answers",
])  # fmt: skip
def test_what_says_more_than_regards_is_heard(last: str) -> None:
    assert _lost(f"{ANSWER}\n\n{last}")


@pytest.mark.parametrize(
    "task", ["b → *TODO*", "b_new: TODO", "**b_new**: *TODO*", "db: TODO", "df/db: todo", "- [ ] b_new (todo)"]
)
@pytest.mark.parametrize("below", ["", "\n\nw' = 4.4"])
def test_what_is_left_to_do_of_a_quantity_is_of_that_alone(task: str, below: str) -> None:
    assert set(_lost(f"{ANSWER.rpartition(chr(10))[0]}\n{task}{below}")) == {"new:b"}


@pytest.mark.parametrize("line", [
    "TODO: df/dw = 6", "df/dw: TODO\n6", "df/dw: TODO\n= 6", "df/dw = 6 TODO", "TODO\ndf/dw = 6",
    "**TODO**\n\ndf/dw = 6",
    "df/dw: TODO (6?)",
])  # fmt: skip
def test_what_is_left_to_do_where_a_number_stands_is_in_doubt(line: str) -> None:
    assert "df/dw" in _lost(ANSWER.replace("df/dw = 3 * x = 6", line))
