"""In any words: what states nothing, names a quantity or its number, and speaks against it, in whichever form.

no the 4 for dfdz is wrong, dont count it        scratch the -3 and the 2.3        ∂f/∂y NON è 4, è 2.

What exactly it denies, the rules for single forms know. Where none does, all that it names is in doubt:
what a learner takes back must not count, and a person reads the sentence.
"""

from collections.abc import Iterator, Sequence

from gradbook.core.text.lines import start_of_line
from gradbook.graph.expression import Number
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, Role, bare, bare_words
from gradbook.written.lexing.words.lists.withdrawing import WHOLE_PARTS, WITHDRAWS
from gradbook.written.parsing.cues.against.denials.denying import HOLDS, SUPPOSING
from gradbook.written.parsing.cues.against.denials.sentences.by_order import denied_by_order, points_to_line_above
from gradbook.written.parsing.cues.against.denials.sentences.denied import Denied
from gradbook.written.parsing.cues.against.denials.sentences.former import former_numbers
from gradbook.written.parsing.cues.around.announcements import is_negated_twice, takes_back
from gradbook.written.parsing.cues.around.surroundings import PASSING, Surroundings
from gradbook.written.parsing.equations.statements import is_quantity
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, parts, seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.speech.others.other_answers import (
    endorses,
    speaks_of_oneself,
    tells_of_mistake,
    tells_of_other_answers,
)
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.omissions import is_not_done_anew
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.roundings import is_of_rounding
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.parsing.phrases.speech.weighing.scales import BEHIND, charge, explains

_CLAUSE_ENDS = SENTENCE_ENDS | {"comma", "colon"}
_CHARGES = 2.0  # what charges weighs more, where it stands anywhere behind
_SHOULD = bare_words("should sollte sollten devrait devraient deberia deberian deveria deveriam dovrebbe zou moet")
_INTO = bare_words("in into en dans nel nella em no na w v у в do i içinde")
_LETTERS = frozenset("aeoy")
_TURNS = bare_words("but aber mais pero mas ma maar ale lecz но ama fakat tapi 但 但是")
_NEAR = 2  # words up to the next quantity: "in both"
_BLAMING = AGAINST_IT | {Role.ERROR, Role.RETRACTION}
_TELLS_HOW = frozenset({Role.PLAIN, Role.FOR, Role.LINK, Role.FILLER, Role.OF, Role.SAME, Role.VALUES})
_WHO = bare_words("who whoever wer qui quien quienes quem chi wie kto кто candidates students")


def denied_in_any_words(around: Surroundings, lexicon: Lexicon, source: str) -> Iterator[Denied]:
    """Yield what the sentences of a stream speak against that name it and state nothing."""
    for word, lines in [*_withdrawn(around)][-1:]:
        place = start_of_line(source, word.start) if lines else word.start
        yield Denied(place, (), word.text, rest=not lines, lines=lines)
    named = dict.fromkeys(map(around.sentence_at, sorted(around.owner)))
    for start, stop in named:
        end = _ahead(around, start, stop)
        back = next((at for at in range(start, end) if bare(around.tokens[at].text) in WITHDRAWS), None)
        told = _against(around, start, end, source)
        if back is not None:  # "I take w back, but I don't know how it would be"
            close = next((at for at in range(back, end) if around.tokens[at].text == "comma"), end)
            told = around.tokens[back].text if told or _against(around, start, close, source) else ""
        if not told or _is_of_others(sentence := written_between(around.tokens, start, stop, source)):
            continue
        nodes, numbers = _named(around, _past_praise(around, start, end), end, lexicon)
        if is_not_done_anew(sentence):
            nodes, numbers = [node for node in nodes if isinstance(node, New)], []
        place = around.tokens[start].start
        former = former_numbers(around, start, stop, source) if nodes else frozenset()
        instead = numbers[-1] if not _denies(around.tokens[start:end]) and numbers else None
        for node in nodes:
            yield Denied(place, (node,), told, other=instead, former=former)  # "q is actually 10"
        whose = any(bare(token.text) in _WHO for token in around.tokens[start:end])  # "those who forget it get 0.8"
        for number in () if nodes or whose else numbers:
            yield Denied(place, (), told, number=number)


def _is_of_others(sentence: str) -> bool:
    """Whether a sentence is of what others do wrong: "In (b) the new w2 was often put in, which is wrong"."""
    own = speaks_of_oneself(sentence) or endorses(sentence)
    return tells_of_other_answers(sentence) or (tells_of_mistake(sentence) and not own)


def _withdrawn(around: Surroundings) -> Iterator[tuple[Token, int]]:
    """Yield the words that take back a whole part of what stands before them, and of how many lines that is.

    "Disregard the whole backward block" is of none that are counted, and "ignore the line above" of one.
    """
    for start, end in parts(around.tokens, _CLAUSE_ENDS):
        clause = around.tokens[start:end]
        words = {bare(token.text): token for token in clause if token.kind == "word"}
        told = next((token for text, token in words.items() if text in WITHDRAWS), None)
        plain = told is not None and all(token.kind in ("word", "sep", "rel", "op") for token in clause)
        if told and plain and not WHOLE_PARTS.isdisjoint(words) and not denied_by_order(clause):
            yield told, int(points_to_line_above(clause))


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
    if not any(token.kind == "word" for token in tokens) or is_of_rounding(
        written_between(around.tokens, start, end, source)
    ):
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
    said = around.tokens[opened:end]
    if any(token.role in SUPPOSING and bare(token.text) not in _SHOULD for token in said) or is_negated_twice(said):
        return ""
    for begin in dict.fromkeys((start, opened)):
        if told := charge(written_between(around.tokens, begin, end, source), BEHIND, _CHARGES):
            return told
    harmless = explains(written_between(around.tokens, opened, end, source))
    return "" if harmless else next((token.text for token in tokens if takes_back(token)), "")


def _past_praise(around: Surroundings, start: int, end: int) -> int:
    """Return where a sentence turns against something that praises another before: "q is fine, but for r ..."."""
    tokens = around.tokens
    turn = next((at for at in range(start, end) if bare(tokens[at].text) in _TURNS), start)
    praised = [token for token in tokens[start:turn] if token.kind == "word"]
    holds = any(bare(word.text) in HOLDS for word in praised)
    another = any(place in around.owner for place in range(turn + 1, end))
    return turn if another and holds and not any(word.role in AGAINST_IT for word in praised) else start


def _denies(tokens: Sequence[Token]) -> bool:
    return any(token.role is Role.DENIAL for token in tokens)


def _opened(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the place behind the words with which a sentence begins to take something back: "edit: no the 4 ..."."""
    place = start
    while place < end - 1 and (tokens[place].kind == "sep" or takes_back(tokens[place])):
        place += 1
    return place


def _named(around: Surroundings, start: int, end: int, lexicon: Lexicon) -> tuple[list[Node], list[Number]]:
    """Return the quantities that a sentence speaks of, and the numbers: "the 4", "-3", no "through S", no "in 2"."""
    nodes: list[Node] = []
    numbers: list[Number] = []
    last, passed = start, False
    commas = [place for place in range(start, end) if around.tokens[place].text == "comma"]
    for number in dict.fromkeys(around.owner[place] for place in range(start, end) if place in around.owner):
        draft = around.drafts[number]
        led = around.tokens[draft.first - 1] if draft.first > start else None
        clause = max((place for place in commas if place < draft.first), default=start)
        passed = (led is not None and led.text.lower() in PASSING) or (
            bool(nodes)
            and not any(token.role in _BLAMING for token in around.tokens[clause:last])
            and _is_entered(around.tokens[last : draft.first], listed=passed)
        )
        last = draft.last + 1
        for side in filter(None, draft.sides):
            node = quantity(side, lexicon)
            if (
                node is not None
                and is_quantity(node)
                and not passed
                and not _is_word(side, around.tokens, draft.last + 1)
            ):
                nodes.append(node)
            if led is None or draft.first <= start + 1 or led.role is Role.ARTICLE or takes_back(led):
                numbers += [token.node for token in side[-1:] if isinstance(token.node, Number)]
    return nodes, numbers


def _is_word(side: Sequence[Token], tokens: Sequence[Token], behind: int) -> bool:
    """Whether a letter outside mathematics leads to a number: "fermarsi a 3,75" is Italian for "to stop at 3.75"."""
    place = seen(tokens, behind)
    leads = place < len(tokens) and tokens[place].kind == "num"
    return leads and len(side) == 1 and side[0].text in _LETTERS and not side[0].math


def _is_entered(before: Sequence[Token], *, listed: bool) -> bool:
    """Whether words say that one quantity goes into the next, or that the next is another such: "b is in c and d"."""
    said = [token for token in before if not token.edge and token.role is not Role.ARTICLE]
    if listed and all(token.text in AND or token.text == "comma" for token in said):
        return True
    into = any(token.kind == "word" and not _INTO.isdisjoint(bare(token.text).split()) for token in said[-_NEAR:])
    return into and all(token.kind == "rel" or token.role in _TELLS_HOW for token in said)
