"""What a network reads in a photo, as data and in words."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gradbook.core.display import Shown

SURE = 0.8  # certainty below which a reading is said to be unsure
UNLIKE = 0.35  # certainty below which what was found is said to be no digit
_NAMED = 0.1  # probability from which a digit is named where it is unsure


@dataclass(frozen=True, eq=False)
class DigitReading:
    """What a network reads in one thing in a photo that looks like a digit.

    Attributes:
        image: (28, 28) uint8, what the network saw.
        probabilities: ten, one a digit.
    """

    image: npt.NDArray[np.uint8]
    probabilities: tuple[float, ...]

    @property
    def digit(self) -> int:
        """The most probable digit."""
        return self.top(1)[0][0]

    @property
    def certainty(self) -> float:
        """The probability of the most probable digit."""
        return self.top(1)[0][1]

    def top(self, count: int) -> list[tuple[int, float]]:
        """Return the `count` most probable digits with their probabilities."""
        return sorted(enumerate(self.probabilities), key=lambda pair: -pair[1])[:count]

    def doubt(self) -> str:
        """Name the digits that it may be, as in "4 or 9"."""
        return " or ".join(str(digit) for k, (digit, p) in enumerate(self.top(3)) if k < 2 or p >= _NAMED)


@dataclass(frozen=True, eq=False)
class Reading(Shown):
    """What a network reads in one photo: a digit, several side by side, or none.

    Attributes:
        source: the photo's name, for people.
        thumbnail: (h, w) float32, the photo in gray and small.
        digits: what was found, each with its image and its probabilities, from left to right; several make a number.
        reason: why nothing was found; empty where something was.
        note: what else should be known, such as that the photo seems to lie on its side.
        apart: further digits that are sure, and too far off to make a number with these.
    """

    source: str
    thumbnail: npt.NDArray[np.float32]
    digits: tuple[DigitReading, ...] = ()
    reason: str = ""
    note: str = ""
    apart: tuple[DigitReading, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is anything in the photo that looks like a digit."""
        return bool(self.digits)

    @property
    def number(self) -> str | None:
        """What is read, from left to right, such as "4" or "42", however unsure; None where nothing is."""
        return "".join(str(each.digit) for each in self.digits) or None

    @property
    def digit(self) -> int | None:
        """The most probable digit, however unsure; None where there is none, or more than one."""
        return self.digits[0].digit if len(self.digits) == 1 else None

    @property
    def image(self) -> npt.NDArray[np.uint8] | None:
        """What the network saw, (28, 28) uint8; None where there is not one digit. Of several, see `digits`."""
        return self.digits[0].image if len(self.digits) == 1 else None

    @property
    def probabilities(self) -> tuple[float, ...] | None:
        """One a digit; None where there is not one digit. Of several, see `digits`."""
        return self.digits[0].probabilities if len(self.digits) == 1 else None

    @property
    def certainty(self) -> float:
        """The probability of the least certain digit that was read; 0 where there is none."""
        return min((each.certainty for each in self.digits), default=0.0)

    @property
    def sure(self) -> bool:
        """Whether every digit has a certainty of 80 % or more, and there is nothing else to know."""
        return self.certainty >= SURE and not self.note

    def top(self, count: int) -> list[tuple[int, float]]:
        """Return the `count` most probable digits with their probabilities; empty where there is not one digit."""
        return self.digits[0].top(count) if len(self.digits) == 1 else []

    def verdict(self) -> str:
        """Say what is read, or how unsure it is, or why nothing is."""
        if not self.digits:
            return f"no digit: {self.reason}" if self.reason else "no digit"
        parts = [f"{each.digit} ({each.certainty:.1%})" for each in self.digits]
        if len(self.digits) > 1:
            doubtful = [each.doubt() for each in self.digits if each.certainty < SURE]
            text = f"{self.number}: {', '.join(parts)}" + (f"; unsure: {', '.join(doubtful)}" if doubtful else "")
        elif self.certainty < UNLIKE:
            text = f"no digit: what is there is like none of the ten (most like {parts[0]})"
        else:
            text = parts[0] if self.certainty >= SURE else f"unsure: {self.digits[0].doubt()} ({self.certainty:.1%})"
        return f"{text}; {self.note}" if self.note else text

    def __repr__(self) -> str:
        return f"<Reading of {self.source}: {self.verdict()}>"
