"""An earlier name of `gradbook.checks`, for the checks.py of assignments already written."""

from gradbook.checks import Exports, WrongAnswer

__all__ = ["Exports", "WrongAnswer"]
