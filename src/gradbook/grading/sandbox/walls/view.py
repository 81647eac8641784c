"""What a hand-in sees of the file system: the libraries, and never an answer.

Libraries are where Python looks for modules. Gradbook's own assignments, with their keys and solutions, may lie among
them, and so may a teacher's folders: these are cut out, and all around them is named one by one.
"""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import gradbook

DEVICES = ("null", "zero", "full", "random", "urandom")
_SYSTEM = ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime")
_PACKAGES = ("site-packages", "dist-packages")


@dataclass(frozen=True, slots=True)
class View:
    """What is seen.

    Attributes:
        modules: where Python looks for modules, in order.
        whole: files and folders to read, with all below them.
        names: folders of which only the names are seen, because something below them is hidden.
        hidden: folders of which nothing is seen.
        bound: the fewest folders that contain all of `whole`.
    """

    modules: tuple[str, ...]
    whole: tuple[str, ...]
    names: tuple[str, ...]
    hidden: tuple[str, ...]
    bound: tuple[str, ...]


def view(private: Iterable[Path] = ()) -> View:
    """Return what a hand-in sees on this machine.

    Args:
        private: files and folders that it must not see, wherever they are: the assignment's, the hand-ins, the marks.
    """
    package = Path(gradbook.__file__).resolve().parent
    modules = [path.resolve() for path in map(Path, sys.path) if path.is_dir() and _is_library(path)]
    if package.parent not in modules:
        modules.append(package.parent)
    bound = _outermost(
        [
            *(Path(path).resolve() for path in _SYSTEM if Path(path).exists()),
            *(path for path in modules if path != package.parent or _is_library(path)),
            *_standard_library(),
            package,
        ]
    )
    kept_back = [package / "assignments", *(path.resolve() for path in private)]
    # Outside of these folders nothing is seen; and what is private may contain the libraries.
    hidden = _outermost(
        path for path in kept_back if any(path != folder and path.is_relative_to(folder) for folder in bound)
    )
    whole: list[Path] = []
    names: list[Path] = []
    for folder in bound:
        _cut(folder, hidden, whole, names)
    return View(*(tuple(map(str, paths)) for paths in (modules, whole, names, hidden, bound)))


def reachable_by_all(seen: View) -> bool:
    """Whether another user of this machine can reach these folders; a home folder is often closed to others."""
    folders = {parent for path in seen.bound for parent in Path(path).parents}
    return all(folder.stat().st_mode & 0o001 for folder in folders)


def _is_library(folder: Path) -> bool:
    prefixes = {Path(prefix) for prefix in (sys.prefix, sys.base_prefix, sys.exec_prefix)}
    return folder.name in _PACKAGES or any(folder.is_relative_to(prefix) for prefix in prefixes)


def _standard_library() -> list[Path]:
    # Shared libraries of conda, pyenv and the like lie beside their Python, not in /usr.
    base = Path(sys.base_prefix).resolve()
    return [base / "lib"] if (base / "lib").is_dir() else []


def _outermost(paths: Iterable[Path]) -> list[Path]:
    """Return paths without those that lie below another."""
    unique = list(dict.fromkeys(paths))
    return [path for path in unique if not any(path != other and path.is_relative_to(other) for other in unique)]


def _cut(folder: Path, hidden: list[Path], whole: list[Path], names: list[Path]) -> None:
    """Add what is seen of a folder: all of it, or, where something in it is hidden, its parts one by one."""
    if any(folder.is_relative_to(path) for path in hidden):
        return
    if not any(path.is_relative_to(folder) for path in hidden):
        whole.append(folder)
        return
    names.append(folder)
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_symlink():  # what a link leads to has rules of its own
                _cut(Path(entry.path), hidden, whole, names)
