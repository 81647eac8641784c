"""Whether folders side by side are learners' own, or groups of learners: a section, a day, a wrapper around everything.

Once the teacher's folder names a learner, nothing inside can name another: what a learner calls folders and files is
looked at only where all folders of a level are alike. In doubt a folder is one learner's.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from gradbook.grading.intake.sites.file_names import site_of
from gradbook.grading.intake.tree import Entry

HANDED_IN = (".ipynb", ".zip")


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a folder has notebooks and zips: the names of those directly in it, and its folders that hold some."""

    here: frozenset[str]
    below: frozenset[str]


def shape_of(root: str, files: Iterable[Entry]) -> Shape:
    """Return a folder's shape.

    Args:
        root: the folder's path, with a slash at its end.
        files: all in it.
    """
    paths = [entry.path[len(root) :] for entry in files if entry.suffix in HANDED_IN]
    here = frozenset(path for path in paths if "/" not in path)
    return Shape(here, frozenset(path.partition("/")[0] for path in paths if "/" in path))


def are_groups(folders: Collection[tuple[str, Shape]], known: Callable[[str], bool], *, outermost: bool) -> bool:
    """Whether each of the folders of a level holds several learners' hand-ins.

    Args:
        folders: all of the level that hold some, by name; beside them lies no hand-in.
        known: whether a folder's name is that of a learner on the roster.
        outermost: whether nothing but such wrappers is around them.
    """
    if not folders or site_of(name for name, _ in folders) or any(known(name) for name, _ in folders):
        return False
    shapes = [shape for _, shape in folders]
    if outermost and len(shapes) == 1:
        return len(shapes[0].here) > 1 or _several(shapes[0])
    return all(_several(shape) or _are_known(shape, known) for shape in shapes)


def _several(shape: Shape) -> bool:
    names = shape.here or shape.below
    return bool(site_of(names)) or (not shape.here and len(shape.below) > 1)


def _are_known(shape: Shape, known: Callable[[str], bool]) -> bool:
    return not shape.here and all(map(known, shape.below))
