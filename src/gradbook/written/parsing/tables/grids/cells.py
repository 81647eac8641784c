"""Cells: the equations and the members of equations in them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, evaluate, has_names
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.arrays.entries import multiplied_out
from gradbook.written.parsing.equations.statements import Member, members_of
from gradbook.written.parsing.grammar.brackets import OPERAND_ENDS, matches
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.tables.grids.grids import Cell, Grid, joined
from gradbook.written.parsing.tables.grids.titles import SAID, says_slope
from gradbook.written.points import Point

_DOES = frozenset(
    {"wins", "won", "loses", "lost", "dominates", "gewinnt", "verliert", "gagne", "perd", "gana", "vince"}
)
_CLOSE = 1e-6
_FEWEST = 4  # tokens of a number, and of an equation's other side in brackets


def drafts_of(grid: Grid) -> Iterator[Draft]:
    """Yield the equations in the cells of a table: one may introduce a name."""
    for row in grid:
        for cell in joined(row):
            if any(token.kind == "rel" for token in cell.tokens):
                yield _draft(list(cell.tokens))


def bare(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out brackets of known words alone, "0 (constant)", "2 (by max)"; "6 (= w x)" goes on with its sign."""
    shown = [token for token in tokens if not token.edge]
    if len(shown) > _FEWEST and shown[-1].kind == "close" and not any(token.kind == "word" for token in shown):
        opens = next((at for at, token in enumerate(shown) if token.kind == "open"), 0)
        if opens and shown[opens + 1].text in ("=", "~") and matches(shown).get(opens) == len(shown) - 1:
            return (*shown[:opens], *shown[opens + 1 : -1])
    for place, token in enumerate(tokens):
        close = next((at for at in range(place + 1, len(tokens)) if tokens[at].kind == "close"), 0)
        inside = tokens[place + 1 : close]
        if token.kind == "open" and (compared := _compared(inside)):
            return (*tokens[: place + 1], *compared, *tokens[close:])
        if token.kind == "open" and inside and (_only_says(inside) or _is_reason(tokens, place)):
            return tokens[:place] + bare(tokens[close + 1 :])
    return tokens


def _compared(inside: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a comparison without the word that gives it as a reason: "1 (since z > 0)", "1 (because z = 2 > 0)"."""
    said = [token for token in inside if not token.edge]
    match [token.kind for token in said[1:]] if said and said[0].role is Role.REASON else []:
        case ["name", "cmp", "num"]:
            return tuple(said[1:])
        case ["name", "rel", "num", "cmp", "num"]:
            return (said[1], *said[4:])
    return ()


def _is_reason(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the last brackets of a cell say in words why a number is so: "1 (because the sum is positive)"."""
    inside = [token for token in tokens[at + 1 :] if not token.edge]
    before = tokens[at - 1] if at else None
    if before is None or before.kind not in OPERAND_ENDS or before.end == tokens[at].start:
        return False
    if matches([tokens[at], *inside]).get(0) != len(inside) or any(token.kind == "open" for token in inside):
        return False
    words = [token for token in inside if token.kind == "word"]
    says = all(word.role is not None and word.role not in AGAINST_IT | {Role.HEDGE} for word in words)
    told = any(token.kind in ("num", "rel", "cmp") and token.text != "is" for token in inside)  # "(z < 0)": is it so?
    return says and not told and inside[0].role is Role.REASON


def _only_says(inside: tuple[Token, ...]) -> bool:
    """Whether brackets hold known words only, with functions that they speak of, or a node that does so: "p wins"."""
    words = [token for token in inside if token.kind != "fn" and token.text != "comma" and not token.edge]
    if len(words) > 1 and words[0].kind == "name" and words[1].text in _DOES:
        words = words[1:]
    lists = any(token.text == "comma" for token in inside)
    if lists and (not words or any(DICTIONARY.against(token.text.lower()) for token in words)):
        return False
    return all(token.kind == "word" and token.role not in (None, *SAID) for token in words)


def members_in(tokens: list[Token], lexicon: Lexicon) -> list[Member]:
    """Return the members in a cell; one that is unread where anything but equations is in it."""
    if not tokens:
        return []
    whole = [Member(None, tokens[0].start, tokens[-1].end)]
    depth = 0
    for token in tokens:
        depth += (token.kind in ("open", "group")) - (token.kind in ("close", "end"))
        if not depth and (token.kind == "word" or (token.kind == "sep" and token.text != "soft")):
            return whole
    draft = _draft(tokens)
    return members_of(replace(draft, sides=[multiplied_out(side, lexicon) for side in draft.sides]), lexicon) or whole


def last_calculation(given: dict[Node, list[Cell]], own: Node, lexicon: Lexicon) -> Derivative | None:
    """Return the last derivative, if it is of another quantity than a row and only calculated: "w | 0.5 * 3 | 1.5"."""
    last = list(given)[-1] if given else None
    if not isinstance(last, Derivative) or last == own or any(_has_result(cell, lexicon) for cell in given[last]):
        return None
    return last


def _has_result(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a cell has a number that is no part of a calculation."""
    last = members_in(list(bare(cell.tokens)), lexicon)[-1:]
    return not last or not isinstance(last[0].node, Call) or last[0].node.op == "neg"


def _draft(tokens: list[Token]) -> Draft:
    draft = Draft(0, 0)
    for token in tokens:
        if token.kind == "rel":
            draft.sides.append([])
            draft.relations.append(token.text)
        else:
            draft.sides[-1].append(token)
    return draft


def added(parts: list[Cell], lexicon: Lexicon) -> list[Member]:
    """Return the sum of what rows end with, where each ends with a number."""
    read = [members_in(list(bare(cell.tokens)), lexicon) for cell in parts]
    ends = [members[-1] for members in read if members and isinstance(members[-1].node, Number)]
    if len(ends) < 2 or len(ends) < len(parts):
        return []
    node = reduce(lambda left, right: Call("+", (left, right)), [end.node for end in ends if end.node is not None])
    return [Member(node, ends[0].start, ends[-1].end, "=")]


def is_own_column(title: Cell, cells: Sequence[Cell]) -> bool:
    """Whether a title is a letter of the answer's own, and what stands under it are numbers."""
    numbers = all([token.kind for token in bare(cell.tokens) if token.text != "-"] == ["num"] for cell in cells)
    return numbers and not any(token.kind in ("word", "rel", "op") for token in title.tokens)


def is_sum(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a cell begins with a sum, such as "5 - 0.01 * 6": a new value is one, its step is none."""
    read = members_in(list(bare(cell.tokens)), lexicon)
    return bool(read) and isinstance(read[0].node, Call) and read[0].node.op in ("+", "-")


def slope_named(cell: Cell, node: Node, lexicon: Lexicon) -> Node | None:
    """Return the derivative by a row's own node that a cell names, and says nothing of."""
    names = isinstance(node, Symbol) and not any(token.kind in ("rel", "num", "word") for token in cell.tokens)
    found = quantity(list(cell.tokens), lexicon) if names else None
    return found if isinstance(found, Derivative) and found.by == getattr(node, "name", "") else None


def of_corner(name: str, corner: Cell, lexicon: Lexicon) -> Node:
    """Return what the corner of a table says that its cells are: quantities, their new values, or gradients."""
    if says_slope(corner):
        return Derivative(lexicon.output, name)
    return New(name) if corner.says(Role.NEW, Role.AFTER) else Symbol(name)


def comes_to(calculation: Cell, result: Cell, lexicon: Lexicon) -> bool:
    """Whether a cell ends with a calculation of numbers that comes to the number in another: "2 * 0.2", "0.40"."""
    ways = [member.node for member in members_in(list(bare(calculation.tokens)), lexicon)]
    number = [token.node for token in result.tokens if token.kind == "num"][-1:]
    if not ways or ways[-1] is None or not number or not isinstance(number[0], Number) or has_names(ways[-1]):
        return False
    value = evaluate(ways[-1], Point({}, {}, {}, {}), 0.0)
    return abs(abs(value) - number[0].value) <= _CLOSE * number[0].value  # its sign is no part of a number
