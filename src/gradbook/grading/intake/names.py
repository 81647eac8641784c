"""Who handed in, out of the names that course sites and people give to files and folders.

Canvas       lovelaceada_LATE_12345_67890_A8.ipynb           one file each, number of the learner first
Moodle       Ada Lovelace_12345_assignsubmission_file_/...   a folder each, or a file
Blackboard   A8_alovelace_attempt_2023-06-02-19-55-01_A8.ipynb
Otter        A8_2023_06_02T19_55_01_123456.zip               the time by the learner's clock, and nobody's name
people       smith_A8.ipynb, A8-smith (1).zip, smith/A8.ipynb
"""

import contextlib
import re
from dataclasses import dataclass
from datetime import datetime

from gradbook.grading.errors import GradingUsageError
from gradbook.grading.gradebook.records import clean

# Not Otter's date, which begins with two numbers as well.
_CANVAS = re.compile(
    r"(?P<name>[^_/]{1,200}?)(?P<late>_LATE)?_(?!\d{4}_\d\d_\d\dT)(?P<id>\d{1,20})_\d{1,20}_(?P<file>[^/]+)"
)
_MOODLE = re.compile(r"(?P<name>[^/]{1,200})_(?P<id>\d{1,20})_assignsubmission_(?:file|onlinetext)_?(?P<file>[^/]*)")
_BLACKBOARD = re.compile(r"[^/]{1,200}?_(?P<id>[^_/]{1,100})_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>[^/]+))?")
_SITES = (_MOODLE, _BLACKBOARD, _CANVAS)
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
    """

    id: str
    name: str = ""
    file: str = ""
    site: bool = False
    late: bool = False
    time: datetime | None = None


def site_named(name: str) -> Named | None:
    """Return what a course site's name of a file or folder says; None where it is no such name."""
    for pattern in _SITES:
        found = pattern.fullmatch(name)
        if found:
            said = found.groupdict()
            return Named(
                clean(said["id"]),
                clean(said.get("name") or "").strip(),
                said.get("file") or "",
                site=True,
                late=bool(said.get("late")),
                time=_time(said.get("time")),
            )
    return None


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
    shown = clean(left).strip()
    return Named(shown[:200], "", name, time=time)


def by_pattern(pattern: re.Pattern[str], path: str) -> Named | None:
    """Return what the teacher's own pattern finds in a path; None where it finds nothing."""
    found = pattern.search(path)
    if found is None:
        return None
    said = found.groupdict()
    id = clean(said.get("id") or said.get("name") or "").strip()
    if not id:
        return None
    return Named(id, clean(said.get("name") or ""), path, site=True, time=_time(said.get("time")))


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
    return _time(found[1]) if found else None


def squashed(name: str) -> str:
    """Return a name's letters and digits alone, small: as Canvas writes "Lovelace, Ada"."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def _time(text: str | None) -> datetime | None:
    if text is None:
        return None
    for form in ("%Y-%m-%d-%H-%M-%S", "%Y_%m_%dT%H_%M_%S"):
        with contextlib.suppress(ValueError):
            return datetime.strptime(text, form)
    with contextlib.suppress(ValueError):
        return datetime.fromisoformat(text)
    return None
