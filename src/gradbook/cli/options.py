"""Options that several commands have, and those made from what is declared elsewhere, so that nothing is said twice."""

import inspect
from collections.abc import Callable
from typing import Annotated

import typer

from gradbook.digits.training.hyperparameter import Hyperparameter, hyperparameters


def say_namesake(where: str | None) -> str | None:
    """Say of an assignment that was named where a folder of that name holds another one."""
    from gradbook.assignment.definition import namesake

    if where is not None and (note := namesake(where)):
        typer.echo(f"Note: {note}", err=True)
    return where


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
    option = typer.Option(*declared.option, metavar=declared.choices, help=declared.help)
    return inspect.Parameter(
        declared.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[declared.type | None, option],
    )
