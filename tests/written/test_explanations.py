"""Sentences behind an equation that explain it, and others of the same form that charge it with something."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read
from gradbook.written.parsing.phrases.speech.seeming_doubts.sayings import is_saying

EXERCISE = Exercise.from_graph(Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.5, x=2, b=-1, y=1), ["dL/dw"])
EXPLAINING = [
    "Again, this is just the chain rule.",
    "Andar no sentido do gradiente seria ir na direção errada, porque queremos descer.",
    "At the minimum this would be zero, but we aren't there.",
    "But remember, this is for a single example; for a batch we average.",
    "But we are not done yet, the bias still needs its gradient.",
    "Das Minuszeichen stammt aus der inneren Ableitung, also bitte nicht vergessen.",
    "Diesen Wert heben wir uns auf, denn wir brauchen ihn gleich noch einmal.",
    "Dieses Fehlersignal wird anschließend an die verdeckte Schicht zurückgereicht.",
    "Esse sinal de erro agora volta para a camada anterior.",
    "Este error se propaga ahora hacia la capa oculta.",
    "Geometrically this is the slope of the tangent at the current weight.",
    "Guardamos este número porque lo vamos a reutilizar enseguida.",
    "Guarde esse resultado, vamos usá-lo daqui a pouco.",
    "However, this is only the first of the two paths.",
    "If it were positive, we would go left.",
    "Intuitivamente, la red está pidiendo un peso mayor.",
    "It holds only locally, of course, like every derivative.",
    "It isn't zero, therefore we are not at a stationary point.",
    "It was not so difficult, no?",
    "Keep this number, we need it in a moment.",
    "Kein Hexenwerk, oder?",
    "N'oubliez pas le signe moins, il vient de la dérivée de l'erreur par rapport à la prédiction.",
    "No exploding, no vanishing, everything is fine.",
    "No further simplification is needed.",
    "No magic involved, just calculus.",
    "No te olvides del signo menos, que luego se arrastra a todo lo demás.",
    "No vanishing gradient here, luckily.",
    "No, the minus is no accident.",
    "Non dimenticate il meno, altrimenti l'aggiornamento va in salita.",
    "On garde cette valeur de côté, elle resservira pour la couche précédente.",
    "Por eso restamos el gradiente en la actualización.",
    "Questo segnale d'errore viene ora propagato allo strato nascosto.",
    "Rien de magique là-dedans, juste des produits de dérivées locales.",
    "Seguire il gradiente senza cambiarlo di segno ci porterebbe nella direzione sbagliata, cioè verso l'alto.",
    "So the slope at this point is negative and the minimum lies to the right.",
    "Strictly speaking this holds only for an infinitesimally small change.",
    "Sumar el gradiente nos llevaría en la dirección equivocada, es decir, cuesta arriba.",
    "That's it for this node.",
    "The error at the output flows back through this number.",
    "The larger the error, the larger this number gets.",
    "The minus is not a typo; it comes from the inner function.",
    "This is small but not zero, so learning continues slowly.",
    "This is the error that reaches the hidden unit.",
    "This quantity is called the gradient of the loss with respect to the weight.",
    "This we put now into the formula of gradient descent.",
    "When the error shrinks, so does this gradient.",
    "Yes, it is really negative.",
    "You can verify it with a finite difference if you like.",
    "É por isso que subtraímos o gradiente na atualização.",
    "Никакой магии, просто произведение локальных производных.",
    "Ничего сложного, правда?",
    "ここでもやはり連鎖律を使っただけです。",
    "ただし、これは勾配であって更新量そのものではありません。学習率はこの後で掛けます。",
    "ゼロではないので、まだ学習の余地があります。",
    "但要注意,这只是梯度,还没有乘学习率。",
    "别忘了前面的负号,它来自误差项对预测值的求导。",
    "数値微分でも確認済み。",
    "簡単ですよね?",
    "그래서 업데이트할 때 기울기를 빼 주는 거예요.",
]
CHARGING = [
    "(again) it is my sister's.",
    "A numerical check contradicts this.",
    "Again, this is a number I do not believe.",
    "Again, this is from the internet.",
    "Alright, let's delete that.",
    "And that's it for this part, the rest and this are skipped.",
    "Boom, there's an error.",
    "But the slope changes after I correct it.",
    "But this is only the first attempt.",
    "But this is only the gradient I guessed.",
    "Cool, now strike it.",
    "Das Minus stammt aus Versehen von mir.",
    "Das Minuszeichen kommt von einem Tippfehler.",
    "Diesen Wert brauchen wir nicht.",
    "Diesen Wert speichern wir, aber er stimmt nicht.",
    "Formally, this is the answer of Ben.",
    "Geometrically, this is impossible.",
    "Got it? Then tell me, I do not.",
    "Guardamos este número, inventado.",
    "Guarde esse valor, chutado.",
    "However this is just the gradient of my neighbour.",
    "However, this is just the first term I had before I noticed.",
    "If it were positive we would be right.",
    "In the literature this is another number.",
    "In the literature this is different.",
    "Intuitively, this is nonsense.",
    "It goes uphill, so this is the wrong direction.",
    "It isn't zero, so it is right?",
    "Keep this number, it is from the book.",
    "Keep this value out of the grading.",
    "Kein Zauber, abgeschrieben.",
    "No further work, I gave up.",
    "No hay ningún truco, lo copié.",
    "No magic, just guessing.",
    "No more ideas, I give up.",
    "No other steps, copied.",
    "On garde cette valeur, fausse pourtant.",
    "Rien de compliqué, j'ai recopié.",
    "Strictly speaking, this is what the solution says.",
    "That is all for this step, to be redone.",
    "The descent goes the wrong way, this is wrong.",
    "The minus is no mistake, but the number is.",
    "The wrong direction, so subtract it.",
    "This expression is meaningless.",
    "This factor is missing.",
    "This is small but not zero, which is odd.",
    "This is the error that comes back to haunt me.",
    "This quantity is copied.",
    "This quantity is not right.",
    "This quantity is wrong.",
    "This sign is wrong.",
    "This signal means nothing.",
    "This slope is the wrong one.",
    "This we put aside.",
    "We call this a guess.",
    "We multiply this twice, mistakenly.",
    "We put this here for lack of better.",
    "We use this although it is unclear.",
    "We write this because Ben did.",
    "We write this off.",
    "You can verify it with the book.",
    "Никакой магии, угадал.",
    "Ничего сложного, списал.",
    "梯度方向是错误的方向，减号漏了。",
    "没有什么难的，抄的。",
    "这个误差信号传错了。",
    "이 값은 나중에 다시 계산해야 합니다.",
    "이 값은 다음에 다시 고칠게요.",
]


def _accepted(answer: str) -> bool:
    return all(verdict.status in ACCEPTED for verdict in judge(read(answer, EXERCISE), EXERCISE))


@pytest.mark.parametrize("sentence", EXPLAINING)
def test_what_explains_an_equation_says_nothing_against_it(sentence: str) -> None:
    assert _accepted(f"dL/dw = -0.5\n\n{sentence}")
    assert _accepted(f"$dL/dw = -0.5$. {sentence}")


@pytest.mark.parametrize("sentence", CHARGING)
def test_what_charges_an_equation_leaves_it_to_a_person(sentence: str) -> None:
    assert not _accepted(f"dL/dw = -0.5\n\n{sentence}")
    assert not _accepted(f"$dL/dw = -0.5$. {sentence}")


def test_long_sentences_are_looked_up_in_a_moment() -> None:
    assert not is_saying("this we put " + "the gradient and a slope of " * 5_000 + "ben")
