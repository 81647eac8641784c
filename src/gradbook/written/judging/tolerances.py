"""Tolerances: every number that decides whether two numbers are taken for the same, with its reason."""

import math

IDENTICAL = 1e-7  # two ways to calculate the same thing in floating point, at any point
BY_DIFFERENCES = 1e-5  # a derivative worked out by differences is known no better
EXACT = 1e-9  # a value that is written in full
DECIMALS = 4  # a true value with at most so many decimals must be given exactly
DIGITS = 3  # any other must be right to so many significant digits
READING = 2e-3  # numbers with three digits, put into a formula of two or three factors
SAME_NUMBER = 1e-3  # a written number stands for a quantity that it rounds to three digits
CARRIED = 5e-3  # follow-through from the learner's own rounded numbers
NOTHING = 1e-12  # beside zero there is no relative size
ROUNDING_AT_MOST = 0.02  # what rounding may do in all: more is not rounding, but another number
COARSE = 0.03  # so near, a wrong number is told to be rounded too coarsely

MAX_WAYS = 6_000  # to read the numbers of one member; more are not looked through, and a person decides


def equal(a: float, b: float) -> bool:
    """Whether numbers agree as far as floating point goes; nan agrees with nothing."""
    return abs(a - b) <= IDENTICAL * max(abs(b), 1e-6)


def close(a: float, b: float) -> bool:
    """Whether numbers agree as far as a derivative is known that was worked out by differences."""
    return abs(a - b) <= BY_DIFFERENCES * max(abs(b), 1e-3)


def half_digit(number: float, digits: int = DIGITS) -> float:
    """Return half of the last of so many significant digits of a number."""
    return 0.5 * 10.0 ** (math.floor(math.log10(abs(number))) - digits + 1) if number else 0.5e-3


def is_exact(number: float) -> bool:
    """Whether a true value has few decimals, so that it must be given exactly."""
    return abs(round(number, DECIMALS) - number) <= EXACT * max(1.0, abs(number))


def is_fine(number: float) -> bool:
    """Whether a number is written with three digits that count, or three decimals: rounding it so is no mistake."""
    whole, _, decimals = f"{number!r}".lstrip("-").partition(".")
    return len(decimals) >= DIGITS or (decimals not in ("", "0") and len((whole + decimals).lstrip("0")) >= DIGITS)


def uncertainty(number: float) -> float:
    """Return by how much a written number may be off if it was rounded to what is written; 0 for a whole number."""
    whole, _, decimals = f"{number!r}".lstrip("-").partition(".")
    significant = (whole + decimals).lstrip("0")
    if "e" in decimals or decimals in ("", "0") or len(significant) < 2:
        return 0.0
    return 0.5 * 10.0 ** -len(decimals)
