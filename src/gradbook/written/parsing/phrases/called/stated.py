"""What is stated: whether a sentence goes on to a number. What it says otherwise, its words must tell."""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.moving import LANDS, ON
from gradbook.written.parsing.grammar.edges import ends_sentence, past_number, seen
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

FROM = frozenset({"from", "von", "de", "desde", "da", "van", "с", "从", "由"})  # of "from 0.5 to 0.53"
TO = frozenset({"to", "auf", "a", "para", "naar", "до", "на"})
_ANSWERS = frozenset({"a", "answer", "antwort", "reponse", "respuesta", "resposta", "risposta", "r", "答", "答案"})
_CALCULATES = frozenset({"num", "open", "fn"})
_QUANTITIES = frozenset({"diff", "diffsub", "der", "frac", "pd", "nabla", "new", "name"})
_FAR = 24  # tokens of a sentence behind a noun


def states(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign, or a change, with a calculation behind it follows in the sentence."""
    for place in range(at, min(at + _FAR, len(tokens))):
        if tokens[place].text in MARKS:  # "What is the gradient at the net input?", and the number on the next line
            return past_number(tokens, _past_label(tokens, place + 1)) > 0
        by = place > at and tokens[place - 1].role is Role.BY  # "the activation with respect to z"
        if ends_sentence(tokens[place]) or (tokens[place].kind in _QUANTITIES and not by):
            return False  # the number is of another quantity
        if leads_to_number(tokens, place):
            return True
    return False


def _past_label(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind the edges and labels between a question and its answer: "A: roughly"."""
    while at < len(tokens) and (
        tokens[at].kind == "sep" or tokens[at].role is Role.FILLER or bare(tokens[at].text) in _ANSWERS
    ):
        at += 1
    return at


def leads_to_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign, an arrow, "from" or "lands on" stands at a place, and a calculation behind it."""
    token = tokens[at]
    if bare(token.text) in LANDS:
        on = seen(tokens, at + 1)
        return on < len(tokens) and bare(tokens[on].text) in ON and past_number(tokens, seen(tokens, on + 1)) > 0
    if not (says(token) or token.text == "arrow" or (token.kind == "word" and bare(token.text) in FROM | TO)):
        return False
    begin = seen(tokens, at + 1)
    while begin < len(tokens) and tokens[begin].role in (Role.FILLER, Role.LINK):  # "is then about 0.21"
        begin = seen(tokens, begin + 1)
    follows = tokens[begin] if begin < len(tokens) else None
    if follows is None:
        return False
    formula = token.text == "=" and follows.kind not in ("word", "sep")
    behind = tokens[begin + 1] if begin + 1 < len(tokens) else None
    formula = formula or (follows.kind == "name" and behind is not None and behind.kind in ("op", "open"))
    return formula or follows.kind in _CALCULATES or follows.text == "-" or follows.role is Role.MINUS
