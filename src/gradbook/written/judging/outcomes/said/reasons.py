"""Why what an answer says does not count: it was not understood, or what stands beside it puts it in doubt."""

import re
from collections.abc import Iterator

from gradbook.core.text.quotes import quoted
from gradbook.core.text.scripts import unlettered
from gradbook.written.parsing.equations.statements import Statement

_FEW = 3  # members that are quoted; a chain of fifty tells nobody more


def reason_for(statement: Statement, source: str) -> str:
    """Return in a sentence why a statement is left unread.

    Args:
        statement: what was judged to be unread.
        source: the answer.
    """
    if statement.doubt and statement.members[-1].node is not None:
        return f"Read, but not counted: {_doubt(statement.doubt, source)}."
    unread = [quoted(source[one.start : one.end]) for one in statement.members if one.node is None]
    if not unread:
        return "Read, but not counted: it is not clear that this is your answer."
    return f"This could not be read: {', '.join(unread[:_FEW])}."


def _doubt(doubt: str, source: str) -> str:
    """Say what puts a statement in doubt: the answer's own word, or what we call it."""
    doubt = unlettered(doubt)
    found = next(written(doubt, source), None)
    return f"{quoted(found[0])} beside it puts it in doubt" if found else f"it is in doubt ({doubt})"


def written(words: str, source: str) -> Iterator[re.Match[str]]:
    """Yield where words stand in a source, in whichever case, and not as a part of longer ones."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return re.finditer(rf"(?<!\w){pattern}(?!\w)" if words[-1:].isalnum() else pattern, source, re.IGNORECASE)
