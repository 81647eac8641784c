"""The reference of ops, written from the op table itself.

python -m gradbook.graph.reference > docs/ops.md
"""

from gradbook.graph.expression import Apply, Symbol
from gradbook.graph.ops import OPS, Op
from gradbook.graph.parser import parse_formula
from gradbook.graph.printing import latex, text

_LETTERS = ("a", "b", "c")


def reference() -> str:
    """Return the reference as Markdown."""
    lines = [
        "# Operations",
        "",
        "This page is written by `python -m gradbook.graph.reference` from the op table, `src/gradbook/graph/ops.py`,",
        "and held against it by a test. a, b and c are the arguments, out is the result, g the gradient of the output",
        "by it. To add an op, add an entry to the table.",
        "",
        "## Entry by entry",
        "",
        "The gradient of an argument is g times the local derivative.",
        "",
        "| op | what it is | value | local derivatives | at a kink |",
        "|---|---|---|---|---|",
    ]
    lines += [_elementwise(op) for op in OPS.values() if op.elementwise]
    lines += [
        "",
        "## Arrays",
        "",
        "The gradient of each argument is given in matrix form. N is the number of rows.",
        "",
        "| op | what it is | value | gradients |",
        "|---|---|---|---|",
    ]
    lines += [_array(op) for op in OPS.values() if not op.elementwise]
    return "\n".join(lines) + "\n"


def _elementwise(op: Op) -> str:
    formulas = [
        f"d/d{letter} = `{_formula(formula)}`" for letter, formula in zip(_LETTERS, op.local or (), strict=False)
    ]
    kink = f"derivative {op.convention}" if op.kink else ""
    return f"| `{op.name}` | {op.about} | ${_value(op)}$ | {', '.join(formulas)} | {kink} |"


def _array(op: Op) -> str:
    pairs = zip(_LETTERS, op.product or (), strict=False)
    formulas = [f"d/d{letter} = `{_formula(formula)}`" for letter, formula in pairs]
    return f"| `{op.name}` | {op.about} | ${_value(op)}$ | {', '.join(formulas)} |"


def _value(op: Op) -> str:
    return latex(Apply(op.name, tuple(Symbol(letter) for letter in _LETTERS[: op.arity]))).replace("|", r"\vert ")


def _formula(formula: str) -> str:
    return text(parse_formula(formula)).replace("|", "\\|")


if __name__ == "__main__":
    print(reference(), end="")
