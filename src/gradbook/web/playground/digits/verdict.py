"""What a network reads, in words: the words and the limits of `gradbook predict`."""

from collections.abc import Sequence

from gradbook.digits.datasets.digits import DIGIT_NAMES
from gradbook.digits.handwriting.reading import SURE, UNLIKE, DigitReading
from gradbook.web.playground.digits.strokes import Seen

Verdict = tuple[str, str, str]  # what comes before what is read, that, and what comes after it


def verdict(seen: Seen, shares: Sequence[Sequence[float]], classes: Sequence[str]) -> Verdict:
    """Say what is read, or how unsure it is, or why nothing is.

    Args:
        seen: what there is to look at.
        shares: ten probabilities for each picture.
        classes: the names of the ten.
    """
    found = [DigitReading(picture, tuple(row)) for picture, row in zip(seen.pictures, shares, strict=True)]
    note = f" {seen.note[0].upper()}{seen.note[1:]}." if seen.note else ""
    if not found:
        return "No digit: ", "", f"{seen.reason}."
    if len(found) > 1:
        each = ", ".join(f"{classes[one.digit]} ({one.certainty:.1%})" for one in found)
        doubtful = ", ".join(_doubt(one, classes) for one in found if one.certainty < SURE)
        number = ("" if classes == DIGIT_NAMES else ", ").join(classes[one.digit] for one in found)
        return "It reads ", number, f": {each}.{f' Unsure: {doubtful}.' if doubtful else ''}{note}"
    [one] = found
    name, share = classes[one.digit], f"{one.certainty:.1%}"
    if one.certainty < UNLIKE:
        return "Nothing it knows: ", "", f"what is there is like none of the ten, most like {name} ({share}).{note}"
    if one.certainty < SURE:
        return "Unsure: ", _doubt(one, classes), f" ({share}).{note}"
    return "It reads ", name, f", {share} sure.{note}"


def _doubt(one: DigitReading, classes: Sequence[str]) -> str:
    """Name what it may be, as in "4 or 9"."""
    return " or ".join(classes[int(digit)] for digit in one.doubt().split(" or "))
