"""Sentences that only explain: what their words seem to say against an equation, they do not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, UNKNOWN, Role
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.parsing.phrases.speech.weighing.scales import explains

_END = frozenset({"stop", "line", "block", "item", "heading", "mark", "struck"})
AGAINST = AGAINST_IT | {Role.ASPECT, Role.ERROR, *UNKNOWN}  # what may speak against an equation


def explained(tokens: list[Token], source: str) -> list[Token]:
    """Return the tokens, those that may speak against an equation as plain words where their sentence explains.

    Args:
        tokens: of the answer.
        source: the answer, in which they have their places.
    """
    found = list(tokens)
    for start, end in _sentences(tokens):
        if explains(written_between(tokens, start, end, source)):
            titled = any(token.text == "heading" for token in tokens[max(start - 2, 0) : start])
            kept = {Role.EXAMPLE} if titled else set()  # "## 8. Second example" tells whose inputs stand below
            found[start:end] = (token if token.role in kept else _plain(token) for token in tokens[start:end])
    return found


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end that state no equation, but may speak against one."""
    start = 0
    for at in range(len(tokens) + 1):
        if at < len(tokens) and not (tokens[at].kind == "sep" and tokens[at].text in _END):
            continue
        sentence = tokens[start:at]
        states = any(token.kind in ("rel", "arrow", "num") and token.text != "is" for token in sentence)
        if not states and any(token.kind == "word" and token.role in AGAINST for token in sentence):
            yield start, at
        start = at + 1


def _plain(token: Token) -> Token:
    return replace(token, role=Role.PLAIN) if token.kind == "word" and token.role in AGAINST else token
