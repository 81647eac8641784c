"""From the tokens of a chain to its members, each an expression or unread."""

from dataclasses import dataclass, replace

from gradbook.graph.expression import Derivative as Der
from gradbook.graph.expression import Symbol as Name
from gradbook.written.exercise import Exercise
from gradbook.written.grammar import Call, New, Node, Parser, UnreadError
from gradbook.written.tokens import Token

MAX_MEMBERS = 100  # of one chain


@dataclass(frozen=True, slots=True)
class Member:
    """One side of an equality: an expression, or None where it could not be read."""

    node: Node | None
    start: int
    end: int
    relation: str = ""


def quantity(tokens: list[Token], exercise: Exercise) -> Node | None:
    """Return the quantity that tokens name, if they are nothing but its name."""
    if not tokens or len(tokens) > 24 or any(token.kind in ("rel", "word", "sep") for token in tokens):
        return None
    node = parsed(tokens, exercise, first=True)
    return node if isinstance(node, Name | Der | New) else None


def members_of(tokens: list[Token], exercise: Exercise) -> list[Member]:
    """Split a chain at its relations and parse what stands between them."""
    if sum(token.kind == "rel" for token in tokens) > MAX_MEMBERS:
        return [Member(None, tokens[0].start, tokens[-1].end)]
    parts: list[tuple[str, list[Token]]] = [("", [])]
    for token in tokens:
        if token.kind == "rel":
            parts.append((token.text, []))
        else:
            parts[-1][1].append(token)
    members: list[Member] = []
    for place, (relation, part) in enumerate(parts):
        if not part:
            if relation == "" or place == len(parts) - 1:  # "q =": something was meant to follow
                members.append(Member(None, tokens[0].start, tokens[-1].end, relation))
            continue
        start, end = part[0].start, part[-1].end
        node = parsed(part, exercise, first=relation == "")
        if relation in ("<-", "-=", "+=") and members:
            name = members[0].node
            if isinstance(name, Name) and name.name in exercise.graph.inputs:
                members[0] = replace(members[0], node=New(name.name))
                if relation != "<-" and node is not None:
                    node = Call(relation[0], (name, node))
            elif not isinstance(name, New) and relation != "<-":
                node = None
        members.append(Member(node, start, end, relation))
    return members


def parsed(part: list[Token], exercise: Exercise, *, first: bool) -> Node | None:
    """Parse one member; None where it is no expression of this exercise."""
    if first and len(part) > 3 and part[0].kind == "name" and part[0].text in exercise.arguments:
        inside = part[2:-1]
        called = part[1].kind == "open" and part[-1].kind == "close" and any(t.kind == "sep" for t in inside)
        if called and all(t.kind in ("name", "sep") for t in inside):
            return Name(part[0].text)  # f(w, x) = ...
    if first and len(part) == 2 and part[0].kind == "diff" and part[0].text == "d" and part[1].kind == "name":
        return Der(exercise.graph.output, part[1].text)  # dw = ..., as programs call it
    part = _balanced(part)
    if first and [t.kind for t in part[-3:]] == ["open", "name", "close"]:  # df/dw (w) = ...
        of_point = parsed(part[:-3], exercise, first=False)
        if isinstance(of_point, Der):
            return of_point
    try:
        return Parser(part, exercise).member()
    except UnreadError:
        return None


def _balanced(part: list[Token]) -> list[Token]:
    """Drop braces that surround the whole of a chain, so that they are open in one member and closed in another."""
    unmatched: set[int] = set()
    stack: list[int] = []
    for place, token in enumerate(part):
        if token.kind == "group":
            stack.append(place)
        elif token.kind == "end":
            if stack:
                stack.pop()
            else:
                unmatched.add(place)
    unmatched.update(stack)
    return [token for place, token in enumerate(part) if place not in unmatched]
