"""Sights: what an answer tells of its quantities by where numbers stand, as far as nothing speaks against it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.kinds import Block
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.sightings.ledger import Ledger
from gradbook.written.parsing.sightings.sighted import Run, Sighted


@dataclass(frozen=True, slots=True)
class Sights:
    """What numbers beside names may tell.

    Attributes:
        runs: of lines without equations that are read; a statement for each number and each quantity beside it.
        pages: of all lines that nothing speaks against; a statement for each item, with all its numbers.
    """

    runs: tuple[Run, ...] = ()
    pages: tuple[Run, ...] = ()


def sights(
    source: str,
    blocks: Sequence[Block],
    statements: Sequence[Statement],
    lexed: Callable[[int, int], list[Token]],
    lexicon: Lexicon,
    undenied: Callable[[Run], Run],
) -> Sights:
    """Return what numbers beside names may tell.

    Args:
        source: the answer.
        blocks: what it is made of.
        statements: what is read in it.
        lexed: gives the tokens of what stands between two places.
        lexicon: the exercise's.
        undenied: keeps the statements that nothing around them speaks against.
    """
    runs = Sighted(source, blocks, statements, lexed).runs()
    pages = Ledger(source, blocks, lexed, lexicon).pages()
    return Sights(tuple(map(undenied, runs)), tuple(map(undenied, pages)))
