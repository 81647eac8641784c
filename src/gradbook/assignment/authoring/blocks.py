"""The blocks of a master: what raw cells begin, others end. What does not match is said before Otter Assign runs."""

import re
from collections.abc import Sequence
from pathlib import Path

from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.notebook.cells import Cell

_MARK = re.compile(r"#\s+(BEGIN|END)\s+(QUESTION|SOLUTION|PROMPT|TESTS)\b", re.IGNORECASE)


def require_closed(cells: Sequence[Cell], path: Path) -> None:
    """Refuse a master in which a block is not ended, or ended without having begun.

    Args:
        cells: the master's.
        path: its file, for the message.

    Raises:
        AssignmentError: the message names the cell and what to put where.
    """
    opened: list[tuple[int, str]] = []
    for place, cell in enumerate(cells, start=1):
        mark = _MARK.match(cell["source"]) if cell["cell_type"] == "raw" else None
        if mark is None:
            continue
        here, (side, kind) = f"{path}, cell {place} (`{cell['source'].splitlines()[0]}`)", mark.group(1, 2)
        begins, kind = side.upper() == "BEGIN", kind.upper()
        if not begins and kind not in (one for _, one in opened):
            raise AssignmentError(f"{here}: nothing of this kind has begun. Put a raw cell `# BEGIN {kind}` above.")
        if opened and (kind == "QUESTION" if begins else kind != opened[-1][1]):
            number, inner = opened[-1]
            raise AssignmentError(
                f"{here}: `# BEGIN {inner}` of cell {number} has not been ended. Put a raw cell `# END {inner}` above."
            )
        if begins:
            opened.append((place, kind))
        else:
            opened.pop()
    if opened:
        number, kind = opened[-1]
        raise AssignmentError(
            f"{path}, cell {number} (`# BEGIN {kind}`): it is never ended. Put a raw cell `# END {kind}` below."
        )
