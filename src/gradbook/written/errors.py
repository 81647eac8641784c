"""What can go wrong with an exercise, said so that a teacher can mend it. An answer never raises."""

from gradbook.core.errors import UsageError


class ExerciseError(UsageError):
    """An exercise asks for what its graph does not have."""
