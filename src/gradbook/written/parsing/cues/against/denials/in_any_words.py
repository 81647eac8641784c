"""In any words: what states nothing, names a quantity or its number, and speaks against it, in whichever form.

no the 4 for dfdz is wrong, dont count it        scratch the -3 and the 2.3        ∂f/∂y NON è 4, è 2.

What exactly it denies, the rules for single forms know. Where none does, all that it names is in doubt:
what a learner takes back must not count, and a person reads the sentence.
"""

from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Number
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.against.denials.named_later import Denied
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.equations.statements import is_quantity
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.speech.seeming_doubts.opinions import BUT
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.parsing.phrases.speech.weighing.scales import BEHIND, SURE, charge, explains

_TAKES_BACK = frozenset({Role.DENIAL, Role.RETRACTION})


def denied_in_any_words(around: Surroundings, lexicon: Lexicon, source: str) -> Iterator[Denied]:
    """Yield what the sentences of a stream speak against that name it and state nothing."""
    named = dict.fromkeys(around.sentence_at(place) for place in sorted(around.owner))
    for start, end in ((start, _ahead(around, start, end)) for start, end in named):
        told = _against(around, start, end, source)
        nodes, numbers = _named(around, start, end, lexicon) if told else ([], [])
        place = around.tokens[start].start
        for node in nodes:
            yield Denied(place, (node,), told)
        for number in () if nodes else numbers:
            yield Denied(place, (), told, number=number)


def _ahead(around: Surroundings, start: int, end: int) -> int:
    """Return where the clauses of a sentence end that stand before the first one that states something."""
    for place in range(start, end):
        if place in around.owner and (draft := around.drafts[around.owner[place]]).states and not draft.spoiled:
            commas = (at for at in range(place - 1, start, -1) if around.tokens[at].text == "comma")
            return next(commas, start)
    return end


def _against(around: Surroundings, start: int, end: int, source: str) -> str:
    """Return the word by which a sentence speaks against what it names; "" where it does not."""
    tokens = around.tokens[start:end]
    if not any(token.kind == "word" for token in tokens):
        return ""
    drafts = {around.owner[place] for place in range(start, end) if place in around.owner}
    within = (
        around.tokens[place]
        for draft in map(around.drafts.__getitem__, sorted(drafts))
        if draft.states
        for place in range(draft.first, draft.last)
    )
    if told := next((token.text for token in within if token.role is Role.DENIAL), ""):
        return told  # "∂f/∂y NON è 4"
    opened = _opened(around.tokens, start, end)
    for begin in dict.fromkeys((start, opened)):
        if told := charge(written_between(around.tokens, begin, end, source), BEHIND, SURE):
            return told
    harmless = explains(written_between(around.tokens, opened, end, source))
    return "" if harmless else next((token.text for token in tokens if _takes_back(token)), "")


def _opened(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the place behind the words with which a sentence begins to take something back: "edit: no the 4 ..."."""
    place = start
    while place < end - 1 and (tokens[place].kind == "sep" or _takes_back(tokens[place])):
        place += 1
    return place


def _takes_back(token: Token) -> bool:
    return token.role in _TAKES_BACK and token.text not in MARKS and bare(token.text) not in BUT


def _named(around: Surroundings, start: int, end: int, lexicon: Lexicon) -> tuple[list[Node], list[Number]]:
    """Return the quantities and the numbers that stand in a sentence."""
    nodes: list[Node] = []
    numbers: list[Number] = []
    for number in dict.fromkeys(around.owner[place] for place in range(start, end) if place in around.owner):
        for side in filter(None, around.drafts[number].sides):
            node = quantity(side, lexicon)
            if node is not None and is_quantity(node):
                nodes.append(node)
            numbers += [token.node for token in side[-1:] if isinstance(token.node, Number)]
    return nodes, numbers
