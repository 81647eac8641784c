"""Rests: a title that says that the other quantities follow, "The others:", speaks of nobody else."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import lines

RESTS = bare_words(
    "others other rest remaining anderen andere übrigen restlichen autres reste restants restantes demás otros otras "
    "resto restantes altri altre rimanenti outros outras demais pozostałe inne reszta остальные другие остальное "
    "övriga andra øvrige andre resten overige diğerleri kalanlar 其他 其它 其余 剩下的 나머지 다른 残り 他 "
    "その他 ostatní zbytek ostatné többi celelalte restul υπόλοιπα άλλα còn lại lainnya sisanya інші решта muut loput "
    "الباقي باقي"
)
_BESIDE = bare_words(
    "the all now then and so ones one for of gradients gradient derivatives derivative partials quantities nodes die "
    "der das alle nun und jetzt les le et maintenant los las el la y ahora gli i il le e ora os as o agora de den det "
    "och nu a i теперь и все şimdi ve τα και các tất cả a"
)
_FEWEST = 3  # numbers above, of which the others are the others
_LONGEST = 5  # words


def with_rests(tokens: list[Token]) -> list[Token]:
    """Return the tokens, the words of such a title as plain words; the first quantities of an answer are no others."""
    found = list(tokens)
    for start, end in lines(tokens):
        alone = end - start == len(tokens)  # of which nobody knows what stands above
        follows = alone or sum(token.kind == "num" for token in tokens[:start]) >= _FEWEST
        if follows and _is_title(tokens[start:end]):
            found[start:end] = [_plain(token) for token in tokens[start:end]]
    return found


def _is_title(line: Sequence[Token]) -> bool:
    words = [token for token in line if not token.edge and token.text != "colon"]
    texts = [bare(token.text) for token in words]
    led = len(words) > 1 or any(token.text == "colon" for token in line[-2:])
    return led and len(words) <= _LONGEST and not RESTS.isdisjoint(texts) and all(t in RESTS | _BESIDE for t in texts)


def _plain(token: Token) -> Token:
    return token if token.kind == "sep" else replace(token, kind="word", node=None, role=Role.PLAIN)
