"""The zip for Gradescope: Gradbook itself, the assignment with its checks and keys, and what starts them there.

The original course had two assignments there, one autograded and one graded by people; so there are two zips. They
differ in what they show: points of code and quiz, or what the machine proposes for the answers that people read.
"""

import json
import secrets
from enum import StrEnum
from pathlib import Path

from gradbook.assignment.definition import Assignment
from gradbook.assignment.layout import DATA, DIST
from gradbook.core.files import write_bytes
from gradbook.grading.gradescope.wheel import packed, wheel

SETTINGS, ASSIGNMENT, DIGITS = "gradbook.json", "assignment", "digits"


class Part(StrEnum):
    """Which questions a zip is about."""

    AUTOGRADED = "autograded"
    MANUAL = "manual"


_SETUP = """\
#!/usr/bin/env bash
# Installs Gradbook; Gradescope runs this once, when the autograder is built.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
for version in 3.13 3.12 3.11; do
  if apt-get install -y -qq --no-install-recommends "python$version" "python$version-venv"; then
    "python$version" -m venv /opt/gradbook
    break
  fi
done
[ -x /opt/gradbook/bin/python ] || { echo "This image has no Python 3.11 or newer: choose a newer one."; exit 1; }
# The processor's PyTorch: the other is four times as large and of no use here.
/opt/gradbook/bin/pip install --quiet torch torchvision --index-url https://download.pytorch.org/whl/cpu
/opt/gradbook/bin/pip install --quiet /autograder/source/gradbook-*.whl
"""
_RUN = """\
#!/usr/bin/env bash
# Grades one hand-in; Gradescope runs this for each.
set -euo pipefail
root="${GRADBOOK_AUTOGRADER:-/autograder}"
if [ -d "$root/source/digits" ]; then export GRADBOOK_DATA="$root/source/digits"; fi
exec "${GRADBOOK_PYTHON:-/opt/gradbook/bin/python}" -m gradbook.grading.gradescope "$root"
"""


def write_autograders(assignment: Assignment, folder: Path, digits: Path | None, variant: str | None) -> None:
    """Write both zips.

    Args:
        assignment: the teacher's.
        folder: where to.
        digits: a folder with MNIST in torchvision's layout, which goes along; None for none.
        variant: whose numbers the written questions have.

    Raises:
        GradingError: Gradbook is not installed.
    """
    name, data = wheel()
    shared = {name: data, "setup.sh": _SETUP.encode(), "run_autograder": _RUN.encode()}
    for path in sorted(assignment.folder.rglob("*")):
        inside = path.relative_to(assignment.folder)
        aside = any(part.startswith(".") or part == "__pycache__" for part in inside.parts)
        if not aside and inside.parts[0] not in (DIST, DATA) and path.is_file() and not path.is_symlink():
            shared[f"{ASSIGNMENT}/{inside.as_posix()}"] = path.read_bytes()
    if digits is not None:
        for path in sorted(digits.rglob("*-ubyte")):
            shared[f"{DIGITS}/{path.relative_to(digits).as_posix()}"] = path.read_bytes()
    secret = secrets.token_hex(16)  # of what is drawn for a hand-in
    for part in Part:
        settings = {"part": part, "name": assignment.name, "variant": variant or "", "secret": secret}
        files = {**shared, SETTINGS: json.dumps(settings, indent=1).encode()}
        write_bytes(folder / zip_name(part), packed(files, frozenset({"setup.sh", "run_autograder"})))


def zip_name(part: Part) -> str:
    """Return what a part's zip is called."""
    from gradbook.assignment.layout import AUTOGRADER, AUTOGRADER_MANUAL

    return AUTOGRADER if part is Part.AUTOGRADED else AUTOGRADER_MANUAL
