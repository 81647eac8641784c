"""Tables in which the heads of a row and a column make one name: "net" over "h1" is net_h1, z_i in row 1 is z_1."""

import re
from collections.abc import Callable

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node
from gradbook.written.parsing.grids import Cell, Grid

_LABEL = re.compile(r"(?:[^\W\d_]{2,20}[ .:]*)?[$`*(]*([A-Za-z]?\d{1,2})[$`*).]*")  # 1, h1, "neuron 2"
_RUNNING = re.compile(r"(?<=[^\W\d])_?\{?([ijkn])\}?$")
_DECORATION = re.compile(r"[$`*]")


def indexed(grid: Grid, named: Callable[[str], Node | None]) -> list[tuple[Node, Cell, Cell]]:
    """Return the quantities that row and column name together, each with its head and cell; none where they do not.

    Args:
        grid: the rows, the head first.
        named: gives the quantity that a text names.
    """
    head, *body = grid
    labels = [_LABEL.fullmatch(row[0].text.strip()) for row in body]
    if not all(labels) or len({label.group(1) for label in labels if label}) < len(body):
        return []
    found: list[tuple[Node, Cell, Cell]] = []
    for place in range(1, len(head)):
        title = _DECORATION.sub("", head[place].text).strip()
        if not title:
            continue
        names = [_joined(title, label.group(1), named) for label in labels if label]
        if all(isinstance(name, Symbol | Derivative) for name in names) and len(set(names)) == len(body):
            for row, name in zip(body, names, strict=True):
                if name is not None and place < len(row) and not row[place].empty:
                    found.append((name, head[place], row[place]))
    return found


def _joined(title: str, label: str, named: Callable[[str], Node | None]) -> Node | None:
    """Return the quantity that a title names with the label for its running index, or with the label at its end."""
    if running := _RUNNING.search(title):
        return named(f"{title[: running.start()]}_{{{label}}}{title[running.end() :]}")
    return named(f"{title}_{{{label}}}")
