"""Where the nodes of a picture go: inputs left, output right, few crossings. All drawings share one layout."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from gradbook.graph.engine.tape import Tape
from gradbook.graph.ops import Value
from gradbook.graph.printing import number_text
from gradbook.graph.shapes import shape_of

MAX_NODES = 200
KEPT = 60  # of a larger graph: the nodes next to the output
RADIUS = 23.0  # of a node
RUN = 78.0  # length of the straight line under a node's numbers
ROW = 84.0
LONG = 4  # characters of a sign; a longer one is written small
_FITS = 6  # characters that fit into a circle when they are written small
_LONGEST = 24  # characters of a name that are shown
_REACH = 20.0  # of a name above a node into the gaps beside it
_MARGIN = 18.0
_GAP = RUN + 48  # between the widest nodes of two columns
_SIGNS = {"add": "+", "sub": "−", "mul": "×", "div": "÷", "pow": "xʸ", "neg": "−", "matmul": "@", "square": "x²",
          "sigmoid": "σ"}  # fmt: skip
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_SWEEPS = 12


@dataclass(frozen=True)
class Box:
    """A node of the picture.

    Attributes:
        index: its place on the tape; -1 for one that stands for what was left out.
        name: of the node.
        label: the name as it is shown, which is cut where it is very long.
        sign: what is written in it: an op's sign, or an input's name.
        x, y: its centre.
        half: half its width.
        column: half the width of its column.
        number_x: the middle of its numbers.
        is_input: whether it is drawn as an input.
        value, grad: as text; None where they are a blank to fill in.
    """

    index: int
    name: str
    label: str
    sign: str
    x: float
    y: float
    half: float
    column: float
    number_x: float
    is_input: bool
    value: str | None
    grad: str | None


@dataclass(frozen=True)
class Edge:
    """A line from an argument to the op that it feeds.

    Attributes:
        start, end: places on the tape.
        share: the gradient that flows along this line, where the argument feeds more than one op.
        via: points (x, y), and half the width of the column there, that a line over several columns passes through,
            so that it crosses no node.
    """

    start: int
    end: int
    share: str
    via: tuple[tuple[float, float, float], ...] = ()


@dataclass(frozen=True)
class Layout:
    """A picture without pen and colour.

    Attributes:
        boxes: by their place on the tape.
        edges: from argument to op.
        width, height: of the picture.
        left_out: how many nodes of a large graph are not shown.
    """

    boxes: dict[int, Box]
    edges: tuple[Edge, ...]
    width: float
    height: float
    left_out: int


# Which nodes show a number: all, none, or those named; the others have a blank.
Shown = bool | Collection[str]


def _is_shown(which: Shown, name: str) -> bool:
    return which if isinstance(which, bool) else name in which


def lay_out(graph: Tape, *, values: Shown = True, grads: Shown = True) -> Layout:
    """Place the nodes that the output depends on.

    A graph of more than 200 nodes is collapsed to what lies next to its output; a node that stands for the rest says
    how many were left out.

    Args:
        graph: what to draw.
        values: the nodes that show their value: all, none, or those named.
        grads: the nodes that show their gradient, likewise.

    Raises:
        GraphError: a gradient that is to be shown is not defined.
    """
    target = graph.index_of(graph.output)
    shown, left_out = _shown(graph, target)
    args = {i: [a for a in dict.fromkeys(graph.args_of(i)) if a in shown] for i in shown}
    cut = {i for i in shown if any(arg not in shown and not graph.is_constant(arg) for arg in graph.args_of(i))}
    level = _levels(args)
    rows = _rows(args, level)
    passed: dict[_Passage, tuple[float, float, float]] = {}
    tallest = max((len(row) for row in rows), default=1)
    boxes, edges = {}, []
    gradient = _gradients(graph, shown) if grads else {}
    x = _MARGIN - _GAP
    half = 0.0
    for row in rows:
        nodes = [item for item in row if not isinstance(item, _Passage)]
        before, half = half, max(map(partial(_column_half, graph), nodes))
        x += before + _GAP + half
        offset = (tallest - len(row)) / 2
        for place, item in enumerate(row):
            y = 58 + ROW * (offset + place)
            if isinstance(item, _Passage):
                passed[item] = (x, y, half)
                continue
            name = graph.name_of(item)
            value = _brief(graph, item, graph.value_at(item)) if _is_shown(values, name) else None
            grad = gradient.get(item, "") if _is_shown(grads, name) else None
            own = _half(_sign(graph, item))
            boxes[item] = Box(
                index=item,
                name=name,
                label=_cut(name),
                sign=_sign(graph, item),
                x=x,
                y=y,
                half=own,
                column=half,
                number_x=x + own + max(RUN / 2, 4.9 * max(len(value or ""), len(grad or "")) + 5),
                is_input=graph.op_of(item) is None,
                value=value,
                grad=grad,
            )
    for index in shown:
        for arg in args[index]:
            share = _share(graph, args, index, arg) if grads is True else ""
            edges.append(Edge(arg, index, share, tuple(passed[place] for place in _between(arg, index, level))))
    if left_out:
        more, at = f"… {left_out:,} more", 58 + ROW * tallest
        boxes[-1] = Box(-1, "", "", more, 70, at, RADIUS, RADIUS, 70, is_input=True, value="", grad="")
        edges += [Edge(-1, index, "") for index in sorted(cut)]
        tallest += 1
    return Layout(boxes, tuple(edges), x + half + 97, 58 + ROW * (tallest - 1) + RADIUS + _MARGIN, left_out)


def _shown(graph: Tape, target: int) -> tuple[set[int], int]:
    def reach(limit: int) -> set[int]:
        found, queue = {target}, [target]
        for index in queue:
            for arg in dict.fromkeys(graph.args_of(index)):
                if arg not in found and not graph.is_constant(arg) and len(found) < limit:
                    found.add(arg)
                    queue.append(arg)
        return found

    everything = reach(len(graph) + 1)
    if len(everything) <= MAX_NODES:
        return everything, 0
    kept = reach(KEPT)
    return kept, len(everything) - len(kept)


def _levels(args: dict[int, list[int]]) -> dict[int, int]:
    """Give each op the column after its last argument, and move inputs as far right as they can go."""
    level: dict[int, int] = {}
    for index in sorted(args):
        level[index] = 1 + max((level[arg] for arg in args[index]), default=-1)
    users: dict[int, list[int]] = {index: [] for index in args}
    for index, found in args.items():
        for arg in found:
            users[arg].append(index)
    for index, found in args.items():
        if not found and users[index]:
            level[index] = min(level[user] for user in users[index]) - 1
    return level


@dataclass(frozen=True)
class _Passage:
    """Room in a column for the lines of one node that pass through it: they are one line until they part."""

    start: int
    level: int


def _rows(args: dict[int, list[int]], level: dict[int, int]) -> list[list[int | _Passage]]:
    """Order each column by the middle of its neighbours, sweeping forth and back to undo crossings.

    A line over several columns gets a place in each (K. Sugiyama et al., IEEE Trans. SMC 11, 1981).
    """
    rows: list[list[int | _Passage]] = [[] for _ in range(max(level.values(), default=0) + 1)]
    before: dict[int | _Passage, list[int | _Passage]] = {index: [] for index in args}
    users: dict[int | _Passage, list[int | _Passage]] = {index: [] for index in args}
    for index in sorted(args):
        rows[level[index]].append(index)
        for arg in args[index]:
            chain: list[int | _Passage] = [arg, *_between(arg, index, level), index]
            for left, right in pairwise(chain):
                if left in before.setdefault(right, []):
                    continue
                before[right].append(left)
                users.setdefault(left, []).append(right)
                if isinstance(right, _Passage):
                    rows[right.level].append(right)
    place = {index: number - len(row) / 2 for row in rows for number, index in enumerate(row)}
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        for row in rows if forward else reversed(rows):
            near = before if forward else users
            key = {i: sum(place[n] for n in near[i]) / len(near[i]) if near[i] else place[i] for i in row}
            row.sort(key=lambda i: key[i])
            place.update({index: number - len(row) / 2 for number, index in enumerate(row)})
    return rows


def _between(start: int, end: int, level: dict[int, int]) -> list[_Passage]:
    return [_Passage(start, k) for k in range(level[start] + 1, level[end])]


def _column_half(graph: Tape, index: int) -> float:
    """Return half the width that a column needs for a node, its name above it included."""
    label = 0.0 if graph.op_of(index) is None else 3.9 * len(_cut(graph.name_of(index))) - _REACH
    return max(_half(_sign(graph, index)), label)


def _half(sign: str) -> float:
    """Return half the width of a node in which a sign is written."""
    return RADIUS if len(sign) <= _FITS else 3.5 * len(sign) + 9


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def _sign(graph: Tape, index: int) -> str:
    op = graph.op_of(index)
    if op is None:
        return _cut(graph.name_of(index))
    constants = [number_text(float(graph.value_at(a))) for a in graph.args_of(index) if _is_number(graph, a)]
    sign = _SIGNS.get(op.name, op.name)
    if op.name == "pow" and constants:
        power = constants[0]
        return f"x{power.translate(_RAISED)}" if power.lstrip("-").isdigit() else f"x^{power}"
    return f"{sign}{constants[0]}" if constants and len(sign) == 1 else sign


def _is_number(graph: Tape, index: int) -> bool:
    return graph.is_constant(index) and type(graph.value_at(index)) is float


def _gradients(graph: Tape, shown: set[int]) -> dict[int, str]:
    labels = graph.labels
    return {index: _brief(graph, index, graph.grad[graph.name_of(index)]) for index in shown if index not in labels}


def _share(graph: Tape, args: dict[int, list[int]], of: int, by: int) -> str:
    """Return the gradient along one edge, where the argument feeds more than one op; else its gradient says it all."""
    if sum(by in found for found in args.values()) < 2:
        return ""
    gradient, local = graph.grad[graph.name_of(of)], None
    if type(gradient) is float and type(graph.value_at(by)) is float:
        local = graph.local_gradient(of, by)
    return "" if local is None else _brief(graph, by, gradient * local)


def _brief(graph: Tape, index: int, value: Value) -> str:
    if type(value) is float:
        text = f"{value:.4g}"
        return "0" if text == "-0" else text
    return "×".join(shape_of(graph, index))
