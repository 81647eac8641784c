"""From what the teacher has, a folder, a zip or files, to attempts: whose each is, and where its files are.

Only names are looked at here; nothing of a hand-in is read but the list of its files.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gradbook.assignment.submission.receipt import RECEIPT_ENDING
from gradbook.grading.errors import GradingError, GradingUsageError, HandInError
from gradbook.grading.intake.gradescope_export import MAX_BYTES, METADATA, Submission, read_metadata
from gradbook.grading.intake.names import Named, by_pattern, plainly_named, site_named
from gradbook.grading.intake.tree import MAX_CLASS_ENTRIES, Entry, FolderTree, Tree, ZipTree, is_junk

_HANDED_IN = (".ipynb", ".zip")
_PICTURES = {".png", ".jpg", ".jpeg", ".heic", ".webp", ".pdf"}
_ONE_HAND_IN = {"__zip_filename__", "receipt.json"}
_KIT = ".gradbook/"
_EXPORTED = re.compile(r"submission_\d+")


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
    """

    named: Named
    source: str
    tree: Tree
    files: tuple[Entry, ...]
    root: str = ""
    zipped: Entry | None = None
    site_time: datetime | None = None


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


def collect(given: Sequence[Path], stem: str, pattern: re.Pattern[str] | None = None) -> Collected:
    """Find the attempts in files and folders.

    Args:
        given: a class's folder or zip, or single hand-ins.
        stem: the assignment's notebook without its ending, which people write into names.
        pattern: the teacher's own, for names that nobody else gives.

    Raises:
        GradingUsageError: a path is not there, or nothing in it is a hand-in.
        GradingError: a zip or an export's table cannot be read.
    """
    require_there(given)
    finder = _Finder(stem, pattern)
    for path in given:
        finder.add(path)
    if not finder.attempts:
        names = ", ".join(str(path) for path in given)
        left = f" Left out: {'; '.join(finder.left_out[:5])}." if finder.left_out else ""
        raise GradingUsageError(f"There is no hand-in in {names}: neither a notebook (.ipynb) nor a zip of one.{left}")
    return Collected(tuple(finder.attempts), tuple(finder.left_out))


def require_there(given: Iterable[Path]) -> None:
    """Raise unless every path is there.

    Raises:
        GradingUsageError: one is not.
    """
    for path in given:
        if not path.exists():
            raise GradingUsageError(f"There is no file or folder {path}.")


class _Finder:
    def __init__(self, stem: str, pattern: re.Pattern[str] | None) -> None:
        self._stem, self._pattern = stem, pattern
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
                self._class(FolderTree(path), str(path))
        elif path.suffix.lower() == ".zip":
            self._zip(path)
        elif path.is_file() and path.suffix.lower() == ".ipynb":
            tree = FolderTree(path.parent, (path.name,))
            self._loose(tree, "", tree.entries, str(path))
        else:
            raise GradingUsageError(f"{path} is no hand-in: give a notebook (.ipynb), a zip, or a folder of them.")

    def _zip(self, path: Path) -> None:
        """Take a zip: one hand-in, or a class's."""
        try:
            tree = ZipTree(path, path.name, MAX_CLASS_ENTRIES)
        except HandInError:
            alone = FolderTree(path.parent, (path.name,))  # damaged, but somebody's
            self._loose(alone, "", alone.entries, str(path))
            return
        names = {entry.path for entry in tree.entries}
        notebooks = [entry for entry in _wanted(tree.entries) if entry.suffix == ".ipynb"]
        inner = [entry for entry in _wanted(tree.entries) if entry.suffix == ".zip"]
        sited = any(site_named(entry.path.partition("/")[0]) for entry in tree.entries)
        one = bool(_ONE_HAND_IN & names) or (len(notebooks) + len(inner) < 2 and not sited)
        if one and METADATA not in {name.rpartition("/")[2] for name in names}:
            tree.close()
            alone = FolderTree(path.parent, (path.name,))
            self._loose(alone, "", alone.entries, str(path))
        else:
            self._class(tree, str(path))

    def _class(self, tree: Tree, shown: str) -> None:
        self.left_out += [f"{shown}/{name} (a link, or a name that no file should have)" for name in tree.refused]
        entries = _wanted(tree.entries)
        metadata = next((entry for entry in entries if entry.name == METADATA and entry.path.count("/") < 2), None)
        if metadata is not None:
            self._export(tree, entries, metadata, shown)
        else:
            self._level(tree, "", entries, shown)

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
            elif slash and (first in submissions or _EXPORTED.fullmatch(first)):
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

    def _level(self, tree: Tree, root: str, entries: Sequence[Entry], shown: str) -> None:
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
        for folder, files in sorted(folders.items()):
            place = f"{root}{folder}/"
            if _is_group(place, files, alone=len(folders) == 1 and not _hand_ins(loose)):
                self._level(tree, place, files, shown)
            else:
                named = site_named(folder) or self._named(folder)
                self._unit(tree, place, files, f"{shown}/{root}{folder}", named, None)

    def _loose(self, tree: Tree, root: str, entries: Sequence[Entry], shown: str) -> None:
        """Take files that lie side by side, those of one learner together where a site has named them."""
        single = len(tree.entries) == 1 and shown.endswith(tree.entries[0].name)
        groups: dict[str, list[tuple[Entry, Named]]] = {}
        pictures: dict[str, list[tuple[Entry, str]]] = {}
        there: set[str] = set()
        paths = {entry.path for entry in entries}
        for entry in sorted(entries, key=lambda entry: entry.path):
            source = shown if single else f"{shown}/{entry.path}"
            named = self._pattern and by_pattern(self._pattern, entry.path)
            named = named or site_named(entry.name)
            if named is not None:
                groups.setdefault(named.id, []).append((entry, named))
            elif entry.suffix in _HANDED_IN:
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
            beside = tuple(entry for entry, _ in group if entry.suffix not in _HANDED_IN)
            given = [(entry, named) for entry, named in group if entry.suffix in _HANDED_IN]
            for entry, named in given or group[:1]:
                zipped = entry if entry.suffix == ".zip" else None
                source = shown if single else f"{shown}/{entry.path}"
                files = dict.fromkeys((entry, *beside))
                self._attempt(named, source, tree, tuple(files), root, zipped)

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
    ) -> None:
        self.attempts.append(Attempt(named, source, tree, files, root, zipped, time))


def _wanted(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if not is_junk(entry.path)]


def _is_receipt(entry: Entry, paths: Collection[str]) -> bool:
    """Whether a file is the receipt that `gradbook submit` left for the learner beside a zip."""
    return entry.path.endswith(RECEIPT_ENDING) and f"{entry.path.removesuffix(RECEIPT_ENDING)}.zip" in paths


def _hand_ins(entries: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.suffix in _HANDED_IN)


def _is_group(root: str, files: Sequence[Entry], alone: bool) -> bool:
    """Whether a folder holds several learners' hand-ins rather than one's."""
    if site_named(root.rstrip("/").rpartition("/")[2]):
        return False
    inner = [entry.path[len(root) :] for entry in files]
    here = [path for path in inner if "/" not in path and path.lower().endswith(_HANDED_IN)]
    if here:
        # A wrapper around everything, or files that a site has named: nobody's own folder looks so.
        return bool(site_named(here[0])) or (alone and len(here) > 1)
    below = {path.partition("/")[0] for path in inner if path.lower().endswith(_HANDED_IN)}
    return len(below) > 1 or any(site_named(name) for name in below)
