"""Canvas's own gradebook: the first columns of each learner, and what the assignments' columns are called."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gradbook.grading.intake.names import squashed

COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_ASSIGNMENT = re.compile(r"(.*) \(\d+\)")


@dataclass(frozen=True, slots=True)
class CanvasGradebook:
    """What an import into Canvas has to repeat as it was.

    Attributes:
        rows: cells of `COLUMNS` by the learner's id here.
        assignments: headings such as "Assignment 8 (555)".
    """

    rows: Mapping[str, Sequence[str]]
    assignments: Sequence[str]

    def heading(self, title: str) -> str:
        """Return the heading of an assignment: of one that begins alike, or the only one, else the title itself."""
        wanted = squashed(title)
        named = {one: squashed(_ASSIGNMENT.sub(r"\1", one)) for one in self.assignments}
        alike = [one for one, name in named.items() if name and (wanted.startswith(name) or name.startswith(wanted))]
        # "Assignment 8" is nearer to "Assignment 8: Backpropagation" than "Assignment" is.
        longest = max(alike, key=lambda one: len(named[one]), default="")
        return longest or (self.assignments[0] if len(self.assignments) == 1 else title)


def is_canvas(header: Sequence[str]) -> bool:
    """Whether a table's first line is that of Canvas's gradebook."""
    return {"student", "id", "section"} <= {name.casefold() for name in header}


def assignments_of(header: Sequence[str]) -> tuple[str, ...]:
    """Return the headings of a gradebook's assignments."""
    return tuple(name for name in header if _ASSIGNMENT.fullmatch(name))
