"""Concluding: where the calculation or number begins that ends a passage in words."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.expression import QUANTITIES, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, Role, bare
from gradbook.written.lexing.words.lists.concluding import CONCLUDES
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.parsing.equations.assembly.ahead import named, quantity_ahead
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_TELLS = frozenset({Role.RELATION, Role.RESULT, Role.SAME, Role.LINK})
LONGEST = 120  # tokens of a sentence, or of an answer in words
_CALCULATES = frozenset({"num", "op", "open", "close", "frac", "name", "fn", "group", "end", "der", "diff", "sqrt"})


def conclusion(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Return where the calculation or number begins that ends a passage; 0 where it ends otherwise."""
    if any(token.kind == "word" and (token.role in AGAINST_IT or token.text in MARKS) for token in tokens[start:end]):
        return 0
    last, depth = 0, 0
    for at in range(start, end):
        depth += (tokens[at].kind == "open") - (tokens[at].kind == "close")
        last = at if tokens[at].kind == "num" and depth == 0 else last
    behind = [token for token in tokens[last + 1 : end] if not token.edge]
    if not last or any(token.kind not in ("sep", "close") for token in behind):
        return 0
    begin = last - (tokens[last - 1].text == "-" and last - 1 > start)
    before = last_seen(tokens, begin)
    if before < start:
        return 0
    sign = tokens[before]
    if sign.kind == "rel" and sign.text != "is":
        return _calculation(tokens, start, before, lexicon)
    tells = sign.kind == "rel" or sign.text in ("colon", "arrow")
    leads = sign.kind == "word" and (sign.role in _TELLS or bare(sign.text) in CONCLUDES)
    tells = tells or (leads and bare(sign.text) not in WITH | AND)  # no "grows with 10", "adds 3 and 10"
    return begin if tells and any(token.kind == "word" for token in tokens[start:before]) else 0


def _calculation(tokens: Sequence[Token], start: int, sign: int, lexicon: Lexicon) -> int:
    """Return where the calculation begins whose result stands behind a sign; 0 where it is said of a quantity."""
    begin = sign
    while begin > start and (
        tokens[begin - 1].kind in _CALCULATES or tokens[begin - 1].edge or tokens[begin - 1].text in ("=", "~")
    ):
        begin -= 1
    begin = seen(tokens, begin)
    words = any(token.kind == "word" for token in tokens[start:begin])
    return 0 if begin >= sign or not words or _is_named(tokens, begin, lexicon) else begin


def _is_named(tokens: Sequence[Token], begin: int, lexicon: Lexicon) -> bool:
    stop = quantity_ahead(tokens, begin, lexicon)
    node: Node | None = quantity(named(tokens[begin:stop]), lexicon) if stop else None
    return isinstance(node, QUANTITIES)


def restated(head: Sequence[Token], words: Sequence[Token], place: int) -> list[Token]:
    """Return what stands before a number at a place, so that it is said of a quantity.

    Where the words between calculate it, they are a side that is not read.
    """
    sign = Token("rel", "=", place, place)
    told = [Token("bad", "...", place, place), sign] if any(token.kind == "num" for token in words) else []
    return [Token("sep", "stop", place, place), *(replace(t, start=place, end=place) for t in head), sign, *told]
