"""What a quantity is with new inputs, or with the old ones: "L with the new w: 0.29", "f with the old w and b = 2"."""

from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.values.moved.new_values import step_behind
from gradbook.written.parsing.phrases.values.outcomes import noun_of, output

LEADS = WITH | {"at", "for", "bei", "fur", "pour", "para", "per", "dla"}
_SIGNS = frozenset({"=", "~", "is"})
_PASSED = (Role.ARTICLE, Role.PLAIN, Role.WEIGHT, Role.BIAS)
_STATES = (Role.NEW, Role.OLD)
_MOST = 9  # tokens of the new inputs


def with_new(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read a calculated quantity before "with the new w" and a sign as its new value, before "the old w" as it is."""
    last = last_seen(before)
    head = before[last] if last >= 0 else tokens[at]
    if noun := noun_of(head):
        head = output(noun, head, head.end, lexicon, new=False)
    if head.kind != "name" or head.name not in lexicon.operands:
        return None
    place, told = seen(tokens, at + 1), set[bool]()
    while place < len(tokens) and place - at < _MOST:
        token = tokens[place]
        if token.text == "colon" or (token.kind == "rel" and token.text in _SIGNS):
            break
        if token.role in _STATES or token.kind in ("new", "old"):
            told.add(token.role is Role.NEW or token.kind == "new")
        named = token.kind in ("new", "old") or token.name in lexicon.inputs
        if not (named or token.role in (*_PASSED, *_STATES) or bare(token.text) in AND or token.edge):
            return None
        place += 1
    else:
        return None
    if len(told) != 1:
        return None
    del before[last:]
    if told == {False}:
        return [head], place
    return [Token("new", head.name, head.start, tokens[place - 1].end, New(head.name), head.role)], place


def in_brackets(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read a quantity before "(new) =", "(after the step) =" and "(with the new weights) =" as its new value."""
    if len(before) < 2 or before[-1].text != "(" or not before[-2].name:
        return None
    close = next((place for place in range(at, min(at + _MOST, len(tokens))) if tokens[place].kind == "close"), 0)
    sign = seen(tokens, close + 1)
    if not close or sign >= len(tokens) or not (tokens[sign].text == "colon" or tokens[sign].text in _SIGNS):
        return None
    inside = [token for token in tokens[at:close] if not token.edge]
    new = any(token.role is Role.NEW or token.kind == "new" for token in inside)
    stepped = inside[0].role is Role.AFTER and (step_behind(tokens, at) > at or len(inside) == 1)  # "L (after) ="
    said = (*_PASSED, *_STATES, Role.AFTER, Role.STEP, Role.VALUES, Role.SLOPE, Role.NUMBER)
    told = all(t.kind == "new" or t.name in lexicon.inputs or t.role in said or bare(t.text) in LEADS for t in inside)
    if not (new or stepped) or not told or any(token.role is Role.OLD for token in inside):
        return None
    before.pop()
    old = before.pop()
    return [Token("new", old.name, old.start, tokens[close].end, New(old.name))], close + 1
