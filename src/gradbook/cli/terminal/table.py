"""Tables for a terminal of any width: columns wrap between words, then empty ones go, then each row becomes a list."""

from collections.abc import Sequence
from itertools import chain
from textwrap import wrap

from gradbook.core.text.terminal import plain

_BETWEEN, _EDGES = 3, 2  # characters between two columns, and at both ends of a row
_LONGEST_WORD = 24  # characters that are kept together; a longer word, such as a path, is broken


def print_table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, left: Sequence[int]) -> None:
    """Print a table no wider than the terminal.

    Args:
        title: above it; may be empty.
        header: the columns' names.
        rows: their cells; what in them could control a terminal is taken out.
        left: the places of the columns that are aligned left, the others right.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    cells = [[plain(cell) for cell in row] for row in rows]
    kept = list(range(len(header)))
    widths = _widths(header, cells, kept, console.width)
    if widths is None:
        kept = [n for n in kept if not cells or any(row[n] for row in cells)]
        widths = _widths(header, cells, kept, console.width)
    if widths is None:
        console.print(_listed(title, header, cells, console.width))
        return
    table = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for n, width in zip(kept, widths, strict=True):
        table.add_column(header[n], justify="left" if n in left else "right", overflow="fold", width=width)
    for row in cells:
        table.add_row(*(row[n] for n in kept))
    console.print(table)


def _widths(
    header: Sequence[str], rows: Sequence[Sequence[str]], kept: Sequence[int], terminal: int
) -> list[int] | None:
    """Return a width for each column in which no word is broken, the widest columns giving way; None for no room."""
    from rich.cells import cell_len

    texts = [[header[n], *(row[n] for row in rows)] for n in kept]
    widths = [max(map(cell_len, column)) for column in texts]
    least = [min(_LONGEST_WORD, max(map(cell_len, chain([""], *map(str.split, column))))) for column in texts]
    room = terminal - _EDGES - _BETWEEN * (len(kept) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        widest = max((n for n in range(len(kept)) if widths[n] > least[n]), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _listed(title: str, header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Write each row as lines of its own: what it is about, and below it each filled cell after its column's name.

    A column without a name holds a sign, which goes before the next cell.
    """
    lines = [title] if title else []
    for row in rows:
        sign, begun = "", False
        for name, cell in zip(header, row, strict=True):
            if not name:
                sign = f"{cell} " if cell else ""
                continue
            if not cell and not sign:
                continue
            text, sign = f"{sign}{cell}".rstrip(), ""
            lines += wrap(f"  {name}: {text}" if begun else text, max(width, 10), subsequent_indent="    ")
            begun = True
    return "\n".join(lines)
