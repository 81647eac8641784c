"""What stands on the graph page, as data: the function, its numbers, and how a step is taken. A URL holds all of it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from gradbook.core.errors import UsageError
from gradbook.graph import Graph
from gradbook.graph.expression import Expr, Symbol, substitute
from gradbook.graph.parser import MAX_LENGTH, parse
from gradbook.graph.printing import number_text

_UNGIVEN = 1.0  # the number of an input that was just typed


class GraphState(BaseModel):
    """A function at numbers.

    Attributes:
        text: its statements.
        values: of its inputs; one without a value is 1, and one that does not occur is left out.
        rate: the learning rate of a step.
        moves: the inputs that a step changes; None for those that training would change.
    """

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, frozen=True)

    text: str = Field(max_length=2 * MAX_LENGTH)  # the parser's own message says what is too long
    values: dict[str, float] = Field(default_factory=dict, max_length=5_000)
    rate: float = Field(default=0.1, gt=0, le=1_000_000)
    moves: tuple[str, ...] | None = Field(default=None, max_length=5_000)

    @classmethod
    def from_query(cls, query: Mapping[str, str], default: "GraphState") -> "GraphState":
        """Read the state that a URL holds; what it lacks is that of `default`.

        Raises:
            UsageError: a number in it is none.
        """
        if "f" not in query:
            return default
        moves = query.get("moves")
        try:
            pairs = [part.split(":", 1) for part in query.get("at", "").split(",") if part]
            return cls(
                text=query["f"],
                values={name: float(number) for name, number in pairs},
                rate=float(query.get("rate", default.rate)),
                moves=None if moves is None else tuple(name for name in moves.split(",") if name),
            )
        except ValueError:
            raise UsageError(
                "the address of this page holds no function and numbers: ?f=w*x&at=w:5,x:2&rate=0.1 would."
            ) from None

    def query(self) -> str:
        """Return the state as the query of a URL."""
        parts = {"f": self.text, "at": ",".join(f"{name}:{value!r}" for name, value in self.values.items())}
        parts["rate"] = repr(self.rate)
        if self.moves is not None:
            parts["moves"] = ",".join(self.moves)
        return urlencode(parts, safe=":,*()/=")

    def with_graph(self) -> tuple["GraphState", Graph]:
        """Return the graph, and the state with a value for each of its inputs.

        Raises:
            GraphError: the text cannot be read, or an operation is not defined at these numbers.
        """
        needed = _inputs(self.text)
        values = {name: value for name, value in self.values.items() if name in needed}
        values |= {name: _UNGIVEN for name in needed if name not in values}
        return self.model_copy(update={"values": values}), Graph(self.text, **values)

    def python(self) -> str:
        """Return a Python program that builds the graph and prints its derivation."""
        values = "".join(f", {name}={number_text(value)}" for name, value in self.values.items())
        step = f"lr={number_text(self.rate)}" + ("" if self.moves is None else f", wrt={list(self.moves)!r}")
        return (
            "from gradbook.graph import Graph\n\n"
            f"g = Graph({self.text!r}{values})\n"
            f"print(g.value[g.output], dict(g.grad))\nprint(g.solution({step}))\n"
        )


def _inputs(text: str) -> list[str]:
    """Return the names that a function's text gives no value to, in the order in which they occur."""
    found: dict[str, None] = {}

    def note(leaf: Expr) -> None:
        if isinstance(leaf, Symbol):
            found.setdefault(leaf.name)

    statements = parse(text)
    for _, expr in statements:
        substitute(expr, note)
    assigned = {name for name, _ in statements}
    return [name for name in found if name not in assigned]
