"""A derivation as data: steps that a renderer writes out without knowing any op."""

from dataclasses import dataclass
from typing import Any

from gradbook.graph.expression import Expr
from gradbook.graph.ops import Value


@dataclass(frozen=True, eq=False)
class Step:
    """One equation of a derivation: `left = members[0] = members[1] = ...`.

    Attributes:
        kind: "value", "formula", "local", "gradient" or "update".
        key: the quantity in short: "q", "df/dw", "local:df/dx", "w1" for the new w.
        left: what is derived.
        members: from the formula over the numbers put in to the result.
        value: the result.
        shape: of the result, for an array: "10 x 500"; empty for a number.
        note: what a reader should know about this step, such as a kink.
    """

    kind: str
    key: str
    left: Expr
    members: tuple[Expr, ...]
    value: Value | None
    shape: str = ""
    note: str = ""


@dataclass(frozen=True, eq=False)
class Section:
    """Steps under a heading."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, eq=False)
class Derivation:
    """A derivation in sections.

    Attributes:
        title: what is derived.
        sections: in order of reading.
        notes: what holds for all of it, such as kinks.
    """

    title: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in order."""
        return tuple(step for section in self.sections for step in section.steps)

    def render(self, format: str = "text") -> str:
        """Write it out as "text", "md", "latex", "html" or "json".

        Raises:
            GraphError: there is no such format.
        """
        from gradbook.graph.render import render

        return render(self, format)

    def __str__(self) -> str:
        return self.render("text")

    def _repr_markdown_(self) -> str:
        """Show typeset steps in Jupyter."""
        return self.render("md")

    def __getitem__(self, key: str) -> Step:
        """Return the step with a key.

        Raises:
            KeyError: there is none.
        """
        for step in self.steps:
            if step.key == key:
                return step
        raise KeyError(key)

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON data."""
        import json

        data: dict[str, Any] = json.loads(self.render("json"))
        return data
