"""What was understood of an answer, said back in the graph's own printing."""

from gradbook.graph import printing
from gradbook.graph.expression import Apply, Derivative, Expr, Number, Symbol
from gradbook.written.expression import SIGNS, At, Call, New, Node, Old, Rate, Slope
from gradbook.written.parsing.equations.statements import Statement


def read_back(statement: Statement, source: str) -> str:
    """Return a statement as text, such as "df/dw = z * x = 6"; what could not be read is quoted in angle brackets."""
    return " = ".join(
        f"<{' '.join(source[member.start : member.end].split())}>" if member.node is None else in_notation(member.node)
        for member in statement.members
    )


def in_notation(node: Node) -> str:
    """Return an expression in the graph's printing."""
    return printing.text(_expression(node))


def _expression(node: Node) -> Expr:
    match node:
        case Number() | Symbol() | Derivative():
            return node
        case Call(op, args) if op in SIGNS:
            return Apply(SIGNS[op], tuple(map(_expression, args)))
        case New(name):
            return Symbol(f"{name}_new")
        case Old(name):
            return Symbol(f"{name}_old")
        case Rate():
            return Symbol("lr")
        case Slope(expression, by):
            of, below = (printing.text(_expression(part)) for part in (expression, by))
            return Symbol(
                f"d{of if of.isidentifier() else f'({of})'}/d{below if below.isidentifier() else f'({below})'}"
            )
        case At(of, args):
            return Symbol(f"{printing.text(of)}({', '.join(printing.text(_expression(arg)) for arg in args)})")
        case Call(op, args):
            inner = tuple(_expression(arg) for arg in args)
            if op.startswith("d"):  # the derivative of a function by its argument, written with a prime
                return Symbol(f"{op[1:]}'({printing.text(inner[0])})")
            if op in ("<", ">", "<=", ">="):
                return Symbol(f"[{printing.text(inner[0])} {op} {printing.text(inner[1])}]")
            if op == "at":
                return Symbol(f"{printing.text(inner[0])} = {printing.text(inner[1])}")
            if op == "cases":
                pairs = zip(inner[::2], inner[1::2], strict=True)
                return Symbol("{" + "; ".join(f"{printing.text(a)} if {printing.text(b)}" for a, b in pairs) + "}")
            return Apply(op, inner)
