"""What an assignment is: its file, its learner's notebook, what it exports, how it is checked, and how it is handed in.

>>> from gradbook.assignment import load_assignment
>>> a8 = load_assignment("a8")
>>> [question.id for question in a8.questions if question.kind == "written"]
['q1', 'q2', 'q3', 'q4', 'q5']
"""

from gradbook.assignment.definition import Assignment, Question, load_assignment

__all__ = ["Assignment", "Question", "load_assignment"]
