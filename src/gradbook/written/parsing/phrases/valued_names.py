"""What a name has for its value: "an error e of -0.4", "eine Wahrscheinlichkeit p von 0,37", "dL/dz has the value 3".

A noun without a definite article says that the number is new; "the change in z of 0.4" is of something else.
"""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, NO_CLAIM, Role, bare
from gradbook.written.notation import LOSS_WORDS
from gradbook.written.parsing.grammar.edges import last_seen, number_over, past_number, seen, sentence_start
from gradbook.written.parsing.phrases.called.kinds import PREDICTIONS, VALUED
from gradbook.written.parsing.phrases.called.operations import OPERATION
from gradbook.written.parsing.phrases.values.verbs import HAVE

_INDEFINITE = frozenset(map(bare, (
    "a", "an", "ein", "eine", "einen", "einem", "einer", "un", "une", "una", "um", "uma", "uno", "een", "en", "ett",
)))  # fmt: skip
_PARTICLES = frozenset({"times", "plus", "minus", "和"})  # operations that are no nouns
_NOUNS = frozenset(map(bare, LOSS_WORDS | VALUED | PREDICTIONS | (OPERATION.keys() - _PARTICLES) | {
    "error", "score", "margin", "residual", "value", "fehler", "erreur", "errore", "erro", "écart", "scarto",
}))  # fmt: skip
_GIVES = frozenset(map(bare, AND | HAVE | {"to", "zu", "à", "a"}))  # "and", "leads to"
_JOINED = AND | {"+", "-", "*", "/"}  # "for w and x the value 2" is of no one quantity
_CLAUSE = 30  # tokens that say what a number is
_BEFORE_NUMBER = frozenset({Role.FILLER, Role.ARTICLE, Role.OF})


def of_number(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "an error e of -0.4" as what e is."""
    name = last_seen(before)
    noun = last_seen(before, name)
    lead = last_seen(before, noun)
    if lead < 0 or before[name].name not in lexicon.operands or bare(before[lead].text) not in _INDEFINITE:
        return None
    if before[noun].kind not in ("word", "fn") or bare(before[noun].text) not in _NOUNS or not _gives(before, lead):
        return None
    return _is(tokens, at)


def _gives(before: list[Token], at: int) -> bool:
    """Whether what stands before an article says that there is such a thing, and wishes for none: "we need a loss"."""
    begin = max(sentence_start(before, at), at - _CLAUSE)
    said = [token for token in before[begin:at] if not token.edge]
    if any(token.role in NO_CLAIM for token in said):
        return False
    last = said[-1] if said else None
    if last is None or last.kind == "rel" or last.role in (Role.LINK, Role.RESULT, Role.RELATION):
        return True
    return bare(last.text) in _GIVES or last.text == "comma"


def equal_to_value(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "x 的梯度是 y 的值 -1.5" and "is y's value -1.5" as "is y = -1.5"."""
    of = last_seen(before)
    name = last_seen(before, of)
    verb = last_seen(before, name)
    owns = of > 1 and (before[of].role is Role.OF or before[of].text == "s")
    if not owns or not before[name].name or verb < 0 or before[verb].kind != "rel":
        return None
    if not past_number(tokens, seen(tokens, at + 1)):
        return None
    del before[name + 1 :]
    return [Token("rel", "=", tokens[at].start, tokens[at].end)], at + 1


def with_value(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "for dL/dz the value 0.29" and "dL/dz has the value 0.29"."""
    article = last_seen(before)
    if article < 1 or before[article].role is not Role.ARTICLE:
        return None
    quantity = last_seen(before, article)
    joined = quantity > 0 and before[last_seen(before, quantity)].text in _JOINED
    if quantity < 0 or joined or not (before[quantity].name or before[quantity].kind in ("der", "new", "end")):
        return None
    found = _is(tokens, at)
    if found is not None:
        del before[article:]
    return found


def _is(tokens: list[Token], at: int) -> tuple[list[Token], int] | None:
    """Return a sign in place of a word that a number follows, over words that say that it is rounded."""
    number = number_over(tokens, at + 1, _BEFORE_NUMBER)
    end = past_number(tokens, number)
    if not number or (end < len(tokens) and tokens[end].role in AGAINST_IT):
        return None
    return [Token("rel", "is", tokens[at].start, tokens[number - 1].end)], number
