"""`submission_metadata.yml`, which Gradescope puts beside the folders of an export: who handed in what, and when."""

import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from gradbook.grading.errors import GradingError
from gradbook.grading.gradebook.records import label
from gradbook.grading.intake.names import Named
from gradbook.grading.intake.tree import Entry

METADATA = "submission_metadata.yml"
MAX_BYTES = 16 << 20
"""Of the file: it is half a KB for each hand-in."""
_EXPORT = re.compile(r"assignment_\d+_export[^/]*/")
_WRONG = "it is no table of submissions"
_SUBMISSION = re.compile(r"submission_\d+")


@dataclass(frozen=True, slots=True)
class Submission:
    """One folder of an export: its submitters, and when they handed in."""

    submitters: tuple[Named, ...]
    time: datetime | None


def is_submission(folder: str) -> bool:
    """Whether Gradescope calls the folder of a hand-in so."""
    return _SUBMISSION.fullmatch(folder) is not None


def find_metadata(entries: Iterable[Entry]) -> Entry | None:
    """Return an export's own file, at the top or in the export's folder there, with the hand-ins' folders beside it.

    In a learner's folder a file of this name is the learner's, and would say who everybody is.
    """
    held = list(entries)
    for entry in held:
        root = entry.path.removesuffix(METADATA)
        if root == entry.path or (root and not _EXPORT.fullmatch(root)):
            continue
        beside = (other.path[len(root) :].partition("/") for other in held if other.path.startswith(root))
        if any(slash and is_submission(folder) for folder, slash, _ in beside):
            return entry
    return None


def read_metadata(data: bytes) -> dict[str, Submission]:
    """Read the file.

    Args:
        data: its bytes.

    Returns:
        By the folder's name, such as "submission_123456".

    Raises:
        GradingError: it is not of this form.
    """
    import yaml

    try:
        raw = yaml.load(data.decode("utf-8", "replace"), Loader=_loader())
        found = {str(folder): _submission(entry) for folder, entry in raw.items() if isinstance(entry, dict)}
    except Exception as error:  # yaml raises KeyError, AttributeError, and more over a tag that its text is not of
        said = str(error).splitlines() if isinstance(error, yaml.YAMLError) else []
        raise GradingError(f"{METADATA} cannot be read ({' '.join(said[:1]) or _WRONG}). Export it again.") from error
    if not found:
        raise GradingError(f"{METADATA} has no submissions in it. Export it again.")
    return found


def _submission(entry: dict[str, Any]) -> Submission:
    people = entry.get(":submitters")
    submitters = [_submitter(one) for one in people if isinstance(one, dict)] if isinstance(people, list) else []
    return Submission(tuple(one for one in submitters if one.id), _time(entry.get(":created_at")))


def _loader() -> Any:
    """Return a loader of plain data that takes Ruby's objects for the mappings and texts that they are written as."""
    import yaml

    class Loader(yaml.SafeLoader):  # type: ignore[misc]
        def flatten_mapping(self, node: Any) -> None:
            """Merge nothing: Ruby writes no merges, and a few lines of them fill the memory."""

    def plain(loader: Any, _: str, node: Any) -> Any:
        if isinstance(node, yaml.MappingNode):
            return loader.construct_mapping(node, deep=True)
        if isinstance(node, yaml.SequenceNode):
            return loader.construct_sequence(node, deep=True)
        return loader.construct_scalar(node)

    Loader.add_multi_constructor("!ruby/", plain)
    return Loader


def _submitter(person: dict[str, Any]) -> Named:
    told = (person.get(key) for key in (":name", ":sid", ":email"))
    name, number, email = (label(str(value)) if isinstance(value, str | int) else "" for value in told)
    return Named(number or email or name, name, site=True)


def _time(value: Any) -> datetime | None:
    if isinstance(value, dict):
        value = value.get("utc") or value.get("time")
    if isinstance(value, str):
        with contextlib.suppress(ValueError):
            value = datetime.fromisoformat(value.replace(" UTC", "+00:00"))
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value  # YAML writes what it knows in UTC
    return datetime(value.year, value.month, value.day, tzinfo=UTC) if isinstance(value, date) else None
