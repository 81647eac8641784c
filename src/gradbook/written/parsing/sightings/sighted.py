"""Sighted: what an answer says of its quantities by where numbers stand, in lines that say nothing against it.

It counts where the number can be nothing else, and where nothing that was read tells of the quantity: a drawing of the
graph, a list whose title says at most of what kind its numbers are, a line of a program's output.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gradbook.written.lexing.blocks.kinds import Block, Kind
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.parsing.sightings.below import below
from gradbook.written.parsing.sightings.beside import Beside, beside, is_drawn
from gradbook.written.parsing.sightings.kinds import adds_nothing, kind_of
from gradbook.written.parsing.tables.statements_in import DIFFER

ANOTHER_BEHIND = "another number behind it"
MORE_BEHIND = frozenset({ANOTHER_BEHIND, DIFFER})
Run = tuple[Statement, ...]
_UNSEEN = (Kind.HIDDEN, Kind.STRUCK, Kind.IMAGE)
_MOST = 400  # letters of a line
_SENTENCE = 5  # words of one
_IN_WORDS = frozenset({"word", "sep", "rel", "open", "close", "bad", "num"})
_AGAINST = frozenset({"!=", "struck"})
_MARKS = ("!", "/", ">", "#", "%", "?", "~")  # of what is no part of an answer, or quoted
_RULES = ("|", "<", "&", "\t")  # of a table, which is read elsewhere
_DENIES = frozenset({Role.DENIAL, Role.HEDGE, Role.OTHERS, Role.OTHER, Role.ERROR})
_TAKES_BACK = _DENIES | {Role.RETRACTION, Role.NEGATION, Role.AGAINST}


class _Line(NamedTuple):
    """A line.

    Attributes:
        roles: what its words do.
        kind: of what kind of quantity its words speak.
        start, tokens: where it begins, and what it is made of.
        hushed: whether anything in it may speak against its numbers.
        beside: the numbers that stand beside names in it, if nothing in it speaks against them.
        content: whether it says what quantities are, and is no title of what follows.
        clear: whether it says at most of what kind the quantities beside it are.
        tells: whether it is a sentence in words, and no short title of something that is not known.
    """

    roles: frozenset[Role | None]
    kind: str
    start: int
    tokens: list[Token]
    hushed: bool
    beside: list[Beside]
    content: bool
    clear: bool
    tells: bool


_NOTHING = _Line(frozenset(), "", 0, [], False, [], content=False, clear=True, tells=False)


class Sighted:
    """The lines of one answer in which numbers stand beside names.

    Args:
        source: the answer.
        blocks: what it is made of.
        statements: what is read in it.
        lexed: gives the tokens of what stands between two places.
    """

    def __init__(
        self,
        source: str,
        blocks: Sequence[Block],
        statements: Sequence[Statement],
        lexed: Callable[[int, int], list[Token]],
    ) -> None:
        self._source, self._statements, self._lexed = source, statements, lexed
        self._unseen = any(block.kind in _UNSEEN for block in blocks)
        self._tables = [(block.start, block.end) for block in blocks if block.kind is Kind.TABLE]

    def runs(self) -> Iterator[Run]:
        """Yield for each run of lines an equation for each number and each quantity that it stands beside.

        What is said of a kind of quantity only, gradients say, has that as its context: "slopes", "values" or "after".
        One beside which it is not clear what is spoken of is tentative.
        """
        paragraphs = [] if self._unseen else [self._lines(spans) for spans in self._paragraphs() if spans]
        for before, paragraph, behind in zip(
            [[_NOTHING], *paragraphs], paragraphs, [*paragraphs[1:], [_NOTHING]], strict=False
        ):
            if not (before[-1].roles.isdisjoint(_DENIES) and behind[0].roles.isdisjoint(_TAKES_BACK)):
                continue
            lines = [_NOTHING, *paragraph, _NOTHING]
            titles = [place for place, line in enumerate(lines) if not line.content]
            for above, under in pairwise(titles):
                title, ending = lines[above], lines[under]
                if not (title.roles.isdisjoint(_DENIES) and ending.roles.isdisjoint(_TAKES_BACK)):
                    continue
                if not all(line.clear or line.tells for line in (title, ending)):
                    continue
                found = (one for line in lines[above + 1 : under] for one in line.beside)
                yield tuple(_statement(one, title, tentative=not (title.clear and ending.clear)) for one in found)

    def _lines(self, spans: list[tuple[int, int]]) -> list[_Line]:
        """Return lines; in a drawing, with the numbers that stand under the names of those above them."""
        lines = [self._line(start, end) for start, end in spans]
        if not any(is_drawn(token, self._source) for line in lines for token in line.tokens):
            return lines
        found = list(lines)
        for at, one in below([(line.start, line.tokens) for line in lines], self._source):
            if not found[at].hushed:
                mine = [other for other in found[at].beside if other.at != one.at]
                found[at] = found[at]._replace(beside=[*mine, one], content=True)
        return found

    def _paragraphs(self) -> Iterator[list[tuple[int, int]]]:
        """Yield where the lines of each paragraph begin and end; a blank line behind a colon parts nothing."""
        at = 0
        lines: list[tuple[int, int]] = []
        for line in self._source.split("\n"):
            if line.strip():
                lines.append((at, at + len(line)))
            elif lines and not self._source[: lines[-1][1]].endswith(":"):
                yield lines
                lines = []
            at += len(line) + 1
        yield lines

    def _line(self, start: int, end: int) -> _Line:
        tokens = self._lexed(start, end) if end - start <= _MOST else []
        words = [token for token in tokens if token.kind == "word"]
        roles = {token.role for token in words}
        stated = [one for one in self._statements if one.start < end and start < one.end]
        marked = self._source[start:end].lstrip().startswith(_MARKS)
        ruled = any(sign in self._source[start:end] for sign in _RULES)
        tabled = ruled and any(begin < end and start < stop for begin, stop in self._tables)
        signs = any(token.text in _AGAINST or token.kind == "cmp" for token in tokens)
        sure = all(one.is_sure or one.doubt in MORE_BEHIND for one in stated)
        hushed = marked or tabled or signs or not sure or not roles.isdisjoint(AGAINST_IT | {None})
        seen = [] if hushed else [*beside(tokens, self._source)]
        titled = self._source[start:end].rstrip().endswith(":")
        content = bool(stated or seen) and not titled
        clear = all(token.kind == "sep" or adds_nothing(token) for token in tokens) and not tabled
        tells = len(words) >= _SENTENCE and all(token.kind in _IN_WORDS for token in tokens)
        return _Line(frozenset(roles), kind_of(words), start, tokens, hushed, seen, content, clear, tells)


def _statement(one: Beside, title: _Line, *, tentative: bool) -> Statement:
    members = Member(one.node, one.start, one.at), Member(one.number, one.at, one.end, "=")
    return Statement(members, one.start, one.end, context=one.kind or title.kind, tentative=tentative)
