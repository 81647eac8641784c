"""Last lines that only tell how it felt, and what is said of a quantity that is left open, take nothing back."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

EXERCISE = Exercise.from_graph(Graph("q = x*y; f = q + z", x=2, y=-1.5, z=4.5), ["df/dy", "new:z"], lr=0.1)
ANSWER = "df/dx = 1 * y = -1.5\ndf/dy = 1 * x = 2\n\nx = 2.15\nz = 4.5 - 0.1 = 4.4"
FELT = [
    "Tired. Tomorrow two neurons.",
    "Took me ten minutes.",
    "Not as hard as I thought.",
    "Ist doch gar nicht so wild, wenn man's stur von hinten macht",
    "Hat eine halbe Stunde gedauert, uff.",
    "Finalement ce n'est pas si compliqué.",
    "Al final no era tan difícil.",
    "Alla fine non era così difficile.",
    "No fim não é tão difícil.",
    "To wcale nie było takie trudne.",
    "Оказалось не так сложно.",
    "O kadar da zor değilmiş.",
]
AGAINST = [
    "Not happy with this.",
    "Not nice.",
    "Nicht schön.",
    "Tired, so probably wrong.",
    "Tomorrow I fix the sign.",
    "Took it from Ben.",
    "Easy? I doubt it.",
]
LEFT_OPEN = [
    "I'll ask the TA tomorrow",
    "todo later, need to go to work",
    "(ask TA, is it 4 or h)",
    "weiß ich noch nicht",
    "je ne sais pas",
    "no sé cómo",
    "не знаю",
    "不会",
]
BEYOND = ["falsch alles", "like all others here just a guess", "all wrong", "everything above is a guess"]


def _accepts(answer: str, exercise: Exercise) -> bool:
    return all(verdict.status in ACCEPTED for verdict in verdicts(answer, exercise).values())


@pytest.mark.parametrize("line", FELT)
def test_how_it_felt_takes_nothing_back(line: str) -> None:
    for text in (f"{ANSWER}\n\n{line}", f"{ANSWER}\n{line}"):
        assert _accepts(text, EXERCISE)


@pytest.mark.parametrize("line", AGAINST)
def test_what_speaks_against_an_answer_does(line: str) -> None:
    assert not _accepts(f"{ANSWER}\n\n{line}", EXERCISE)


@pytest.mark.parametrize("mark", ["?", "???"])
@pytest.mark.parametrize("told", LEFT_OPEN)
def test_words_behind_what_is_left_open_are_of_that_alone(mark: str, told: str) -> None:
    exercise = Exercise.from_graph(EXERCISE.graph, ["df/dy"])
    assert _accepts(f"df/dy = 1 * x = 2\ndf/dx = {mark}  {told}", exercise)


@pytest.mark.parametrize("told", BEYOND)
def test_words_behind_it_that_speak_of_more_are_heard(told: str) -> None:
    exercise = Exercise.from_graph(EXERCISE.graph, ["df/dy"])
    assert not _accepts(f"df/dy = 1 * x = 2\ndf/dx = ???  {told}", exercise)


@pytest.mark.parametrize(
    ("line", "accepted"),
    [
        ("then (2.8 - 5.2)*2.2 = -5.28. so f really went down, by 1.28. nice", True),
        ("then (2.8 - 5.2)*2.2 = -5.28. so q went down", False),
        ("then (2.8 - 5.2)*2.2 = -5.26. so f really went down, by 1.26. nice", False),
    ],
)
def test_an_output_anew_without_a_name_may_say_how_it_moved(line: str, accepted: bool) -> None:
    exercise = Exercise.from_graph(Graph("q = x + y; f = q*z", x=3, y=-5, z=2), ["new:f"], lr=0.1)
    text = f"q = -2, f = -4\nlr .1: x goes to 2.8, y to -5.2, z to 2.2\n{line}"
    assert _accepts(text, exercise) is accepted
