"""Narration: what all sentences of an answer tell that nothing in them, beside them or around them denies."""

from collections.abc import Iterator, Sequence

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.parsing.ledger.groups import Group, is_of_another_sort
from gradbook.written.parsing.ledger.items import Figure
from gradbook.written.parsing.ledger.kinds import tells_of_numbers
from gradbook.written.parsing.ledger.lines import DENIES, OF_A_PART, SENTENCE, SUPPOSES, Line
from gradbook.written.parsing.ledger.tellings import Sentence, sentences_of

Page = tuple[Statement, ...]
CHAINED = "=="
"""The relation of a number that the one right before it is said to be."""
_STRONG = DENIES - {Role.NEGATION}  # "the sum does not change it: 3"
_VOIDS = DENIES | OF_A_PART | {*SUPPOSES}
_SAYS = frozenset({"quantity", "num", "name"})
_SIGNATURE = 3  # words of one
_NUMBER = regex(r"(?<![\w.,])\d{1,2}\W*$")  # "Exercise 2"


def narrated(groups: Sequence[Group], lexicon: Lexicon, source: str) -> Iterator[Page]:
    """Yield what each sentence tells: a statement for each quantity that it may be of, the likeliest first.

    Args:
        groups: the lines of the answer.
        lexicon: the exercise's.
        source: the answer.
    """
    for number, group in enumerate(groups):
        lines = (*group.above, *group.lines)
        rows = [list(sentences_of(line.pieces, lexicon, source)) for line in lines]
        if _is_denied(group, rows, lexicon, source, first=not number, last=number == len(groups) - 1):
            continue
        for line, row in zip(lines, rows, strict=True):
            yield from () if line.tabled else filter(None, map(tuple, _undenied(row)))


def _is_denied(
    group: Group, rows: Sequence[list[Sentence]], lexicon: Lexicon, source: str, *, first: bool, last: bool
) -> bool:
    """Whether a title over a group, or a remark below it, says anything against what its sentences tell."""
    below = sentences_of(group.ending.pieces, lexicon, source)
    if _remarks(group, last=last) and not any(sentence.told for sentence in below):
        return True
    untold = (line for line, row in zip(group.above, rows, strict=False) if not any(one.told for one in row))
    return any(_is_strange(title, source, first=first) for title in untold)


def _undenied(row: Sequence[Sentence]) -> Iterator[Iterator[Statement]]:
    """Yield what the sentences of a line tell; one that tells nothing may deny what stands beside it."""
    against = [not one.told and (one.asks or not one.roles.isdisjoint(DENIES)) for one in row]
    for at, sentence in enumerate(row):
        denied = sentence.asks or not sentence.roles.isdisjoint(_STRONG)
        if not denied and not any(against[max(0, at - 1) : at + 2]):
            yield _statements(sentence)


def _statements(sentence: Sentence) -> Iterator[Statement]:
    """Yield what the parts of a sentence tell in which no word may make something else of it."""
    for item, kind, roles in sentence.told:
        if roles.isdisjoint(_VOIDS):
            figures = members_of(item.figures)
            for name in item.names:
                members = Member(name, item.start, figures[0].start), *figures
                yield Statement(members, item.start, item.end, context=kind)


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


def _is_strange(title: Line, source: str, *, first: bool) -> bool:
    """Whether a title says that what stands under it is not the learner's answer, or another exercise's."""
    if not title.roles.isdisjoint(DENIES) or is_of_another_sort(title):
        return True
    text = source[title.pieces[0].start : title.pieces[-1].end] if title.pieces else ""
    numbered = not first and not title.kind and _NUMBER.search(text) is not None
    against = numbered or not title.roles.isdisjoint(AGAINST_IT - {Role.EXAMPLE})
    return against and not title.clear and title.words < SENTENCE
