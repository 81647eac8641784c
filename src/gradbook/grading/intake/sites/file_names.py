"""Who handed in, out of the names that course sites give to files and folders.

Canvas       lovelaceada_LATE_12345_67890_A8.ipynb           one file each: numbers of the learner and of the upload
Moodle       Ada Lovelace_12345_assignsubmission_file_/...   a folder each, or a file
Blackboard   A8_alovelace_attempt_2023-06-02-19-55-01_A8.ipynb

What the site writes stands in front, and what the learner called the file behind it, which may look like another site's
name with another learner's number. So a site's part is the shortest that fits, and the names of a download, which is of
one site, decide together which that is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gradbook.grading.gradebook.records import label
from gradbook.grading.intake.names import Named, time_of


@dataclass(frozen=True, slots=True)
class Site:
    """A course site.

    Attributes:
        title: what it is called.
        pattern: of its names, with the groups id and file, perhaps name, late, upload and time.
    """

    title: str
    pattern: re.Pattern[str]

    def named(self, name: str) -> Named | None:
        """Return what a name of a file or folder says; None where it is none of this site's."""
        found = self.pattern.fullmatch(name)
        if found is None:
            return None
        said = found.groupdict()
        return Named(
            label(said["id"]),
            label(said.get("name") or ""),
            said["file"] or "",
            site=True,
            late=bool(said.get("late")),
            time=time_of(said.get("time")),
            upload=int(said.get("upload") or 0),
        )


# Not Otter's date, which begins with two numbers as well.
CANVAS = Site(
    "Canvas",
    re.compile(
        r"(?P<name>[^_/]{1,200}?)(?P<late>_LATE)?_(?!\d{4}_\d\d_\d\dT)(?P<id>\d{1,20})_(?P<upload>\d{1,20})_(?P<file>[^/]+)"
    ),
)
MOODLE = Site(
    "Moodle",
    re.compile(r"(?P<name>[^/]{1,200}?)_(?P<id>\d{1,20})_assignsubmission_(?:file|onlinetext)_?(?P<file>[^/]*)"),
)
BLACKBOARD = Site(
    "Blackboard",
    re.compile(r"[^/]{1,200}?_(?P<id>[^_/]{1,100})_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>[^/]+))?"),
)
SITES = (CANVAS, MOODLE, BLACKBOARD)


def site_of(names: Iterable[str]) -> Site | None:
    """Return the site that files or folders side by side are from; None where most of them are from none.

    A learner can make her own files look like another site's, and nobody else's: the true site's pattern fits all.
    """
    asked = list(names)
    found = []
    for place, site in enumerate(SITES):
        said = [(name, named) for name in asked if (named := site.named(name))]
        if asked and 2 * len(said) >= len(asked):
            written = sum(len(name) - len(named.file) for name, named in said)
            found.append((-len(said), written, place))
    return SITES[min(found)[2]] if found else None
