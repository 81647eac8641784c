"""Ways: titles in everyday words for the pass forward and the way back, "Hinweg.", "Then back.", "Voltando:".

In a sentence such words say nothing of gradients: "we get back 3".
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words

_BACK = bare_words(
    "back reverse reversed backflow backwash backwards backward bwd return rückweg zurück rückwärts retour"
    " arrière vuelta atrás volta voltando trás ritorno indietro tornando terug terugweg geri geriye dönüş назад"
    " обратно 回来 回程 返回 往回 倒着 戻り 逆向き 거꾸로 되돌아 뒤로 powrót wstecz zpět tillbaka ngược mundur"
    " 反过来 反过来算 倒过来"
)
_FORTH = bare_words(
    "forth forward forwards fwd hinweg hin vorwärts aller ida adelante frente avanti andata heen heenweg"
    " vooruit ileri gidiş вперед 去程 往前 正着 行き 앞으로 tam naprzód framåt maju"
)
_BESIDE = bare_words(
    "then now next first second ok so and going go we i run running pass way step the in all it from end to"
    " dann jetzt nun und der den weg im au le la en puis ensuite maintenant chemin de luego ahora camino y el"
    " los hacia calculando depois agora caminho e o a para pra poi ora all' andando il il di vado torno again"
    " start starting calculating walking walk"
)
_ENDS = frozenset({"colon", "line", "block", "stop", "item", "heading", "mark"})
_LONGEST = 5  # words of such a title
WAYS = _BACK | _FORTH


def with_ways(tokens: list[Token]) -> list[Token]:
    """Return the tokens, words for the way forward or back with the role of such a pass, where they are a title."""
    found = list(tokens)
    start = 0
    for place in range(len(tokens) + 1):
        ends = place == len(tokens) or (tokens[place].kind == "sep" and tokens[place].text in _ENDS)
        if not ends:
            continue
        if (role := _way(tokens[start:place])) is not None:
            for at in range(start, place):
                if bare(tokens[at].text) in WAYS:
                    found[at] = replace(tokens[at], role=role)
        start = place + 1
    return found


def _way(words: Sequence[Token]) -> Role | None:
    """Return what a title says is gone, if words are nothing but that."""
    said = [bare(word.text) for word in words if not word.edge]
    if not 0 < len(said) <= _LONGEST or any(word.kind != "word" for word in words if not word.edge):
        return None
    if any(text not in WAYS and text not in _BESIDE for text in said):
        return None
    back, forth = not _BACK.isdisjoint(said), not _FORTH.isdisjoint(said)
    if back == forth:
        return None
    return Role.BACKWARD if back else Role.VALUES
