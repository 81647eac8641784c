"""Names of an answer's own for arrays, where they stand: each is the derivatives or formulas that it is said to be."""

import re
from dataclasses import replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node, is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.arrays.array import Array, Entry

FONTS = "(?:text|mathrm|mathit|textit|textbf|mathbf|operatorname)"


def name_of(token: Token) -> str:
    """Return what an answer's own name for a vector is looked up by; empty for any other token."""
    if token.kind == "diff" and token.text == "δ":
        return "delta"
    return token.text if token.kind == "bad" else ""


def own_name(token: Token, lexicon: Lexicon) -> str:
    """Return what an answer's own name for an array is looked up by, a letter of the graph's own too."""
    unnamed = token.kind == "name" and token.name in lexicon.unnamed
    return token.text if unnamed else name_of(token)


def names_arrays(side: list[Token], lexicon: Lexicon) -> bool:
    """Whether a name of the answer's own for an array stands in a side."""
    if not lexicon.slopes and not lexicon.arrays:
        return False
    return any(name in lexicon.slopes or name in lexicon.arrays for name in (own_name(t, lexicon) for t in side))


def are_numbers(side: list[Token], lexicon: Lexicon) -> bool:
    """Whether a side is an own name for an array of numbers, which tells nothing of what it is."""
    rows = lexicon.arrays.get(own_name(side[0], lexicon), ()) if len(side) == 1 else ()
    return bool(rows) and all(is_literal(node) for row in rows for node in row)


def named_array(token: Token, lexicon: Lexicon) -> Array | None:
    r"""Return what an answer calls by one name, such as \delta: derivatives, or what its entries are calculated as."""
    name = own_name(token, lexicon)
    if nodes := lexicon.slopes.get(name, ()):
        return Array(lexicon.laid(tuple(([replace(token, kind="der", node=node)],) for node in nodes)))
    if rows := lexicon.arrays.get(name, ()):
        return Array(lexicon.laid(tuple(tuple(_entry(token, node) for node in row) for row in rows)))
    return None


def _entry(token: Token, node: Node) -> Entry:
    text = node.name if isinstance(node, Symbol) else token.text
    return [replace(token, kind="der" if isinstance(node, Derivative) else "name", text=text, node=node)]


def in_one(tokens: list[Token], lexicon: Lexicon, source: str) -> list[Token]:
    r"""Return tokens in which a word that names an array of the answer's own, \text{grad}, is one token."""
    names = [name for name in lexicon.arrays if len(name) > 1 and name.isprintable()]
    if not names:
        return tokens
    spans = {
        found.span(1): name
        for name in names
        for found in re.finditer(rf"\\{FONTS}\{{\s*({re.escape(name)})\s*\}}", source)
    }
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        whole = next((span for span in spans if span[0] == token.start and token.end <= span[1]), None)
        end = at + 1
        if whole:
            while end < len(tokens) and tokens[end].start >= whole[0] and tokens[end].end <= whole[1]:
                end += 1
            found.append(Token("bad", spans[whole], *whole))
        elif token.kind == "word" and token.text in names and _calculates(tokens, at):
            found.append(replace(token, kind="bad", role=None))
        else:
            found.append(token)
        at = end
    return found


def _calculates(tokens: list[Token], at: int) -> bool:
    """Whether a sign of a calculation or a relation stands beside a word."""
    behind = next((token for token in tokens[at + 1 :] if not token.edge), None)
    before = next((token for token in reversed(tokens[max(0, at - 3) : at]) if not token.edge), None)
    return any(
        token is not None and token.kind in ("op", "rel", "transposed") and token.text != "is"
        for token in (before, behind)
    )
