"""The steps of a derivation as data, which renderers write out without knowing any op."""

from dataclasses import dataclass

from gradbook.graph.expression import Expr
from gradbook.graph.ops import Value


@dataclass(frozen=True, eq=False)
class Step:
    """One equation of a derivation: `left = members[0] = members[1] = ...`.

    Attributes:
        kind: "value", "formula", "local", "gradient" or "update"; "given" on a worksheet.
        key: the quantity in short: "q", "df/dw", "local:df/dx", "w1" for the new w.
        left: what is derived.
        members: from the formula over the numbers put in to the result.
        value: the result.
        shape: of the result, for an array: "10 x 500"; empty for a number.
        note: what a reader should know about this step, such as a kink.
        blank: whether it is a line of a worksheet, whose right side is to be filled in.
    """

    kind: str
    key: str
    left: Expr
    members: tuple[Expr, ...]
    value: Value | None
    shape: str = ""
    note: str = ""
    blank: bool = False


@dataclass(frozen=True, eq=False)
class Section:
    """Steps under a heading."""

    title: str
    steps: tuple[Step, ...]
