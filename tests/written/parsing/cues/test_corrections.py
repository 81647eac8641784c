"""Corrections behind an answer: errata, notes, earlier versions, and numbers that a later sentence calls wrong."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["q", "f", "df/dq", "df/dz"]
EXERCISE = Exercise.from_graph(Graph("q = x + y; f = q*z", x=-0.25, y=2, z=-4), KEYS)
ANSWER = "q = 1.75\nf = -7\ndf/dq = -4\ndf/dz = 1.75\ndf/dx = -4"  # what a note stands right behind may be in doubt too


def accepted(text: str) -> set[str]:
    return {key for key, verdict in verdicts(text, EXERCISE).items() if verdict.status in ACCEPTED}


@pytest.mark.parametrize(("note", "stands"), [
    ("Errata:\n\n- f: the sign is lost, so it is 7.25", {"q", "df/dq", "df/dz"}),
    ("Correction of f: -1.75 * 4.5 = -7.875", {"q", "df/dq", "df/dz"}),
    ("Corrección de f: 7.5", {"q", "df/dq", "df/dz"}),
    ("Erratum: for -7 read 7.5", {"q", "df/dq", "df/dz"}),
    ("Correction to line 2: 7.5", set()),
    ("Nachtrag: damit ist auch df/dq positiv, also 4.", {"q", "f", "df/dz"}),
    ("The -7 for f must be wrong, but I can't find the mistake.", {"q", "df/dq", "df/dz"}),
    ("Etwas ist faul: der Wert -7 kann nicht stimmen.", {"q", "df/dq", "df/dz"}),
    ("The -7 looks wrong.", {"q", "df/dq", "df/dz"}),
    ("The -7 is wrong and the -4 is wrong.", {"q", "df/dz"}),
])  # fmt: skip
def test_what_is_corrected_is_in_doubt(note: str, stands: set[str]) -> None:
    assert accepted(f"{ANSWER}\n\n{note}") == stands


@pytest.mark.parametrize("note", [
    "EDIT: the first version of this post said df/dq = 4.5. I had forgotten the sign, thanks to Jane.",
    "Oben stand f = 7,5. Danke an Jörg für den Hinweis.",
    "*Fe de errores.* La figura de la primera versión mostraba df/dq = 4.5: faltaba el signo. Gracias a Inés.",
    "In der ersten Fassung stand f = 7.25. Danke an Jörg.",
    "Zum Vergleich: Mit z = 4 wäre f = 7 gewesen.",
    "Note that df/dz is about 2 times smaller than |df/dq|.",
    "We train it for 10 epochs, and run this for 25 steps.",
    "The 1.75 is not wrong.",
    "El 1.75 no está mal.",
    "Remark: df/dq is negative, so q should go up.",
    "Note to self: df/dq is always -4 here.",
    "Later we need df/dz.",
    "Changes of the weights:\n- after 10 steps z is 4.5",
])  # fmt: skip
def test_a_note_that_corrects_nothing_of_what_stands_costs_nothing(note: str) -> None:
    assert accepted(f"{ANSWER}\n\n{note}") == set(KEYS)


@pytest.mark.parametrize("note", [
    "The first version said f = 7.5, and that one counts.",
    "Korrigiert gegenüber der vorigen Version: f = 7.5",
    "La primera versión decía f = 7.5, y es la que vale.",
    "Reverted to the first version: f = 7.5",
])  # fmt: skip
def test_what_is_taken_up_again_may_be_the_answer(note: str) -> None:
    assert "f" not in accepted(f"{ANSWER}\n\n{note}")


@pytest.mark.parametrize(("line", "right"), [
    ("f = 1.75 * (-4) = ~~7~~ **-7** (forgot the sign)", True),
    ("f = 1.75 * (-4) = ~~7~~ -7 (oubli du signe)", True),
    ("f = 1.75 * (-4) = ~~7~~ -7 (not sure about the sign)", False),
    ("f = 1.75 * (-4) = -7 (forgot the sign)", False),
])  # fmt: skip
def test_a_remark_on_a_struck_number_is_of_that(line: str, right: bool) -> None:
    assert ("f" in accepted(f"q = 1.75\n{line}")) is right


@pytest.mark.parametrize("note", [
    f"Erratum: {'9' * 400} and 3 are slips", f"Erratum: {'1,' * 4000}", "PS: df/dq 3 " * 900, "The 1.5 must " * 900,
    "Errata:\n" + "- f: 1.5\n" * 900,
])  # fmt: skip
def test_no_correction_breaks_the_reader(note: str) -> None:
    assert len(verdicts(f"{ANSWER}\n\n{note}", EXERCISE)) == len(KEYS)


@pytest.mark.parametrize("title", ["Wrong attempt", "错误的尝试", "下書き", "Primer intento (mal)"])
def test_a_title_below_does_not_undo_what_one_above_says(title: str) -> None:
    assert not accepted(f"# {title}\n\n## Why this\n\nq = 1.75\n\n## And this\n\nf = -7")
    assert accepted(f"# {title}\n\nq = 2\n\n# Corrected\n\n## Forward\n\nq = 1.75, f = -7") == {"q", "f"}


@pytest.mark.parametrize("label", [
    "Correction: ", "Correction to the line above: ", "Erratum: ", "Korrektur zur Zeile oben: ", "Small correction: ",
    "Correction de la ligne ci-dessus : ", "Corrección de la línea anterior: ", "Correzione alla riga sopra: ",
    "Correctie op de regel hierboven: ", "Poprawka do powyższego: ", "Исправление к строке выше: ", "更正上一行: ",
])  # fmt: skip
def test_a_correction_below_is_of_the_line_above_it(label: str) -> None:
    above = "q = 1.75\nf = -7\ndf/dq = -4\ndf/dz = {}\n" + label
    explains = "z is used twice, so both have to be added."
    assert accepted(above.format(1.75) + explains) == {"q", "f", "df/dq"}
    assert accepted(above.format(3) + explains + " df/dz = 1.75") == set(KEYS)
    assert accepted(above.format(1.75) + explains + " df/dz = 3.5") == {"q", "f", "df/dq"}
