"""What is calculated once more behind a step: "we compute the loss again and get 0.059", "el coste y sale 0.059"."""

from itertools import takewhile

from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import ends_sentence, past_number, seen
from gradbook.written.parsing.phrases.values.outcomes import losing

_CALCULATES = bare_words(
    "compute computing calculate calculating evaluate evaluating recompute recomputing recalculate re-evaluate run "
    "berechnet berechne berechnen rechnet rechne calcule calculons recalcule recalculons calculer calcular calculamos "
    "calculo recalculamos recalcular recalculo calcolo calcoliamo ricalcolo ricalcoliamo bereken herbereken liczymy "
    "считаем вычислим пересчитаем"
)
_AGAIN = bare_words(
    "again anew neu nochmal nochmals erneut wieder encore nouveau nuevo novo novamente nuovo opnieuw ponownie снова "
    "заново volvemos vuelvo volver voltamos volto"
) | {"once more", "de nouveau", "de nuevo", "otra vez", "de novo", "di nuovo"}
_GET = bare_words(
    "get gets obtain obtains find gives give sale obtenemos obtengo da dá dando erhält erhalten erhalte bekommt "
    "bekomme ergibt kommt obtient obtiens obtenons trouve trouvons donne obtemos obtenho otteniamo ottengo viene krijg "
    "krijgen otrzymujemy получаем получается"
)
_PRONOUNS = bare_words("we i you one man ich wir on je nous se si me out heraus")
_MOST = 8  # tokens of a sentence before the noun
_FAR = 200  # tokens before it in which the step stands
_PASSED = (Role.ARTICLE, Role.FILLER)


def recalculated(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read a noun for the loss, said to be calculated again, with what comes of it as the new value."""
    near = [*takewhile(lambda token: not ends_sentence(token), reversed(before[-_MOST:]))]
    said = {bare(token.text) for token in near if token.kind == "word"}
    if said.isdisjoint(_CALCULATES) or len(near) == _MOST or not losing((tokens[at],), lexicon):
        return None
    plain = _CALCULATES | _AGAIN | _PRONOUNS | AND
    if not all(bare(token.text) in plain or token.role in (*_PASSED, Role.LINK) or token.edge for token in near):
        return None  # "using the old weights we compute the loss again"
    if not any(token.kind == "new" or token.text in ("<-", "-=") for token in before[-_FAR:]):
        return None
    place, again, got = seen(tokens, at + 1), not said.isdisjoint(_AGAIN), False
    while place < len(tokens):
        token = tokens[place]
        word = bare(token.text)
        got = got or word in _GET or (token.kind == "rel" and token.text == "is")
        again = again or word in _AGAIN
        known = word in _AGAIN | _GET | _PRONOUNS | AND or token.role in _PASSED or token.text == "comma"
        if not known and not (token.kind == "rel" and token.text == "is"):
            break
        place = seen(tokens, place + 1)
    end = past_number(tokens, place)
    ends = end and (end >= len(tokens) or tokens[end].kind == "sep")
    if not (ends and again and got):
        return None
    head = Token("new", tokens[at].text, tokens[at].start, tokens[at].end, New(lexicon.output))
    return [head, Token("rel", "is", tokens[at].end, tokens[at].end)], place
