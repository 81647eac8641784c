"""Later turns in words: "After epoch 7, q = 10", "q = 10 in the 7th epoch", where no first round is told of.

The exercise asks for one step from its own inputs. What a weight is for the second round is what the first one gives.
"""

from collections.abc import Sequence

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.cues.surroundings import Surroundings
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.phrases.turns import NOUNS, turns

_SECOND = 2
_NEAR = 5  # tokens behind an equation that say of what round it is
_LEADS = frozenset({Role.FOR, Role.ARTICLE, Role.AFTER, Role.OF, Role.BY, Role.PLAIN, Role.LINK})


def said_late(around: Surroundings, lexicon: Lexicon) -> dict[int, str]:
    """Return the drafts that a later round than the first is named beside, each with the word for that."""
    if around.held.isdisjoint(NOUNS) and not around.asides:
        return {}
    tokens, drafts = around.tokens, around.drafts
    told = list(turns(tokens))
    names = (*lexicon.inputs, *lexicon.operands)
    beside = [
        (place, inside, [turn for turn in turns(inside, NOUNS) if not any(n.endswith(str(turn[1])) for n in names)])
        for place, inside in around.asides
    ]
    counts = [count for _, count in told] + [count for _, _, own in beside for _, count in own]
    if not counts or min(counts) < _SECOND:
        return {}
    found: dict[int, str] = {}
    for number, draft in enumerate(drafts):
        if not draft.states:
            continue
        start = around.sentence(number)[0]
        for place, count in told:
            before = start <= place < draft.first
            near = draft.last < place <= draft.last + _NEAR and _leads(tokens[draft.last + 1 : place])
            if (before or near) and not (count == _SECOND and _is_moved(draft, lexicon)):
                found[number] = tokens[place].text
        behind = around.behind(number)
        for place, inside, own in beside:
            if own and draft.first <= place <= behind and not (own[0][1] == _SECOND and _is_moved(draft, lexicon)):
                found[number] = inside[own[0][0]].text
    return found


def _leads(tokens: Sequence[Token]) -> bool:
    return all(
        token.kind == "num"
        or token.text == "soft"
        or token.role in _LEADS
        or (token.text == "stop" and tokens[at - 1].kind == "num")  # "in der 7. Epoche"
        for at, token in enumerate(tokens)
    )


def _is_moved(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an equation is of what a step changes."""
    return len(draft.sides[0]) == 1 and (draft.sides[0][0].kind == "new" or draft.sides[0][0].name in lexicon.inputs)
