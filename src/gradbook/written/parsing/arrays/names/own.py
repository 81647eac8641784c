r"""Names that an answer gives to arrays of its own by a formula: g = p - t, \text{grad} = \hat y - y, err = A2 - Y.

What such an array is, nobody says here: its entries stand for what they are calculated as. A name that is given to two
different arrays stands for none.
"""

from collections.abc import Iterator

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number
from gradbook.written.expression import Node, has, has_names, is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.arrays.entries import entries_before
from gradbook.written.parsing.arrays.names.named import FONTS, own_name
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import parsed

Rows = tuple[tuple[Node, ...], ...]

_RELATION = r"[ \t]*(?::?=|≈|\\approx\b)[ \t\n&]*\Z"
_IN_TEXT = regex(rf"\\{FONTS}\{{([^\W\d_][\w \-]{{1,22}})\}}{_RELATION}")
_ALONE = regex(rf"(?:\A|[\n$`(\[:;,&])[ \t]*(?:[-*+][ \t]+)?([^\W\d_]\w{{1,15}}){_RELATION}")
_WORDS = regex(r"\$?[ \t]+[^\W\d_]")
_FARTHEST = 60  # letters of a name, its command and the relation behind it
_MOST = 20


def arrays(drafts: list[Draft], lexicon: Lexicon, source: str) -> dict[str, Rows]:
    """Return the names of an answer's own arrays, each with what its entries are calculated as."""
    formulas: dict[str, Rows] = {}
    numbers: dict[str, Rows] = {}
    doubled: set[str] = set()
    for draft in drafts:
        name, sides = _defined(draft, lexicon, source)
        if not name or name in lexicon.slopes or name in lexicon.vectors:
            continue
        last = sides[-1][-1] if sides and sides[-1] else None
        if len(sides) == 1 and last is not None and _WORDS.match(source, last.end):
            continue  # "d = u times the mask", "d = u 와 ...": it is not u
        for found, rows in ((formulas, _formula(sides, lexicon)), (numbers, _numbers(sides, lexicon))):
            if rows and found.setdefault(name, rows) != rows:
                doubled.add(name) if found is formulas else found.update({name: ()})
    known = {name: rows for name, rows in (numbers | formulas).items() if rows and name not in doubled}
    return dict([*known.items()][:_MOST])


def _defined(draft: Draft, lexicon: Lexicon, source: str) -> tuple[str, list[list[Token]]]:
    """Return the name that an equation begins with, if it is none of the exercise's, and what it is said to be."""
    if not draft.states:
        return "", []
    first = next((n for n, side in enumerate(draft.sides) if n and side), 0)
    sides = [side for n, side in enumerate(draft.sides) if n >= first and n not in draft.spoiled]
    if not first or first in draft.spoiled:
        return "", []
    head = draft.sides[0]
    if len(head) == 1 and not draft.spoiled and (name := own_name(head[0], lexicon)):
        return name, sides
    start = draft.sides[first][0].start
    before = source[max(0, start - _FARTHEST) : start]
    written = _IN_TEXT.search(before) or (_ALONE.search(before) if not head else None)
    name = written.group(1).strip() if written else ""
    return (name, sides) if name and not lexicon.knows(name) and not lexicon.array(name) else ("", [])


def _formula(sides: list[list[Token]], lexicon: Lexicon) -> Rows:
    """Return the entries of the first side of names, as what they are calculated as; none if it only names others."""
    for rows in _read(sides, lexicon):
        nodes = [node for row in rows for node in row]
        if any(map(has_names, nodes)) or any(has(node, Derivative) for node in nodes):
            return rows
    return ()


def _numbers(sides: list[list[Token]], lexicon: Lexicon) -> Rows:
    """Return the entries of an array that is only given, such as the labels [0, 1, 0]."""
    if len(sides) != 1:
        return ()
    rows = next(_read(sides, lexicon), ())
    return rows if all(isinstance(node, Number) or is_literal(node) for row in rows for node in row) else ()


def _read(sides: list[list[Token]], lexicon: Lexicon) -> Iterator[Rows]:
    for place, side in enumerate(sides):
        entries, shape = entries_before(side, sides[place + 1 :], lexicon) or ([], (0, 0))
        nodes = [node for entry in entries if (node := parsed(entry, lexicon)) is not None]
        if nodes and len(nodes) == len(entries):
            yield tuple(tuple(nodes[at : at + shape[1]]) for at in range(0, len(nodes), shape[1]))
