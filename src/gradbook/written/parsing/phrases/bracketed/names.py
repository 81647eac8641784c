"""Names in brackets behind the numbers that they have: "1.44 and 12.25 (those are s1 and s2)", "-6 (df/dp and df/dq)".

There are as many as numbers before them, or one number is said to be of each. It counts where it fits.
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.slopes.parallels import is_and, is_claimed
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back
from gradbook.written.parsing.phrases.slopes.received.shares import gradient_by

_LEADS = frozenset({Role.ARTICLE, Role.LINK, Role.FOR, Role.SAME, Role.OF})  # "those are", "for", "namely"
_LONGEST = 40  # tokens in brackets
_LEAST = 2  # names
_DERIVED = frozenset({"der", "diff", "frac", "pd"})


def with_bracketed_names(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return tokens with an equation for each name in brackets behind numbers, in the place of both."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        close = _close(tokens, at) if tokens[at].kind == "open" else 0
        heads = _heads(tokens[at + 1 : close], lexicon, back=goes_back(result)) if close else []
        begin, numbers = _numbers(result) if len(heads) >= _LEAST else (0, [])
        first = at - (len(result) - begin)
        if numbers and len(numbers) in (1, len(heads)) and is_claimed(tokens, first, close + 1):
            edge = result[begin].start
            del result[begin:]
            result.append(Token("sep", "comma", edge, edge))
            for place, head in enumerate(heads):
                parted = [Token("sep", "comma", edge, edge)] if place else []
                placed = replace(head, start=edge, end=edge)
                result += [*parted, placed, Token("rel", "is", edge, edge), *numbers[place % len(numbers)]]
            at = close + 1
            continue
        result.append(tokens[at])
        at += 1
    return result


def _close(tokens: Sequence[Token], at: int) -> int:
    """Return where a bracket closes that holds no other and is no part of an equation; 0 for any other."""
    close = next((n for n in range(at + 1, min(len(tokens), at + _LONGEST)) if tokens[n].kind in ("open", "close")), 0)
    behind = seen(tokens, close + 1)
    ends = behind >= len(tokens) or tokens[behind].kind in ("sep", "word")
    return close if close and tokens[close].kind == "close" and ends else 0


def _heads(inside: Sequence[Token], lexicon: Lexicon, *, back: bool) -> list[Token]:
    """Return the quantities that are listed, and nothing else but what leads to them; none for any other content."""
    place = 0
    while place < len(inside) and (_leads(inside[place]) or inside[place].edge):
        place += 1
    back = back and not any(token.kind == "rel" for token in inside[:place])  # "those are s1 and s2" are values
    parts: list[list[Token]] = [[]]
    for token in inside[place:]:
        if is_and(token):
            parts.append([])
        elif not token.edge:
            parts[-1].append(token)
    heads = [_head(part, lexicon, back=back) for part in parts if part]
    return [head for head in heads if head is not None] if None not in heads else []


def _head(part: Sequence[Token], lexicon: Lexicon, *, back: bool) -> Token | None:
    """Return what a number may be of: a derivative that is written, or a name; by that, where these are spoken of."""
    start, end = part[0].start, part[-1].end
    match quantity([*part], lexicon):
        case Symbol(name) if name in lexicon.cone(lexicon.output) and not back:
            return Token("name", name, start, end, Symbol(name), Role.ERROR)
        case Symbol(name) if name in lexicon.cone(lexicon.output) and name != lexicon.output:
            return gradient_by(name, start, end, lexicon)
        case Derivative() as node if part[0].kind in _DERIVED:
            return Token("der", f"d{node.of}/d{node.by}", start, end, node, Role.SLOPE)
    return None


def _numbers(before: Sequence[Token]) -> tuple[int, list[list[Token]]]:
    """Return where the numbers begin that end what stands before, and each; none where an equation states them."""
    numbers: list[list[Token]] = []
    begin = len(before)
    place = last_seen(before)
    while place >= 0 and before[place].kind == "num":
        first = place - (place > 0 and before[place - 1].text == "-" and past_number(before, place - 1) > 0)
        numbers.insert(0, [*before[first : place + 1]])
        begin = first
        place = last_seen(before, first)
        joint = place
        while place >= 0 and is_and(before[place]):
            place = last_seen(before, place)
        if joint == place:
            break
    lead = last_seen(before, begin)
    stated = lead >= 0 and before[lead].kind not in ("word", "sep")
    return (begin, numbers) if numbers and not stated else (0, [])


def _leads(token: Token) -> bool:
    return (token.kind == "word" and token.role in _LEADS) or (token.kind == "rel" and token.text == "is")
