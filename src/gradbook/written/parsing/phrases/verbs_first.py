"""Verbs before a list of derivatives that all have one number, or none: "Dann sind df/dx und df/dy beide 0".

In German and Dutch the verb stands first behind a word that leads; Hebrew and Russian have none: "df/dx и df/dy оба 0".
"""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import TOO
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.each import EACH
from gradbook.written.parsing.grammar.edges import ends_sentence, past_number, seen
from gradbook.written.parsing.phrases.slopes.parallels import is_and

_QUANTITY = frozenset({"der", "diff", "diffsub", "frac", "group", "end", "name", "op"})
_SLOPE = frozenset({"der", "diff", "diffsub"})
_BEGINS = frozenset({"num", "op"})
_LONGEST = 60  # tokens of such a list


def with_verbs_behind(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a verb before such a list behind it, and one where none stands."""
    if not any(token.kind in _SLOPE for token in tokens):
        return tokens
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        verb = (tokens[at].kind, tokens[at].text) == ("rel", "is")
        starts = at == 0 or ends_sentence(tokens[at - 1]) or tokens[at - 1].kind == "word"
        last, number = _list_from(tokens, at + verb) if starts else (0, 0)
        related = any(token.kind == "rel" for token in tokens[last:number])  # "auch 0"
        if not number or not (verb or (not related and _says_each(tokens[last:number]))):
            found.append(tokens[at])
            at += 1
            continue
        edge = tokens[last - 1].end
        sign = replace(tokens[at], start=edge, end=edge) if verb else Token("rel", "is", edge, edge)
        found += [*tokens[at + verb : last], *([] if related else [sign])]
        at = last
    return found


def _says_each(tokens: list[Token]) -> bool:
    return any(bare(token.text) in EACH for token in tokens)


def _list_from(tokens: list[Token], at: int) -> tuple[int, int]:
    """Return the place behind derivatives that "and" joins, and that of the number that ends the clause; 0 for none."""
    place, joints, last = at, 0, at
    while place < min(at + _LONGEST, len(tokens)):
        token = tokens[place]
        if token.kind in _QUANTITY or token.edge:
            place, last = place + 1, place + 1
        elif is_and(token):
            joints += 1
            place += 1
        else:
            break
    number = place
    while number < len(tokens) and (tokens[number].edge or _is_passed(tokens[number])):
        number += 1
    slopes = sum(token.kind in _SLOPE for token in tokens[at:last])
    end = past_number(tokens, number) if number < len(tokens) and tokens[number].kind in _BEGINS else 0
    behind = seen(tokens, end) if end else 0
    ends = end > 0 and (behind >= len(tokens) or ends_sentence(tokens[behind]))
    return (last, number) if joints and slopes > joints and ends else (0, 0)


def _is_passed(token: Token) -> bool:
    text = bare(token.text)
    passed = token.kind == "word" and (text in EACH or text in TOO or token.role is Role.FILLER)
    return passed or token.kind == "rel"
