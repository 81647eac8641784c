"""What follows: whether a quantity and its relation begin at a place."""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.arrays.entries import entries_of
from gradbook.written.parsing.arrays.names.named import own_name
from gradbook.written.parsing.equations.denoted import denoted
from gradbook.written.parsing.grammar.parser import quantity

_LONGEST_NAME = 40  # tokens of a quantity's name, such as a derivative in LaTeX with its point


def quantity_ahead(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return where a relation stands behind a quantity that begins at a place; 0 if none does."""
    if at < len(tokens) and (tokens[at].kind == "num" or tokens[at].text == "-"):
        return 0
    for place in range(at, min(at + _LONGEST_NAME, len(tokens))):
        token = tokens[place]
        if token.kind == "rel":
            name = named(tokens[at:place])
            return place if quantity(name, lexicon) is not None or quantities(name, lexicon) else 0
        if token.kind == "word" or (token.kind == "sep" and token.text not in ("soft", "line", "comma")):
            return 0
    return 0


def slope_ahead(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a derivative and an arrow begin at a place: "df/ds -> -0.476"."""
    arrow = next((n for n in range(at, min(at + _LONGEST_NAME, len(tokens))) if tokens[n].text == "arrow"), at)
    name = named(tokens[at:arrow])
    plain = all(token.kind not in ("word", "sep") for token in name)
    return bool(name) and plain and isinstance(quantity(name, lexicon), Derivative)


def named(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens without the edges of mathematics."""
    return [token for token in tokens if not token.edge]


def quantities(name: list[Token], lexicon: Lexicon) -> list[Node | None]:
    """Return the quantities that a vector is made of, such as a gradient, if it is made of nothing else."""
    own = len(name) == 1 and own_name(name[0], lexicon) in (*lexicon.arrays, *lexicon.slopes)
    if not name or not (own or name[0].kind in ("nabla", "vec", "open", "frac", "diff", "fn")):
        return []
    found = entries_of(name, lexicon)
    nodes = [denoted(entry, lexicon) for entry in found[0]] if found else []
    return [] if None in nodes else nodes


def lone_name(tokens: list[Token], at: int) -> bool:
    """Whether the name of a quantity stands at a place, and nothing behind it calculates."""
    return bool(tokens[at].name) and (at + 1 == len(tokens) or tokens[at + 1].kind == "sep")
