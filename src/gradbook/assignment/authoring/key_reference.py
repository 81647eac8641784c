"""The tables of keys in docs/assignment.md, written from the models that read assignment.toml.

python -m gradbook.assignment.authoring.key_reference docs/assignment.md
"""

import inspect
import re
import sys
from fractions import Fraction
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from gradbook.assignment.definition import Assignment, CheckRef, GraphDef, Late, Probe, Question

_TABLES: dict[str, type[BaseModel]] = {
    "At the top": Assignment,
    "`[late]`": Late,
    "`[graph]`": GraphDef,
    "`[[question]]`": Question,
    "`[[question.probe]]`": Probe,
    "`[[question.check]]`": CheckRef,
}
_NOT_WRITTEN = {"name", "folder", "variant"}  # of an assignment: Gradbook knows them, or writes them
_BEGIN, _END = "<!-- keys: written by python -m gradbook.assignment.authoring.key_reference -->", "<!-- end of keys -->"


def keys() -> str:
    """Return a table of keys for each part of assignment.toml, as Markdown."""
    return "\n".join(_table(title, model) for title, model in _TABLES.items())


def updated(page: str) -> str:
    """Return a page with its tables of keys written anew."""
    before, rest = page.split(_BEGIN)
    return f"{before}{_BEGIN}\n\n{keys()}\n{_END}{rest.split(_END)[1]}"


def _table(title: str, model: type[BaseModel]) -> str:
    about = _attributes(model)
    hidden = _NOT_WRITTEN if model is Assignment else set()
    rows = [
        f"| `{field.alias or name}` | {_cell(about[name])} | {_default(field)} |"
        for name, field in model.model_fields.items()
        if name not in hidden
    ]
    return "\n".join([f"{title}:", "", "| key | what it says | default |", "|---|---|---|", *rows, ""])


def _attributes(model: type[BaseModel]) -> dict[str, str]:
    """Return what a model's docstring says of each field."""
    lines = inspect.cleandoc(model.__doc__ or "").partition("Attributes:\n")[2]
    joined = re.sub(r"\n {8}", " ", lines)
    return dict(re.findall(r"^ {4}(\w+): (.+)$", joined, re.MULTILINE))


def _default(field: FieldInfo) -> str:
    match field.default:
        case _ if field.is_required():
            return "needed"
        case bool() | int() | float() | Fraction() as number:
            return str(number)
        case str() as text:
            return f'`"{text}"`'
    return "none"


def _cell(text: str) -> str:
    return text.rstrip(".").replace("|", "\\|")


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.write_text(updated(place.read_text(encoding="utf-8")), encoding="utf-8")
