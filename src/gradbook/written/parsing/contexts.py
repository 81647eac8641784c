"""Contexts: what a heading or a lead says of all that follows it."""

from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import Role
from gradbook.written.parsing.attributions import exemplary, of_others
from gradbook.written.parsing.surroundings import Surroundings

_TITLED = frozenset({Role.DENIAL, Role.HEDGE})  # what a title says against all under it


def contexts_of(around: Surroundings) -> dict[int, tuple[str, str]]:
    """Return for each draft what the words before it speak of, and what a heading says against it."""
    found: dict[int, tuple[str, str]] = {}
    context, against, lead = "", "", ""
    words: list[Token] = []
    heading, fresh = False, False
    for place, token in enumerate(around.tokens):
        if place in around.owner:
            number = around.owner[place]
            if number not in found and around.drafts[number].states:
                context = _context(context, words)
                found[number] = (context, against or lead)
                words, heading = [], False
            continue
        if token.kind == "word" and token.text in "?？" and not heading:
            words = []  # what is asked says nothing of what follows
        elif token.kind == "word":
            words.append(token)
        elif token.kind == "sep" and token.text == "heading":
            context = _context(context, words)
            words, heading, against, lead = [], True, "", ""
        elif token.kind == "sep" and token.text in ("line", "block"):
            if heading:
                against = exemplary(words) or of_others(words) or next((w.text for w in words if w.role in _TITLED), "")
                context = _titled(words)
                words, heading = [], False
            elif token.text == "block":
                lead, fresh = (lead, False) if fresh else ("", False)
        elif token.kind == "sep" and token.text == "colon" and _ends_line(around, place):
            lead = exemplary(words) or of_others(words) or next((w.text for w in words if w.role in _TITLED), "")
            fresh = True
        elif token.kind == "sep" and token.text == "stop" and context == "after":
            context = ""
    return found


def _ends_line(around: Surroundings, place: int) -> bool:
    follows = around.tokens[place + 1] if place + 1 < len(around.tokens) else None
    return follows is not None and follows.kind == "sep" and follows.text in ("line", "block")


def _titled(words: list[Token]) -> str:
    roles = {word.role for word in words}
    if Role.NEW in roles or {Role.AFTER, Role.STEP} <= roles:
        return "after"
    return "slopes" if Role.SLOPES in roles else ""


def _context(before: str, words: list[Token]) -> str:
    """Return what is spoken of from here on: gradients under their heading, values after the step, or neither."""
    roles = {word.role for word in words}
    if Role.SLOPES in roles and Role.NEW not in roles:
        return "slopes"
    if {Role.AFTER, Role.STEP} <= roles or _speaks_of_new(words):
        return "after"  # "after the step", "the new loss"
    return "" if roles & {Role.VALUES, Role.NEW, Role.STEP} else before


def _speaks_of_new(words: list[Token]) -> bool:
    """Whether words name what is new: "the new loss", "new weights", "nouvelle perte"."""
    named = (Role.PLAIN, Role.VALUES, Role.WEIGHT)
    return any(one.role is Role.NEW and other.role in named for one, other in pairwise(words))
