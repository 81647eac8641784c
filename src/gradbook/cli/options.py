"""Options that several commands have, and those made from what is declared elsewhere, so that nothing is said twice."""

import inspect
import math
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from gradbook.core.errors import UsageError
from gradbook.digits.training.hyperparameter import Bounds, Hyperparameter, hyperparameters


def say_namesake(where: str | None) -> str | None:
    """Say of an assignment that was named where a folder of that name holds another one."""
    from gradbook.assignment.definition import namesake

    if where is not None and (note := namesake(where)):
        typer.echo(f"Note: {note}", err=True)
    return where


def whole(option: str, example: int, works: Bounds | None = None) -> Callable[[Any], int]:
    """Return what reads a whole number; what is none is said in the house's words, not in those of a library.

    Args:
        option: as it is typed, such as "--port".
        example: a number that works.
        works: which do; None where all do.
    """

    def read(value: Any) -> int:
        return int(_read(int, value, option, example, works))

    return read


def number(option: str, example: float, works: Bounds | None = None) -> Callable[[Any], float]:
    """Return what reads a number with decimals; see `whole`."""

    def read(value: Any) -> float:
        return float(_read(float, value, option, example, works))

    return read


def _read(kind: type[int] | type[float], value: Any, option: str, example: float, works: Bounds | None) -> float:
    try:
        # A minus may be that of a text.
        found = kind(value.replace("\N{MINUS SIGN}", "-") if isinstance(value, str) else value)
        if math.isfinite(found) and (works is None or works.holds(found)):
            return found
    except (ValueError, OverflowError):
        pass
    what = "a whole number" if kind is int else "a number"
    limits = "" if works is None else f" {works}" if str(works).startswith("from") else f", {works}"
    raise UsageError(f"{option} {value!r} does not work: give {what}{limits}, such as {option} {example:g}.")


def place_for_folder(path: Path | None) -> Path | None:
    """Refuse a place for a folder that cannot be one, since it, or what it would lie in, is a file."""
    existing = None if path is None else next((one for one in (path, *path.parents) if one.exists()), None)
    if existing is not None and not existing.is_dir():
        inside = "" if existing == path else f"{path} cannot be made: "
        raise UsageError(f"{inside}{existing} is a file, no folder. Name a folder, or one that is not there yet.")
    return path


def place_in_folder(path: Path | None) -> Path | None:
    """Refuse a place where nothing can be made, since what it would lie in is a file."""
    if path is not None:
        place_for_folder(path.parent)
    return path


RunsOption = Annotated[
    Path, typer.Option(metavar="DIR", help="Folder that runs are kept in.", callback=place_for_folder)
]
OfAssignmentOption = Annotated[
    str | None,
    typer.Option(
        "--assignment",
        "-a",
        metavar="DIR|NAME",
        help="Which. [default: that of the notebook's folder]",
        callback=say_namesake,
    ),
]


def with_options(command: Callable[..., None], recipe: type) -> inspect.Signature:
    """Return a command's signature in which `**changes` is replaced by one option for each hyperparameter.

    Args:
        command: a function that ends in `**changes`; it gets None for an option that is not given.
        recipe: the dataclass that declares the hyperparameters; it checks values itself.
    """
    signature = inspect.signature(command)
    own = [each for each in signature.parameters.values() if each.kind is not inspect.Parameter.VAR_KEYWORD]
    return signature.replace(parameters=[*own, *map(_option, hyperparameters(recipe))])


def _option(declared: Hyperparameter) -> inspect.Parameter:
    works = declared.works if isinstance(declared.works, Bounds) else None
    reader = {int: whole, float: number}.get(declared.type)
    parser = reader(declared.option[-1], declared.default, works) if reader else None
    metavar = declared.choices or {int: "N", float: "NUMBER"}.get(declared.type)
    option = typer.Option(*declared.option, metavar=metavar, help=declared.help, parser=parser)
    return inspect.Parameter(
        declared.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[declared.type | None, option],
    )
