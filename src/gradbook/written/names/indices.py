"""Indices: what names of one stem are together, by their indices: a vector, a matrix, the units of a layer."""

from collections.abc import Callable, Mapping, Set


def layer_of(names: Mapping[str, str]) -> str:
    """Return the layer of names such as z11 and z12, of which z1 is the vector; "" where there are several, or none."""
    firsts = {index[0] for index in names if len(index) > 1}
    several = sum(len(index) > 1 for index in names) > 1
    return min(firsts) if len(firsts) == 1 and several else ""


def are_grid(names: Mapping[str, str]) -> bool:
    """Whether names by their two indices are those of a matrix."""
    rows, columns = {index[0] for index in names}, {index[-1] for index in names}
    return all(len(index) == 2 for index in names) and len(names) == len(rows) * len(columns)


def in_rows_of(names: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return names by their indices row by row; those of a vector are a column."""
    if not are_grid(names):
        return tuple((names[index],) for index in sorted(names, key=int))
    rows, columns = sorted({index[0] for index in names}), sorted({index[-1] for index in names})
    if columns[0] == "0" != rows[0] and len(columns) > 1:
        columns = columns[1:]  # w_10 is a bias
    return tuple(tuple(names[row + column] for column in columns) for row in rows)


def first_of(names: Mapping[str, str], cone: Callable[[str], Set[str]]) -> Mapping[str, str]:
    """Return the units of the first layer where one more is calculated from them: z is z1 and z2, beside an output z3.

    Args:
        names: of one stem, by their indices.
        cone: gives what a node is calculated from.
    """
    found = {index: name for index, name in names.items() if not cone(name) & (set(names.values()) - {name})}
    return found if 1 < len(found) == len(names) - 1 else names
