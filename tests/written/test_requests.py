"""Last lines that only invite a reader to correct what may be wrong take nothing back; such as call it wrong do."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

EXERCISE = Exercise.from_graph(Graph("q = x*y; f = q + z", x=2, y=-1.5, z=4.5), ["df/dy", "new:z"], lr=0.1)
FIRST = Exercise.from_graph(EXERCISE.graph, ["f"], lr=0.1)
ANSWER = "df/dx = 1 * y = -1.5\ndf/dy = 1 * x = 2\n\nx = 2.15\nz = 4.5 - 0.1 = 4.4"
INVITING = [
    "Please correct me if I'm wrong.",
    "Correct me if I'm wrong!",
    "Correct me if I am mistaken.",
    "Let me know if I messed up.",
    "Let me know if I messed anything up.",
    "Tell me if I messed something up please",
    "Shout if I messed up.",
    "Shout if you see an error.",
    "Feel free to correct me.",
    "Happy to be corrected.",
    "Corrections welcome!",
    "Did I miss anything?",
    "Did I forget anything?",
    "Hab ich was vergessen?",
    "Habe ich etwas übersehen?",
    "J'ai oublié quelque chose ?",
    "Ai-je oublié quelque chose ?",
    "¿Me falta algo?",
    "¿Se me olvida algo?",
    "Mi manca qualcosa?",
    "Ho dimenticato qualcosa?",
    "Esqueci alguma coisa?",
    "Sagt Bescheid, falls was falsch ist.",
    "Sagt Bescheid, wenn etwas nicht stimmt.",
    "Korrigiert mich, falls ich falsch liege.",
    "Korrigiert mich gern!",
    "Dites-moi si je me trompe.",
    "Corrigez-moi si je me trompe.",
    "N'hésitez pas à me corriger.",
    "Si hay algún error avisadme.",
    "Si me equivoqué en algo, avísenme por favor.",
    "Corríjanme si me equivoco.",
    "Se errei algo me avisem.",
    "Me corrijam se eu estiver errado.",
    "Se ho sbagliato qualcosa ditemelo.",
    "Correggetemi se sbaglio.",
    "Dajcie znać jeśli coś jest źle.",
    "Poprawcie mnie jeśli się mylę.",
    "Zeg het maar als er iets fout is.",
    "Verbeter me als ik het fout heb.",
    "Напишите, если где-то ошибся.",
    "Поправьте, если я ошибся.",
    "Säg till om något är fel.",
    "Rätta mig om jag har fel.",
    "Opravte mě, jestli se mýlím.",
    "Hatam varsa söyleyin.",
    "Yanlışım varsa düzeltin lütfen.",
    "Nếu sai ở đâu mong mọi người chỉ giúp.",
    "Mong thầy cô chấm giúp em ạ.",
    "Mohon koreksinya kak, terima kasih.",
    "Mohon koreksi jika ada yang salah.",
    "Mohon maaf jika ada kesalahan.",
    "如有错误请指正。",
    "如果有错请告诉我,谢谢!",
    "請指正",
    "間違っていたら教えてください。",
    "間違いがあればご指摘ください。",
    "틀린 부분 있으면 알려주세요.",
    "틀린 곳이 있으면 지적 부탁드립니다.",
    "Koi galti ho to please batana.",
    "لو في خطأ صححوني",
]
BLAMING = [
    "There is a mistake in it, tell me where.",
    "Yes, it is wrong, tell me.",
    "It's wrong, sorry.",
    "Sorry, this is wrong.",
    "Please correct the sign.",
    "Tell me if the sign is wrong.",
    "Someone corrected me.",
    "Corrected by Ben.",
    "Ich habe mich korrigiert.",
    "Das ist falsch, sagt Bescheid.",
    "C'est faux, dites-moi où.",
    "Hay un error, decidme dónde.",
    "C'è un errore, ditemi dove.",
    "Let me know where I went wrong.",
    "If you see the mistake, tell me.",
    "I forgot something here.",
    "Did I forget the minus?",
    "Missing something?",
    "Wrong.",
    "Please tell me the right one.",
    "Correct this please.",
    "Somebody please correct this, I got it wrong.",
    "有错误。",
    "请改正上面的错误",
]

OWN = [
    "Exercise 3.4 from the book, worked by hand:",
    "Following Ch. 3 of the book, exercise 3.4, my notes:",
    "My friend sent me this one, here is what I did:",
    "Exercise from the YouTube video, done by myself:",
]
OF_OTHERS = [
    "Ben's solution, my notes:",
    "Following Ben's solution, by hand:",
    "From the book, copied by hand:",
    "Numbers from the book, my notes:",
    "My friend sent me her solution, here is what I did with it:",
    "My friend's answer, here is what I did wrong:",
]
SPOKEN_OF = [
    "because there is a minus before y",
    "(the minus in front of y)",
    "weil vor y ein Minus steht",
    "bo przed y jest minus",
    "porque hay un menos delante de y",
    "(minus sign)",
    "(+1 does nothing)",
    "(加 1 不改变)",
]
MEANT = [
    "minus y",
    "plus x before y",
    "(+1 more)",
    "(without the minus)",
    "but there should be a minus before y",
    "no minus before y",
]


@pytest.mark.parametrize("title", OWN)
def test_where_an_exercise_is_from_disowns_no_work(title: str) -> None:
    found = verdicts(f"{title}\n\n{ANSWER}", EXERCISE)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == {"df/dy", "new:z"}


@pytest.mark.parametrize("title", OF_OTHERS)
def test_a_title_that_names_the_work_of_others_disowns_it(title: str) -> None:
    assert verdicts(f"{title}\n\nf = 1.5\n{ANSWER}", FIRST)["f"].status not in ACCEPTED


@pytest.mark.parametrize("reason", SPOKEN_OF)
def test_a_sign_that_is_spoken_of_calculates_nothing(reason: str) -> None:
    assert verdicts(f"df/dy = 2 {reason}", EXERCISE)["df/dy"].status in ACCEPTED


@pytest.mark.parametrize("reason", MEANT)
def test_a_sign_that_is_meant_is_heard(reason: str) -> None:
    assert verdicts(f"df/dy = 2 {reason}", EXERCISE)["df/dy"].status not in ACCEPTED


@pytest.mark.parametrize("line", INVITING)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_invites_corrections_takes_nothing_back(line: str, gap: str) -> None:
    found = verdicts(ANSWER + gap + line, EXERCISE)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == {"df/dy", "new:z"}


@pytest.mark.parametrize("line", BLAMING)
def test_what_calls_it_wrong_is_heard(line: str) -> None:
    assert verdicts(f"{ANSWER}\n{line}", EXERCISE)["new:z"].status not in ACCEPTED
