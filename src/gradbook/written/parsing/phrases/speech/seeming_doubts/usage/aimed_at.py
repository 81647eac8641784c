"""Aims of predictions: "y_hat = 0.67, it should be 1" says of the target what it is, and nothing against the equation.

Whether the target is that, is seen when it is judged: "q = 6, it should be 8" without a target of 8 takes q = 6 back.
"""

from collections.abc import Sequence

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import ends_sentence

OUGHT = bare_words(
    "should ought sollte müsste devrait debería debiera deveria devia dovrebbe doveva zou moest powinno powinien "
    "powinna должно должен должна olmalıydı borde skulle mělo seharusnya"
)
_BESIDE = bare_words(
    "it that this but though while and to be er sie es das aber doch eigentlich "
    "jedoch elle il ce cela ça mais pourtant être égale égal à ello esto pero ser igual a estar isso mas ele ela "
    "essere invece però het die maar eigenlijk zijn a być to ale wynosić а но он она оно быть det men vara to být ale"
)
_BEHIND = bare_words("sein be olmalıydı werden zijn być")
_FAR = 14  # tokens from the quantity to what it should be
_NEAR = 5


def with_targets_said(tokens: list[Token], lexicon: Lexicon, source: str) -> list[Token]:
    """Return the tokens, words that say what a prediction should be as a condition for its target: "if y = 1"."""
    found, at = list[Token](), 0
    while at < len(tokens):
        token = tokens[at]
        aims = token.kind == "word" and bare(token.text) in OUGHT
        if token.text == "is" and not aims:  # "should be", which a lexicon has for a verb
            aims = bare(source[token.start : token.end]).split(" ")[0] in OUGHT
        end = _end(tokens, at) if aims else 0
        number = next((one for one in tokens[at:end] if one.kind == "num"), None)
        if number is not None and (target := _target(found, lexicon, number.node)):
            while found[-1].kind == "word" and bare(found[-1].text) in _BESIDE:
                found.pop()
            bracketed = found[-1].kind == "open" and end < len(tokens) and tokens[end].kind == "close"
            if bracketed or found[-1].text == "comma":
                found.pop()
            begin, stop = token.start, token.end
            found.append(Token("word", "if", begin, begin, None, Role.CONDITION))
            found += [Token("name", target, begin, stop, Symbol(target)), Token("rel", "=", stop, stop), number]
            at = end + bracketed
        else:
            found.append(token)
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


def _target(before: Sequence[Token], lexicon: Lexicon, aim: Node | None) -> str:
    """Return the input with which a quantity is compared that was given another number right before; "" for none."""
    end = len(before)
    while end and (before[end - 1].kind in ("sep", "open") or bare(before[end - 1].text) in _BESIDE):
        end -= 1
    if not end or before[end - 1].kind not in ("num", "close"):
        return ""  # "y_hat = 7, e should have been 5"
    for place in range(len(before) - 1, max(-1, len(before) - _FAR), -1):
        if ends_sentence(before[place]):
            break
        stated = [token.kind for token in before[place : place + 3]] == ["name", "rel", "num"]
        if stated and not (place and before[place - 1].kind in ("op", "diff")):  # no "dL/dp = 2"
            same = before[place + 2].node == aim  # "q = 6 (should be 6)"
            return "" if same else _compared_with(before[place].name, lexicon)
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
