"""`python -m gradbook.grading.gradescope /autograder`, which `run_autograder` calls."""

import sys
from pathlib import Path

from gradbook.grading.gradescope.container import grade_submission

if __name__ == "__main__":
    grade_submission(Path(sys.argv[1] if len(sys.argv) > 1 else "/autograder"))
