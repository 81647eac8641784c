"""One hand-in, opened: its notebook, record and pictures, and what it says of itself. Nothing is run or unpacked."""

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from gradbook.assignment.layout import DATA, RECORD
from gradbook.assignment.quiz.record import MAX_BYTES as MAX_RECORD
from gradbook.grading.errors import HandInError, TooLargeError
from gradbook.grading.gradebook.records import clean, label
from gradbook.grading.intake.collect import Attempt
from gradbook.grading.intake.names import otter_time
from gradbook.grading.intake.notebooks import NO_NOTEBOOK, Choice, Worked, choose, read_bytes, read_sound
from gradbook.grading.intake.sites.file_names import Site
from gradbook.grading.intake.tree import MAX_ENTRIES, MAX_FILE, SMALLER_HAND_IN, Entry, Tree, is_junk
from gradbook.grading.intake.zips import ZipTree
from gradbook.grading.late import TimeSource, local

MAX_ALL = 64 << 20
"""Bytes of all files of a hand-in together."""
_RECEIPT, _ZIP_NAME = "receipt.json", "__zip_filename__"
_MAX_RECEIPT = 1 << 20
_FEW = 5  # notes of one kind; a zip may hold reasons for thousands
_NOT_FILES = {_RECEIPT, _ZIP_NAME}


@dataclass(frozen=True, slots=True)
class Claims:
    """What a hand-in says of itself: when, whose, with whose numbers."""

    time: datetime | None = None
    source: TimeSource = TimeSource.UNKNOWN
    learner: str = ""
    variant: str = ""


@dataclass(frozen=True, eq=False)
class HandIn:
    """What was handed in.

    Attributes:
        notebook: as `read_notebook` gives it, without outputs; None where `problem` says why there is none.
        notebook_name: its file's.
        record: the quiz's choices; None where they should be there and are not.
        files: all others, by their path beside the notebook, so that cells find them.
        claims: what it says of itself.
        content: SHA-256 of notebook, record and files; not of the names that the notebook and its folder have.
        notebook_hash: SHA-256 of the notebook alone; "" where there is none.
        notes: what is to be known, in sentences.
        rivals: how many other notebooks are in it in which something else was written.
        doubtful: whether one of them may be meant as well as the one that was taken.
        problem: why it cannot be graded, or "".
        advice: what it is and what to do, for the learner, where there is more to say than that.
    """

    notebook: dict[str, Any] | None = None
    notebook_name: str = ""
    record: bytes | None = b""
    files: Mapping[str, bytes] = field(default_factory=dict)
    claims: Claims = field(default_factory=Claims)
    content: str = ""
    notebook_hash: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""
    advice: str = ""
    rivals: int = 0
    doubtful: bool = False


def open_hand_in(attempt: Attempt, notebook_name: str, worked: Worked = lambda _: {}) -> HandIn:
    """Open an attempt. Whatever is wrong with it is said in the result.

    Args:
        attempt: where its files are.
        notebook_name: what the assignment calls its notebook, to choose among several.
        worked: what was written in a notebook, likewise.
    """
    notes: list[str] = []
    claims = Claims()
    try:
        tree, files, root = _inner(attempt, notes)
        claims = _claims(attempt, tree, files)
        renamed = attempt.site if attempt.zipped is None else None
        notebooks = [entry for entry in files if entry.suffix == ".ipynb"]
        choice = choose(tree, notebooks, notebook_name, worked) if notebooks else None
        if choice and len(notebooks) > 1:
            notes.append(_told(choice, [entry.path[len(root) :] for entry in notebooks if entry is not choice.entry]))
        found = _read(tree, files, root, choice, notes, renamed)
    except HandInError as error:
        said = hashlib.sha256(f"{attempt.source}: {error}".encode("utf-8", "replace")).hexdigest()
        return HandIn(claims=claims, content=said, notes=tuple(notes), problem=clean(error), advice=error.advice)
    name, data, record, beside = found
    if record is None and claims.source is TimeSource.RECEIPT:
        record = b""  # `gradbook submit` takes the record along: there was none, and nothing was chosen
    # Sites rename every notebook: its name is nothing of what was handed in.
    rivals = len(choice.rivals) if choice else 0
    doubtful = choice is not None and choice.doubtful
    doubt = {f"doubt {rivals}": b""} if doubtful else {}  # with the other one gone it is another hand-in
    content = _content({notebook_name: data, **({} if record is None else {RECORD: record}), **beside, **doubt})
    try:
        if not name:
            raise HandInError(NO_NOTEBOOK)
        notebook, problem, advice = read_sound(name, data), "", ""
    except HandInError as error:
        notebook, problem, advice = None, clean(error), error.advice
    digest = hashlib.sha256(data).hexdigest() if name else ""
    told = tuple(map(clean, notes))
    return HandIn(notebook, name, record, beside, claims, content, digest, told, problem, advice, rivals, doubtful)


def _told(choice: Choice, others: Sequence[str]) -> str:
    """Say which of several notebooks was taken, and what the others are."""
    text = f"It holds {len(others) + 1} notebooks; {choice.entry.name} was taken, not {', '.join(others)[:200]}."
    if choice.rivals:
        text += f" In {len(choice.rivals)} of them something else was written."
    return f"{text} A person decides which counts." if choice.doubtful else text


def claims_of(attempt: Attempt) -> Claims:
    """Return what an attempt says of itself, without reading its notebook; nothing where it cannot be opened."""
    try:
        tree, files, _ = _inner(attempt, [])
        return _claims(attempt, tree, files)
    except Exception:  # whatever a learner sent: the others are graded, and why is said when this one is opened
        return Claims()


def file_time(attempt: Attempt, zone: tzinfo) -> datetime | None:
    """Return the newest time of an attempt's files, as it stands there: some zips' times have no zone.

    Args:
        attempt: whose files.
        zone: in which such times are read, to tell which is the newest.
    """
    times = [entry.time for entry in attempt.files if entry.time is not None]
    return max(times, key=lambda time: local(time, zone), default=None)


def _inner(attempt: Attempt, notes: list[str]) -> tuple[Tree, list[Entry], str]:
    """Return the files themselves: those in the zip, where it is one."""
    if attempt.zipped is None:
        if len(attempt.files) > MAX_ENTRIES:
            advice = f"It holds more than the {MAX_ENTRIES:,} files that are read. {SMALLER_HAND_IN}"
            raise HandInError(f"it holds more than {MAX_ENTRIES:,} files", advice)
        return attempt.tree, list(attempt.files), attempt.root
    tree: Tree = ZipTree(attempt.tree.read(attempt.zipped), attempt.zipped.name)
    files = [entry for entry in tree.entries if not is_junk(entry.path)]
    inside = [entry for entry in files if entry.suffix == ".zip"]
    if inside and not any(entry.suffix == ".ipynb" for entry in files):
        # A zip in a zip: sites and people do so, once.
        notes.append(f"The zip holds a zip; {inside[0].name} was taken.")
        tree = ZipTree(tree.read(inside[0]), inside[0].name)
        files = [entry for entry in tree.entries if not is_junk(entry.path)]
    if tree.refused:
        notes.append(f"Left out, links or names that no file should have: {', '.join(tree.refused[:_FEW])}.")
    beside = [entry for entry in attempt.files if entry is not attempt.zipped]
    if beside:
        notes.append(f"Beside the zip lie {len(beside)} more files, which were not looked at.")
    return tree, files, ""


def _read(
    tree: Tree, files: list[Entry], root: str, choice: Choice | None, notes: list[str], renamed: Site | None
) -> tuple[str, bytes, bytes | None, dict[str, bytes]]:
    """Return the notebook's name and bytes, "" and none where only other files are there, the record, and the rest."""
    name, data, here = "", b"", root
    if choice is not None:
        entry = choice.entry
        name, data, here = entry.name, read_bytes(tree, entry), entry.path[: -len(entry.name)]
    record: bytes | None = None
    beside: dict[str, bytes] = {}
    total = len(data)
    left_out: list[str] = []
    for entry in files:
        path = entry.path.removeprefix(here) if entry.path.startswith(here) else entry.path[len(root) :]
        said = renamed.named(path) if renamed else None
        path = said.file or path if said else path  # as the learner called it, and the notebook's links do
        if entry.suffix == ".ipynb" or entry.name in _NOT_FILES or path.startswith(f"{DATA}/"):
            continue
        try:
            content = tree.read(entry, min(MAX_FILE, max(0, MAX_ALL - total)))
        except HandInError as error:
            whole = isinstance(error, TooLargeError) and MAX_ALL - total < MAX_FILE
            what = f"with {entry.path} the hand-in is larger than {MAX_ALL >> 20} MiB" if whole else str(error)
            left_out.append(what)
            continue
        total += len(content)
        if entry.name.endswith(RECORD):
            record = record or content[: MAX_RECORD + 1]
        else:
            beside[path] = content
    notes += [f"A file was left out: {what}." for what in left_out[:_FEW]]
    if len(left_out) > _FEW:
        notes.append(f"So it is with {len(left_out) - _FEW:,} more files.")
    if not name and not beside:
        raise HandInError(NO_NOTEBOOK)
    return name, data, record, beside


def _claims(attempt: Attempt, tree: Tree, files: Iterable[Entry]) -> Claims:
    by_name = {entry.name: entry for entry in files if entry.path.count("/") < 2}
    told: dict[str, Any] = {}
    if _RECEIPT in by_name:
        try:
            read = json.loads(tree.read(by_name[_RECEIPT], _MAX_RECEIPT))
            told = read if isinstance(read, dict) else {}
        except (HandInError, ValueError, RecursionError):
            told = {}
    text = {key: value for key, value in told.items() if isinstance(value, str)}
    learner, variant = label(text.get("learner", "")), label(text.get("variant", ""))
    with contextlib.suppress(ValueError):
        said = datetime.fromisoformat(text.get("time", "")[:64])
        return Claims(said, TimeSource.RECEIPT, learner, variant)
    names = [attempt.zipped.name] if attempt.zipped else []
    if _ZIP_NAME in by_name:
        with contextlib.suppress(HandInError):
            names.insert(0, tree.read(by_name[_ZIP_NAME], 1000).decode("utf-8", "replace"))
    time = next((found for found in map(otter_time, names) if found), None)
    return Claims(time, TimeSource.OTTER if time else TimeSource.UNKNOWN, learner, variant)


def _content(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{len(name)} {name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()
