"""Tables in which the heads of a row and a column make one name: "net" over "h1" is net_h1, z_i in row 1 is z_1."""

import re
from collections.abc import Callable

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role
from gradbook.written.parsing.tables.grids import Cell, Grid

_LABEL = re.compile(
    r"(?:[^\W\d_]{2,20}[ .:]*|#|[$`*(]*[ijklt]\s*=\s*)?[$`*(]*([A-Za-z]?\d{1,2})[$`*).]*"
)  # 1, h1, i = 1
_RUNNING = re.compile(r"(?<=[^\W\d])(_?\{?\d?,?)([ijkn]|(?<=_)t|(?<=_\{)t)(,?\d?\}?)$")  # x_t too, at a time; not net
_SET_OFF = re.compile(r"[$`]([^$`]{1,60})[$`]|\((\w+_\w)\)")
_ENCLOSED = re.compile(r"\((?=[^=]*_)(.+)\)")  # what stood between \( and \)
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
        for title in _titles(head[place].text):
            names = [_stated(head[place], _joined(title, label.group(1), named)) for label in labels if label]
            if None not in names and len(set(names)) == len(body):
                for row, name in zip(body, names, strict=True):
                    if name is not None and place < len(row) and not row[place].empty:
                        found.append((name, head[place], row[place]))
                break
    return found


def _titles(text: str) -> list[str]:
    """Return what may be the name in a title: the whole, a side of an equation in it, its mathematics or its code."""
    whole = _DECORATION.sub("", text).strip()
    whole = enclosed.group(1) if (enclosed := _ENCLOSED.fullmatch(whole)) else whole
    sides = [side.strip() for side in whole.split("=")] if "=" in whole else []
    derivatives = [side for side in sides if "partial" in side or "∂" in side or "/" in side]
    set_off = [piece for found in _SET_OFF.findall(text) if (piece := "".join(found).strip()) != whole]
    return [title for title in (*derivatives, *sides, *([] if sides else [whole]), *set_off) if title]


def _stated(title: Cell, node: Node | None) -> Node | None:
    """Return what of a quantity a title speaks of: the quantity, its new value, or the gradient."""
    if isinstance(node, Symbol) and title.says(Role.NEW, Role.AFTER):
        return New(node.name)
    if title.says(Role.OLD, Role.BEFORE, Role.SLOPE, *NO_CLAIM) and not isinstance(node, Derivative):
        return None
    return node if isinstance(node, Symbol | Derivative | New) else None


def _joined(title: str, label: str, named: Callable[[str], Node | None]) -> Node | None:
    """Return the quantity that a title names with the label for its running index, or with the label at its end."""
    if running := _RUNNING.search(title):
        before, after = (re.sub(r"\D", "", part) for part in running.group(1, 3))  # the 1 of w_{i1}
        return named(f"{title[: running.start()]}_{{{before}{label}{after}}}")
    return named(f"{title}_{{{label}}}")
