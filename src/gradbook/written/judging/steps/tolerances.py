"""Tolerances: every number that decides whether two numbers are taken for the same, with its reason."""

import math
from functools import lru_cache

from gradbook.written.expression import Written

IDENTICAL = 1e-7  # two ways to calculate the same thing in floating point, at any point
BY_DIFFERENCES = 1e-5  # a derivative worked out by differences is known no better
EXACT = 1e-9  # a value that is written in full
SINGLE = 1e-6  # what a program calculates in single precision, written with all its digits
ALL_DIGITS = 9  # so many digits are all that it has
SHORTEST, SINGLE_STEP = 8, 2.5e-7  # or one less, where they tell it: then it is off by two steps of it at most
DECIMALS = 4  # a true value with at most so many decimals must be given exactly
DIGITS = 3  # any other must be right to so many significant digits
FEWEST_DIGITS = 2  # a right calculation may be rounded to so many; fewer say too little
SEVERAL = 4  # numbers that all are rounded to two decimals show that an answer does so throughout
READING = 2e-3  # numbers with three digits, put into a formula of two or three factors
SAME_NUMBER = 1e-3  # a written number stands for a quantity that it rounds to three digits
SLIP = 2e-3  # of a value that is not exact: half of the third digit of 0.25, so that a leading 9 costs no more
LAST = 1.5  # units of its last digit that such a number may be off by
CARRIED = 5e-3  # follow-through from the learner's own rounded numbers
NUDGE = 0.011  # by how much a quantity is moved to see what that does, beside its size
NOTHING = 1e-12  # beside zero there is no relative size
ROUNDING_AT_MOST = 0.05  # what rounding may do in all: more is not rounding, but another number
ROUNDING_ASTRAY = 0.2  # what two digits may do on the way, so that a person must tell it from a mistake
DRIFT = 1.1  # what rounding does is worked out number by number; together they may do a little more
STEP_ASTRAY = 0.05  # of a step: what a gradient of two digits may do to it
COARSE = 0.03  # so near, a wrong number is told to be rounded too coarsely
NEAR = 0.01  # so near, a number written finely is sloppy rather than wrong, where the true one goes on

# What the numbers of a member may stand for: more is not looked through, and a person decides. With so many ways, a
# calculation that means nothing fits three points within READING once in a thousand times or less.
MAX_WAYS = 200_000  # to read a member of numbers
MAX_WAYS_BESIDE_NAMES = 6_000  # where a name is wrong, a 1 too many may stand for its opposite
MAX_VALUES = 4_000  # of one of its parts


def equal(a: float, b: float) -> bool:
    """Whether numbers agree as far as floating point goes; nan agrees with nothing."""
    return abs(a - b) <= IDENTICAL * max(abs(b), 1e-6)


def close(a: float, b: float) -> bool:
    """Whether numbers agree as far as a derivative is known that was worked out by differences."""
    return abs(a - b) <= BY_DIFFERENCES * max(abs(b), 1e-3)


def near(number: float, value: float) -> bool:
    """Whether a written number is meant to be a value, rounded well or not."""
    return abs(number - value) <= max(COARSE * abs(value), NOTHING)


def nearly(number: float, value: float) -> bool:
    """Whether a person must tell a wrong number from a sloppy one: it is rounded coarsely, or off by little."""
    if is_exact(value):
        return rounds(value, number)
    digits, decimals = written(number)
    last = decimals >= DIGITS and digits >= FEWEST_DIGITS and abs(number - value) <= LAST * 10.0**-decimals
    most = COARSE if last else NEAR if is_fine(number) else 0.0
    return rounds(value, number) or abs(number - value) <= most * abs(value)


def is_the_same(number: float, value: float) -> bool:
    """Whether a number that is written in full is a value."""
    return abs(number - value) <= EXACT * max(abs(value), 1e-3)


def is_single(number: float, value: float) -> bool:
    """Whether a number with many digits is a value as single precision has it: 4.940000057 for 4.94."""
    digits, off = written(number)[0], abs(number - value) / abs(value) if value else 1.0
    return off <= SINGLE if digits >= ALL_DIGITS else digits >= SHORTEST and off <= SINGLE_STEP


def is_nudged(value: float, given: float) -> bool:
    """Whether a value is a given one, or moved from it by so little as one does to see what that does."""
    return abs(value - given) <= NUDGE * max(1.0, abs(given))


def half_digit(number: float, digits: int = DIGITS) -> float:
    """Return half of the last of so many significant digits of a number."""
    return 0.5 * 10.0 ** (math.floor(math.log10(abs(number))) - digits + 1) if number else 0.5e-3


@lru_cache(maxsize=1024)  # asked of the same few true values in every answer
def is_exact(number: float) -> bool:
    """Whether a true value has few decimals, so that it must be given exactly."""
    return abs(round(number, DECIMALS) - number) <= EXACT * max(1.0, abs(number))


def is_fine(number: float) -> bool:
    """Whether a number is written with three digits that count, or three decimals: rounding it so is no mistake."""
    digits, decimals = written(number)
    return decimals >= DIGITS or (decimals > 0 and digits >= DIGITS)


def has_digits(number: float) -> bool:
    """Whether a number is written finely enough to round one with more digits: 5.02 and 0.032, not 0.90 or 0.001."""
    return written(number)[0] >= DIGITS or (is_fine(number) and written(number)[0] >= FEWEST_DIGITS)


def written(number: float) -> tuple[int, int]:
    """Return with how many digits that count, and how many decimals, a number is written; 3 has none, 3.0 one.

    What is too large for a number has neither.
    """
    if not math.isfinite(number):
        return 0, 0
    if number == int(number) and not isinstance(number, Written):
        return len(str(abs(int(number))).rstrip("0")), 0
    mantissa, _, exponent = str(number).lower().partition("e")
    whole, _, decimals = mantissa.partition(".")
    digits = f"{whole}{decimals}".lstrip("+-0") or "0"
    return len(digits), len(decimals) - int(exponent or 0)


def uncertainty(number: float) -> float:
    """Return by how much a written number may be off if it was rounded to what is written.

    0 for a whole number and for a single digit, which tell nothing of how they came about; three decimals do.
    """
    digits, decimals = written(number)
    tells = digits >= FEWEST_DIGITS or decimals >= DIGITS
    return 0.5 * 10.0**-decimals * (1 + 1e-6) if decimals and tells else 0.0


def rounds_coarsely(value: float, number: float) -> bool:
    """Whether a number of a single digit is a value that goes on, rounded to it, and near: 0.05 for 0.0503."""
    digits, decimals = written(number)
    near_enough = digits == 1 and decimals > 0 and not is_exact(value) and near(number, value)
    return near_enough and abs(value - number) <= 0.5 * 10.0**-decimals


def tells_step(number: float, old: float, new: float) -> bool:
    """Whether a number is nearer to what a step leads to than to where it starts, or no step is made."""
    return is_the_same(new, old) or abs(number - new) < 0.5 * abs(new - old)


def ends_step(number: float, old: float, new: float) -> bool:
    """Whether a number is what a step leads to, off by a small part of the step or by its rounding."""
    off, step = abs(number - new), abs(new - old)
    ends = off <= max(STEP_ASTRAY * step, uncertainty(number)) or is_the_same(number, new)
    return tells_step(number, old, new) and ends


def slips(value: float, number: float) -> bool:
    """Whether a number with three digits or decimals is a value but for its last ones: cut off, or rounded on the way.

    One with three decimals and two digits, 0.098 for 0.0986, only where it is cut off and no farther off than NEAR.
    """
    digits, decimals = written(number)
    if digits < FEWEST_DIGITS or is_exact(value):
        return False
    unit, short = 10.0**-decimals, abs(value) - abs(number)
    cut_off = decimals >= DIGITS and value * number > 0 and 0 <= short < unit
    if digits < DIGITS:
        return cut_off and short <= NEAR * abs(value)
    return cut_off or abs(value - number) <= min(SLIP * abs(value), LAST * unit)


def is_rounded_to(value: float, number: float) -> bool:
    """Whether a number is a value, rounded to its two decimals or more, however few of its digits count."""
    decimals = written(number)[1]
    return decimals >= FEWEST_DIGITS and abs(value - number) <= 0.5 * 10.0**-decimals * (1 + 1e-6)


def rounds(value: float, number: float) -> bool:
    """Whether a written number is a value, rounded to the decimals that are written."""
    return abs(value - number) <= uncertainty(number)
