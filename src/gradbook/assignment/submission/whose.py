"""Whose a learner's folder is: the name that `start` and `submit` write into it, for the receipt."""

import json
from pathlib import Path

from gradbook.assignment.errors import writing
from gradbook.assignment.folder import PlaceError, learner_name
from gradbook.assignment.layout import KIT, LEARNER_FILE
from gradbook.core.files import write_text


def require_no_other(folder: Path, name: str | None) -> None:
    """Refuse a name where a folder has another one already.

    Raises:
        PlaceError: it is somebody else's folder.
    """
    whose = learner_name(folder)
    if name and whose and name != whose:
        raise PlaceError(
            f"{folder} is {whose}'s: --name was NOT applied, and nothing was changed. Give another folder, or "
            f"correct the name in {folder / KIT / LEARNER_FILE}."
        )


def give_name(folder: Path, name: str | None) -> str:
    """Write a learner's name into a folder that has none.

    Args:
        folder: a learner's; one without Gradbook's files is left as it is.
        name: the learner's; None or "" for nothing to be written.

    Returns:
        The name if it was written now, else "".

    Raises:
        PlaceError: it is somebody else's folder.
        WriteError: the name cannot be written.
    """
    require_no_other(folder, name)
    if not name or learner_name(folder) or not (folder / KIT).is_dir():
        return ""
    path = folder / KIT / LEARNER_FILE
    with writing(path, "Your name was not written; your work is as it was."):
        write_text(path, json.dumps({"name": name}, ensure_ascii=False) + "\n")
    return name
