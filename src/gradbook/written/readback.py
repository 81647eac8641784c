"""What was understood of an answer, said back in the graph's own notation."""

from gradbook.graph import printing as notation
from gradbook.graph.expression import Apply, Symbol
from gradbook.graph.expression import Expr as Expression
from gradbook.written.grammar import SIGNS, Call, New, Node, Rate, Slope
from gradbook.written.read import Statement


def read_back(statement: Statement, source: str) -> str:
    """Return a statement as text, such as "df/dw = z * x = 6"; what could not be read is quoted in angle brackets."""
    parts: list[str] = []
    for member in statement.members:
        written = " ".join(source[member.start : member.end].split())
        parts.append(f"<{written}>" if member.node is None else notation.text(_expression(member.node)))
    return " = ".join(parts)


def _expression(node: Node) -> Expression:
    match node:
        case New(name):
            return Symbol(f"{name}_new")
        case Rate():
            return Symbol("lr")
        case Slope(expression, by):
            return Symbol(f"d({notation.text(_expression(expression))})/d{by}")
        case Call(op, args):
            inner = tuple(_expression(arg) for arg in args)
            if op.startswith("d"):  # the derivative of a function by its argument, written with a prime
                return Symbol(f"{op[1:]}'({notation.text(inner[0])})")
            if op in "<>":
                return Symbol(f"[{notation.text(inner[0])} {op} {notation.text(inner[1])}]")
            return Apply(SIGNS.get(op, op), inner)
    return node
