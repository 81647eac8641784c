"""Aims of predictions: "y_hat = 0.67, it should be 1" says of the target what it is, and nothing against the equation.

Whether the target is that, is seen when it is judged: "q = 6, it should be 8" without a target of 8 takes q = 6 back.
"""

from collections.abc import Sequence

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import bare, bare_words
from gradbook.written.parsing.grammar.edges import ends_sentence

AIMS = bare_words(
    "should ought sollte müsste devrait debería debiera deveria devia dovrebbe doveva zou moest powinno powinien "
    "powinna должно должен должна olmalıydı borde skulle mělo seharusnya"
)
_BESIDE = bare_words(
    "it that this but though while and really actually to have been be in fact er sie es das aber doch eigentlich "
    "jedoch elle il ce cela ça mais pourtant être égale égal à ello esto pero ser igual a estar isso mas ele ela "
    "essere invece però het die maar eigenlijk zijn a być to ale wynosić а но он она оно быть det men vara to být ale"
)
_BEHIND = bare_words("sein be instead actually really olmalıydı werden zijn być")
_FAR = 14  # tokens from the quantity to what it should be
_NEAR = 5


def with_targets_said(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, words that say what a prediction should be as an equation for its target."""
    found, at = list[Token](), 0
    while at < len(tokens):
        end = _end(tokens, at) if tokens[at].kind == "word" and bare(tokens[at].text) in AIMS else 0
        target = _target(found, lexicon) if end else ""
        if target:
            while found[-1].kind == "word" and bare(found[-1].text) in _BESIDE:
                found.pop()
            number = next(token for token in tokens[at:end] if token.kind == "num")
            begin, stop = tokens[at].start, tokens[at].end
            parted = found[-1].kind in ("sep", "open") and not found[-1].edge
            found += [] if parted else [Token("sep", "comma", begin, begin)]
            found += [Token("name", target, begin, stop, Symbol(target)), Token("rel", "=", stop, stop), number]
            at = end
        else:
            found.append(tokens[at])
            at += 1
    return found


def _end(tokens: Sequence[Token], at: int) -> int:
    """Return where the clause ends that a word begins, if all that it says is a number; 0 where it is not."""
    place, numbers = at + 1, 0
    while place < len(tokens) and place - at <= _NEAR:
        token = tokens[place]
        if token.kind == "num":
            numbers += 1
        elif token.kind == "word":
            if bare(token.text) not in (_BEHIND if numbers else _BESIDE):
                return 0
        elif not token.edge and token.text != "is":
            break
        place += 1
    closed = place >= len(tokens) or tokens[place].kind in ("sep", "close")
    return place if numbers == 1 and closed else 0


def _target(before: Sequence[Token], lexicon: Lexicon) -> str:
    """Return the input that the quantity which was given a number right before is compared with; "" where none is."""
    for place in range(len(before) - 1, max(-1, len(before) - _FAR), -1):
        if ends_sentence(before[place]):
            break
        if [token.kind for token in before[place : place + 3]] == ["name", "rel", "num"]:
            return _compared_with(before[place].name, lexicon)
    return ""


def _compared_with(name: str, lexicon: Lexicon) -> str:
    compared = [
        other
        for of, operands in lexicon.operands.items()
        if lexicon.operations.get(of) == "sub" and len(operands) == 2 and name in operands
        for other in operands
        if other != name and other in lexicon.inputs
    ]
    return compared[0] if len({*compared}) == 1 else ""
