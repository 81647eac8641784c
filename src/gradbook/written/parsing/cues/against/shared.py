"""Shared doubts: what is said against the last of a list is said against all of it.

The new values are -1.6 (x) and 5.4 (y), says Bob.      local +1 for a and -1 for b. I take that back.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from gradbook.core.text.lines import behind_in_line
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.phrases.speech.others.other_answers import says_too

_BETWEEN = frozenset({"comma", "soft", "wide"})
_LEADS = frozenset({Role.FOR, Role.BY, Role.OF, Role.ARTICLE, Role.FILLER})


def with_shared_doubts(
    found: Sequence[tuple[Draft, Statement]], tokens: Sequence[Token], source: str
) -> list[Statement]:
    """Return the statements, those of a list with the doubt about its last one, and "so is q = 3" as the one before it.

    Args:
        found: each statement with the equation that states it, in order.
        tokens: in which the equations stand.
        source: the answer.
    """
    statements = [statement for _, statement in found]
    for at in range(len(found) - 2, -1, -1):
        (first, _), (second, _) = found[at : at + 2]
        one, other = statements[at], statements[at + 1]
        says = other.doubt or other.supposed or other.trailing
        if first is second or one.doubt or not says or not _is_listed(first, second, one, other, tokens):
            continue
        if other.doubt or other.supposed:
            statements[at] = replace(one, doubt=other.doubt, supposed=one.supposed or other.supposed)
        if other.trailing and tokens[second.first].start == tokens[second.first].end:  # "1 (x) and 2 (y), or 3 and 4"
            statements[at] = replace(statements[at], trailing=one.trailing or other.trailing)
    for at in range(1, len(statements)):
        before, own = statements[at - 1 : at + 1]
        again = before.members[0].node == own.members[0].node and before.end <= own.start
        if again and before.doubt and not own.doubt and says_too(_around(before, own, source)):
            statements[at] = replace(own, doubt=before.doubt)
    return statements


def _around(before: Statement, own: Statement, source: str) -> str:
    """Return what stands before an equation and behind it in its line, and not what is said of the one before it."""
    lead = re.split(r"[.;!,]|\n", source[before.end : own.start])[-1]
    return lead + behind_in_line(source, own.end).split(".", maxsplit=1)[0]


def _is_listed(first: Draft, second: Draft, one: Statement, other: Statement, tokens: Sequence[Token]) -> bool:
    """Whether two equations are of one list, whose signs the text does not write for each."""
    between = tokens[first.last + 1 : second.first]
    joined = all(
        token.edge
        or (token.kind == "sep" and token.text in _BETWEEN)
        or (token.kind == "word" and (bare(token.text) in AND or token.role in _LEADS))
        for token in between
    )
    crossed = tokens[second.first].start < tokens[first.last].start  # "x and y are 1 and 2"
    return joined and ((one.tentative and other.tentative) or crossed)
