"""Sayings between equations doubt none of them; what sounds alike and judges does."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

SUM = Exercise.from_graph(Graph("q = x + y; f = q*z", x=7, y=3, z=2), ["q", "f"])  # 10, 20

HARMLESS = [
    "A common mistake is to forget the minus sign.",
    "One very common error is to mix up the signs.",
    "Ein häufiger Fehler ist, das Minuszeichen zu vergessen.",
    "Une erreur fréquente est d'oublier le signe moins.",
    "Un error común es olvidar el signo menos.",
    "Um erro comum é esquecer o sinal de menos.",
    "Un errore comune è dimenticare il segno meno.",
    "常见的错误是忘记负号。",
    "흔한 실수는 마이너스 부호를 빠뜨리는 것이다.",
    "I hope this helps!",
    "Hope this helps.",
    "Ich hoffe, das hilft.",
    "Hopefully that is clear.",
    "Ich hoffe, das ist verständlich.",
    "希望大家能看懂。",
    "Don't panic, this looks worse than it is.",
    "Keine Sorge, das sieht schlimmer aus, als es ist.",
    "That wasn't so hard, was it?",
    "This is not a typo.",
    "For simplicity we ignore the bias.",
    "Feel free to skip this part.",
    "Without further ado, here is the calculation.",
    "Der Gradient sagt, wie empfindlich die Ausgabe ist.",
    "La figura mostra il grafo.",
]
CLOSINGS = [
    "Kindly accept the answer if it solved your doubt.",
    "Let me know if you have any doubts.",
    "Si tienes alguna duda, pregunta.",
    "Se hai dubbi chiedi pure.",
    "Bei Fragen einfach melden.",
]
WISHES = [
    "Hope this is right!",
    "I hope it is all correct :)",
    "Ich hoffe, das stimmt so.",
    "Ich glaube, das war's.",
    "J'espère que c'est bon.",
    "Espero que esté todo bien.",
    "Acho que é isso :)",
    "Creo que eso es todo.",
    "Spero sia giusto.",
    "Ik hoop dat het klopt.",
]
NO_WISHES = [
    "I hope q is right.",
    "I hope this is right, but the sign may be wrong.",
    "I think it is 11.",
    "I think that is not right.",
    "Ich hoffe, das ist nicht falsch.",
    "I hope nobody checks this.",
    "Eso creo.",
    "I think it is.",
]
PLEAS = [
    "Does this look right?", "Did I get it? Thanks in advance", "Where do I go wrong?", "Do you see where I go wrong?",
    "Could you please check if this is correct?", "Let me know if I made a mistake.", "Is that correct? Thanks!",
    "Stimmt das so?", "Wo liegt mein Fehler?", "Est-ce que c'est correct ?", "Où est mon erreur ?", "¿Está bien así?",
    "¿Alguien puede decirme si está bien?", "Onde está o problema?", "Alguém pode conferir?", "È giusto?", "这样对吗？",
    "맞나요?",
]  # fmt: skip
NO_PLEAS = [
    "Isn't this wrong?", "Or is it the other way round?", "Shouldn't it be negative?", "All of this is wrong, right?",
    "Let me know if I should redo it, it is wrong.", "Is the sign wrong?", "Did I swap them?",
    "I made a mistake in this.",
    "Das ist falsch, oder?", "C'est faux, non ?", "Está mal, ¿verdad?", "这是错的，对吗？", "이거 틀렸죠?",
    "Please do not grade this.", "TODO fix the sign", "TODO recalculate",
]  # fmt: skip
JUDGING = [
    "A common mistake.",
    "This is a common mistake.",
    "A common mistake is the one above.",
    "I hope this is right.",
    "Hopefully that is right.",
    "Ich hoffe, das stimmt.",
    "Don't panic, this is wrong.",
    "We ignore this.",
    "Please skip this.",
    "My neighbour says how.",
    "Das ist ein häufiger Fehler.",
    "Skip this result.",
]


@pytest.mark.parametrize("saying", HARMLESS)
def test_a_saying_doubts_nothing(saying: str) -> None:
    for answer in (f"q = 10\n\n{saying}\n\nf = 20", f"q = 10. {saying}\nf = 20", f"{saying}\n\nq = 10\n\nf = 20"):
        found = verdicts(answer, SUM)
        assert {key for key in ("q", "f") if found[key].status in ACCEPTED} == {"q", "f"}


@pytest.mark.parametrize("sentence", JUDGING)
def test_what_judges_the_equation_before_it_is_no_saying(sentence: str) -> None:
    assert verdicts(f"q = 10. {sentence}", SUM)["q"].status not in ACCEPTED


@pytest.mark.parametrize("wish", WISHES)
def test_a_last_line_may_hope_that_all_is_right(wish: str) -> None:
    for answer in (f"q = 10\n\nf = 20.\n\n{wish}", f"q = 10\nf = 20\n{wish}"):
        found = verdicts(answer, SUM)
        assert {key for key in ("q", "f") if found[key].status in ACCEPTED} == {"q", "f"}


@pytest.mark.parametrize("plea", PLEAS)
def test_a_last_paragraph_may_ask_whether_all_is_right(plea: str) -> None:
    found = verdicts(f"q = 10\nf = 20\n\n{plea}", SUM)
    assert {key for key in ("q", "f") if found[key].status in ACCEPTED} == {"q", "f"}


@pytest.mark.parametrize("said", NO_PLEAS)
def test_a_last_paragraph_that_says_what_is_wrong_asks_for_nothing(said: str) -> None:
    assert verdicts(f"q = 10\nf = 20\n\n{said}", SUM)["f"].status not in ACCEPTED


@pytest.mark.parametrize("said", NO_WISHES)
def test_a_last_line_that_says_more_is_no_wish(said: str) -> None:
    assert verdicts(f"q = 10\n\n{said}", SUM)["q"].status not in ACCEPTED


@pytest.mark.parametrize("closing", CLOSINGS)
def test_the_doubts_of_a_reader_are_none_of_the_writer(closing: str) -> None:
    found = verdicts(f"q = 10\n\nf = 20. {closing}", SUM)
    assert {key for key in ("q", "f") if found[key].status in ACCEPTED} == {"q", "f"}


@pytest.mark.parametrize(
    "said",
    [
        "I have doubts about it.",
        "I doubt it, you know.",
        "This is the answer to your question about the other exercise.",
        "Hope this helps, I am not sure.",
    ],
)
def test_the_doubts_of_the_writer_count(said: str) -> None:
    assert verdicts(f"q = 10\n\nf = 20. {said}", SUM)["f"].status not in ACCEPTED
