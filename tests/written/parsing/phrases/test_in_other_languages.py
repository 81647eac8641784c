"""Everyday forms of other languages: what is differentiated and found, how a loss changes, what a step would give."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

SQUARE = Exercise.from_graph(  # z 1, L 1, dL/dz 2, dz/dw 2, dL/dw 4
    Graph("z = w*x; L = z**2", w=0.5, x=2), ["z", "L", "dL/dw", "dL/dz", "dz/dw"]
)
FIT = Exercise.from_graph(  # p 2.5, L 3.125, then w 2.42, p 2.42, L 2.9282
    Graph("p = w*x; L = 1/2*(p - t)**2", w=2.5, x=1, t=0), ["p", "L", "w1", "p1", "L1"], lr=0.032
)

DIFFERENTIATED: list[tuple[str, set[str]]] = [
    ("Differentiating L with respect to w gives 4.", {"dL/dw"}),
    ("Differentiating L with respect to w, we get 4.", {"dL/dw"}),
    ("Leitet man L nach w ab, so erhält man 4.", {"dL/dw"}),
    ("En dérivant L par rapport à w, on obtient 4.", {"dL/dw"}),
    ("Derivando L respecto de w obtenemos 4.", {"dL/dw"}),
    ("Derivando L em relação a w, obtemos 4.", {"dL/dw"}),
    ("Derivando L rispetto a w si trova 4.", {"dL/dw"}),
    ("L을 w에 대해 미분하면 4입니다.", {"dL/dw"}),
    ("손실을 w로 미분하면 4입니다.", {"dL/dw"}),
    ("w에 대한 손실의 기울기는 4이다.", {"dL/dw"}),
    ("w에 대한 손실의 그레이디언트는 4입니다.", {"dL/dw"}),
    ("z = 1이기 때문에 dL/dw = 4이다.", {"z", "dL/dw"}),
    ("grad(L, w) = grad(L, z) * grad(z, w) = 2 * 2 = 4", {"dL/dw", "dL/dz", "dz/dw"}),
    (r"$\text{grad}(L, w) = 4$", {"dL/dw"}),
    ("grad(L, z)는 2이다. grad(z, w)는 2이다.", {"dL/dz", "dz/dw"}),
    ("Derivando L rispetto a z si trova 4.", set()),
    ("Derivando L rispetto a w si trova 2.", set()),
    ("Derivando L rispetto a w non si trova 4.", set()),
    ("Derivando L rispetto a w si trova 4 volte z.", set()),
    ("Differentiating L with respect to w, we get 4, which is wrong.", set()),
    ("Differentiating L with respect to w, we get 4 + z.", set()),
    ("Differentiating L with respect to w twice gives 4.", set()),
    ("Leitet man L nicht nach w ab, erhält man 4.", set()),
    ("En dérivant L par rapport à w, mon voisin obtient 4.", set()),
    ("손실을 w로 미분하면 5입니다.", set()),
    ("z에 대한 손실의 기울기는 4이다.", set()),
    ("w에 대한 손실의 기울기는 4가 아니다.", set()),
    ("z = 1이기 때문에 dL/dw = 5이다.", {"z"}),
    ("grad(L, z) = 4", set()),
    ("grad(w, L) = 4", set()),
    ("grad(z, w) = 4", set()),
    ("local grad(L, w) = 4", set()),
    ("grad(L, w) = 5", set()),
]
TOPICS: list[tuple[str, set[str]]] = [  # a derivative before a colon, and what is differentiated behind it
    ("**∂z/∂w**: z = w*x\n\n∂z/∂w = x = 2", {"dz/dw"}),
    ("**∂z/∂w**: z = w*x이므로\n\n∂z/∂w = x = 2", {"dz/dw"}),
    ("dz/dw: z = w*x, so\n\ndz/dw = 3", set()),
    ("dz/dw: x = 2", {"dz/dw"}),
    ("dz/dw: z = 2", set()),
    ("dL/dw: L = 4", set()),
]
CHANGED: list[tuple[str, set[str]]] = [
    ("The average loss falls from\n3.125 to 2.9282.", {"L", "L1"}),
    ("La perte passe de\n3,125 à 2,9282.", {"L", "L1"}),
    ("The loss on this example falls from 3.125 to 2.9282.", {"L", "L1"}),
    ("La loss sull'esempio scende da 3,125 a 2,9282.", {"L", "L1"}),
    ("Der Verlust für dieses Beispiel sinkt von 3,125 auf 2,9282.", {"L", "L1"}),
    ("这一步后损失从 $3.125$ 降到 $2.9282$。", {"L1"}),
    ("The output went from 2.5 to 2.42.", {"p1"}),
    ("Après la mise à jour, la sortie vaut environ 2,42 et la perte 2,9282.", {"p1", "L1"}),
    ("Ein erneuter Forward Pass ergäbe p = 2.42.", {"p1"}),
    ("The average loss falls from\n3.125 to 2.8.", {"L"}),
    ("The loss falls from\n2.9282 to 3.125.", set()),
    ("The loss on another example falls from 3.125 to 2.9282.", set()),
    ("The loss on the second example falls from 3.125 to 2.9282.", set()),
    ("La loss nell'altro esempio scende da 3,125 a 2,9282.", set()),
    ("这一步后损失从 $3.125$ 降到 $2.5$。", set()),
    ("The output went from 2.5 to 2.3.", set()),
    ("After the update, the output is 2.5.", set()),
    ("Erneut gerechnet ergibt sich p = 2.5.", {"p"}),
]
WOULD: list[tuple[str, set[str]]] = [
    ("A gradient step with η = 0.032 would give w = 2.42.", {"w1"}),
    ("Un pas de gradient avec η = 0,032 donnerait w = 2,42.", {"w1"}),
    ("Un paso de gradiente daría w = 2,42.", {"w1"}),
    ("Um passo de gradiente daria w = 2,42.", {"w1"}),
    ("Un passo di gradiente darebbe w = 2,42.", {"w1"}),
    ("A step with η = 0.032 would give w = 2.58.", set()),
    ("A step with η = 0.1 would give w = 2.42.", set()),
    ("A bigger step would give w = 2.42.", set()),
    ("Two steps would give w = 2.42.", set()),
    ("A step would not give w = 2.42.", set()),
    ("If x were 2, a step would give w = 2.42.", set()),
    ("My friend says that a step would give w = 2.42.", set()),
    ("A step would give w = 2.42, which is wrong.", set()),
    ("Un deuxième pas donnerait w = 2,42.", set()),
    ("Un pas ne donnerait pas w = 2,42.", set()),
    ("Un pas donnerait p = 2,5.", set()),
    ("x donnerait w = 2,42.", set()),
]
LIKE: list[tuple[str, set[str]]] = [  # a verb that says what a quantity is like, and begins no equation
    ("dL/dw = 4, also wird w kleiner.", {"dL/dw"}),
    ("dL/dw = 4, also ist w nicht kleiner.", {"dL/dw"}),
    ("dL/dw = 4, folglich ist z positiv.", {"dL/dw"}),
    ("dL/dw = 4, dus wordt w kleiner.", {"dL/dw"}),
    ("z = 1, also ist L = 1.", {"z", "L"}),
    ("z = 1, also ist L 1.", {"z", "L"}),
    ("The gradient is positive (dL/dw = 4), so we lower w.", {"dL/dw"}),
    ("Comme le gradient est positif (dL/dw = 4), on diminue w.", {"dL/dw"}),
    ("Da der Gradient positiv ist (dL/dw = 4), wird w kleiner.", {"dL/dw"}),
    ("El gradiente es positivo (dL/dw = 4).", {"dL/dw"}),
    ("梯度为正（dL/dw = 4），因此应减小 w。", {"dL/dw"}),
    ("dL/dw = 5, also wird w kleiner.", set()),
    ("dL/dw = 4, also ist dL/dw falsch.", set()),
    ("dL/dw = 2, also ist dL/dw vier.", set()),
    ("z = 2, also ist z eins.", set()),
    ("The gradient is positive (dL/dw = 5).", set()),
    ("The gradient is wrong (dL/dw = 4).", set()),
    ("The gradient is not positive (dL/dw = 4).", set()),
    ("The gradient is perhaps positive (dL/dw = 4).", set()),
    ("z = 2, wird w kleiner.", set()),
    ("For x = 3 the gradient is positive (dL/dw = 4).", set()),
    ("The gradient is positive (dL/dw = 4) or negative (dL/dw = -4).", set()),
]
WORDS: list[tuple[str, set[str]]] = [  # of Chinese and of Italian, that hold one that speaks against an equation
    ("这就是真实类别的概率，dL/dw = 4", {"dL/dw"}),
    ("随机梯度下降：dL/dw = 4", {"dL/dw"}),
    ("dL/dw = 4，反映了变化的快慢", {"dL/dw"}),
    ("dL/dw = 4，从几何角度看，这是斜率。", {"dL/dw"}),
    ("Intuitivamente, w deve diminuire, quindi dL/dw = 4.", {"dL/dw"}),
    ("对另一类别，dL/dw = 4", set()),
    ("对别的样本，dL/dw = 4", set()),
    ("我随机猜 dL/dw = 4", set()),
    ("dL/dw = 4，反了", set()),
    ("dL/dw = 4 是错误的类别", set()),
    ("随机梯度下降：dL/dw = 5", set()),
    ("Erroneamente si trova che dL/dw = 4.", set()),
    ("Verosimilmente la derivata vale dL/dw = 4.", set()),
    ("La derivata vale dL/dw = 4, inesattamente", set()),
]


@pytest.mark.parametrize(("text", "accepted"), DIFFERENTIATED + TOPICS + LIKE + WORDS)
def test_what_is_differentiated_is_what_the_words_say(text: str, accepted: set[str]) -> None:
    assert _accepted(text, SQUARE) == accepted


@pytest.mark.parametrize(("text", "accepted"), CHANGED + WOULD)
def test_what_changes_by_a_step_is_what_the_words_say(text: str, accepted: set[str]) -> None:
    assert _accepted(text, FIT) == accepted


def _accepted(text: str, exercise: Exercise) -> set[str]:
    found = verdicts(text, exercise)
    return {key.text for key in exercise.keys if found[key.text].status in ACCEPTED}


@pytest.mark.parametrize("said", [
    "w goes from 2.5 to 2.42.", "w trece de la 2.5 la 2.42.", "Efter steget går w från 2.5 till 2.42.",
    "w gaat nu van 2.5 naar 2.42.",
])  # fmt: skip
def test_what_goes_from_one_value_to_another_is_new(said: str) -> None:
    assert verdicts(f"p = 2.5\nL = 3.125\n{said}", FIT)["w1"].status in ACCEPTED


@pytest.mark.parametrize("said", [
    "w nu trece de la 2.5 la 2.42.", "w goes nearly from 2.5 to 2.42.", "w går nästan från 2.5 till 2.42.",
    "w does not go from 2.5 to 2.42.", "w geht fast von 2.5 auf 2.42.", "w passe presque de 2.5 à 2.42.",
    "w aproape trece de la 2.5 la 2.42.",
])  # fmt: skip
def test_what_does_not_quite_go_there_is_not(said: str) -> None:
    assert verdicts(f"p = 2.5\nL = 3.125\n{said}", FIT)["w1"].status not in ACCEPTED
