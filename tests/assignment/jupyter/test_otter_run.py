"""What a learner hands in is what Otter's own grader takes, also where the notebook was renamed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from gradbook.assignment.authoring.build import Built
from gradbook.assignment.submission.package import hand_in


def test_otter_grades_the_zip_of_a_renamed_notebook(vectors: Built, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(vectors.learner, folder)
    (folder / "Vectors.ipynb").unlink()
    shutil.copy(vectors.teacher / "Vectors.ipynb", folder / "smith_Vectors.ipynb")
    made = hand_in(folder)
    done = subprocess.run(
        [sys.executable, "-m", "otter", "run", "-a", str(vectors.autograder), str(made.zip)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    tests = json.loads((tmp_path / "results.json").read_text())["tests"]
    scores = {test["name"]: (test.get("score"), test.get("max_score")) for test in tests}
    assert scores["q2"] == (1, 1)
