"""What a command does not need, it does not import: it starts soon, and a slip is told before anything heavy is loaded.

Times are measured by `benchmarks/startup.py`; here only what is imported counts.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("torch", "matplotlib", "scipy", "nbformat", "IPython", "sqlalchemy", "jinja2", "babel")
READER, JUDGE, GRAPH = "gradbook.written.reading", "gradbook.written.judging.grader", "gradbook.graph"
LISTED = "import json, sys; print('\\n' + json.dumps(sorted(sys.modules)))"
COMMAND = f"""
import sys
from gradbook.cli.app import main
try:
    main()
except SystemExit as end:
    print(end.code, file=sys.stderr)
{LISTED}
"""


def imported(script: str, folder: Path, *arguments: str) -> tuple[set[str], str]:
    """Run a script in a process of its own; return the modules that it imported, and what it wrote to stderr."""
    command = [sys.executable, "-c", script, *arguments]
    surroundings = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, encoding="utf-8", check=True)
    return set(json.loads(done.stdout.splitlines()[-1])), done.stderr


@pytest.mark.parametrize(
    ("face", "without"),
    [
        ("gradbook.written", ("numpy", READER, JUDGE, GRAPH)),
        ("gradbook.graph", ("gradbook.written",)),
        ("gradbook.cli.app", ("numpy", "rich", "pydantic", "gradbook.written", GRAPH)),
        ("gradbook.assignment.submission.start", (READER, JUDGE)),
    ],
)
def test_a_face_imports_nothing_that_only_some_of_its_names_need(
    face: str, without: tuple[str, ...], tmp_path: Path
) -> None:
    found, _ = imported(f"import {face}; {LISTED}", tmp_path)
    assert face in found
    assert not found & {*HEAVY, *without}


@pytest.mark.parametrize(
    ("arguments", "told", "without"),
    [
        ("--help", "0", ("numpy", "rich", "gradbook.written", GRAPH)),
        ("read answer.md -e a8:q4", "0", ()),
        ("read nothing.md -e a8:q4", "nothing.md cannot be read: it is not there", ("numpy", READER, JUDGE, GRAPH)),
        ("derive w*x+b w=5 x=2 b=-2", "0", ("gradbook.written",)),
        ("grade nothing -a a8", "There is no file or folder nothing", ("numpy", READER, GRAPH)),
        ("check nothing.ipynb", "nothing.ipynb", (READER, JUDGE)),
    ],
)
def test_a_command_imports_nothing_that_it_does_not_need(
    arguments: str, told: str, without: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "answer.md").write_text("df/dw = 4\n")
    found, stderr = imported(COMMAND, tmp_path, *arguments.split())
    assert told in stderr
    assert not found & {*HEAVY, *without}
    assert ({READER, JUDGE, GRAPH} <= found) is (arguments == "read answer.md -e a8:q4")  # or the names have changed
