"""Marking: remarks on how an answer is marked are none of its own: "Wer das Vorzeichen vergisst, verliert 1 P."."""

from dataclasses import replace
from itertools import takewhile

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import seen

POINTS = bare_words(
    "point points pt pts mark marks credit punkt punkte punkten punti punto puntos ptos ponto pontos punt punten pkt "
    "punktu punkty балл балла баллов 分 점 点"
)
_DEDUCTS = bare_words(
    "deduct deducted deducts minus lose loses lost losing cost costs subtract subtracted off penalty abzug abgezogen "
    "abziehen verliert verlieren kostet retire retirer retiré enlève perd perdre pierde pierden resta restan "
    "descontar descuenta perde perdem desconta descontado togliere toglie perso aftrek kost tracisz odejmujemy "
    "снимается снимаем минус 扣 扣掉 감점 減点"
)
_ENDS = frozenset({"stop", "line", "block", "item", "heading", "semicolon", "colon"})


def marked(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a number of points as a word, and the words of clauses that take such away as plain ones."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        behind = seen(tokens, at + 1)
        if token.kind != "num" or behind >= len(tokens) or bare(tokens[behind].text) not in POINTS:
            continue
        found[at] = replace(token, kind="word", node=None, role=Role.PLAIN)
        begin = at - sum(1 for _ in takewhile(_goes_on, reversed(tokens[:at])))
        end = at + 1 + sum(1 for _ in takewhile(_goes_on, tokens[at + 1 :]))
        clause = tokens[begin:end]
        taken = any(bare(word.text) in _DEDUCTS for word in clause if word.kind == "word")
        if taken and not any(word.kind == "rel" and word.text != "is" for word in clause):
            for place in range(begin, end):
                if tokens[place].kind == "word":
                    found[place] = replace(tokens[place], role=Role.PLAIN)
    return found


def _goes_on(token: Token) -> bool:
    return not (token.kind == "sep" and token.text in _ENDS)
