"""An earlier name of `gradbook.checks`, for the checks.py of assignments already written."""

from gradbook.checks import accuracy_on_unseen_digits

__all__ = ["accuracy_on_unseen_digits"]
