"""Mistakes that were made at first and overcome take nothing back; what should be, still is or is not sure does."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

EXERCISE = Exercise.from_graph(Graph("q = x*y; f = q + z", x=2, y=-1.5, z=4.5), ["df/dy", "new:z"], lr=0.1)
ANSWER = "df/dx = 1 * y = -1.5\ndf/dy = 1 * x = 2\n\nx = 2.15\nz = 4.5 - 0.1 = 4.4"
OVERCOME = [
    "(I first forgot the minus at df/dx, a numerical check told me.)",
    "At first I had forgotten the second path.",
    "I first had 5 for df/dx because I forgot the chain rule.",
    "Originally I'd dropped the sign of z, fixed it.",
    "(Hatte zuerst beim x das Minus vergessen, Numerik mit h=0,001 hat's verraten.)",
    "Beim ersten Versuch kam 5 raus, Vorzeichen vergessen.",
    "Au début j'avais oublié le signe.",
    "Al principio se me olvidó el signo.",
    "No começo eu tinha esquecido o sinal.",
    "All'inizio avevo dimenticato il segno.",
    "Eerst was ik het minteken vergeten.",
    "Najpierw zapomniałem o minusie.",
    "Сначала забыл минус.",
    "Awalnya saya lupa tandanya.",
    "最初はマイナスを忘れていました。",
    "처음엔 부호를 빼먹었어요.",
    "Först glömde jag minustecknet.",
]
HEARD = [
    "I forgot the minus.",
    "At first I forgot the minus, it should be there.",
    "At first I had -2, and that was not wrong.",
    "First I forgot the minus, and maybe it is still missing.",
    "Zuerst hatte ich das Minus vergessen, es müsste noch davor.",
    "At first I forgot what Ben had.",
    "The first of these is wrong.",
]


@pytest.mark.parametrize("line", OVERCOME)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_mistake_that_is_overcome_takes_nothing_back(line: str, gap: str) -> None:
    found = verdicts(ANSWER + gap + line, EXERCISE)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == {"df/dy", "new:z"}


@pytest.mark.parametrize("line", HEARD)
def test_one_that_may_be_there_still_is_heard(line: str) -> None:
    found = verdicts(f"df/dy = 1 * x = 2\n{line}", EXERCISE)
    assert found["df/dy"].status not in ACCEPTED
