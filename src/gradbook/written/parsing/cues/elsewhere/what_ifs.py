"""What-ifs: "if the model guesses a = 0.3, L = 1.2", an example with another value of what is calculated.

What such a sentence says holds where that value does. Whether it is the exercise's, is told when it is judged.
"""

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node, is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.equations.statements import Conditions
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import parsed
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_SUPPOSES = frozenset({Role.CONDITION, Role.SUPPOSITION, Role.EXAMPLE})
_PARTS = frozenset({"comma", "colon", "arrow", "wide"})
_WITH = frozenset({"with", "when", "mit", "avec", "con", "com", "met", "przy", "при", "với", "dengan"})
_FAR = 30  # tokens before an equation
_MOST = 8  # equations of a sentence behind the one that is supposed


def what_ifs(around: Surroundings, lexicon: Lexicon) -> dict[int, Conditions]:
    """Return the numbers of the drafts in such sentences, with the values that are supposed."""
    found: dict[int, Conditions] = {}
    if _SUPPOSES.isdisjoint(around.roles):
        return found
    for number, draft in enumerate(around.drafts):
        pair = _value(draft, lexicon)
        if pair is None or not _is_supposed(around, number):
            continue
        end = _end_of(around, number)
        for other in range(number, min(number + _MOST, len(around.drafts))):
            if around.drafts[other].first >= end:
                break
            found[other] = (*found.get(other, ()), pair)
    return found


def _end_of(around: Surroundings, number: int) -> int:
    """Return where a sentence ends; what it asks, "What happens when q = 7?", is answered in the next one."""
    end = around.sentence(number)[1]
    asks = any(token.text in MARKS for token in around.tokens[around.drafts[number].last : end + 1])
    return around.sentence_behind(end)[1] if asks else end


def _value(draft: Draft, lexicon: Lexicon) -> tuple[Node, Node] | None:
    """Return the calculated quantity and the number that an equation gives it, if it does nothing else."""
    if len(draft.sides) != 2 or len(draft.sides[0]) != 1 or draft.sides[0][0].name not in lexicon.operands:
        return None
    value = parsed(draft.sides[1], lexicon)
    return (Symbol(draft.sides[0][0].name), value) if value is not None and is_literal(value) else None


def _is_within(around: Surroundings, place: int) -> bool:
    """Whether a line ends here between two words of a sentence."""
    beside = around.tokens[max(0, place - 1) : place + 2]
    return [token.kind for token in beside] == ["word", "sep", "word"] and beside[1].text in ("line", "soft")


def _is_supposed(around: Surroundings, number: int) -> bool:
    """Whether a word that supposes leads to an equation: "if y = 1 and the model guesses a = 0.3", "e.g. with a = 0.3".

    What stands behind a comma follows from what is supposed: "suppose that w = 5, so q = 10".
    """
    start, first = around.sentence(number)[0], around.drafts[number].first
    for place in range(first - 1, max(-1, first - _FAR), -1):
        token = around.tokens[place]
        if place < start and (token.kind == "sep" and not _is_within(around, place)):
            return False
        if token.kind == "sep" and token.text in _PARTS:
            return False
        if token.role in (Role.CONDITION, Role.SUPPOSITION):
            return True
        if token.kind == "word" and (token.role is Role.FOR or token.text in _WITH):
            return any(word.role is Role.EXAMPLE for word in around.words(start, place))
    return False
