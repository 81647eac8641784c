"""Other points: "For x = -2, f = 4" where the answer gives x = 2; what is so there is no second answer.

Such a passage ends with its paragraph, with what a colon at its end introduces, or where the first number comes again.
So does a check by a number right beside the first one, "x = 2.001, so f = 24.003", which ends with its sentence.
"""

import math
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Node, has_names, is_worked_out
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role
from gradbook.written.parsing.cues.settings.contexts import MOVED, Setting
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.grammar.parser import parsed

_SLOPES = frozenset({"der", "frac", "diff"})  # what begins with one of these is no input
_LEADS = frozenset({Role.FOR, Role.CONDITION})
_WITH = frozenset({"with", "when", "at", "mit", "wenn", "bei", "avec", "con", "com", "met", "bij", "przy", "при"})
_PASSED = (Role.ARTICLE, Role.PLAIN, Role.WEIGHT, Role.BIAS, Role.FILLER)  # "for the input x = -2"
_ENDS = frozenset({"stop", "block", "heading", "item", "row"})
_NUDGE = 0.011  # by how much an input is changed to see what that does, beside its size
_FEW = 4  # words before an input that are looked through for what leads to it


def given(draft: Draft, lexicon: Lexicon) -> tuple[Symbol, Node] | None:
    """Return the input and the number that an equation gives it, if it does nothing else."""
    if len(draft.sides) != 2 or not all(draft.sides):
        return None
    left = parsed(draft.sides[0], lexicon) if draft.sides[0][0].kind not in _SLOPES else None
    if not isinstance(left, Symbol) or left.name not in lexicon.inputs:
        return None
    right = parsed(draft.sides[1], lexicon)
    return (left, right) if right is not None and is_worked_out(right) else None


def ruled(draft: Draft, lexicon: Lexicon) -> tuple[Symbol, Node] | None:
    """Return the node and the formula that an equation gives it, if it does nothing else: "if s = p + c"."""
    if len(draft.sides) != 2 or not all(draft.sides):
        return None
    left, right = (parsed(side, lexicon) for side in draft.sides)
    known = isinstance(left, Symbol) and left.name in lexicon.operands and right is not None
    return (left, right) if known and isinstance(left, Symbol) and right is not None and has_names(right) else None


def other_points(
    tokens: list[Token], drafts: Sequence[Draft], settings: dict[int, Setting], lexicon: Lexicon
) -> Collection[int]:
    """Return the numbers of the drafts in passages about other inputs than those that are given."""
    values = {
        number: pair
        for number, draft in enumerate(drafts)
        if (pair := given(draft, lexicon) or supposed(tokens, draft, lexicon)) and not _is_one_of(tokens, draft)
    }
    led = {number for number in values if _is_led(tokens, drafts[number].first)}
    first: dict[str, Node] = {}
    cases: set[tuple[Symbol, Node]] = set()
    for number, (head, value) in values.items():
        if number in led:
            cases.add((head, value))
            continue
        elsewhere = _follows(tokens, drafts[number].first) or any(head == other for other, _ in cases)
        if (head, value) in cases or not elsewhere:  # "if y = 1: ... Here y = 1"
            first.setdefault(head.name, value)
    found: set[int] = set()
    for number in sorted(led):
        head, value = values[number]
        if number in found or value == first.get(head.name, value) or _is_moved(settings, number):
            continue
        end = paragraph_end(tokens, drafts[number].last)
        again = (n for n, (other, v) in values.items() if n > number and other == head and v == first[head.name])
        passage = (n for n in range(number, next(again, len(drafts))) if drafts[n].first < end)
        nudged = _is_beside(value, first[head.name])  # "if x = 2.001, then f = 24.003, so df/dx = 3" is at 2
        found.update(n for n in passage if not (_is_moved(settings, n) or (nudged and _is_of_slope(drafts[n]))))
    for number, (head, value) in values.items():
        nudged = number not in led and _is_beside(value, first.get(head.name))
        if not nudged or _is_moved(settings, number) or not drafts[number].states:
            continue
        end = next((at for at in range(drafts[number].last, len(tokens)) if _parts(tokens[at])), len(tokens))
        check = [n for n in range(number, len(drafts)) if drafts[n].first < end]
        if any(_is_calculated(drafts[n], lexicon) for n in check):
            found.update(check)
    return found


def _is_one_of(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether a value is only one that an input may have: "y is always 0 or 1"."""
    behind = next((t for t in tokens[draft.last + 1 : draft.last + 3] if not t.edge), None)
    return behind is not None and behind.role is Role.HEDGE


def _is_beside(value: Node, first: Node | None) -> bool:
    """Whether a number is another one, by a small power of ten: 2.001 beside 2."""
    if not isinstance(value, Number) or not isinstance(first, Number) or value == first:
        return False
    change = abs(value.value - first.value)
    return change <= _NUDGE * max(1.0, abs(first.value)) and abs(math.log10(change) % 1 - 0.5) > 0.499


def _is_calculated(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an equation is about a quantity that is calculated."""
    head = draft.sides[0][0] if draft.states and len(draft.sides[0]) == 1 else None
    return head is not None and isinstance(head.node, Symbol) and head.node.name in lexicon.operands


def _is_of_slope(draft: Draft) -> bool:
    """Whether an equation begins with a derivative."""
    return draft.states and any(token.kind in _SLOPES for token in draft.sides[0][:1])


def _parts(token: Token) -> bool:
    """Whether a sentence ends at a boundary."""
    return token.kind == "sep" and token.text in _ENDS and not token.math


def _is_moved(settings: dict[int, Setting], number: int) -> bool:
    return settings.get(number, Setting()).context in MOVED


def _follows(tokens: list[Token], place: int) -> bool:
    """Whether an arrow, or a word such as "so", leads to a place: "2 (x - 3) = 0 => x = 3" finds, and gives nothing."""
    at = last_seen(tokens, place)
    return at >= 0 and (tokens[at].text == "arrow" or (tokens[at].role is Role.LINK and tokens[at].text not in AND))


def supposed(tokens: Sequence[Token], draft: Draft, lexicon: Lexicon) -> tuple[Symbol, Node] | None:
    """Return the input and the number that it is not: "if x were 3"."""
    head = draft.sides[0][0] if not draft.states and len(draft.tokens) == 1 else None
    if head is None or not isinstance(head.node, Symbol) or head.name not in lexicon.inputs:
        return None
    match [token for token in tokens[draft.last + 1 : draft.last + 1 + _FEW] if not token.edge][:2]:
        case [Token(kind="word", role=Role.CONDITION), Token(kind="num", node=Number() as value)]:
            return head.node, value
    return None


def _is_led(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word that supposes leads to a place."""
    for token in islice(_before(tokens, place), _FEW):
        if token.role in _LEADS or token.text in _WITH:
            return True
        if token.role not in _PASSED:
            return False
    return False


def _before(tokens: Sequence[Token], place: int) -> Iterator[Token]:
    for at in range(place - 1, -1, -1):
        if tokens[at].kind != "sep":
            yield tokens[at]
        elif not tokens[at].edge:
            return


def paragraph_end(tokens: Sequence[Token], place: int) -> int:
    """Return where the paragraph of a place ends, together with the one that it introduces by a colon."""
    introduces = False
    for at in range(place + 1, len(tokens)):
        token = tokens[at]
        if token.kind != "sep":
            introduces = False
        elif token.text == "heading":
            return at
        elif token.text == "colon":
            introduces = True
        elif token.text == "block" and not token.math:
            if not introduces:
                return at
            place = next((n for n in range(at, len(tokens)) if tokens[n].kind != "sep"), len(tokens))
            return _end_of_block(tokens, place)
    return len(tokens)


def _end_of_block(tokens: Sequence[Token], place: int) -> int:
    ends = (
        at for at in range(place, len(tokens)) if tokens[at].kind == "sep" and tokens[at].text in ("block", "heading")
    )
    return next(ends, len(tokens))
