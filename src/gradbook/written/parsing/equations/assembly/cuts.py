"""Cuts: a product or a quotient, or the end of one equation and the beginning of another?

"q = 10 r = 8" and "x = -2.5 / y = 3.8" can be read in two ways; both are kept where nothing speaks for one.
"""

from typing import NamedTuple

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND
from gradbook.written.parsing.equations.assembly.partings import SIGNS, goes_into
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import quantity

_QUANTITY_BEGINS = frozenset({"name", "der", "new", "diff", "frac", "diffsub"})
_ENDS = frozenset({"name", "close", "num"})
_QUOTIENT = 4  # tokens of "df/dq" up to its end
_OPERANDS = frozenset({"name", "fn", "num", "open"})
_SINGLE = 2  # sides of a chain that is one equation
_WIDE = 3  # blanks that set off what stands behind them in a line
_COLON = 2  # letters between sides: a colon and a blank


class Cut(NamedTuple):
    """A place inside a side where one equation may end and the next begin."""

    side: int
    end: int
    start: int
    factor: bool = False  # what stands behind it may be an operand: "df/dw = -12 * x = 6"
    near: bool = False  # a single blank before what may be an operand: "g = 3 x = 1.5"
    again: bool = False  # the quantity is calculated once more: "u = b * c u = 4 * 2 u = 8"


def cut(chain: Draft, lexicon: Lexicon) -> None:
    """Cut a chain where a number ends one equation and a quantity begins the next, or leave it in doubt."""
    if (place := _behind_formula(chain.sides[0], lexicon)) and chain.states and not chain.spoiled:
        formula, named = chain.sides[0][:place], chain.sides[0][place:]
        chain.sides[:1], chain.relations[:1] = [named, formula], ["", "="]
    if place := _behind_value(chain, lexicon):
        value, named = chain.sides[-1][:place], chain.sides[-1][place:]
        chain.sides[-1:], chain.relations[0] = [value], "="
        chain.sides, chain.relations = [named, *chain.sides], ["", *chain.relations]
    if chain.states and _is_labelled(chain.sides[0], lexicon):
        del chain.sides[0][0]
    if place := _behind_result(chain, lexicon):
        result, formula = chain.sides[-1][:place], chain.sides[-1][place:]
        chain.sides[-1:], chain.relations[-1:] = [formula, result], [chain.relations[-1], "="]
    cuts, glued = _cuts_of(chain, lexicon), _glued(chain, lexicon)
    if not glued <= {found.side for found in cuts}:  # "u=6v=11u=5": 11 u may be a product, and then the others too
        cuts = [found for found in cuts if found.side not in glued]
    columns = any(_gap(chain.sides[found.side], found.start) >= _WIDE for found in cuts)
    factors = [found.factor or (columns and found.near) for found in cuts]
    if not all(factors):  # "df/dw = -12 * x = 6   df/db = -12"
        cuts = [found for found, factor in zip(cuts, factors, strict=True) if not factor]
    dotted = [_is_product(chain.sides[found.side][found.end : found.start]) for found in cuts]
    if not cuts or dotted == [True]:  # "df/dw = 3 · x = 6" is a product
        return
    chain.sure = len(glued) != 1 and _is_sure(chain, cuts, lexicon)
    chain.split = _parts(chain, cuts)


def _cuts_of(chain: Draft, lexicon: Lexicon) -> list[Cut]:
    """Return where a chain of more than one equation may be cut."""
    cuts: list[Cut] = []
    head = quantity(chain.sides[0], lexicon) if len(chain.sides) > _SINGLE else None
    for number, side in enumerate(chain.sides[1:-1], 1):
        place = _cut_in(chain, number, lexicon, head)
        if place is None:
            continue
        end, start = place
        part = quantity(side[start:], lexicon)
        parted = part is not None and head is not None and not goes_into(part, head, lexicon)
        again = part == head and head is not None
        if parted or again or not (side[end - 1].math or _again(chain, number, end)):
            operands = lexicon.operands.get(head.name, ()) if isinstance(head, Symbol) else ()
            factor = isinstance(part, Symbol) and (isinstance(head, Derivative) or part.name in operands)
            near = not parted and end == start and _gap(side, start) == 1
            cuts.append(Cut(number, end, start, factor and _is_product(side[end:start]), near, again))
            head = part
    return cuts


def _is_sure(chain: Draft, cuts: list[Cut], lexicon: Lexicon) -> bool:
    """Whether something other than the numbers says that the equations end where they are cut."""
    if len(cuts) > 1 or all(found.again for found in cuts):
        return True
    sides = chain.sides
    between = [sides[found.side][found.end] for found in cuts if found.end < found.start]
    bare = not between
    wide = bare and all(_gap(sides[found.side], found.start) > 1 for found in cuts)  # q = 10   r = 8
    operand = any(found.near and isinstance(quantity(sides[0], lexicon), Derivative) for found in cuts)
    apart = bare and not operand
    labels = apart and all(_follows_label(sides, found.side) for found in cuts)
    tight = apart and any(
        side and side[-1].end == _start_behind(sides, number) for number, side in enumerate(sides[:-1])
    )
    return wide or labels or tight or any(token.kind == "name" for token in between)


def _parts(chain: Draft, cuts: list[Cut]) -> list[Draft]:
    """Return the equations of a chain, one behind the other."""
    parts: list[Draft] = []
    sides, relations = [list(side) for side in chain.sides], list(chain.relations)
    begin = 0
    for number, end, start, *_ in cuts:
        rest = sides[number][start:]
        parts.append(
            Draft(chain.first, chain.last, [*sides[begin:number], sides[number][:end]], relations[begin : number + 1])
        )
        sides[number], relations[number] = rest, ""
        begin = number
    return [*parts, Draft(chain.first, chain.last, sides[begin:], relations[begin:])]


def _glued(chain: Draft, lexicon: Lexicon) -> set[int]:
    """Return the sides that end with a number and, right behind it, a name that is calculated: "z=3.6a=relu(z)"."""
    found: set[int] = set()
    for number, side in enumerate(chain.sides[1:-1], 1):
        if len(side) > 1 and side[-1].kind == "name" and side[-1].name in lexicon.operands:
            found |= {number} if side[-2].kind == "num" and side[-2].end == side[-1].start else set()
    return found


def _cut_in(chain: Draft, number: int, lexicon: Lexicon, head: Node | None) -> tuple[int, int] | None:
    """Return where a side may be the end of one equation, of a quantity `head`, and the beginning of the next."""
    side = chain.sides[number]
    given = isinstance(head, Symbol) and head.name in lexicon.inputs
    if given and [token.kind for token in side] == ["num", "rate"] and _gap(side, 1) > 0:  # "w3=2 eta=1"
        return 1, 1
    for place in range(len(side) - 1, 0, -1):
        if side[place].kind not in _QUANTITY_BEGINS:
            continue
        first, before = side[place], side[place - 1]
        end = place
        if _is_and(side, place - 1) and quantity(side[place:], lexicon) is not None:
            return place - 1, place  # "q = 10 y r = 8", where y is an input too
        parting = before.kind == "op" and before.text in SIGNS and place > 1 and side[place - 2].end < before.start
        if parting and (before.text == "/" or first.start > before.end):
            end, before = place - 1, side[place - 2]
        plain = not (first.math or before.math) and before.kind in _ENDS
        plain = plain and (first.kind == "name" or not _is_slope(side, place))
        wide = plain and _gap(side, place) >= _WIDE
        if wide and quantity(side[place:], lexicon) is not None:  # z = w*x + b        a = sigmoid(z)
            return end, place
        ends = isinstance(head, Symbol) and first.kind == "name" and before.kind in _ENDS and first.start > before.end
        if ends and quantity(side[place:], lexicon) == head:
            return end, place
        glued = before.kind == "num" and first.kind == "name" and first.name in lexicon.operands  # z=3.6a=relu(z)
        apart = side[place - 1].end < first.start
        if before.kind == "num" and (glued or apart):
            alone = end == 1 or (end == 2 and side[0].kind == "op")  # in "5 - 0.1 f'(x) = 1" it is a factor
            part = quantity(side[place:], lexicon) if alone or isinstance(head, Symbol) else None
            parted = part is not None and head is not None and not goes_into(part, head, lexicon)
            other = (parted and (alone or isinstance(part, Symbol))) or (
                glued and not alone and part is not None and part == head
            )
            return (end, place) if other or (alone and part is not None and apart) else None
    return None


def _is_slope(side: list[Token], end: int) -> bool:
    """Whether a derivative ends before a place, so that another behind it may be the next of a chain."""
    return any(token.kind in ("diff", "der", "frac", "diffsub") for token in side[max(0, end - _QUOTIENT) : end])


def _is_product(between: list[Token]) -> bool:
    """Whether a dot or an asterisk stands where a side may end."""
    return bool(between) and between[0].kind == "op" and between[0].text != "/"


def _is_and(side: list[Token], place: int) -> bool:
    """Whether a letter between blanks behind a number may be a word that joins, as y in Spanish."""
    if place < 1 or side[place].math or side[place].text not in AND or side[place - 1].kind != "num":
        return False
    return _gap(side, place) > 0 and _gap(side, place + 1) > 0


def _again(chain: Draft, number: int, end: int) -> bool:
    """Whether the number before the quantity begins what follows its relation too: f = 3 r = 3 * 8."""
    behind = chain.sides[number + 1]
    return len(behind) > 1 and behind[0].node == chain.sides[number][end - 1].node


def _behind_formula(head: list[Token], lexicon: Lexicon) -> int:
    """Return the place of a quantity behind its formula in columns, "x * w      q = -1"; 0 where none stands there."""
    for place in range(len(head) - 1, 1, -1):
        if _gap(head, place) >= _WIDE and quantity(head[place:], lexicon) is not None:
            kinds = {token.kind for token in head[:place]}
            works = not kinds.isdisjoint(("op", "fn")) and kinds.isdisjoint(("diff", "der", "rel"))
            whole = head[0].kind in _OPERANDS and head[place - 1].kind in ("name", "num", "close")
            return place if works and whole else 0
    return 0


def _behind_result(chain: Draft, lexicon: Lexicon) -> int:
    """Return the place of a formula in a column behind a number alone, "p = 0.27      sigmoid(z)"; 0 where none is."""
    side, place = chain.sides[-1], _behind_number(chain)
    if not place:
        return 0
    if chain.last - chain.first + 1 != sum(map(len, chain.sides)) + len(chain.sides) - 1:
        return 0  # words stand between
    signed = side[place].text == "-" and place + 1 < len(side) and _gap(side, place + 1) == 0
    begins = signed or side[place].kind in _OPERANDS
    head = quantity(chain.sides[0], lexicon)
    names = {token.name for token in side[place:] if token.kind == "name"}
    above = head.of if isinstance(head, Derivative) else getattr(head, "name", "")
    formula = bool(names) and all(head is not None and name in lexicon.cone(above) - {above} for name in names)
    calculates = any(token.kind in ("op", "fn", "frac") for token in side[place:])
    given = not isinstance(head, Derivative) and above in lexicon.inputs
    return place if begins and formula and calculates and not given else 0


def _behind_value(chain: Draft, lexicon: Lexicon) -> int:
    """Return the place of a quantity in a column behind what its calculation comes to, "3 * -4 = -12      f"; or 0."""
    place = _behind_number(chain)
    if not place or chain.spoiled or quantity(chain.sides[-1][place:], lexicon) is None:
        return 0
    first = chain.sides[0]
    works = any(token.kind in ("op", "fn", "sqrt", "power") for token in first)
    return place if works and quantity(first, lexicon) is None else 0


def _behind_number(chain: Draft) -> int:
    """Return the place of what stands in a column behind a number alone, at the end of a chain; 0 for nothing."""
    side = chain.sides[-1]
    place = 1 + (side[0].text == "-") if chain.states and side else 0
    if not 0 < place < len(side) or side[place - 1].kind != "num" or side[place].math:
        return 0
    return place if _gap(side, place) >= _WIDE else 0


def _is_labelled(head: list[Token], lexicon: Lexicon) -> bool:
    """Whether words say before a quantity what it is: "slope of L on z     dL/dz"."""
    said = quantity(head[:1], lexicon) if head and head[0].kind == "der" else None
    return said is not None and quantity(head[1:], lexicon) == said


def _gap(side: list[Token], place: int) -> int:
    """Return how many blanks stand before a token."""
    return side[place].start - side[place - 1].end


def _follows_label(sides: list[list[Token]], number: int) -> bool:
    """Whether a sign stands behind a side and a blank behind it, as a colon does: "dp: 1.1 dw: 200"."""
    behind = sides[number + 1]
    return bool(behind) and behind[0].start - sides[number][-1].end == _COLON


def _start_behind(sides: list[list[Token]], number: int) -> int:
    """Return where the next side begins, one sign before it, if no blank stands around the sign."""
    return sides[number + 1][0].start - 1 if sides[number + 1] else -1
