"""record.txt: what a learner chose in the quiz, one line a question: `q1<TAB>"b"`.

It holds choices, never scores and never a key, so that a learner may read and edit it. Whoever reads it takes it as
untrusted: it has a largest size, and a line that cannot be read is named, not fatal.
"""

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from gradbook.assignment.layout import RECORD
from gradbook.core.errors import GradbookError
from gradbook.core.files import write_text

MAX_BYTES = 64 * 1024
_MAX_LINE = 1000
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")

# A letter or a text, letters, or a number.
Choice = str | list[str] | int | float


class RecordError(GradbookError):
    """record.txt cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was read of a record.

    Attributes:
        choices: by the question's id; of two lines for one question the later counts.
        problems: for each line that could not be read, where it is and why.
    """

    choices: dict[str, Choice]
    problems: tuple[str, ...] = ()


def parse_record(data: bytes) -> Record:
    """Read a record from bytes that anybody may have written. Never raises."""
    if len(data) > MAX_BYTES:
        return Record({}, (f"{RECORD} is larger than {MAX_BYTES // 1024} KiB: it is not read.",))
    choices: dict[str, Choice] = {}
    problems = []
    for number, line in enumerate(data.decode("utf-8-sig", errors="replace").split("\n"), start=1):
        if not line.strip():
            continue
        name, tab, text = line.partition("\t")
        try:
            if len(line) > _MAX_LINE:
                raise ValueError("it is too long")
            if not tab or not _NAME.fullmatch(name):
                raise ValueError('it should be a name, a tab and a choice, such as q1<TAB>"b"')
            choices[name] = _choice(json.loads(text, parse_constant=_no_constant))
        except (ValueError, OverflowError, RecursionError) as error:
            reason = "the choice is not JSON" if isinstance(error, json.JSONDecodeError) else str(error)
            problems.append(f"{RECORD}, line {number}: {reason}.")
    return Record(choices, tuple(problems))


def read_record(folder: Path) -> Record:
    """Read the record in a folder; an absent one is an empty one.

    Raises:
        RecordError: it is there but cannot be read.
    """
    return parse_record(record_bytes(folder))


def record_bytes(folder: Path) -> bytes:
    """Return the record in a folder as it is, no more than what shows that it is too large; b"" where there is none.

    Raises:
        RecordError: it is there but cannot be read.
    """
    path = folder / RECORD
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise RecordError(f"Cannot read {path}: {error.strerror}.") from error


def write_choice(folder: Path, name: str, choice: Choice | None) -> None:
    """Put one choice into the record of a folder, in place of an earlier one (None takes it back).

    The file is replaced at once.

    Raises:
        RecordError: the file cannot be written.
    """
    record = read_record(folder)
    choices = {**record.choices, name: choice}
    lines = [f"{key}\t{json.dumps(it, ensure_ascii=False)}\n" for key, it in choices.items() if it is not None]
    try:
        write_text(folder / RECORD, "".join(lines))
    except OSError as error:
        raise RecordError(f"Your choice is not saved: cannot write {folder / RECORD} ({error.strerror}).") from error


def _choice(value: object) -> Choice:
    match value:
        case bool():
            raise ValueError("the choice is neither a text, a list of letters nor a number")
        case str():
            return value
        case int() | float() if math.isfinite(value):
            return value
        case list() if len(value) <= 26 and all(isinstance(item, str) for item in value):
            return value
    raise ValueError("the choice is neither a text, a list of letters nor a number")


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
