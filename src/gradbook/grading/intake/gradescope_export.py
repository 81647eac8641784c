"""`submission_metadata.yml`, which Gradescope puts beside the folders of an export: who handed in what, and when."""

import contextlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from gradbook.grading.errors import GradingError
from gradbook.grading.gradebook.records import clean
from gradbook.grading.intake.names import Named

METADATA = "submission_metadata.yml"
MAX_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Submission:
    """One folder of an export: its submitters, and when they handed in."""

    submitters: tuple[Named, ...]
    time: datetime | None


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
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise GradingError(f"{METADATA} cannot be read: {str(error).splitlines()[0]}") from error
    if not isinstance(raw, dict):
        raise GradingError(f"{METADATA} has no submissions in it.")
    found = {}
    for folder, entry in raw.items():
        if isinstance(entry, dict):
            people = entry.get(":submitters")
            submitters = [_submitter(person) for person in people if isinstance(person, dict)] if people else []
            named = tuple(person for person in submitters if person.id)
            found[str(folder)] = Submission(named, _time(entry.get(":created_at")))
    return found


def _loader() -> Any:
    """Return a loader of plain data that takes Ruby's objects for the mappings and texts that they are written as."""
    import yaml

    class Loader(yaml.SafeLoader):  # type: ignore[misc]
        pass

    def plain(loader: Any, _: str, node: Any) -> Any:
        if isinstance(node, yaml.MappingNode):
            return loader.construct_mapping(node, deep=True)
        if isinstance(node, yaml.SequenceNode):
            return loader.construct_sequence(node, deep=True)
        return loader.construct_scalar(node)

    Loader.add_multi_constructor("!ruby/", plain)
    return Loader


def _submitter(person: dict[str, Any]) -> Named:
    name, number, email = (clean(person.get(key) or "").strip() for key in (":name", ":sid", ":email"))
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
