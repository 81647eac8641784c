"""Who handed in, out of the names that people give to files and folders. Those of course sites: `sites`.

Otter        A8_2023_06_02T19_55_01_123456.zip               the time by the learner's clock, and nobody's name
people       smith_A8.ipynb, A8-smith (1).zip, smith/A8.ipynb
"""

import contextlib
import re
from dataclasses import dataclass
from datetime import datetime

from gradbook.grading.errors import GradingUsageError
from gradbook.grading.gradebook.records import label

_OTTER_TIME = re.compile(r"_?(\d{4}_\d\d_\d\dT\d\d_\d\d_\d\d)(?:_\d{1,6})?")
_COPY = re.compile(r"(?:\s*\(\d{1,3}\)|[ _-]+copy\d*|-Copy\d+)$", re.IGNORECASE)
_ENDING = re.compile(r"\.(ipynb|zip)$", re.IGNORECASE)
_GROUPS = {"id", "name", "time"}


@dataclass(frozen=True, slots=True)
class Named:
    """What a name says.

    Attributes:
        id, name: of the learner; name may be "".
        file: what is left for the file itself.
        site: whether a course site gave the name, and not the learner.
        late: whether the site marked it as late.
        time: when it was handed in, without a zone, where the name says so.
        upload: the site's number of the upload, which is higher for each later one; 0 where it gives none.
    """

    id: str
    name: str = ""
    file: str = ""
    site: bool = False
    late: bool = False
    time: datetime | None = None
    upload: int = 0


def plainly_named(name: str, stem: str) -> Named:
    """Return the learner out of a name that people gave: what is left without the assignment's own.

    Args:
        name: of the file or folder.
        stem: the assignment's notebook without its ending, such as "A8".
    """
    rest = _ENDING.sub("", name)
    time = otter_time(rest)
    rest = _OTTER_TIME.sub("", rest)
    rest = _COPY.sub("", rest)
    own = re.compile(rf"(?:^|(?<=[\W_])){re.escape(stem)}(?=$|[\W_])", re.IGNORECASE)
    left = re.sub(r"^[\s_-]+|[\s_-]+$", "", own.sub("", rest))
    return Named(label(left), "", name, time=time)


def by_pattern(pattern: re.Pattern[str], path: str) -> Named | None:
    """Return what the teacher's own pattern finds in a path; None where it finds nothing."""
    found = pattern.search(path)
    if found is None:
        return None
    said = found.groupdict()
    id = label(said.get("id") or said.get("name") or "")
    if not id:
        return None
    return Named(id, label(said.get("name") or ""), path, site=True, time=time_of(said.get("time")))


def compiled(pattern: str | None) -> re.Pattern[str] | None:
    """Compile `--names`.

    Raises:
        GradingUsageError: it is no pattern, or has none of the groups.
    """
    if pattern is None:
        return None
    try:
        made = re.compile(pattern)
    except re.error as error:
        raise GradingUsageError(f"--names is no regular expression: {error}.") from error
    if not _GROUPS & made.groupindex.keys() - {"time"}:
        raise GradingUsageError(
            r"--names needs a group that says who it is, such as (?P<id>\w+)_A8; its groups are id, name and time."
        )
    return made


def otter_time(name: str) -> datetime | None:
    """Return the time in the name that Otter (or `gradbook submit`) gave to a zip."""
    found = _OTTER_TIME.search(name)
    return time_of(found[1]) if found else None


def squashed(name: str) -> str:
    """Return a name's letters and digits alone, small: as Canvas writes "Lovelace, Ada"."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def time_of(text: str | None) -> datetime | None:
    """Return the time in a name, as Blackboard, Otter or ISO 8601 writes it; None where there is none."""
    if text is None:
        return None
    for form in ("%Y-%m-%d-%H-%M-%S", "%Y_%m_%dT%H_%M_%S"):
        with contextlib.suppress(ValueError):
            return datetime.strptime(text, form)
    with contextlib.suppress(ValueError):
        return datetime.fromisoformat(text)
    return None
