"""A receipt: what was handed in and when, with a hash of the content that anybody can calculate again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

RECEIPT_ENDING = "_receipt.txt"
"""What the receipt's name has in the place of the zip's own ending."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a hand-in: its name in the zip, its size in bytes, and the SHA-256 of its content."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt.

    Attributes:
        assignment: its title.
        time: when the zip was made, with the time zone.
        parts: the files, by name.
        sha256: of the content: of the lines `sha256sum` prints for the files, sorted by name.
        learner, variant: whose it is and with whose numbers, as the learner's folder says; may be empty.
        deadline: what was due when, as it stood then, and what lateness costs.
    """

    assignment: str
    time: datetime
    parts: tuple[Part, ...]
    sha256: str
    learner: str = ""
    variant: str = ""
    deadline: str = ""

    @property
    def text(self) -> str:
        """The receipt for people. It ends with how to calculate the hash."""
        wide = max((len(part.name) for part in self.parts), default=0)
        files = [f"  {part.name:<{wide}}  {part.size:>9,} bytes  {part.sha256}" for part in self.parts]
        whose = [f"{label:<9}{text}" for label, text in (("Name:", self.learner), ("Variant:", self.variant)) if text]
        lines = [
            f"Receipt: {self.assignment}",
            *whose,
            f"Made:    {self.time:%Y-%m-%d %H:%M:%S %z}",
            *([f"         {self.deadline}"] if self.deadline else []),
            f"Content: {self.sha256}",
            "",
            "Files:",
            *files,
            "",
            "The content's hash is that of these files' hashes. To calculate it, unpack the zip, go there, and run:",
            f"  LC_ALL=C sha256sum {' '.join(_quoted(part.name) for part in self.parts)} | sha256sum",
        ]
        return "\n".join(lines) + "\n"

    @property
    def json(self) -> str:
        """The receipt for programs."""
        return json.dumps(asdict(self) | {"time": self.time.isoformat()}, indent=2, ensure_ascii=False) + "\n"


def make_receipt(
    assignment: str,
    files: Mapping[str, bytes],
    time: datetime,
    *,
    learner: str = "",
    variant: str = "",
    deadline: str = "",
) -> Receipt:
    """Return the receipt for files, given by the name that they have in the zip. Only the files enter the hash."""
    parts = tuple(Part(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in sorted(files.items()))
    lines = "".join(f"{part.sha256}  {part.name}\n" for part in parts)
    return Receipt(assignment, time, parts, hashlib.sha256(lines.encode()).hexdigest(), learner, variant, deadline)


def _quoted(name: str) -> str:
    return name if name.replace("/", "").replace(".", "").replace("_", "").replace("-", "").isalnum() else f"'{name}'"
