"""Narration: what all sentences of an answer tell that nothing in them, beside them or around them denies."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.parsing.ledger.groups import Group, is_of_another_sort
from gradbook.written.parsing.ledger.items import Figure
from gradbook.written.parsing.ledger.kinds import tells_of_numbers
from gradbook.written.parsing.ledger.lines import DENIES, NOTHING, OF_A_PART, SENTENCE, SUPPOSES, Line
from gradbook.written.parsing.ledger.pieces import Quantity
from gradbook.written.parsing.ledger.tellings import Sentence, Telling, sentences_of

Page = tuple[Statement, ...]
CHAINED = "=="
"""The relation of a number that the one right before it is said to be."""
_STRONG = DENIES - {Role.NEGATION}  # "the sum does not change it: 3"
_VOIDS = DENIES | OF_A_PART | {*SUPPOSES}
_FAMILIAR = frozenset({
    Role.RELATION, Role.ARTICLE, Role.LINK, Role.FILLER, Role.SAME, Role.RESULT, Role.FOR, Role.OF, Role.BY, Role.SLOPE,
    Role.SLOPES, Role.PARTIAL, Role.VALUES, Role.NEW, Role.AFTER, Role.STEP, Role.BACKWARD, Role.REASON, Role.RATE,
    Role.WEIGHT, Role.BIAS, Role.NET,
})  # fmt: skip
_OFTEN = 2  # parts of sentences with a word that is about no single one
_SAYS = frozenset({"quantity", "num", "name"})
_SIGNATURE = 3  # words of one
_NUMBER = regex(r"(?<![\w.,])\d{1,2}\W*$")  # "Exercise 2"


def narrated(groups: Sequence[Group], lexicon: Lexicon, source: str) -> Iterator[Page]:
    """Yield what each sentence tells: a statement for each quantity that it may be of, the likeliest first.

    One is tentative where a word of it, or a remark behind it, may make something else of it. Who tells one number
    after another says the same of them: words that stand with one alone may be about that one.

    Args:
        groups: the lines of the answer.
        lexicon: the exercise's.
        source: the answer.
    """
    rows = [*_rows(groups, lexicon, source)]
    told = [[*_told(row)] for row in rows]
    spoken = Counter(word for some in told for one in some for word in {bare(word.text) for word in one.words})
    remarks = [remark for row in rows if (remark := _remark(row.sentence, spoken))]
    for some in filter(None, told):
        yield tuple(statement for one in some for statement in _statements(one, spoken, remarks))


class _Row(NamedTuple):
    """A sentence where it stands.

    Attributes:
        sentence: of the answer.
        denied: whether something in it, beside it, over it or below it may deny it.
        tabled: whether it stands in a table.
    """

    sentence: Sentence
    denied: bool
    tabled: bool


def _rows(groups: Sequence[Group], lexicon: Lexicon, source: str) -> Iterator[_Row]:
    """Yield all sentences."""
    last = [Group(groups[-1].below, [], [NOTHING], leads=False)] if groups else []
    for number, group in enumerate([*groups, *last]):
        lines = (*group.above, *group.lines)
        rows = [list(sentences_of(line, lexicon, source)) for line in lines]
        below = sentences_of(group.ending, lexicon, source)
        remarked = not any(one.told for one in below) and _remarks(group, last=number == len(groups) - 1)
        untold = (line for line, row in zip(group.above, rows, strict=False) if not any(one.told for one in row))
        entitled = any(_is_denying(title, source, first=not number) for title in untold)
        for line, row in zip(lines, rows, strict=True):
            for sentence, denied in _denied(row):
                yield _Row(sentence, remarked or entitled or denied, line.tabled)


def _denied(row: Sequence[Sentence]) -> Iterator[tuple[Sentence, bool]]:
    """Yield the sentences of a line, with whether something denies one: one that tells nothing may deny another."""
    against = [not one.told and (one.asks or not one.roles.isdisjoint(DENIES)) for one in row]
    for at, sentence in enumerate(row):
        denied = sentence.asks or not sentence.roles.isdisjoint(_STRONG)
        yield sentence, denied or any(against[max(0, at - 1) : at + 2])


def _told(row: _Row) -> Iterator[Telling]:
    """Yield what the parts of a sentence tell that no word denies; in a table, one of two is of another column."""
    for one in () if row.denied else row.sentence.told:
        if _VOIDS.isdisjoint(word.role for word in one.words) and (len(one.item.figures) == 1 or not row.tabled):
            yield one


class _Remark(NamedTuple):
    """A sentence that tells nothing, and has a word that may say anything of what stands before it.

    Attributes:
        start: where it begins.
        names: the quantities of which it speaks; none where it speaks of all numbers.
    """

    start: int
    names: frozenset[Quantity]


def _remark(sentence: Sentence, spoken: Mapping[str, int]) -> _Remark | None:
    """Return a remark on some quantities, or on all numbers: "Strike t.", "I made these numbers up."."""
    if sentence.told or not sentence.words or not any(_is_strange_word(word, spoken) for word in sentence.words):
        return None
    speaks = sentence.names or any(map(tells_of_numbers, sentence.words))
    return _Remark(sentence.words[0].start, sentence.names) if speaks else None


def _is_strange_word(word: Token, spoken: Mapping[str, int]) -> bool:
    return word.role not in _FAMILIAR and spoken[bare(word.text)] < _OFTEN


def _statements(telling: Telling, spoken: Mapping[str, int], remarks: Sequence[_Remark]) -> Iterator[Statement]:
    """Yield what a part of a sentence tells.

    Args:
        telling: of a sentence.
        spoken: how many parts of sentences each word stands in.
        remarks: on quantities, behind what tells of them.
    """
    item, kind, words = telling
    figures = members_of(item.figures)
    strange = any(_is_strange_word(word, spoken) for word in words)
    for name in item.names:
        remarked = any(one.start > item.start and (not one.names or name in one.names) for one in remarks)
        members = Member(name, item.start, figures[0].start), *figures
        yield Statement(members, item.start, item.end, context=kind, tentative=strange or remarked)


def members_of(figures: Sequence[Figure]) -> tuple[Member, ...]:
    """Return numbers as members of a statement: a result stands behind "="."""
    return tuple(
        Member(one.node, one.start, one.end, CHAINED if one.chained else "=" if one.led else "") for one in figures
    )


def _remarks(group: Group, *, last: bool) -> bool:
    """Whether the line below a group denies it, or says in a few words something of its quantities or numbers."""
    ending = group.ending
    denies = ending.roles & DENIES
    signs = last and denies == {Role.OTHERS} and ending.words <= _SIGNATURE
    if denies and not signs:
        return True
    speaks = bool(ending.kind) or any(
        piece.kind in _SAYS or (piece.kind == "word" and tells_of_numbers(piece.tokens[0])) for piece in ending.pieces
    )
    return group.remarked and (speaks or not ending.roles.isdisjoint(AGAINST_IT | {Role.RESULT}))


def _is_denying(title: Line, source: str, *, first: bool) -> bool:
    """Whether a title says that what stands under it is not the learner's answer, or another exercise's."""
    if not title.roles.isdisjoint(DENIES) or is_of_another_sort(title):
        return True
    text = source[title.pieces[0].start : title.pieces[-1].end] if title.pieces else ""
    numbered = title.words > 0 and not (first or title.kind or title.tabled) and _NUMBER.search(text) is not None
    against = numbered or not title.roles.isdisjoint(AGAINST_IT - {Role.EXAMPLE})
    return against and not title.clear and title.words < SENTENCE
