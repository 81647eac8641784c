"""Cells that the sandbox ended or refused something: a slip as a rule, and a teacher wants to see which it is."""

from collections.abc import Iterator

from gradbook.core.text.quotes import one_line
from gradbook.grading.gradebook.records import Detail

_ENDED = {"timeout": "did not end in time", "died": "ended the whole run"}
# What a cell sees where the sandbox says no: to files, the network, more processes, more memory.
_REFUSED = (
    "PermissionError", "MemoryError", "BlockingIOError", "OSError: [Errno 28]", "OSError: [Errno 97]",
    "OSError: [Errno 101]", "OSError: [Errno 122]", "ConnectionRefusedError", "gaierror", "socket.gaierror", "URLError",
    "urllib.error.URLError",
)  # fmt: skip


def ended_cells(detail: Detail) -> Iterator[str]:
    """Yield which cells of a hand-in were ended, or met a refusal and did not go on, and why."""
    for cell in detail.cells:
        where = f"cell {cell.index + 1}" + (f" ({cell.question})" if cell.question else "")
        if cell.status in _ENDED:
            yield f"{where} {_ENDED[cell.status]}" + (f": {one_line(cell.error)}" if cell.error else "")
        elif cell.status == "error" and cell.error.startswith(_REFUSED):
            yield f"{where} was refused something: {one_line(cell.error).rstrip(': ')}"
