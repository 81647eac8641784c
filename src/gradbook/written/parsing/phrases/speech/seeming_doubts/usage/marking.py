"""Marking: remarks on how an answer is marked are none of its own: "levert 1 punt aftrek op", "符号写错的扣 1 分"."""

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
    "deduct deducted deducts lose loses lost losing subtract subtracted penalty abzug abgezogen abziehen verliert "
    "verlieren retire retirer retiré enlève perd perdre pierde pierden resta restan descontar descuenta perde perdem "
    "desconta descontado togliere toglie aftrek odejmujemy снимается снимаем 扣 扣掉 감점 減点"
)
_IN_SIGNS = bare_words("扣 扣掉 감점 減点")  # "未讨论 m 的扣 1 分": whoever did not
_WHOEVER = ("的", "者", "경우", "학생", "답안", "人", "もの")
_OWN = bare_words("i we my ich wir mein je nous mon yo mi eu meu io mio ik ja я мы 我 我们 나 내 私 自分")
_ENDS = frozenset({"stop", "line", "block", "item", "heading", "semicolon", "colon"})


def marked(tokens: list[Token]) -> list[Token]:
    """Return the tokens, points that are taken as words; in signs, with the words for what they are taken for."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        behind = seen(tokens, at + 1)
        if token.kind != "num" or behind >= len(tokens) or bare(tokens[behind].text) not in POINTS:
            continue
        begin = at - sum(1 for _ in takewhile(_goes_on, reversed(tokens[:at])))
        end = at + 1 + sum(1 for _ in takewhile(_goes_on, tokens[at + 1 :]))
        said = {bare(word.text) for word in tokens[begin:end] if word.kind == "word"}
        if said.isdisjoint(_DEDUCTS) or not said.isdisjoint(_OWN):
            continue
        found[at] = replace(token, kind="word", node=None, role=Role.PLAIN)
        if said.isdisjoint(_IN_SIGNS) or not any(one.startswith(_WHOEVER) for one in said):
            continue
        for place in range(begin, end):
            if tokens[place].kind == "word":
                found[place] = replace(tokens[place], role=Role.PLAIN)
    return found


def _goes_on(token: Token) -> bool:
    return not (token.kind == "sep" and token.text in _ENDS)
