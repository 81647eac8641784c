"""Building, verifying and checking assignments, by the kit, by Otter and from the terminal."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.assignment.notebooks import blank, cell_of, filled
from tests.conftest import Command

from gradbook.assignment import load_assignment
from gradbook.assignment.authoring.build import Built, build
from gradbook.assignment.authoring.redact import public_source
from gradbook.assignment.authoring.template import new_assignment
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.graph_questions import exercise
from gradbook.assignment.quiz.record import write_choice
from gradbook.assignment.running.exports import Exports, live_exports
from gradbook.core.errors import UsageError


@pytest.fixture
def teacher(tmp_path: Path) -> Path:
    """A new teacher's folder."""
    new_assignment(tmp_path / "mine")
    return tmp_path / "mine"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def otter(*arguments: object, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "otter", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "GRADBOOK_DATA": ""},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_learners_notebook_is_a_good_one(a8: Built) -> None:
    cells = blank(a8.learner)["cells"]
    code = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
    assert "import gradbook.notebook" in code[0]
    assert code[1] == '# Initialize Otter\nimport otter\ngrader = otter.Notebook("A8.ipynb")'
    assert code[-1] == "grader.export(pdf=False, force_save=True, run_tests=True)"
    assert [source for source in code if source.startswith("grader.check(")] == [
        f'grader.check("q{number}")' for number in range(1, 9)
    ]
    text = "\n".join(cell["source"] for cell in cells)
    assert text.count("<!-- BEGIN QUESTION -->") == text.count("<!-- END QUESTION -->") == 5
    assert text.count("_Points:_ 0.3") == 5
    assert text.count("_Points:_ 0.5") == 2
    assert text.count(" = ...") == 8
    assert "SOLUTION" not in text
    assert "{{" not in text
    assert not any(cell.get("outputs") for cell in cells)


def test_teacher_and_learner_have_the_same_cells(a8: Built) -> None:
    assert [cell["id"] for cell in blank(a8.teacher)["cells"]] == [cell["id"] for cell in blank(a8.learner)["cells"]]


def test_the_data_is_as_torchvision_wants_it(a8: Built) -> None:
    from torchvision.datasets import MNIST

    train, test = (MNIST(root=a8.learner / "data", train=train, download=False) for train in (True, False))
    assert (len(train), len(test)) == (4000, 1000)


def test_nothing_in_the_learners_folder_gives_an_answer_away(vectors: Built) -> None:
    assert {path.name for path in (vectors.learner / ".gradbook").iterdir()} == {
        "assignment.toml",
        "checks.py",
        "quiz.json",
        "blank.ipynb",
    }
    for path in vectors.learner.rglob("*"):
        if path.is_file() and path.suffix != ".png":
            text = path.read_text()
            for secret in ("hidden_", "correct", "392000", "np.dot(u, v)", "SOLUTION"):
                assert secret not in text, f"{secret} in {path}"


def test_the_learners_folder_is_an_assignment(vectors: Built) -> None:
    mine, theirs = load_assignment("vectors"), load_assignment(vectors.learner)
    assert (theirs.name, theirs.questions) == ("vectors", mine.questions)
    assert theirs.folder == vectors.learner / ".gradbook"


def test_public_checks_keep_their_share_of_the_points(vectors: Built) -> None:
    namespace: dict[str, Any] = {}
    exec("def cosine(u, v): return 0.5", namespace)
    exports = live_exports([load_assignment("vectors").question("q2")], namespace)
    (public,) = GradingSession(load_assignment(vectors.learner)).check_question("q2", exports)
    assert (public.passed, float(public.points), float(public.of)) == (True, 0.5, 0.5)
    public, hidden = GradingSession(load_assignment("vectors"), hidden=True).check_question("q2", exports)
    assert (public.passed, hidden.passed, hidden.hidden) == (True, False, True)


def test_the_quiz_says_answered_to_learners_and_right_to_graders(vectors: Built, tmp_path: Path) -> None:
    write_choice(tmp_path, "ways", "a")
    write_choice(tmp_path, "shape", 392000)
    exports = Exports(record=(tmp_path / "record.txt").read_bytes())
    public = GradingSession(load_assignment(vectors.learner)).check_question("q3", exports)
    assert [result.message for result in public] == ["Answered.", "Answered.", "Not answered yet."]
    marked = GradingSession(load_assignment("vectors"), hidden=True).check_question("q3", exports)
    assert [result.passed for result in marked] == [True, False, False]
    assert sum(result.points for result in marked) == 0.5


def test_a_variant_has_numbers_of_its_own_all_the_way(tmp_path: Path) -> None:
    built = build("vectors", tmp_path / "ann", variant="ann")
    learners = load_assignment(built.learner)
    assert learners.variant == "ann"
    solution = GradingSession(learners).answers(blank(built.teacher))
    results = GradingSession(learners).check_question("q1", Exports(answers={"q1": solution["q1"].text}))
    assert all(result.passed for result in results)
    original = GradingSession(load_assignment("vectors")).check_question(
        "q1", Exports(answers={"q1": solution["q1"].text})
    )
    assert not all(result.passed for result in original)
    x = exercise(learners, "q1").here.value["x"]
    assert f"x = {x:g}" in "".join(cell["source"] for cell in blank(built.learner)["cells"])


def test_an_empty_folder_is_not_in_the_way(teacher: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gradbook.assignment.authoring.build._build", lambda plan, scratch, made, *_: made.mkdir())
    (tmp_path / "out").mkdir()
    assert build(teacher, tmp_path / "out").learner == tmp_path / "out" / "learner"


def test_a_build_replaces_an_earlier_one_and_nothing_else(teacher: Path) -> None:
    (teacher / "dist" / "learner" / ".gradbook").mkdir(parents=True)
    (teacher / "dist" / "learner" / "old.txt").write_text("of an earlier build")
    (teacher / "data").mkdir()
    (teacher / "data" / "own.csv").write_text("1,2")
    made = build(teacher)
    assert not (made.learner / "old.txt").exists()
    assert (made.learner / "data" / "own.csv").is_file()  # where no digits are asked for, data/ is the teacher's own
    (teacher / "dist" / "precious.txt").write_text("mine")
    with pytest.raises(AssignmentError, match="not an earlier build"):
        build(teacher)
    assert {path.name for path in teacher.iterdir()} == {
        "assignment.toml",
        "checks.py",
        "quiz.json",
        "mine.ipynb",
        "data",
        "dist",
    }
    with pytest.raises(AssignmentError, match="learner's folder"):
        build(made.learner)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("mine.ipynb", "name: q2", "name: q7", "question q2 is in assignment.toml and not in mine.ipynb"),
        ("mine.ipynb", "name: q2\\npoints: 1", "name: q2\\npoints: 3", "q2 should have `points: 1`"),
        (
            "mine.ipynb",
            "# END SOLUTION",
            "# END NOTHING",
            r"cell 9 .*: `# BEGIN SOLUTION` of cell 6 has not",
        ),
        (
            "mine.ipynb",
            "# BEGIN SOLUTION",
            "# BEGIN NOTHING",
            r"cell 8 .*Put a raw cell `# BEGIN SOLUTION` above",
        ),
        (
            "mine.ipynb",
            "# END QUESTION",
            "# END NOTHING",
            r"cell 10 \(`# BEGIN QUESTION`\): .* of cell 4 has not",
        ),
        ("mine.ipynb", "# BEGIN TESTS", "# BEGIN", r"cell 17 \(`# END TESTS`\): nothing of this kind has begun"),
        (
            "mine.ipynb",
            "show_question_points: true",
            "show_questoin_points: true",
            r"Otter Assign refuses mine.ipynb: (?!otter\.).* Compare its raw cells with .*: gradbook new example",
        ),
        ("mine.ipynb", "{{df/dw}}", "{{df/dy}}", r"mine/mine.ipynb, cell \d: {{df/dy}} cannot be filled in"),
        ("mine.ipynb", "{{df/dw}}", "{{t:steps}}", r"cell \d: {{t:steps}} cannot .* The nodes are w, x, b, q, f\.$"),
        (
            "assignment.toml",
            'notebook = "mine.ipynb"',
            'notebook = "mien.ipynb"',
            r"toml: notebook: there is no mien.ipynb in .* Did you mean mine.ipynb\? .* in `notebook = ` what",
        ),
        ("checks.py", "def check_q2", "def hidden_q2_more", "no function check_q2"),
        ("checks.py", "Exports, expect", "Exports, exepct", r"checks.py cannot be loaded: ImportError"),
        ("checks.py", 'exports.number("answer")', "hidden_q2(exports)", "learners get of it names hidden_q2"),
        (
            "checks.py",
            "def check_q2(exports: Exports)",
            "_hidden_a, b = 7, 8\n\n\ndef check_q2(exports: Exports, more: int = b)",
            "learners get of it names _hidden_a",
        ),
        ("checks.py", "def check_q2", "def check_q7(exports):\n    pass\n\n\ndef check_q2", "check_q7 belongs to no q"),
        ("checks.py", "def hidden_q2", "def hidden_q7", "hidden_q7 belongs to no question"),
        (
            "checks.py",
            'cases("mean")',
            'cases("maen")',
            r"line \d+: exports.cases\('maen'\): no .* Did you mean mean\?",
        ),
        ("checks.py", 'number("answer")', 'number("b")', r"exports.number\('b'\): no question exports it"),
        ("assignment.toml", "points = 1\nask", "pionts = 1\nask", "there is no such key; did you mean points"),
        ("mine.ipynb", "# ASSIGNMENT CONFIG", "# ASSIGNMENT", "needs, at the top, a raw cell .*ASSIGNMENT CONFIG"),
        ("mine.ipynb", "(imgs/graph.png)", "(imgs/grahp.png)", r"cell 3: The picture imgs/grahp.png is not there. Did"),
        ("quiz.json", '"correct": true', '"correct": false', "correct"),
        ("assignment.toml", 'ask = ["q",', 'ask = ["g",', "question q1, ask: 'g' asks for nothing that this graph has"),
        ("assignment.toml", 'quiz = ["slope"]', 'quiz = ["slop"]', r"question q3, quiz: .* Did you mean slope\?"),
        ("assignment.toml", "x = 2, ", "", "graph: x has no value"),
    ],
)
def test_a_teachers_mistake_is_said(teacher: Path, file: str, old: str, new: str, said: str) -> None:
    change(teacher / file, old, new)
    if said.startswith("no function"):
        change(teacher / "checks.py", "def hidden_q2(", "def other(")
        change(teacher / "checks.py", "def hidden_q2_more", "def another")
    with pytest.raises(UsageError, match=said):
        build(teacher)
    assert not (teacher / "dist").exists()


def test_a_master_into_which_no_kernel_is_written_is_a_python_one(teacher: Path) -> None:
    master = json.loads((teacher / "mine.ipynb").read_text())
    for kernel in ({}, {"kernelspec": {"name": "python3", "display_name": "Python 3"}}):
        (teacher / "mine.ipynb").write_text(json.dumps({**master, "metadata": kernel}))
        made = build(teacher, gradescope=False)
        assert blank(made.learner)["metadata"]["kernelspec"]["language"] == "python"


def test_a_copy_of_the_master_is_not_handed_out(teacher: Path) -> None:
    (teacher / "imgs").mkdir()
    shutil.copy(teacher / "mine.ipynb", teacher / "imgs/mine-Copy1.ipynb")
    with pytest.raises(AssignmentError, match=r"mine/imgs/mine-Copy1\.ipynb holds solutions"):
        build(teacher)
    assert not (teacher / "dist").exists()


def test_only_what_is_named_is_handed_out_and_the_rest_is_said(teacher: Path) -> None:
    change(teacher / "assignment.toml", 'notebook = "mine.ipynb"', 'notebook = "mine.ipynb"\nfiles = ["imgs", "*.csv"]')
    (teacher / "imgs").mkdir()
    for name in ("t.ipynb.bak", "checks.py~", "checks_old.py", "key.txt", "quiz-old.json", "table.csv", "imgs/a.png"):
        (teacher / name).write_text("x")
    (teacher / "imgs/solution-of-q1.png").write_text("x")
    made = build(teacher, gradescope=False)
    files = {path.relative_to(made.learner).as_posix() for path in made.learner.rglob("*") if path.is_file()}
    assert {name for name in files if not name.startswith(".gradbook")} == {
        "mine.ipynb",
        "table.csv",
        "imgs/a.png",
        "imgs/graph.png",
        "imgs/solution-of-q1.png",
    }
    like_a_key, kept = made.notes
    assert like_a_key.startswith("imgs/solution-of-q1.png is handed out, and its name sounds like a key.")
    assert kept.startswith("Not handed out: checks_old.py, key.txt, quiz-old.json.")


@pytest.mark.parametrize("inside", ["imgs/etc", "imgs/passwd"])
def test_a_link_out_of_the_folder_is_refused(teacher: Path, tmp_path: Path, inside: str) -> None:
    (teacher / "imgs").mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret").write_text("x")
    (teacher / inside).symlink_to(elsewhere if inside.endswith("etc") else elsewhere / "secret")
    with pytest.raises(AssignmentError, match="leads out of the folder"):
        build(teacher)


def test_too_many_files_are_not_handed_out_by_accident(teacher: Path) -> None:
    (teacher / "imgs").mkdir()
    for number in range(501):
        (teacher / f"imgs/{number}.png").write_text("x")
    with pytest.raises(AssignmentError, match="501 files"):
        build(teacher)


def test_what_otter_makes_of_a_master_is_kept(teacher: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from gradbook.assignment.authoring import otter_assign

    monkeypatch.setattr(otter_assign, "cache_folder", lambda: tmp_path / "cache")
    first = build(teacher, tmp_path / "one", gradescope=False)
    monkeypatch.setattr(otter_assign, "run_otter", None)
    again = build(teacher, tmp_path / "two", variant="ada", gradescope=False)
    assert [cell["id"] for cell in blank(again.learner)["cells"]] == [
        cell["id"] for cell in blank(first.learner)["cells"]
    ]
    assert blank(again.learner) != blank(first.learner)  # ada has numbers of her own
    assert not (tmp_path / "one/autograder.zip").exists()


def test_a_check_that_fails_itself_costs_nobody_points_in_silence(teacher: Path) -> None:
    change(teacher / "checks.py", 'exports.number("answer")', "1 / 0")
    public, _ = GradingSession(load_assignment(teacher), hidden=True).check_question("q2", Exports())
    assert public.broken
    assert public.person
    assert "costs no points: a person decides" in public.message
    assert "division" not in public.message
    assert "ZeroDivisionError: division by zero (checks.py, line " in public.fault


def test_hidden_checks_and_what_stands_above_them_do_not_ship(teacher: Path) -> None:
    change(
        teacher / "checks.py",
        "def hidden_q2",
        "# The trick is to divide by n.\n_hidden_a, _hidden_b = 7, 8\n\n\ndef hidden_q2",
    )
    source = public_source(load_assignment(teacher))
    assert "hidden" not in source.split('"""')[2]
    assert "trick" not in source
    assert "check_q2" in source


def test_a_comment_a_blank_line_above_a_hidden_check_does_not_ship_either(teacher: Path) -> None:
    comments = "# The trick is to divide by n.\n\n# And by nothing else.\n\n"
    change(teacher / "checks.py", "def hidden_q2", f"{comments}def hidden_q2")
    source = public_source(load_assignment(teacher))
    assert "trick" not in source
    assert "nothing else" not in source


def test_otter_checks_what_is_built(vectors: Built, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    shutil.copytree(vectors.learner, folder)
    (folder / "Vectors.ipynb").write_text(json.dumps(filled(blank(folder), blank(vectors.teacher), ["q1", "q2"])))
    with zipfile.ZipFile(vectors.autograder) as zipped:
        zipped.extractall(tmp_path / "autograder")
    tests = tmp_path / "autograder" / "tests"
    assert [path.name for path in tests.iterdir()] == ["q2.py"]
    assert "All tests passed" in otter("check", "Vectors.ipynb", "-t", tests, cwd=folder)


def test_the_autograder_of_assignment_8_brings_tests_and_data(a8: Built) -> None:
    with zipfile.ZipFile(a8.autograder) as zipped:
        names = set(zipped.namelist())
    assert {"tests/q6.py", "tests/q7.py", "tests/q8.py", "run_autograder"} <= names
    assert "files/data/MNIST/raw/train-images-idx3-ubyte" in names


def test_new_and_verify(gradbook: Command, tmp_path: Path) -> None:
    assert "gradbook verify a9" in gradbook("new", "a9").stdout
    assert "exists already" in gradbook("new", "a9", code=2).stderr
    assert "the solution scores full marks, the untouched notebook zero" in gradbook("verify", "a9").stdout
    change(tmp_path / "a9" / "a9.ipynb", "sum(numbers) / len(numbers)", "sum(numbers)")
    change(tmp_path / "a9" / "checks.py", 'exports.number("answer")', "pass")
    said = gradbook("verify", "a9", code=1).stdout
    assert "q2, hidden_q2: the solution fails" in said
    assert "q2, check_q2: passes on the untouched notebook" in said


def test_the_second_assignment_verifies(gradbook: Command) -> None:
    assert "full marks" in gradbook("verify", "vectors").stdout


def test_check_names_the_cell_and_checks_the_rest(gradbook: Command, vectors: Built, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    shutil.copytree(vectors.learner, folder)
    notebook = filled(blank(folder), blank(vectors.teacher), ["q1", "q2"])
    notebook["cells"].insert(3, {**cell_of(notebook, "q2"), "id": "loop", "source": "while True: pass", "metadata": {}})
    notebook["cells"].insert(4, {**cell_of(notebook, "q2"), "id": "bad", "source": "1 / 0", "metadata": {}})
    (folder / "smith.ipynb").write_text(json.dumps(notebook))
    said = gradbook("check", "work/smith.ipynb", "--limit", 2, code=1).stdout
    assert "Cell 4 (`while True: pass`) did not end within 2 s" in said
    assert "Cell 5 (`1 / 0`) failed: ZeroDivisionError" in said
    assert re.search(r"q1  Values and Gradients +1 of 1 +✓ +Right\.", said)
    assert re.search(r"q2  Cosine +0\.5 of 1 +✓ +Right\.", said)
    assert "Not answered yet." in said
    assert (
        "lies in no assignment's folder"
        in gradbook("check", shutil.copy(folder / "smith.ipynb", tmp_path), code=2).stderr
    )
