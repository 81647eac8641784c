"""Rests: a title that says that the other quantities follow, "The others:", speaks of nobody else.

Below a label of the learner's own, "Me:", "My part:" or "(me)", the others are people.
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import lines

_OTHERS = bare_words(  # who may be people
    "others other anderen andere autres demás otros otras altri altre outros outras demais inne inni pozostali другие "
    "остальные övriga andra øvrige andre overige diğerleri 其他 其它 다른 他 その他 ostatní ostatné többi celelalte "
    "інші muut"
)
RESTS = _OTHERS | bare_words(
    "rest remaining übrigen restlichen reste restants restantes resto rimanenti pozostałe reszta остальное resten "
    "kalanlar 其余 剩下的 나머지 残り zbytek restul υπόλοιπα άλλα còn lại lainnya sisanya решта loput الباقي باقي"
)
_BESIDE = bare_words(
    "the all now then and so ones one for of gradients gradient derivatives derivative partials quantities nodes die "
    "der das alle nun und jetzt les le et maintenant los las el la y ahora gli i il le e ora os as o agora de den det "
    "och nu a i теперь и все şimdi ve τα και các tất cả a"
)
_ONESELF = bare_words(
    "i me my mine myself we our ours us ich mich mein meine meins meiner wir unser unsere je moi mon ma mes mien "
    "mienne miens nous notre nos yo mi mis mío mía mios mías nosotros nuestro nuestra eu mim meu meus minha minhas nós "
    "nosso nossa io me mio mia miei mie noi nostro nostra ik mij mijn mijne wij ons onze ja mój moja moje my nasze jag "
    "mig min mitt mina vi vår jeg mit mine minä minun ben benim biz bizim saya aku kami tôi em mình eu meu mea mele já "
    "můj moje én enyém я мы мой моя моё мое мои мне наш наши моє мої εγώ μου 我 我的 我们 我們 나 내 저 제 私 僕 俺 "
    "मैं मेरा أنا"
)
_FEWEST = 3  # numbers above, of which the others are the others
_LONGEST = 5  # words
_LABEL = 4  # words of a label of one's own, "What I have:"


def with_rests(tokens: list[Token]) -> list[Token]:
    """Return the tokens, the words of such a title as plain words; the first quantities of an answer are no others."""
    found = list(tokens)
    of_people = False
    for start, end in lines(tokens):
        of_people = of_people or _is_own(tokens[start:end])
        alone = end - start == len(tokens)  # of which nobody knows what stands above
        above = sum(token.kind == "num" for token in tokens[:start])
        if not _is_title(tokens[start:end]):
            continue
        if of_people or not (above or alone):
            found[start:end] = map(_of_people, tokens[start:end])
        elif alone or above >= _FEWEST:
            found[start:end] = map(_plain, tokens[start:end])
    return found


def _is_title(line: Sequence[Token]) -> bool:
    words = [token for token in line if not token.edge and token.text != "colon"]
    texts = [bare(token.text) for token in words]
    led = len(words) > 1 or any(token.text == "colon" for token in line[-2:])
    return led and len(words) <= _LONGEST and not RESTS.isdisjoint(texts) and all(t in RESTS | _BESIDE for t in texts)


def _is_own(line: Sequence[Token]) -> bool:
    """Whether a line is, or begins with, a label of the learner's own, or ends with one."""
    ends = [at for at, token in enumerate(line) if token.text == "colon"]
    last = next((at for at in range(len(line) - 1, -1, -1) if line[at].kind not in ("word", "close", "sep")), -1)
    labels = [line[: ends[0]] if ends else line, line[last + 1 :]]
    return any(_is_label([token for token in label if not token.edge]) for label in labels)


def _is_label(tokens: Sequence[Token]) -> bool:
    said = [token for token in tokens if token.kind not in ("close", "sep")]
    words = [bare(token.text) for token in said if token.kind == "word"]
    return len(words) == len(said) <= _LABEL and not _ONESELF.isdisjoint(words)


def _plain(token: Token) -> Token:
    return token if token.kind == "sep" else replace(token, kind="word", node=None, role=Role.PLAIN)


def _of_people(token: Token) -> Token:
    return replace(token, role=Role.OTHERS) if bare(token.text) in _OTHERS else token
