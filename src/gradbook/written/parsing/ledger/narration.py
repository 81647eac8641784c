"""Narration: what all sentences of an answer tell that nothing in them, beside them or around them denies."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.parsing.ledger.groups import Group, is_of_another_sort
from gradbook.written.parsing.ledger.items import Figure
from gradbook.written.parsing.ledger.kinds import tells_of_numbers
from gradbook.written.parsing.ledger.lines import DENIES, OF_A_PART, SENTENCE, SUPPOSES, Line
from gradbook.written.parsing.ledger.pieces import Quantity
from gradbook.written.parsing.ledger.sentences import Sentence, sentences_of
from gradbook.written.parsing.ledger.tellings import Telling
from gradbook.written.parsing.phrases.speech.weighing.scales import BEFORE, BEHIND, explains

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
_OFTEN = 2  # times that a word is said which is about no single number
_SAYS = frozenset({"quantity", "num", "name"})
_SIGNATURE = 3  # words of one
_NUMBER = regex(r"(?<![\w.,])\d{1,2}\W*$")  # "Exercise 2"


def narrated(groups: Sequence[Group], lexicon: Lexicon, source: str) -> Iterator[Page]:
    """Yield what each sentence tells: a statement for each quantity that it may be of, the likeliest first.

    One is tentative where a word of it, or a remark behind it, may make something else of it. Who tells one number
    after another says the same of them: words that stand with one alone may be about that one.

    Args:
        groups: the lines of the answer, the last of which have none below them.
        lexicon: the exercise's.
        source: the answer.
    """
    rows = [*_rows(groups, lexicon, source)]
    told = [[*_told(row)] for row in rows]
    places = {(bare(word.text), word.start) for some in told for one in some for word in one.words}
    spoken = Counter(word for word, _ in places)
    remarks = [remark for row in rows if (remark := _remark(row, spoken))]
    for some in filter(None, told):
        yield tuple(statement for one in some for statement in _statements(one, spoken, remarks))


class _Row(NamedTuple):
    """A sentence where it stands.

    Attributes:
        sentence: of the answer.
        denied: whether something in it, beside it, over it or below it may deny it.
        line: where its line begins.
        tabled: whether it stands in a table.
    """

    sentence: Sentence
    denied: bool
    line: int
    tabled: bool


def _rows(groups: Sequence[Group], lexicon: Lexicon, source: str) -> Iterator[_Row]:
    """Yield all sentences."""
    ends = len(groups) - 2  # of the groups, the one below which only the last lines stand
    for number, group in enumerate(groups):
        lines = (*group.above, *group.lines)
        rows = [list(sentences_of(line, lexicon, source)) for line in lines]
        below = sentences_of(group.ending, lexicon, source)
        remarked = _remarks(group, source, last=number >= ends) and not any(one.told for one in below)
        untold = (line for line, row in zip(group.above, rows, strict=False) if not any(one.told for one in row))
        entitled = any(_is_denying(title, source, first=not number) for title in untold)
        for line, row in zip(lines, rows, strict=True):
            begins = line.pieces[0].start if line.pieces else 0
            for sentence, denied in _denied(row):
                yield _Row(sentence, remarked or entitled or denied, begins, line.tabled)


def _denied(row: Sequence[Sentence]) -> Iterator[tuple[Sentence, bool]]:
    """Yield the sentences of a line, with whether something denies one: one that tells nothing may deny another.

    So may a number without a name right behind it: "b earns 3... argh, 12".
    """
    against = [not one.told and (one.asks or not one.roles.isdisjoint(DENIES)) for one in row]
    for at, sentence in enumerate(row):
        denied = sentence.asks or not sentence.roles.isdisjoint(_STRONG)
        corrected = any(not (one.told or one.names) and one.numbered for one in row[at + 1 : at + 2])
        yield sentence, denied or corrected or any(against[max(0, at - 1) : at + 2])


def _told(row: _Row) -> Iterator[Telling]:
    """Yield what the parts of a sentence tell that no word denies; in a table, one of two is of another column."""
    for one in () if row.denied else row.sentence.told:
        if _VOIDS.isdisjoint({*one.aside, *(word.role for word in one.words)}) and (
            len(one.item.figures) == 1 or not row.tabled
        ):
            yield one


class _Remark(NamedTuple):
    """A sentence that tells nothing, and has a word that may say anything of what stands before it.

    Attributes:
        start: where it begins.
        since: where what it speaks of may begin.
        names: the quantities of which it speaks; none where it speaks of all numbers.
    """

    start: int
    since: int
    names: frozenset[Quantity]


def _remark(row: _Row, spoken: Mapping[str, int]) -> _Remark | None:
    """Return a remark on some quantities, or on all numbers: "Strike t.", "I made these up.", "Not so, b is 7."."""
    sentence = row.sentence
    if sentence.told and row.denied and sentence.words:
        names = frozenset(one.item.names[0] for one in sentence.told)
        again = sentence.roles & DENIES == {Role.RETRACTION}  # in another line, "again, f = 3" is a step
        return _Remark(sentence.words[0].start, row.line if again else 0, names)
    if sentence.told or not any(_is_strange_word(word, spoken) for word in sentence.words):
        return None
    speaks = sentence.names or any(map(tells_of_numbers, sentence.words))
    return _Remark(sentence.words[0].start, 0, sentence.names) if speaks else None


def _is_strange_word(word: Token, spoken: Mapping[str, int]) -> bool:
    return word.role not in _FAMILIAR and spoken[bare(word.text)] < _OFTEN


def _statements(telling: Telling, spoken: Mapping[str, int], remarks: Sequence[_Remark]) -> Iterator[Statement]:
    """Yield what a part of a sentence tells.

    It is tentative where words stand with it alone: it counts by its calculation. It is told elsewhere where these may
    say whose it is, or a remark takes it back: it counts for nothing, and its number speaks against another before it.

    Args:
        telling: of a sentence.
        spoken: how often each word is said in such parts.
        remarks: on quantities, behind what tells of them.
    """
    item, figures = telling.item, members_of(telling.item.figures)
    strange = any(_is_strange_word(word, spoken) for word in telling.words)
    for name in item.names:
        remarked = any(one.since <= item.start < one.start and (not one.names or name in one.names) for one in remarks)
        members = Member(name, item.start, figures[0].start), *figures
        other = remarked or (strange and telling.framed)
        yield Statement(members, item.start, item.end, context=telling.kind, tentative=strange, elsewhere=other)


def members_of(figures: Sequence[Figure]) -> tuple[Member, ...]:
    """Return numbers as members of a statement: a result stands behind "="."""
    return tuple(
        Member(one.node, one.start, one.end, CHAINED if one.chained else "=" if one.led else "") for one in figures
    )


def _remarks(group: Group, source: str, *, last: bool) -> bool:
    """Whether the line below a group denies it, or says in a few words something of its quantities or numbers."""
    ending = group.ending
    denies = ending.roles & DENIES
    words = [source[piece.start : piece.end] for piece in ending.pieces if piece.kind == "word"]
    signs = last and denies == {Role.OTHERS} and len(words) <= _SIGNATURE and any(map(is_given_name, words))
    if denies and not (signs or explains(_text_of(ending, source), (BEHIND,))):
        return True
    speaks = bool(ending.kind) or _speaks_of_all(ending) or any(piece.kind in _SAYS for piece in ending.pieces)
    return group.remarked and (speaks or not ending.roles.isdisjoint(AGAINST_IT | {Role.RESULT}))


def _text_of(line: Line, source: str) -> str:
    return source[line.pieces[0].start : line.pieces[-1].end] if line.pieces else ""


def _speaks_of_all(line: Line) -> bool:
    """Whether a word of a line is one for all numbers."""
    return any(piece.kind == "word" and tells_of_numbers(piece.tokens[0]) for piece in line.pieces)


def _is_denying(title: Line, source: str, *, first: bool) -> bool:
    """Whether a title says that what stands under it is not the learner's answer, or another exercise's."""
    text = _text_of(title, source)
    if is_of_another_sort(title) or not (title.roles.isdisjoint(DENIES) or explains(text, (BEFORE,))):
        return True
    numbered = title.words > 0 and not (first or title.kind or title.tabled) and _NUMBER.search(text) is not None
    against = numbered or not title.roles.isdisjoint(AGAINST_IT - {Role.EXAMPLE})
    return against and not title.clear and title.words < SENTENCE
