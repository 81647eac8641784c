"""From what the teacher has, a folder, a zip or files, to attempts: whose each is, and where its files are.

Only names are looked at here; nothing of a hand-in is read but the list of its files.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import is_zipfile

from gradbook.assignment.layout import DIST
from gradbook.assignment.submission.receipt import RECEIPT_ENDING
from gradbook.grading.errors import GradingError, GradingUsageError, HandInError
from gradbook.grading.folder import MARKER
from gradbook.grading.intake.given import require_there
from gradbook.grading.intake.groups import HANDED_IN, are_groups, shape_of
from gradbook.grading.intake.names import Named, by_pattern, plainly_named
from gradbook.grading.intake.sites.file_names import Site, site_of
from gradbook.grading.intake.sites.gradescope_export import (
    MAX_BYTES,
    METADATA,
    Submission,
    find_metadata,
    is_submission,
    read_metadata,
)
from gradbook.grading.intake.tree import Entry, FolderTree, Tree, is_junk
from gradbook.grading.intake.zips import WHOLE_CLASS, ZipTree

_PICTURES = {".png", ".jpg", ".jpeg", ".heic", ".webp", ".pdf"}
_ONE_HAND_IN = {"__zip_filename__", "receipt.json"}
_KIT = ".gradbook/"


@dataclass(frozen=True)
class Attempt:
    """One hand-in, not opened yet.

    Attributes:
        named: whose, as the site, the teacher's pattern or the file's name says.
        source: its path in what was given, for people.
        tree: where its files are.
        files: those that belong to it, without what systems leave behind.
        root: the folder in the tree that they are relative to, "" or with a slash at its end.
        zipped: the zip that holds it, which is one of the files; None where the files are loose.
        site_time: when it was handed in, as a site's own table says.
        site: whose names the files have; None where the learner or the teacher called them so.
    """

    named: Named
    source: str
    tree: Tree
    files: tuple[Entry, ...]
    root: str = ""
    zipped: Entry | None = None
    site_time: datetime | None = None
    site: Site | None = None


@dataclass(frozen=True)
class Collected:
    """Attempts, and what was left out with the reason. Close it when all are graded."""

    attempts: tuple[Attempt, ...]
    left_out: tuple[str, ...]

    def __enter__(self) -> "Collected":
        return self

    def __exit__(self, *_: object) -> None:
        for tree in {id(attempt.tree): attempt.tree for attempt in self.attempts}.values():
            tree.close()


def collect(
    given: Sequence[Path],
    stem: str,
    pattern: re.Pattern[str] | None = None,
    known: Callable[[Named], bool] = lambda _: False,
    teachers: Path | None = None,
) -> Collected:
    """Find the attempts in files and folders.

    Args:
        given: a class's folder or zip, or single hand-ins.
        stem: the assignment's notebook without its ending, which people write into names.
        pattern: the teacher's own, for names that nobody else gives.
        known: whether a name is that of a learner on the roster.
        teachers: the assignment's own folder, in which nothing was handed in.

    Raises:
        GradingUsageError: a path is not there, is a zip that cannot be opened or the assignment's own folder, or
            nothing in it is a hand-in.
        GradingError: a zip or an export's table cannot be read.
    """
    require_there(given)
    own = teachers.resolve() if teachers else None
    finder = _Finder(stem, pattern, known, own, several=len(given) > 1)
    for path in given:
        if own and path.resolve() in (own, own / DIST):
            raise GradingUsageError(
                f"{path} is the assignment's own, with its solution: give the folder of what learners handed in."
            )
        finder.add(path)
    if not finder.attempts:
        names = ", ".join(str(path) for path in given)
        left = f" Left out: {'; '.join(finder.left_out[:5])}." if finder.left_out else ""
        raise GradingUsageError(f"There is no hand-in in {names}: neither a notebook (.ipynb) nor a zip of one.{left}")
    return Collected(tuple(finder.attempts), tuple(finder.left_out))


class _Finder:
    def __init__(
        self,
        stem: str,
        pattern: re.Pattern[str] | None,
        known: Callable[[Named], bool],
        own: Path | None,
        *,
        several: bool,
    ) -> None:
        self._stem, self._pattern, self._is_known, self._several, self._own = stem, pattern, known, several, own
        self.attempts: list[Attempt] = []
        self.left_out: list[str] = []

    def add(self, path: Path) -> None:
        """Take what is at a path."""
        if path.is_dir():
            if (path / _KIT).is_dir():  # a learner's own folder, as `gradbook start` makes it
                tree = FolderTree(path)
                files = tuple(_wanted(tree.entries))
                self._attempt(self._named(path.resolve().name), str(path), tree, files)
            else:
                self._class(FolderTree(path), str(path), self._own_in(path.resolve()))
        elif path.suffix.lower() == ".zip":
            self._zip(path)
        elif path.is_file() and path.suffix.lower() == ".ipynb":
            self._alone(path)
        else:
            raise GradingUsageError(f"{path} is no hand-in: give a notebook (.ipynb), a zip, or a folder of them.")

    def _own_in(self, folder: Path) -> str:
        """Return where the assignment's own folder is in one, with forward slashes; "" where it is not there."""
        own = self._own
        return own.relative_to(folder).as_posix() if own and own.is_relative_to(folder) else ""

    def _zip(self, path: Path) -> None:
        """Take a zip: one hand-in, or a class's."""
        named = bool(site_of([path.name])) or self._known(path.name)  # for a learner, whatever she put into it
        if named and (self._several or is_zipfile(path)):
            self._alone(path)
            return
        try:
            tree = ZipTree(path, path.name, WHOLE_CLASS)
        except HandInError as error:
            if not self._several:  # a download that was cut off; of several, each is somebody's
                raise _cut_off(path) from error
            self._alone(path)
            return
        names = {entry.path for entry in tree.entries}
        held = sum(entry.suffix in HANDED_IN for entry in _wanted(tree.entries))
        sited = site_of({name.partition("/")[0] for name in names}) or find_metadata(tree.entries)
        # Several zips are a hand-in each: one with many notebooks is still one learner's.
        if _ONE_HAND_IN & names or not (sited or (held > 1 and not self._several)):
            tree.close()
            self._alone(path)
        else:
            self._class(tree, str(path))

    def _alone(self, path: Path) -> None:
        """Take a file as one hand-in."""
        tree = FolderTree(path.parent, (path.name,))
        self._loose(tree, "", tree.entries, str(path))

    def _class(self, tree: Tree, shown: str, own: str = "") -> None:
        """Take a class's folder or zip, in which the assignment's own may be."""
        self.left_out += [f"{shown}/{name} (a link, or a name that no file should have)" for name in tree.refused]
        ours = _folders_of_grades(tree.entries)
        self.left_out += [f"{shown}/{folder} (grades that Gradbook made)" for folder in ours]
        if own:
            self.left_out.append(f"{shown}/{own} (the assignment's own folder, with its solution)")
            ours = (*ours, f"{own}/")
        entries = [entry for entry in _wanted(tree.entries) if not entry.path.startswith(ours)]
        metadata = find_metadata(entries)
        if metadata is not None:
            self._export(tree, entries, metadata, shown)
        else:
            self._level(tree, "", entries, shown, outermost=True)

    def _export(self, tree: Tree, entries: Sequence[Entry], metadata: Entry, shown: str) -> None:
        """Take an export of Gradescope's."""
        try:
            submissions = read_metadata(tree.read(metadata, MAX_BYTES))
        except HandInError as error:
            raise GradingError(f"{shown}: {error}.") from error
        root = metadata.path[: -len(METADATA)]
        inside: dict[str, list[Entry]] = {}
        beside: list[Entry] = []
        outside: list[Entry] = []
        for entry in entries:
            first, slash, _ = entry.path[len(root) :].partition("/")
            if not entry.path.startswith(root):
                outside.append(entry)
            elif slash and (first in submissions or is_submission(first)):
                inside.setdefault(first, []).append(entry)
            elif entry is not metadata:
                beside.append(entry)
        for folder, files in inside.items():
            said = submissions.get(folder) or Submission((Named(folder),), None)
            for person in said.submitters or (Named(folder),):  # of a group each gets it
                self._unit(tree, f"{root}{folder}/", files, f"{shown}/{root}{folder}", person, said.time)
        for folder in submissions.keys() - inside.keys():
            self.left_out.append(f"{folder} (it is in {METADATA}, but not in the export)")
        # What a teacher put beside an export is handed in as well.
        self._level(tree, root, beside, shown)
        self._level(tree, "", outside, shown)

    def _level(self, tree: Tree, root: str, entries: Sequence[Entry], shown: str, *, outermost: bool = False) -> None:
        """Take a folder of hand-ins: files by learner, folders a learner each, or folders of such folders."""
        loose: list[Entry] = []
        folders: dict[str, list[Entry]] = {}
        for entry in entries:
            first, slash, _ = entry.path[len(root) :].partition("/")
            if slash:
                folders.setdefault(first, []).append(entry)
            else:
                loose.append(entry)
        self._loose(tree, root, loose, shown)
        shapes = [(folder, shape_of(f"{root}{folder}/", files)) for folder, files in folders.items()]
        holding = [(folder, shape) for folder, shape in shapes if shape.here or shape.below]
        beside = any(entry.suffix in HANDED_IN for entry in loose)
        grouped = not beside and are_groups(holding, self._known, outermost=outermost)
        held, site = dict(holding), site_of(folders)
        for folder, files in sorted(folders.items()):
            place = f"{root}{folder}/"
            if grouped and folder in held:
                self._level(tree, place, files, shown, outermost=outermost and len(held) == 1)
            else:
                named = (site.named(folder) if site else None) or self._named(folder)
                self._unit(tree, place, files, f"{shown}/{root}{folder}", named, None)

    def _loose(self, tree: Tree, root: str, entries: Sequence[Entry], shown: str) -> None:
        """Take files that lie side by side, those of one learner together where a site has named them."""
        single = len(tree.entries) == 1 and shown.endswith(tree.entries[0].name)
        groups: dict[str, list[tuple[Entry, Named]]] = {}
        pictures: dict[str, list[tuple[Entry, str]]] = {}
        there: set[str] = set()
        paths = {entry.path for entry in entries}
        site = site_of([entry.name for entry in entries if entry.suffix in HANDED_IN] or [one.name for one in entries])
        for entry in sorted(entries, key=lambda entry: entry.path):
            source = shown if single else f"{shown}/{entry.path}"
            named = self._pattern and by_pattern(self._pattern, entry.path)
            named = named or (site.named(entry.name) if site else None)
            if named is not None:
                groups.setdefault(named.id, []).append((entry, named))
            elif entry.suffix in HANDED_IN:
                zipped = entry if entry.suffix == ".zip" else None
                plain = self._named(entry.name)
                there.add(plain.id)
                self._attempt(plain, source, tree, (entry,), root, zipped)
            elif _is_receipt(entry, paths):
                continue
            elif entry.suffix in _PICTURES:
                pictures.setdefault(self._named(entry.path[: -len(entry.suffix)]).id, []).append((entry, source))
            else:
                self.left_out.append(f"{source} (neither a notebook nor a zip)")
        for id, shown_by in pictures.items():
            if id and id not in there | groups.keys():  # a photo of paper, and nothing else
                self._attempt(Named(id), shown_by[0][1], tree, tuple(entry for entry, _ in shown_by), root)
            else:
                self.left_out += [f"{source} (a picture outside the notebook's zip)" for _, source in shown_by]
        for group in groups.values():
            beside = tuple(entry for entry, _ in group if entry.suffix not in HANDED_IN)
            given = [(entry, named) for entry, named in group if entry.suffix in HANDED_IN]
            for entry, named in given or group[:1]:
                zipped = entry if entry.suffix == ".zip" else None
                source = shown if single else f"{shown}/{entry.path}"
                files = dict.fromkeys((entry, *beside))
                self._attempt(named, source, tree, tuple(files), root, zipped, site=site)

    def _unit(
        self, tree: Tree, root: str, files: Sequence[Entry], shown: str, named: Named, time: datetime | None
    ) -> None:
        """Take a folder of one learner: each zip in it is an attempt, and all that lies loose is one together."""
        zips = [entry for entry in files if entry.suffix == ".zip"]
        rest = tuple(entry for entry in files if entry.suffix != ".zip")
        if any(entry.suffix == ".ipynb" for entry in rest) or not zips:
            self._attempt(named, shown, tree, rest, root, None, time)
        for entry in zips:
            self._attempt(named, f"{shown}/{entry.name}", tree, (entry,), root, entry, time)

    def _known(self, name: str) -> bool:
        return self._is_known(self._named(name))

    def _named(self, name: str) -> Named:
        found = self._pattern and by_pattern(self._pattern, name)
        return found or plainly_named(name, self._stem)

    def _attempt(
        self,
        named: Named,
        source: str,
        tree: Tree,
        files: tuple[Entry, ...],
        root: str = "",
        zipped: Entry | None = None,
        time: datetime | None = None,
        site: Site | None = None,
    ) -> None:
        self.attempts.append(Attempt(named, source, tree, files, root, zipped, time, site))


def _wanted(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if not is_junk(entry.path)]


def _folders_of_grades(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the folders that `gradbook grade` made, with a slash at their end: none in which a hand-in is.

    A learner could put such a file anywhere, and nobody's hand-in may go by it.
    """
    found = {entry.path[: -len(MARKER)] for entry in entries if entry.name == MARKER}
    handed_in = [entry.path for entry in entries if entry.suffix in HANDED_IN]
    return tuple(sorted(place for place in found - {""} if not any(path.startswith(place) for path in handed_in)))


def _cut_off(path: Path) -> GradingUsageError:
    return GradingUsageError(
        f"{path} is no zip that can be opened: download it again. If it is one learner's, who handed it in so, give "
        "the folder that it is in."
    )


def _is_receipt(entry: Entry, paths: Collection[str]) -> bool:
    """Whether a file is the receipt that `gradbook submit` left for the learner beside a zip."""
    return entry.path.endswith(RECEIPT_ENDING) and f"{entry.path.removesuffix(RECEIPT_ENDING)}.zip" in paths
