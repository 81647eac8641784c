"""Reactions: items that name a quantity by how the output moves with it, and the number that it moves by.

    nudge e → L changes at −1.12        How much L cares about a: −0.755        D vs ox: 5        an z gedreht: −0,1481

Such a number counts where it is the gradient: what moves by it need not be the output. One of a move downwards has no
sign of its own.
"""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.lists.moving import FALLING, NUDGING, PUSHING, SCALING, WHEN, moves
from gradbook.written.parsing.grammar.edges import LINE_ENDS
from gradbook.written.parsing.phrases.slopes.received.inquiries import is_harmless

VERSUS = bare_words("vs versus against gegen gegenüber contre contra contro tegen против przeciw mot karşı")
_MOST = 14  # tokens of such a label
_FEW = 8  # tokens between a label and its number that say again that the output moves
_CALCULATES = frozenset({"num", "open", "name", "frac", "group", "fn"})


def with_reactions(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, labels that say with which quantity the output moves as the derivatives that they mean."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not found or (found[-1].kind == "sep" and found[-1].text in LINE_ENDS)
        opens = tokens[at].kind == "word" or tokens[at].name == lexicon.output
        sign = _sign(tokens, at) if begins and opens else 0
        by = _moved_with(tokens[at:sign], lexicon) if sign else None
        if by is not None and (behind := _number_behind(tokens, sign, lexicon)):
            slope = Derivative(lexicon.output, by.name)
            found += [Token("der", by.text, by.start, by.end, slope, Role.ERROR), Token("rel", "=", by.end, by.end)]
            at = behind
            continue
        found.append(tokens[at])
        at += 1
    return found


def _sign(tokens: Sequence[Token], at: int) -> int:
    """Return the place of the sign behind a label of words and names that begins at a place; 0 where there is none."""
    for place in range(at + 1, min(at + _MOST, len(tokens))):
        token = tokens[place]
        if token.kind == "sep" and token.text in ("colon", "arrow"):
            return place
        if not (token.kind in ("word", "name") or token.text == "is" or token.edge):
            return 0
    return 0


def _moved_with(label: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """Return the name of the quantity with which a label says that the output moves."""
    names = [token for token in label if token.kind == "name"]
    others = [token for token in names if token.name != lexicon.output]
    words = [token for token in label if token.kind == "word"]
    if len(others) != 1 or len(names) > 2 or others[0].name not in lexicon.cone(lexicon.output):
        return None
    texts = [part for word in words for part in bare(word.text).split()]
    if any(text.startswith((*FALLING, *SCALING)) and text not in VERSUS for text in texts):
        return None
    if len(names) > 1 and len(texts) == 1 and texts[0] in VERSUS:
        return others[0]
    supposes = any(word.role is Role.CONDITION for word in words) or not WHEN.isdisjoint(texts)
    nudges = any(text.startswith(NUDGING if supposes else PUSHING) for text in texts)  # "I changed w: 4.3" is a step
    told = any(map(moves, texts)) if len(names) > 1 else nudges
    harmless = all(is_harmless(word) or word.role is Role.CONDITION for word in words)
    return others[0] if told and harmless else None


def _number_behind(tokens: Sequence[Token], sign: int, lexicon: Lexicon) -> int:
    """Return the place of what a label leads to, behind words that say again that the output moves; 0 for no number."""
    end = next(
        (n for n in range(sign, len(tokens)) if tokens[n].kind == "sep" and tokens[n].text in LINE_ENDS), len(tokens)
    )
    behind = tokens[sign + 1 : end]
    if not any(token.kind == "num" for token in behind) or any(token.text == "arrow" for token in behind):
        return 0  # "nudge w: 5 -> 5.01"
    first = next((n for n, token in enumerate(behind) if not token.edge), 0)
    if behind[first].name != lexicon.output:
        return sign + 1
    for n in range(first + 1, min(first + _FEW, len(behind))):
        token = behind[n]
        if token.kind in _CALCULATES or token.text == "-":
            texts = [part for word in behind[first + 1 : n] for part in bare(word.text).split()]
            falls = any(text.startswith(FALLING) for text in texts)
            return sign + 1 + n if any(map(moves, texts)) and not falls else 0
        if not (token.edge or (token.kind == "word" and is_harmless(token))):
            return 0
    return 0
