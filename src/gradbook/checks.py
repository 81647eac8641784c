"""What a teacher's checks.py imports: `from gradbook.checks import Exports, expect`."""

from gradbook.assignment.checking.accuracy import accuracy_on_unseen_digits
from gradbook.assignment.checking.checks import expect
from gradbook.assignment.running.exports import Exports, WrongAnswer

__all__ = ["Exports", "WrongAnswer", "accuracy_on_unseen_digits", "expect"]
