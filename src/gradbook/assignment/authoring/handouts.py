"""Which files of a teacher's folder learners get: those that assignment.toml names, and no others."""

import re
from dataclasses import dataclass
from pathlib import Path

from gradbook.assignment.definition import Assignment
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.layout import CHECKS, DATA, DEFINITION, DIST, QUIZ

_MOST_FILES, _MOST_BYTES = 500, 50 * 2**20
# What editors and tools leave behind.
_LEFT_BEHIND = re.compile(r"\..*|.*~|#.*#|.*\.(bak|orig|rej|swp|tmp|pyc)|__pycache__|Thumbs\.db", re.IGNORECASE)
_LIKE_A_KEY = re.compile(r"(?<![a-z])(solutions?|keys?|answers?|old)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Handouts:
    """What of a teacher's folder is handed out, by relative path.

    Attributes:
        files: learners get these.
        kept: these stay with the teacher, though nothing but `files` in assignment.toml says so.
    """

    files: tuple[Path, ...]
    kept: tuple[Path, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """What a teacher should look at."""
        lines = [
            f"{path.as_posix()} is handed out, and its name sounds like a key. Rename it, or take it out of the folder."
            for path in self.files
            if _LIKE_A_KEY.search(path.stem)
        ]
        if self.kept:
            names = ", ".join(path.as_posix() for path in self.kept[:8])
            more = f" and {len(self.kept) - 8} more" if len(self.kept) > 8 else ""
            lines.append(f"Not handed out: {names}{more}. What learners need of it belongs into files = [...].")
        return tuple(lines)


def handouts(assignment: Assignment) -> Handouts:
    """Look through a teacher's folder.

    Raises:
        AssignmentError: a link leads out of the folder, `files` names what is not there, or there is too much.
    """
    root = assignment.folder
    made = {root / DEFINITION, root / CHECKS, root / QUIZ, root / assignment.notebook, root / DIST}
    if assignment.data:
        made.add(root / DATA)  # the digits are laid out there
    found: list[Path] = []
    for pattern in assignment.files:
        matches = sorted(root.glob(pattern)) if re.search(r"[*?\[]", pattern) else [root / pattern]
        if not any(path.exists() or path.is_symlink() for path in matches) and "files" in assignment.model_fields_set:
            raise AssignmentError(f"{root / DEFINITION}: files: there is no {pattern} in {root}.")
        for path in matches:
            found += _below(path, root, made)
    files = tuple(dict.fromkeys(path.relative_to(root) for path in found))
    size = sum((root / path).stat().st_size for path in files)
    if len(files) > _MOST_FILES or size > _MOST_BYTES:
        raise AssignmentError(
            f"{root}: {len(files):,} files of {size / 2**20:,.0f} MiB would be handed out; the most are {_MOST_FILES} "
            f"files and {_MOST_BYTES // 2**20} MiB. Name in files what learners need."
        )
    beside = (path for path in sorted(root.iterdir()) if path not in made and not _LEFT_BEHIND.fullmatch(path.name))
    handed = {path.parts[0] for path in files}
    kept = tuple(path.relative_to(root) for path in beside if path.name not in handed and not _is_empty(path))
    return Handouts(files, kept)


def _below(path: Path, root: Path, made: set[Path]) -> list[Path]:
    """Return a file, or the files of a folder, without what is made anew and what editors leave behind."""
    if path in made or _LEFT_BEHIND.fullmatch(path.name):
        return []
    if not path.resolve().is_relative_to(root.resolve()):
        raise AssignmentError(
            f"{path} leads out of the folder, to {path.resolve()}. Put a copy of what learners need in its place."
        )
    if path.is_dir():
        return [inner for item in sorted(path.iterdir()) for inner in _below(item, root, made)]
    if not path.is_file():
        return []
    if "\\" in path.name or ":" in path.name:
        raise AssignmentError(f"{path} has a name that not every computer can store. Rename it.")
    return [path]


def _is_empty(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())
