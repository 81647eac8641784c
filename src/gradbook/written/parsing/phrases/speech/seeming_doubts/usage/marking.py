"""Marking: remarks on how an answer is marked are none of its own: "levert 1 punt aftrek op", "符号写错的扣 1 分"."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, parts, seen

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
_ENDS = SENTENCE_ENDS | {"semicolon", "colon"}


def marked(tokens: list[Token]) -> list[Token]:
    """Return the tokens, points that are taken as words; in signs, with the words for what they are taken for."""
    found = list(tokens)
    for begin, end in parts(tokens, _ENDS):
        taken = [at for at in range(begin, end) if _counts_points(tokens, at)]
        said = {bare(word.text) for word in tokens[begin:end] if taken and word.kind == "word"}
        if said.isdisjoint(_DEDUCTS) or not said.isdisjoint(_OWN):
            continue
        for at in taken:
            found[at] = replace(tokens[at], kind="word", node=None, role=Role.PLAIN)
        if said.isdisjoint(_IN_SIGNS) or not any(one.startswith(_WHOEVER) for one in said):
            continue
        for place in range(begin, end):
            if tokens[place].kind == "word":
                found[place] = replace(tokens[place], role=Role.PLAIN)
    return found


def _counts_points(tokens: list[Token], at: int) -> bool:
    behind = seen(tokens, at + 1) if tokens[at].kind == "num" else len(tokens)
    return behind < len(tokens) and bare(tokens[behind].text) in POINTS
