"""Brackets: which closes which, and what is listed in them."""

from gradbook.written.lexing.tokens import ANGLE, Token
from gradbook.written.lexing.words.dictionary import Role

_OPENS = {"open": "close", "group": "end", "cases": "cases"}
_LISTED = 120  # tokens of a list
_BRACES = frozenset({"group", "end"})
QUANTITY_BEGINS = frozenset({"name", "der", "new", "diff", "frac", "pd"})
OPERAND_ENDS = frozenset({"num", "name", "der", "new", "old", "rate", "close", "end", "bar", "euler"})


def matches(tokens: list[Token]) -> dict[int, int]:
    """Return the place of the closing bracket of each that is closed."""
    found: dict[int, int] = {}
    kinds = [token.kind for token in tokens]
    if _OPENS.keys().isdisjoint(kinds):
        return found
    stack: list[int] = []
    for place, kind in enumerate(kinds):
        if kind in ("open", "group") or (kind == "cases" and tokens[place].text == "begin"):
            stack.append(place)
        elif not stack:
            continue
        elif kind == "sep":
            text = tokens[place].text
            if text in ("block", "item", "heading", "stop") or (
                text == "line" and not any(kinds[at] == "cases" for at in stack)
            ):
                stack.clear()
        elif kind in ("close", "end", "cases"):
            while stack and _OPENS[tokens[stack[-1]].kind] != kind:
                stack.pop()
            if stack:
                found[stack.pop()] = place
    return found


def relates(token: Token) -> bool:
    """Whether a sign, a colon or a verb says that what follows is what stands before it."""
    return token.kind == "rel" or token.role is Role.RELATION or (token.kind == "sep" and token.text == "colon")


def opens_list(token: Token) -> bool:
    """Whether a bracket may hold the entries of a vector."""
    return token.kind == "open" and token.text in ("(", "[", ANGLE, "matrix")


def listed(tokens: list[Token], at: int) -> tuple[int, int]:
    """Return how many numbers are listed in the brackets that begin at a place, and the place behind; 0 for no list."""
    if at >= len(tokens) or not opens_list(tokens[at]):
        return 0, at
    close = matches(tokens[at : at + _LISTED]).get(0, 0)
    inside = tokens[at + 1 : at + close]
    if any(t.kind == "rel" for t in inside):
        return 0, at
    if signs := [t.text for t in inside if t.kind == "sep" and t.text != "soft"]:
        return (len(signs) + 1, at + close + 1) if all(sign in ("comma", "row") for sign in signs) else (0, at)
    numbers = sum(t.kind == "num" for t in inside)
    spaced = numbers > 1 and all(t.kind == "num" or t.text in ("-", "+", "soft") for t in inside)
    return (numbers, at + close + 1) if spaced else (0, at)


def balanced(tokens: list[Token]) -> list[Token]:
    """Drop braces that surround the whole of a chain, so that they are open in one side and closed in another."""
    if _BRACES.isdisjoint([token.kind for token in tokens]):
        return tokens
    unmatched: set[int] = set()
    stack: list[int] = []
    for place, token in enumerate(tokens):
        kind = token.kind
        if kind == "group":
            stack.append(place)
        elif kind == "end":
            if stack:
                stack.pop()
            else:
                unmatched.add(place)
    unmatched.update(stack)
    return [token for place, token in enumerate(tokens) if place not in unmatched] if unmatched else tokens
