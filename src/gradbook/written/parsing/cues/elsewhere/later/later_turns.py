"""Later turns in words: "After epoch 7, q = 10", "q = 10 in the 7th epoch", where no first round is told of.

The exercise asks for one step from its own inputs. What a weight is for the second round is what the first one gives.
"""

from collections.abc import Sequence

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMPLES
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.phrases.speech.turns import NOUNS, turns

_SECOND = 2
_NAMED = NOUNS | {"data", "training", "train"}
_STARTS = frozenset({
    "start", "starts", "starting", "begin", "begins", "beginning", "beginnen", "beginnt", "starten", "startet",
    "commence", "commencons", "part", "partons", "empezamos", "empieza", "comenzamos", "comienza", "comecamos",
    "comeca", "partimos", "iniziamo", "inizia", "partiamo", "parte", "begint", "zaczynamy", "zaczyna", "начинаем",
    "начинается", "bat dau", "bat", "baslar", "baslariz", "baslayalim", "mulai", "dimulai", "开始", "始める", "始め",
    "始まる", "시작", "시작한다", "시작합니다",
})  # fmt: skip
_NEAR = 5  # tokens behind an equation that say of what round it is
_LEADS = frozenset({Role.FOR, Role.ARTICLE, Role.AFTER, Role.OF, Role.BY, Role.PLAIN, Role.LINK})


def said_late(around: Surroundings, lexicon: Lexicon) -> dict[int, str]:
    """Return the drafts that a later round than the first is named beside, each with the word for that."""
    if around.held.isdisjoint(_NAMED) and not around.asides:
        return {}
    tokens, drafts = around.tokens, around.drafts
    told = [*turns(tokens), *_of_samples(tokens, lexicon)]
    beside = [(place, inside, [*turns(inside), *_of_samples(inside, lexicon)]) for place, inside in around.asides]
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
            of_first = count == _SECOND and (_is_moved(draft, lexicon) or begins_turn(around, number))
            if (before or near) and not of_first:
                found[number] = tokens[place].text
        behind = around.behind(number)
        for place, inside, own in beside:
            titled = start <= place < draft.first and tokens[place].text == "colon"  # "gradient (sample 2): "
            if (
                own
                and (titled or draft.first <= place <= behind)
                and not (own[0][1] == _SECOND and _is_moved(draft, lexicon))
            ):
                found[number] = inside[own[0][0]].text
    return found


def begins_turn(around: Surroundings, number: int) -> bool:
    """Whether an equation says from where the next round sets out: "For epoch 2 we start from w_new = 4.94"."""
    words = around.words(around.sentence(number)[0], around.drafts[number].first)
    return any(bare(part) in _STARTS for word in words for part in word.text.split())


def _of_samples(tokens: Sequence[Token], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the places of nouns of samples with their counts, where no name of the exercise has that index."""
    names = (*lexicon.inputs, *lexicon.operands)
    found = turns(tokens, SAMPLES)
    return [(place, count) for place, count in found if not any(name.endswith(str(count)) for name in names)]


def _leads(tokens: Sequence[Token]) -> bool:
    return all(
        token.kind == "num"
        or token.edge
        or token.role in _LEADS
        or (token.text == "stop" and tokens[at - 1].kind == "num")  # "in der 7. Epoche"
        for at, token in enumerate(tokens)
    )


def _is_moved(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an equation is of what a step changes."""
    return len(draft.sides[0]) == 1 and (draft.sides[0][0].kind == "new" or draft.sides[0][0].name in lexicon.inputs)
