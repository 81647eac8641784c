"""Indices: what names of one stem are together, by their indices: a vector, a matrix, the units of a layer."""

from collections.abc import Callable, Iterable, Mapping, Set

from gradbook.core.text.patterns import regex
from gradbook.written.notation import plain

_INDEXED = regex(r"(.*\D)(\d{1,2})")
_IN_GRID = regex(r"([^\W\d_]+)_?(\d)(\d\d)")  # W112: of the first layer, the first row, the second column
_IN_LAYER = regex(r"(\D*[^\W\d_]_?\d)_(\d{1,2})")  # z1_2, W1_12, b_1_2


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


def arrays_of(given: Iterable[str], cone: Callable[[str], Set[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return what the stems of names stand for, row by row: w of w1 and w2, W1 of W111 to W122, z1 of z1_1 and z1_2.

    Args:
        given: the names of an exercise.
        cone: gives what a node is calculated from.
    """
    indexed: dict[str, dict[str, str]] = {}
    layers: dict[str, dict[str, str]] = {}
    grids: set[str] = set()
    for name in given:
        if match := _IN_GRID.fullmatch(name):
            layers.setdefault(match.group(1) + match.group(2), {})[match.group(3)] = name
            grids.add(match.group(1))
        elif match := _INDEXED.fullmatch(plain(name)):
            indexed.setdefault(match.group(1), {})[match.group(2)] = name
        if match := _IN_LAYER.fullmatch(name):
            layers.setdefault(plain(match.group(1)), {})[match.group(2)] = name
    known = set(map(plain, given))
    for stem, names in indexed.items():
        if (first := layer_of(names)) and stem + first not in known:
            layers.setdefault(stem + first, {index[1]: name for index, name in names.items() if index[1:]})
    layered = {name for names in layers.values() for name in names.values()}
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for stem, names in (*indexed.items(), *layers.items()):
        whole = stem in layers or (are_grid(names) and len({index[0] for index in names}) > 1)
        apart = {index: name for index, name in names.items() if name not in layered}
        own = names if whole else first_of(apart or names, cone)
        if stem not in known and stem not in grids and len(own) > 1:
            found[stem] = in_rows_of(own)
            left = set(own.values()).difference(*found[stem])
            if len(left) > 1:
                found[f"{stem}0"] = tuple((name,) for name in own.values() if name in left)  # w_10, w_20
    return found
