"""What a "not" denies, and which question doubts an equation: in each language, beside one and far from it."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written.reading import reading_of

LEXICON = EXERCISES["seed"].lexicon

# the equation itself is denied or doubted
AGAINST = [
    "q = 10 (not right)", "q = 10, which is not correct", "q = 10 does not hold", "It is not so that q = 10",
    "q = 10. Not what we need", "q = 10. No, it changes", "We do not have q = 10", "q = 10 (no)",
    "q = 10. Is that what it should be?", "q = 10? Which one is active?", "Which of them is it, q = 10?",
    "## Why wrong?\nq = 10",
    "Das stimmt nicht: q = 10", "q = 10 gilt nicht", "Es ist nicht so, dass q = 10",
    "Our class wrong answers: q = 10", "q = 10. Our class was wrong.", "q = 10, Klasse, falsch",
    "q = 10 is too large", "q = 10. That is too low!", "q = 10. That was an error.",
    "q = 10 (skip)", "q = 10, skip it",
    "q = 10. Who says that this is right?", "q = 10. Was ist daran richtig?", "Et si q = 10 ?",
    "## Stimmt das?\nq = 10", "## C'est juste ?\nq = 10", "q = 10. Wirklich?", "q = 10. Siehst du das auch so?",
    "q is niet gelijk aan 10", "q = 10 geldt niet", "q = 10 nie zgadza się", "q = 10 не подходит",
    "Wird q = 10, so folgt viel", "Ist q = 10, so folgt viel",
    "q = 10 (not the updated one)", "q = 10 (with another w, not the updated one)",
    "q = 10 (not with the original w)",
    "w_new = 4.94 (the old value, not the new one)", "q = 10 (using the old w, not the right one)",
    "q = 10 (with the old rule, not the new one)", "q = 10 (using the old w, not 7)", "q = 10 (pas le nouveau w)",
    "q = 10. Sorry for the wrong sign.", "q = 10. Sorry, the wrong file.", "I first had q = 10",
    "I first computed q = 10",
    "I first did it wrong: q = 10", "the (wrong) value is q = 10", "q = 10. Without the bias, it is wrong.",
    "q = 10. Without the chain rule.", "q = 10. Sign error.", "q = 10, drop it",
    "q = 10. And right?", "q = 10. And is that right?", "q = 10. And 11?", "q = 10. And the sign?",
    "q = 10. Und richtig?", "q = 10. How wrong?", "q = 10, easy?", "q = 10. And if it is 11?",
    "q = 10. Should the loss drop?", "q = 10. Et le signe ?", "q = 10. Is the error right?",
    "q = 10 (daar klopt niks van)", "q = 10, das taugt nichts", "q = 10. Nichts davon stimmt.",
    "q = 10 n'est pas bon", "Ce n'est pas q = 10", "q = 10 no es correcto", "q = 10 non è giusto",
    "df/dw = 6 (w doet niks)", "df/dw = 6 (w does nothing)", "df/dw = 6 (w tut nichts)", "df/dw = 6 (w no hace nada)",
    "df/dw = 6 (w nic nie robi)", "df/dw = 6 (w gör ingenting)", "df/dw = 6 (w gör inget)",
    "df/dw = 6 (w ничего не делает)", "df/dw = 6 (w ne fait rien)",
    "q = 10 não está certo", "q = 10 不对", "q = 10 아니다",
]  # fmt: skip

# what a node is or does is denied, or something else is asked
BESIDE = [
    "q = 10 (relu doet niks)", "q = 10 (relu doet hier niets)", "q = 10 (la relu ne fait rien)",
    "q = 10 (relu tut nichts)", "df/dx = 0 (x doet niks)", "df/db = 3 (+ b does nothing)",
    "df/db = 3 (b does nothing to it)", "df/dw = 6 (relu doet niks)", "df/dw = 6 (b gör ingenting)",
    "q = 10 (relu nic nie robi)", "q = 10 (relu ничего не делает)", "q = 10 (relu gör ingenting)",
    "q = 10 (la relu no hace nada)", "q = 10 (relu does nothing)", "q = 10 (a relu não faz nada)",
    "Task 7 – wrong class (target 0)\n\nq = 10", "Falsche Klasse (Ziel 0): q = 10", "# Clase equivocada\nq = 10",
    "Classe errada, alvo 0. q = 10", "La mauvaise classe gagne. q = 10", "The network picks the wrong class, so q = 10",
    "q = 10 (w is not the maximum)", "q = 10, since the gate isn't active", "The bias does not change, so q = 10",
    "No signal flows here, so q = 10", "It is not hard to see that q = 10", "## Why is nothing learning??\nq = 10",
    "The net is small. Which way is down? So q = 10", "q = 10. How does it go on from here?",
    "The value is too low and q = 10", "q = 10. To decrease the error, we step.", "q = 10. Error at the output:",
    "q = 10 (skip) + 0 = 10", "q = 10. To reduce the error: we step.", "q = 10. The step was far too large.",
    "## Und nun?\nq = 10", "## Et avec une division ?\nq = 10", "Was ist q? q = 10", "Und q? q = 10",
    "Чему равно q? q = 10",
    "q = 10. Siehst du?", "q = 10. Tá vendo?", "q = 10 (Vorzeichen nicht vergessen)",
    "q = 10 (ne pas oublier le biais)",
    "Et si on descend avec un pas de 0,5 ? q = 10",
    "Resulta q = 10", "Nos queda q = 10", "Wychodzi q = 10", "Выходит q = 10", "m is classified wrongly, so q = 10",
    "b is niet actief, dus q = 10", "b nie jest aktywny, więc q = 10", "b не влияет, поэтому q = 10",
    "q = 10 (with the *original* $w$, not the updated one)", "q = 10 (using the old w instead of the new one)",
    "q = 10. The old value of w is used, not the new one.", "q = 10, using the original w, not the updated one.",
    "q = 10. Note that we use the old w here, not the updated one.", "q = 10 (mit dem alten w, nicht dem neuen)",
    "q = 10 (avec l'ancien w, pas le nouveau)", "q = 10 (avec le w d'origine, pas celui mis à jour)",
    "q = 10 (con el w original, no el actualizado)", "q = 10 (com o w antigo, não o novo)",
    "q = 10\n\n(sorry for no latex, my laptop died)", "q = 10. Sorry about my handwriting.",
    "q = 10. Entschuldigung für die schlechte Schrift.", "q = 10. Désolé pour l'écriture.",
    "q = 10. Perdón por la letra.", "I first derived the formulas on paper:\n\nq = 10",
    "q = 10 and so the (biased) variance is small", "q = 10. Without the skip, df/dx would be 0.", "q = 10   big drop",
    "1. q = 10\n2. **Output error.** We go back.", "q = 10. Backpropagate the error.",
    "We walk back. Each node multiplies what arrives by its own slope, one after the other. Through the squashers, "
    "q = 10",
    "q = 10. Easy, right??", "q = 10. That was easy, wasn't it?", "Easy, right? q = 10", "q = 10. And the gradient?",
    "q = 10. And now backwards?", "q = 10. What about the gradients?", "Loss - how wrong? q = 10",
    "q = 10. And if we take a step with rate 0.01?", "q = 10. Has the loss improved?", "q = 10. Did the loss go down?",
    "q = 10. Did the loss really go down?", "q = 10. Ist der Fehler wirklich kleiner?",
    "## And with a max?\nq = 10", "q = 10. Ganz einfach, oder?", "q = 10. Und der Gradient?",
    "q = 10. Und wenn wir einen Schritt mit Lernrate 0,01 gehen?", "q = 10. Hat sich der Verlust verringert?",
    "q = 10. Facile, non ?", "q = 10. Et si on descend avec un pas de 0,01 ?",
    "q = 10. Fácil, ¿no?", "q = 10. ¿Y los gradientes?", "q = 10. ¿Y si damos un paso de 0,01?", "q = 10. 쉽죠?",
    "q = 10 (b ist nicht das Maximum)", "Der Bias ändert sich nicht, also q = 10", "kein Signal fließt, also q = 10",
    "q = 10 (b n'est pas le maximum)", "le biais ne change pas, donc q = 10",
    "q = 10 (b no es el máximo)", "el sesgo no cambia, así que q = 10", "q = 10 (b non è il massimo)",
    "o viés não muda, então q = 10",
]  # fmt: skip


@pytest.mark.parametrize("text", AGAINST)
def test_what_denies_an_equation_leaves_it_doubtful(text: str) -> None:
    statements = reading_of(text, LEXICON).statements
    unread = [any(member.node is None for member in statement.members) for statement in statements]
    assert all(statement.doubt or part for statement, part in zip(statements, unread, strict=True))


@pytest.mark.parametrize("text", BESIDE)
def test_what_denies_or_asks_of_a_node_leaves_an_equation_alone(text: str) -> None:
    (statement,) = reading_of(text, LEXICON).statements
    assert not statement.doubt
