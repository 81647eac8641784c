"""What students write around their equations: remarks that say nothing of them, and remarks that do."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

EXERCISE = EXERCISES["fan-out"]  # p = x*y; f = p + x, at x = 3, y = -4
ANSWER = """**Forward.** $p = xy = -12$ and $f = p + x = -9$.

**Backward.** $\\frac{\\partial f}{\\partial x} = y + 1 = -3$ and $\\frac{\\partial f}{\\partial y} = x = 3$.
"""
KEYS = ["p", "f", "df/dx", "df/dy"]

HARMLESS = [
    "Hi, here is my solution for task 3, sorry for the messy layout.",
    "Dear Professor Green, this is my answer.",
    "Sorry for the late submission.",
    "Let me know if something is unclear.",
    "Feel free to ask if something isn't clear.",
    "I don't have LaTeX here, so plain text.",
    "The gradient may vanish for large inputs.",
    "It may look strange that the gradient is negative.",
    "You may notice that both gradients are equal.",
    "You might wonder why we multiply here.",
    "One might expect a larger gradient here.",
    "Maybe a picture helps here.",
    "It's probably best to draw the graph first.",
    "I believe this is the standard way to do it.",
    "Nobody computes this by hand in practice.",
    "Other frameworks do the same.",
    "This should be repeated 100 times.",
    "Dies könnte man nun 100 Mal wiederholen.",
    "On pourrait répéter cela 100 fois.",
    "Esto se podría repetir 100 veces.",
    "这个过程可能需要重复 100 次。",
    "For example, the add gate just copies the gradient.",
    "The other inputs do not change at all.",
    "Without the chain rule it would be more work.",
    "Ich hoffe, man kann alles lesen.",
    "In der Praxis macht das niemand von Hand.",
    "Die anderen Eingaben bleiben unverändert.",
    "Ohne Kettenregel wäre das viel mehr Arbeit.",
    "Les autres entrées ne changent pas.",
    "En pratique personne ne fait ça à la main.",
    "Sans la règle de la chaîne ce serait plus long.",
    "Las otras entradas no cambian.",
    "En la práctica nadie hace esto a mano.",
    "Na prática ninguém faz isso à mão.",
    "Gli altri ingressi non cambiano.",
    "其他输入不变。",
    "可能画图更容易理解。",
    "他の入力は変わりません。",
    "図を描くと分かりやすいかもしれません。",
    "다른 입력은 변하지 않습니다.",
]
AGAINST = [
    "Not sure.",
    "Maybe.",
    "I doubt it.",
    "This may be off.",
    "Probably not the right value.",
    "I am not sure whether this result is correct.",
    "Could be wrong though.",
    "This is not right.",
    "I don't know.",
    "Je ne sais pas.",
    "Ich weiß es nicht.",
    "I guess so.",
    "Not what we need here.",
    "Sorry, wrong.",
    "Sorry for the mistake.",
    "Sorry for the wrong sign.",
    "None of this is right.",
    "Ich bin nicht sicher.",
    "Das Ergebnis ist vielleicht nicht richtig.",
    "Je ne suis pas sûr.",
    "Perhaps 3 times.",
    "Sorry, 3 times.",
    "Maybe 3 times as much.",
    "It may be 3 times that.",
    "Vielleicht 3 mal so viel.",
    "Peut-être 3 fois plus.",
    "Ce résultat n'est peut-être pas juste.",
    "No estoy seguro.",
    "Este valor quizás no es correcto.",
    "不确定对不对。",
    "这个结果可能不对。",
    "自信がありません。",
    "この結果は正しくないかもしれません。",
    "확실하지 않습니다.",
]


@pytest.mark.parametrize("remark", HARMLESS)
def test_a_remark_with_a_subject_of_its_own_takes_nothing_back(remark: str) -> None:
    for answer in (f"{remark}\n\n{ANSWER}", f"{ANSWER}\n\n{remark}", ANSWER.replace("**Back", f"{remark}\n\n**Back")):
        found = verdicts(answer, EXERCISE)
        assert [key for key in KEYS if found[key].status not in ACCEPTED] == []


@pytest.mark.parametrize("remark", AGAINST)
def test_a_remark_on_an_equation_leaves_it_to_a_person(remark: str) -> None:
    found = verdicts(f"$p = xy = -12$. {remark}", EXERCISE)
    assert found["p"].status not in ACCEPTED
