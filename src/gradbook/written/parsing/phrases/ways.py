"""Ways: what says through which quantity a part comes is of no quantity: "through e: -1.2 x", "via e it is -2.4"."""

from dataclasses import replace

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.equations.assembly.ahead import quantity_ahead
from gradbook.written.parsing.grammar.brackets import OPERAND_ENDS
from gradbook.written.parsing.grammar.edges import last_seen, seen

_ALONE = frozenset({"into", "from"})  # "the gradient flowing into w is 2" is of w


def by_way(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read the quantity in "through e: -1.2 x" as a word; before an equation it says of what that is a part."""
    place = seen(tokens, at + 1)
    while place < len(tokens) and tokens[place].role in (Role.OF, Role.ARTICLE):
        place = seen(tokens, place + 1)
    colon = seen(tokens, place + 1)
    if colon >= len(tokens) or not tokens[place].name:
        return None
    verb = tokens[colon]
    last = last_seen(before, len(before))
    operand = last >= 0 and before[last].kind in OPERAND_ENDS  # "f = z por r es 24"
    says = (verb.kind, verb.text) == ("rel", "is") and not operand and bare(tokens[at].text) not in _ALONE
    if not (says or verb.text == "colon") or quantity_ahead(tokens, seen(tokens, colon + 1), lexicon):
        return None
    named = replace(tokens[place], kind="word", node=None, role=Role.PLAIN)
    if not says:
        return [tokens[at], named], colon
    return [tokens[at], named, Token("sep", "colon", verb.start, verb.end)], colon + 1  # "via e it is -2"
