"""The names of an assignment's files and folders, for whoever writes or looks for them."""

KIT = ".gradbook"
"""The folder, beside the notebook, in which `gradbook build` leaves the assignment's file, public checks and quiz."""

DEFINITION, CHECKS, QUIZ, BLANK = "assignment.toml", "checks.py", "quiz.json", "blank.ipynb"
"""What is in it; a teacher's folder holds the first three itself, whole."""

LEARNER_FILE = "learner.json"
"""In that folder: whose it is. A claim, as everything in it."""

IMAGES, DATA, RECORD = "imgs", "data", "record.txt"
"""Beside the notebook: photos of paper, the digits, and the choices of the quiz."""

DIST = "dist"
"""In a teacher's folder: what `gradbook build` makes. In it:"""
LEARNER, TEACHER, AUTOGRADER = "learner", "teacher", "autograder.zip"
AUTOGRADER_MANUAL = "autograder_manual.zip"
