"""Statements: equations whose sides are expressions, with what is said beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import QUANTITIES, Call, New, Node, Old, Rate, has_names, is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.notation import is_signal
from gradbook.written.parsing.arrays.array import Shape
from gradbook.written.parsing.arrays.entries import entries_before, entries_of, multiplied_out
from gradbook.written.parsing.arrays.folded import unfolded
from gradbook.written.parsing.arrays.names.iterates import iterate
from gradbook.written.parsing.arrays.names.nabla import by_vectors
from gradbook.written.parsing.arrays.names.named import are_numbers, names_arrays
from gradbook.written.parsing.arrays.pieces import may_hold_arrays
from gradbook.written.parsing.arrays.running import unrolled
from gradbook.written.parsing.equations.assembly.workings import with_workings
from gradbook.written.parsing.equations.localities import EVERYWHERE, Locality
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.formulas import is_formula
from gradbook.written.parsing.grammar.parser import operator, parsed, quantity
from gradbook.written.tracing.trace import said

UNSURE = "a word that is not known"
MAX_MEMBERS = 100  # of one statement
_NAMELESS = frozenset({"bad", "diff"})  # names that stand for nothing known
_GIVEN = "a value before it that is not understood"
_NAMED = frozenset({"name", "fn"})


@dataclass(frozen=True, slots=True)
class Member:
    """One side of an equality: an expression, or None where it could not be read.

    Attributes:
        formula: no number is written in it, so that it says none where it is not read.
    """

    node: Node | None
    start: int
    end: int
    relation: str = ""
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Which entry of an array that the answer writes as a formula a statement is of; `whole` has them row by row."""

    whole: tuple[Node, ...]
    place: int


Conditions = tuple[tuple[Node, Node], ...]  # what must be which number


@dataclass(frozen=True, slots=True)
class Statement:
    """A chain of members.

    Attributes:
        members: from left to right.
        start, end: its place in the source.
        doubt: what beside it makes its meaning doubtful, such as "not"; empty where nothing does.
        supposed: it is only taken to be so, as in "let q = 10".
        retracts: words before it take back what was said.
        context: what is spoken of: "slopes" under a heading of gradients, "after" behind the step.
        locality: of what those gradients are.
        given: what the quantity was before the step, where that is said.
        point: the inputs that the label above it gives, where an answer goes through several points.
        conditions: what must hold for it, such as w = 5 in "if w = 5".
        trailing: numbers right behind it without a sign, which must say the same.
        printed: what a program prints behind the label that is the first member, where that is something else.
        rate: the learning rate that is said with it or before it.
        alias: the name that the answer itself introduces for its first member, if it is one.
        entry: of which array the first member is an entry, where that is none of the exercise's by name.
        elsewhere: it is so where an input is changed, to see what that does, or where a gradient is 0.
        tentative: it may speak of something else: it counts where it fits, and is left to a person otherwise.
        supposing: its doubt is only that it is an example or a condition: "If q = 10, then ..." denies nothing.
        beside: the quantities that stand before it, where it names none itself.
        shared: one number is said of a vector, of which this is an entry: it counts where it fits them all.
        later: by how many rounds it is later than the first, where it is not of that or of another example.
    """

    members: tuple[Member, ...]
    start: int
    end: int
    doubt: str = ""
    supposed: bool = False
    retracts: bool = False
    context: str = ""
    locality: Locality = EVERYWHERE
    given: Node | None = None
    conditions: Conditions = ()
    point: Conditions = ()
    trailing: tuple[Node | None, ...] = ()
    printed: Node | None = None
    rate: Node | None = None
    alias: str = ""
    entry: Entry | None = None
    tentative: bool = False
    elsewhere: bool = False
    supposing: bool = False
    later: int = 0
    shared: bool = False
    beside: frozenset[str] = frozenset()

    @property
    def tainted(self) -> bool:
        """Whether something beside it makes its meaning doubtful."""
        return bool(self.doubt)

    @property
    def is_sure(self) -> bool:
        """Whether it is said of the exercise as it is given, without doubt."""
        return not (self.tainted or self.later or self.supposed or self.elsewhere)


def members_of(draft: Draft, lexicon: Lexicon) -> list[Member]:
    """Return the sides of a draft as members."""
    first = next((side[0] for side in draft.sides if side), None)
    if first is None:
        return []
    if len(draft.sides) > MAX_MEMBERS:
        tokens = draft.tokens
        return [Member(None, tokens[0].start, tokens[-1].end)]
    members: list[Member] = []
    at = first.start
    for number, (side, relation) in enumerate(zip(draft.sides, draft.relations, strict=True)):
        if not side:
            if number == len(draft.sides) - 1 and number > 1:  # "q =": something was meant to follow
                members.append(Member(None, at, at, relation))
            continue
        start, at = side[0].start, side[-1].end
        node = None
        if number not in draft.spoiled and not (members and _is_differential(draft.sides[0], side, lexicon)):
            named = not members and not (_is_bare_slope(draft.sides[0]) and not _is_worked_out(draft.sides))
            named = named or _is_called(side, draft.sides[0])
            node = (quantity(side, lexicon) if named else None) or parsed(side, lexicon)
        if relation in ("<-", "-=", "+=") and members:
            node = _assigned(members, relation, node, lexicon)
        members.append(Member(node, start, at, relation, is_formula(side)))
    match [member.node for member in members[:2]]:
        case [New(new), Symbol(name)] if new == name and len(members) > 2:
            del members[1]  # "the new weights are w = (0.4, 0.6)"
    return members


def _is_bare_slope(head: list[Token]) -> bool:
    """Whether an equation is of the slope of a function, that it says no point of: "sigma' = 0.25" may be anywhere."""
    return [token.kind for token in head] == ["fn"]


def _is_worked_out(sides: list[list[Token]]) -> bool:
    """Whether a result is calculated, from names or a product: "= 1/4 = 0.25" is the greatest slope."""
    for side in sides[1:-1]:
        kinds = [token.kind for token in side]
        operations = {token.text for token in side if token.kind == "op"}
        if not _NAMED.isdisjoint(kinds) or (kinds.count("num") > 1 and operations != {"/"}):
            return True
    return False


def _is_called(side: list[Token], head: list[Token]) -> bool:
    """Whether a side is the quantity at its head at some point: f(x1) = f(0.95) = -0.94."""
    if len(side) < 2 or not head or side[0].kind != "name" or side[1].kind != "open":
        return False
    return side[0].name == head[0].name and matches(side).get(1) == len(side) - 1


def _is_differential(head: list[Token], side: list[Token], lexicon: Lexicon) -> bool:
    """Whether dz stands on a side for a change of z, as in "da = a (1 - a) dz", and not for the gradient by z.

    A gradient is calculated from those of the nodes above: dz = da * a * (1 - a).
    """
    if len(head) != 2 or head[0].kind != "diff" or head[0].text == "δ" or head[1].kind != "name" or not head[1].name:
        return False
    lone = [behind.name for token, behind in pairwise(side) if token.text == "d" and token.kind == "diff"]
    return any(name and head[1].name not in lexicon.cone(name) for name in lone)


def _assigned(members: list[Member], relation: str, node: Node | None, lexicon: Lexicon) -> Node | None:
    """Take "w := ..." and "w -= ..." for what they make of w; return the member behind the sign."""
    target = members[0].node
    if relation == "<-" and is_literal(members[-1].node):
        return None  # nothing can be put into a number
    if isinstance(target, Symbol) and target.name in lexicon.inputs:
        members[0] = replace(members[0], node=New(target.name))
        if relation != "<-":
            return None if node is None else Call(relation[0], (target, node))
    elif relation != "<-" and not isinstance(target, New) and not accumulates(target, relation):
        return None
    return node


def _before_change(members: Sequence[Member], given: Node | None, lexicon: Lexicon) -> Statement | None:
    """Return what a node is said to be before the step by what its change begins with: "falls from 0.85 to 0.47"."""
    node = members[0].node
    if given is None or not isinstance(node, New) or node.name not in lexicon.operands:
        return None
    old = replace(members[0], node=Symbol(node.name)), replace(members[1], node=given, relation="=")
    return Statement(old, members[0].start, members[-1].end, supposed=True)


def accumulates(target: Node | None, relation: str) -> bool:
    """Whether a part is added to a gradient, "dw += x * dz": it is all of it where it is the only one."""
    return relation == "+=" and isinstance(target, Derivative)


def statements_of(draft: Draft, lexicon: Lexicon) -> Iterator[Statement]:
    """Yield what a draft states: one statement, or one for each entry of an equation between vectors."""
    draft = with_workings(draft.trimmed(), lexicon)
    if lexicon.slopes or lexicon.arrays or any(map(may_hold_arrays, draft.sides)):
        for one in unrolled(unfolded(draft), lexicon):
            for by in by_vectors(one, lexicon):
                yield from _with_arrays(by, lexicon)
    else:
        yield from _stated(draft, draft.sides[0], lexicon)


def _with_arrays(draft: Draft, lexicon: Lexicon) -> Iterator[Statement]:
    if _begins_series(draft.sides[0], lexicon):
        return
    gradient = any(token.kind == "nabla" for token in draft.sides[0])
    named = gradient and len(draft.sides) > 2 and not any(token.kind == "open" for token in draft.sides[1])
    if named and isinstance(quantity(draft.sides[1], lexicon), Derivative):
        draft = replace(draft, sides=draft.sides[1:], relations=["", *draft.relations[2:]])  # nabla L = dL/dw = 4
    numbers = are_numbers(draft.sides[0], lexicon)
    head = entries_before(draft.sides[0], draft.sides[1:], lexicon) if not numbers else None
    unordered = head is None or gradient
    listed = entries_of(draft.sides[1], lexicon) if unordered and len(draft.sides) > 2 else None
    if listed and _says_by_what(draft.sides[1], listed[0], head, lexicon):  # the gradient = (df/dx, df/dy) = (2, 3)
        draft, head = replace(draft, sides=draft.sides[1:], relations=["", *draft.relations[2:]]), listed
    if head is not None:
        signal = len(draft.sides[0]) == 1 and is_signal(draft.sides[0][0].text)  # or with the other sign
        yield from _entry_by_entry(draft, *head, lexicon, guessed=signal)
        return
    if formula := _named_by_formula(draft, lexicon):
        yield from _entry_by_entry(*formula, lexicon, guessed=True)
        return
    if (all_inputs := iterate(draft, lexicon)) is not None:
        entries, draft = all_inputs
        yield from _entry_by_entry(draft, entries, (len(entries), 1), lexicon, guessed=True)
        return
    written = draft.sides[0]
    sides = [multiplied_out(side, lexicon) for side in draft.sides]
    if sides != draft.sides:
        draft = replace(draft, sides=sides)
    yield from _stated(draft, written, lexicon)


def _says_by_what(
    side: list[Token], entries: list[list[Token]], head: tuple[list[list[Token]], Shape] | None, lexicon: Lexicon
) -> bool:
    """Whether a side behind a gradient lists its derivatives; a name for others, as in grad_b L = delta, does not."""
    nodes = [quantity(entry, lexicon) for entry in entries]
    if not all(isinstance(node, Derivative) for node in nodes):
        return False
    named = head is not None and names_arrays(side, lexicon)
    return not named or (head is not None and nodes == [quantity(entry, lexicon) for entry in head[0]])


def _named_by_formula(draft: Draft, lexicon: Lexicon) -> tuple[Draft, list[list[Token]], Shape] | None:
    """Return "d = 2 (h - y) = (-1, 2)" without its unknown name, and the entries of its formula."""
    unknown = len(draft.sides[0]) == 1 and draft.sides[0][0].kind in _NAMELESS
    if not unknown or len(draft.sides) < 3 or 1 in draft.spoiled:
        return None
    found = entries_before(draft.sides[1], draft.sides[2:], lexicon)
    nodes = [parsed(entry, lexicon) for entry in found[0]] if found else []
    if found is None or not any(node is not None and has_names(node) for node in nodes):
        return None
    spoiled = {number - 1 for number in draft.spoiled}
    return replace(draft, sides=draft.sides[1:], relations=["", *draft.relations[2:]], spoiled=spoiled), *found


def _stated(draft: Draft, written: list[Token], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield what an equation of numbers states.

    Args:
        draft: the equation.
        written: its first side as it stands in the answer, before products of vectors are multiplied out.
        lexicon: the exercise's.
    """
    members = members_of(draft, lexicon)
    if not members:
        return
    if stepped := _stepped(members[0], lexicon):
        members = [stepped, *members]
    first = draft.sides[0][0] if len(draft.sides[0]) == 1 else None
    own = first is not None and first.kind == "name" and not first.name
    written_out = isinstance(members[0].node, Call) and has_names(members[0].node)  # "wx = 10", where that is a node
    whole = (draft.sides[0] is not written or written_out) and not is_quantity(members[0].node)
    alias = (first.text or "?") if first is not None and own else "?" if whole else ""  # "?" also: a program prints it
    given = parsed(draft.given, lexicon) if draft.given else None
    doubt = _doubt(draft) or (_GIVEN if draft.given and given is None else "")
    everyday = first is not None and first.kind in ("new", "der") and first.role is not None  # "the new error"
    everyday = everyday or (first is not None and first.kind == "name" and first.role is Role.ERROR)  # "the prediction"
    everyday = everyday or bool(operator(draft.sides[0])) or _is_bare_slope(draft.sides[0])  # "d/dw = 6", of what?
    before = _before_step(members, lexicon)
    if not everyday and (old := _before_change(members, given, lexicon)):
        yield replace(old, doubt=doubt)
    yield Statement(
        tuple(before or members),
        members[0].start,
        members[-1].end,
        doubt,
        given=given,
        alias=alias,
        tentative=everyday
        or draft.joined
        or bool(before)
        or accumulates(members[0].node, "".join(draft.relations[1:2])),
    )


def _stepped(head: Member, lexicon: Lexicon) -> Member | None:
    """Return the new input that a step is, "w - 0.1 df/dw", where nothing is said to be it."""
    match head.node:
        case Call("-", (Symbol(name), Call("*" | "()", (Number() | Rate(), Derivative(of, by))))) if name == by:
            return replace(head, node=New(name)) if name in lexicon.inputs and of == lexicon.output else None
    return None


def _begins_series(head: list[Token], lexicon: Lexicon) -> bool:
    """Whether h_0 is said to be something where h_1 and h_2 are calculated: no quantity of the exercise."""
    if len(head) != 1 or head[0].kind != "vec" or not isinstance(head[0].node, Old):
        return False
    return all(name in lexicon.operands for row in lexicon.array(head[0].text) for name in row)


def _before_step(members: list[Member], lexicon: Lexicon) -> list[Member]:
    """Return members about a node where the first is that node before the step: C_0, L_old; none where it is not.

    An index of 0 may say something else, such as the layer that the inputs are.
    """
    match members[0].node:
        case Old(name) if name in lexicon.operands:
            return [replace(members[0], node=Symbol(name)), *members[1:]]
    return []


def _entry_by_entry(
    draft: Draft, head: list[list[Token]], shape: Shape, lexicon: Lexicon, *, guessed: bool = False
) -> Iterator[Statement]:
    """Yield a statement for each entry; a side that is no vector of this size is unread in all of them.

    Args:
        guessed: whether it is not said in full what the entries of the head are.
    """
    others = [entries_of(side, lexicon, shape) for side in draft.sides[1:]]
    alone = {number for number, side in enumerate(others, 1) if side is None}
    listed = draft.sides[0][0].kind == "open"  # (x, y) = (3,1)
    listed = listed or any(side is not None and all(map(_is_number, side[0])) for side in others)
    same = {number for number in alone if not listed and _is_number(draft.sides[number])}  # "y = 0" may say it of all
    unread = alone - same
    given = entries_of(draft.given, lexicon, shape) if draft.given else None
    doubt = _doubt(draft) or (_GIVEN if draft.given and given is None else "")
    heads = draft.sides[0]
    ordered = (
        guessed
        or draft.joined
        or bool(same)
        or heads[0].role is Role.NEW
        or any(token.kind == "nabla" for token in heads)
    )  # by whom?
    whole = tuple(node for first in head if (node := parsed(first, lexicon)) is not None)
    own = len(whole) == len(head) and not same and any(map(has_names, whole))
    alias = heads[0].text if len(heads) == 1 else "?"
    for place, first in enumerate(head):
        sides = [first, *(draft.sides[n] if side is None else side[0][place] for n, side in enumerate(others, 1))]
        read = members_of(replace(draft, sides=sides, spoiled=draft.spoiled | unread), lexicon)
        start, end = draft.sides[0][0].start, draft.sides[-1][-1].end if draft.sides[-1] else read[-1].end
        if own and not any(is_quantity(member.node) for member in read):
            yield Statement(
                tuple(read), start, end, doubt, alias=alias, entry=Entry(whole, place), tentative=draft.joined
            )
        if is_quantity(read[0].node):
            before = parsed(given[0][place], lexicon) if given else None
            if isinstance(before, Symbol) and isinstance(read[0].node, New):  # "(b, w) to (0.8, 0.9)", in any order
                read[0], before = replace(read[0], node=New(before.name)), None
            yield Statement(tuple(read), start, end, doubt, given=before, tentative=ordered, shared=bool(same))


def _is_number(side: list[Token]) -> bool:
    """Whether a side is a number, or a calculation with nothing but numbers."""
    return bool(side) and all(token.kind in ("num", "op") or token.text in ("(", ")") for token in side)


def _doubt(draft: Draft) -> str:
    return said(UNSURE, draft.unsure.start, draft.unsure.end) if draft.unsure else ""


def is_quantity(node: Node | None) -> bool:
    """Whether a member names a quantity, so that the others are about it."""
    return isinstance(node, QUANTITIES)
