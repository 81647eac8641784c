"""An earlier name of `gradbook.checks`, for the checks.py of assignments already written."""

from gradbook.checks import WrongAnswer, expect

__all__ = ["WrongAnswer", "expect"]
