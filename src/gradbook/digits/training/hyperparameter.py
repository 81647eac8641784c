"""A hyperparameter, declared once: its default, what it is, which values work, and what its option is called.

The declaration is the metadata of a dataclass's field. The checks of a recipe, and the options of the command line with
their help, are made from it.
"""

import dataclasses
import math
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Bounds:
    """The numbers that work.

    Attributes:
        least: the least of them; a number that is not whole must be above it if `open_below`.
        most: the greatest of them, which does not work itself if `open_above`; None is no limit.
    """

    least: float = 0
    most: float | None = None
    open_below: bool = False
    open_above: bool = False

    def holds(self, value: float) -> bool:
        """Whether a number works."""
        above = value > self.least if self.open_below else value >= self.least
        if self.most is None:
            return above and math.isfinite(value)
        return above and (value < self.most if self.open_above else value <= self.most)

    def __str__(self) -> str:
        if self.most is None and not self.open_below:
            return "0 or more" if self.least == 0 else f"at least {self.least:,}"
        low = f"above {self.least:,}" if self.open_below else f"at least {self.least:,}"
        if self.most is None:
            return low
        if not self.open_below and not self.open_above:
            return f"from {self.least:,} to {self.most:,}"
        return f"{low} and {'below' if self.open_above else 'at most'} {self.most:,}"


@dataclass(frozen=True)
class Choices:
    """The words that work."""

    words: tuple[str, ...]

    def holds(self, value: str) -> bool:
        """Whether a word works."""
        return value in self.words

    def __str__(self) -> str:
        return " or ".join(self.words)


@dataclass(frozen=True)
class Hyperparameter:
    """What is declared of a field.

    Attributes:
        name: the field's name.
        type: `int`, `float`, `str` or `bool`.
        help: what it is, in a line.
        works: the values that work; None where all of the type do.
        short: a second, shorter name of its option, such as "--lr".
        default: its value where nothing is said.
    """

    name: str
    type: type
    help: str
    works: Bounds | Choices | None
    short: str | None
    default: Any = None

    @property
    def option(self) -> tuple[str, ...]:
        """The names of its option on the command line."""
        dashed = f"--{self.name.replace('_', '-')}"
        if self.type is bool:
            return (f"{dashed}/--no-{dashed.removeprefix('--')}",)
        return (dashed, self.short) if self.short else (dashed,)

    @property
    def choices(self) -> str | None:
        """The words that work, as help texts write them; None where it is no word."""
        return "|".join(self.works.words) if isinstance(self.works, Choices) else None

    def fault(self, value: object) -> str | None:
        """Say what is wrong with a value; None where nothing is.

        Args:
            value: of any type.
        """
        fits = isinstance(value, (int, float) if self.type is float else self.type)
        if not fits or (isinstance(value, bool) and self.type is not bool):
            kind = {int: "a whole number", float: "a number", bool: "true or false", str: "a word"}[self.type]
            wanted = str(self.works) if isinstance(self.works, Choices) else kind
        elif self.works is None or self.works.holds(value):  # type: ignore[arg-type]
            return None
        else:
            wanted = str(self.works)
        return f"{self.name.replace('_', ' ')} must be {wanted}, not {value}."


def hyperparameter(
    default: Any, help: str, works: Bounds | Choices | None = None, *, short: str | None = None
) -> Any:  # a field, which type checkers take for a value of its own type
    """Declare a field of a recipe; see `Hyperparameter` for the arguments.

    Args:
        default: its value where nothing is said.
        help: what it is, in a line.
        works: the values that work; None where all of the field's type do.
        short: a second, shorter name of its option.
    """
    return field(default=default, metadata={"help": help, "works": works, "short": short})


def hyperparameters(recipe: type) -> list[Hyperparameter]:
    """Return what a dataclass declares, in its order.

    Args:
        recipe: a dataclass whose fields were made by `hyperparameter`; others are left out.
    """
    return [
        Hyperparameter(
            each.name,
            each.type,
            each.metadata["help"],
            each.metadata["works"],
            each.metadata["short"],
            each.default,
        )
        for each in dataclasses.fields(recipe)
        if "help" in each.metadata and isinstance(each.type, type)
    ]
