"""Whose numbers an equation gives: examples and others, in each language; and what an unknown word may be about."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written.reading import reading_of

LEXICON = EXERCISES["seed"].lexicon

# of somebody or something else
OTHERS = [
    "Example: q = 10", "For example, q = 10", "e.g. q = 10", "As an example: q = 10", "Example 1: q = 10",
    "Example:\nq = 10", "q = 10, for example", "q = 10 (example)",
    "The other: q = 10", "The others have q = 10", "In another exercise q = 10", "In another one, q = 10",
    "With other numbers q = 10", "Another student has q = 10", "q = 10, but that is of another exercise",
    "## Another exercise\nq = 10", "Somebody else got q = 10",
    "Guys in my class have q = 10", "Could someone say q = 10?", "Jemand hat q = 10", "Laut Musterlösung ist q = 10",
    "In der Musterlösung steht q = 10", "Hi guys, someone told me q = 10",
    "Beispiel: q = 10", "z. B. q = 10", "Zum Beispiel q = 10", "Im anderen Blatt ist q = 10",
    "In einer anderen Aufgabe ist q = 10", "Die anderen haben q = 10", "Ein anderer hat q = 10",
    "Exemple : q = 10", "Par exemple, q = 10", "Dans un autre exercice q = 10", "Les autres ont q = 10",
    "Ejemplo: q = 10", "Por ejemplo, q = 10", "En otro ejercicio q = 10", "Los otros tienen q = 10",
    "Exemplo: q = 10", "Por exemplo, q = 10", "Em outro exercício q = 10", "Os outros têm q = 10",
    "Esempio: q = 10", "Per esempio, q = 10", "In un altro esercizio q = 10", "Gli altri hanno q = 10",
    "Voorbeeld: q = 10", "Bijvoorbeeld: q = 10", "In een andere opgave is q = 10", "De anderen hebben q = 10",
    "Przykład: q = 10", "Na przykład q = 10", "W innym zadaniu q = 10", "Inni mają q = 10",
    "Пример: q = 10", "Например, q = 10", "В другой задаче q = 10", "У других q = 10",
    "例如：q = 10", "例如 q = 10", "在另一个题目中 q = 10", "其他人得到 q = 10",
    "例えば、q = 10", "別の問題では q = 10", "他の人は q = 10", "友達の答えは q = 10",
    "예를 들어 q = 10", "예시: q = 10", "다른 학생은 q = 10",
]  # fmt: skip

# of the learner's own
OWN = [
    "In this example we compute q = 10", "In our example: q = 10", "This example shows the chain rule. q = 10",
    "The worked example gives q = 10", "The other gradient is df/db = 3", "On the other hand, q = 10",
    "Along the other path q = 10", "The other two are q = 10 and r = 8", "In other words, q = 10",
    "For the other hidden node we get q = 10", "The error is q = 10", "Error: q = 10", "The error term q = 10",
    "In diesem Beispiel ist q = 10", "Der andere Gradient ist df/db = 3", "Auf dem anderen Weg ist q = 10",
    "Mit anderen Worten: q = 10", "Der Fehler ist q = 10",
    "Dans cet exemple q = 10", "L'autre gradient vaut df/db = 3", "Sur l'autre chemin q = 10", "D'autre part, q = 10",
    "L'erreur vaut q = 10",
    "En este ejemplo q = 10", "El otro gradiente es df/db = 3", "Por otro lado, q = 10", "El error es q = 10",
    "Neste exemplo q = 10", "O outro gradiente é df/db = 3", "Por outro lado, q = 10", "O erro é q = 10",
    "In questo esempio q = 10", "L'altro gradiente è df/db = 3", "D'altra parte, q = 10", "L'errore è q = 10",
    "Hey guys, q = 10", "Salut les amis, q = 10", "Ciao ragazzi, q = 10", "Now, friends, q = 10",
    "Kann jemand drüberschauen? q = 10", "Can someone check this? q = 10", "¿Alguien puede revisarlo? q = 10",
    "Someone got the same? q = 10", "# Musterlösung\n\nq = 10", "# Modeloplossing\n\nq = 10", "# Answer key\n\nq = 10",
    "In dit voorbeeld is q = 10", "De andere gradiënt is df/db = 3", "Met andere woorden: q = 10", "De fout is q = 10",
    "W tym przykładzie q = 10", "Inny gradient to df/db = 3", "Z drugiej strony q = 10", "Błąd wynosi q = 10",
    "В этом примере q = 10", "Другой градиент: df/db = 3", "С другой стороны, q = 10", "Ошибка равна q = 10",
    "本例中 q = 10", "另一条路径 q = 10", "误差 q = 10",
    "この例では q = 10", "別の経路 q = 10", "誤差は q = 10",
    "다른 경로 q = 10", "오차 q = 10",
]  # fmt: skip

# what is an error where it stands behind an equation
ERRORS = [
    "q = 10 is an error", "q = 10, that is an error", "q = 10. An error!", "q = 10 (error)", "q = 10 ist ein Fehler",
    "q = 10, das ist ein Fehler", "q = 10 est une erreur", "q = 10, c'est une erreur", "q = 10 es un error",
    "q = 10 é um erro", "q = 10 è un errore", "q = 10 is een fout", "q = 10 to błąd", "q = 10 — это ошибка",
]  # fmt: skip

# an unknown word that may be about the equation, and one that cannot
ABOUT = [
    "blorp q = 10", "q = 10 blorp", "blorp, q = 10", "blorp, so q = 10", "q = 10, blorp", "q = 10, so blorp",
    "In the blorp we had before, q = 10", "In the blorp we had before, so q = 10", "As we saw in blorp, q = 10",
    "I used the chain rule which is not blorp, so q = 10", "I used blorp with 12 as a result, so q = 10",
    "I used the chain rule and the blorp is 12, so q = 10", "We used blorp blorp and the rule, so q = 10",
    "If we used the blorp rule here, so q = 10", "My neighbour used the blorp rule, so q = 10",
    "I used the chain rule, so blorp q = 10",
]  # fmt: skip
APART = [
    "I used the chain rule, as Prof. Blorp taught us, so q = 10",
    "I used the chain rule as blorp taught us, so q = 10",
    "With the rule that blorp taught us, and the values from above, q = 10",
    "Nach der Kettenregel, die Blorp uns gezeigt hat, also q = 10",
]

# denied, hedged or supposed in the subject of a verb, or in the clause that a clause with "that" belongs to
FAR = [
    "The fake forward pass gives the value q = 10", "The forward pass of the network hardly gives q = 10",
    "I refuse to believe that the forward pass gives q = 10", "In a dream the forward pass gave q = 10",
    "A common mistake is q = 10 in the forward pass", "Beginners often write q = 10 in the forward pass",
    "Instead of q = 10 the forward pass gives something else", "It would be nice if the forward pass gave q = 10",
    "Anyone who writes q = 10 has misunderstood the forward pass", "At first I had q = 10 for the product",
    "Ein häufiger Irrtum ist q = 10 beim Vorwärtsdurchlauf", "Es ist gelogen, dass die Multiplikation q = 10 ergibt",
    "Une erreur fréquente est q = 10 dans la passe avant", "Un error común es q = 10 en la pasada hacia adelante",
    "Een veelgemaakte fout is q = 10 bij de voorwaartse stap", "Częstym błędem jest q = 10 w przejściu w przód",
    "Частая ошибка — это q = 10 на прямом проходе", "Nie wierzę, że przejście w przód daje q = 10",
    "Un errore comune è q = 10 nel passaggio in avanti", "Um erro comum é q = 10 na passagem para frente",
]  # fmt: skip


def doubts(text: str) -> list[str]:
    return [statement.doubt for statement in reading_of(text, LEXICON).statements]


@pytest.mark.parametrize("text", [*OTHERS, *ERRORS, *ABOUT, *FAR])
def test_what_is_said_of_others_or_in_unknown_words_is_doubtful(text: str) -> None:
    found = doubts(text)
    assert not found or any(found)


@pytest.mark.parametrize("text", [*OWN, *APART])
def test_what_is_the_learners_own_is_not_doubtful(text: str) -> None:
    assert doubts(text) == [""] * len(doubts(text))
    assert doubts(text)


@pytest.mark.parametrize("title", ["## Example", "### Example 11.2", "## Beispiel", "## Exemple", "**Ejemplo**"])
def test_under_the_title_of_an_example_an_equation_counts_where_it_fits(title: str) -> None:
    (statement,) = reading_of(f"{title}\n\nq = 10", LEXICON).statements
    assert statement.tentative
    assert not statement.doubt
