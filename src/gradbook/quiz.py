"""What a learner types for the quiz: `from gradbook.quiz import ask; ask("q1")`."""

from gradbook.assignment.quiz.widget import ask

__all__ = ["ask"]
