"""assignment.toml: what is read, and what is said of each mistake."""

from fractions import Fraction
from pathlib import Path

import pytest

from gradbook.assignment import load_assignment
from gradbook.assignment.definition import namesake, parse_reference
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.graph_questions import GraphQuestions, exercise
from gradbook.assignment.naming import available

GOOD = """
title = "T"
notebook = "T.ipynb"
due = 2030-01-01T20:00:00-07:00
[graph]
text = "q = w*x; f = q + b"
values = { w = 5, x = 2, b = -2 }
[[question]]
id = "q1"
title = "One"
kind = "written"
points = 0.3
ask = ["q", "f"]
[[question]]
id = "q2"
title = "Two"
kind = "code"
points = "1/3"
export = ["a"]
[[question.probe]]
name = "p"
call = "f"
sizes = { n = [1, 3] }
inputs = [["n"]]
"""


def load(folder: Path, text: str) -> object:
    (folder / "assignment.toml").write_text(text)
    return load_assignment(folder)


def test_assignment_8_is_worth_two_and_a_half_points() -> None:
    a8 = load_assignment("a8")
    assert a8.points == Fraction(5, 2)
    assert [float(question.points) for question in a8.questions] == [0.3] * 5 + [0.5, 0.5, 0]
    assert a8.due is None  # a course sets its own
    assert (a8.late.credit, a8.late.days) == (Fraction(3, 4), 3)


def test_points_are_exact(tmp_path: Path) -> None:
    made = load(tmp_path, GOOD)
    assert [question.points for question in made.questions] == [Fraction(3, 10), Fraction(1, 3)]  # type: ignore[attr-defined]
    assert exercise(made, "q1").points == {"q": Fraction(3, 20), "f": Fraction(3, 20)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("points = 0.3", "points = -1", r"question\[1\]\.points \(question q1\): points cannot be negative"),
        ("points = 0.3", 'points = "many"', r"question\[1\]\.points.*such as 0\.5"),
        ("points = 0.3", "pionts = 0.3", r"question\[1\]\.(points.*missing|pionts.*did you mean points)"),
        ('kind = "code"', 'kind = "coed"', r"question\[2\]\.kind.*'written'"),
        ("-07:00", "", r"due: give a date and time with its zone"),
        ('id = "q2"', 'id = "q1"', "two questions are called q1"),
        ('ask = ["q", "f"]', "", "a written question needs ask"),
        ('export = ["a"]', 'ask = ["q"]', "ask belongs to a question of kind written"),
        ('inputs = [["n"]]', 'inputs = [["m"]]', r"question\[2\]\.probe\[1\].*m has no range"),
        ("n = [1, 3]", "n = [3, 1]", r"sizes\.n must be two whole numbers in order"),
        ("[graph]", "[grahp]", "did you mean graph"),
        ("[graph]", "[graph]\nlr = -1", r"graph\.lr: input should be greater than 0"),
        ('title = "T"', 'title = "T', "not TOML"),
        ('notebook = "T.ipynb"', 'notebook = "../T.ipynb"', "notebook: give the name of a notebook in this folder"),
        ('id = "q2"', 'id = "Q2"', r"question\[2\]\.id .*small letters and digits"),
        ('call = "f"', 'call = "f()"', r"probe\[1\]\.call.*a name as Python has them"),
        ('export = ["a"]', 'export = "a"', r"question\[2\]\.export.*a list in brackets"),
        ('kind = "code"', 'kind = "writen"', r"not 'writen'\. Did you mean written\?"),
        ("[graph]", "late.credit = 1.5\n[graph]", r"late\.credit: give a share of the points between 0 and 1"),
        ("[graph]", 'name = "../x"\n[graph]', r"name: give the name of a folder"),
        *(
            ("[graph]", f"[graph]\npicture = '{path}'", r"graph\.picture: give a path inside this folder")
            for path in ("/tmp/g.png", "../g.png", "imgs/../../g.png", r"C:\g.png", "T.ipynb", ".gradbook/g.png", "")
        ),
        ("[[question.probe]]", "[question.probe]", r"two brackets, \[\[question\.probe\]\]"),
    ],
)
def test_a_mistake_is_said_with_file_key_and_remedy(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(AssignmentError, match=said) as caught:
        load(tmp_path, GOOD.replace(old, new, 1))
    assert "assignment.toml" in str(caught.value)


def test_names_that_are_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # in another folder somebody may have made an a9
    with pytest.raises(AssignmentError, match="one of a8"):
        load_assignment("a9")
    with pytest.raises(AssignmentError, match="gradbook new"):
        load_assignment(tmp_path)
    with pytest.raises(AssignmentError, match="Did you mean a8"):
        load_assignment("A8")
    (tmp_path / "T.ipynb").write_text("")
    with pytest.raises(AssignmentError, match=f"is a file: give the folder {tmp_path}"):
        load_assignment(tmp_path / "T.ipynb")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "assignment.toml").write_text(GOOD)
    assert load_assignment("own/assignment.toml") == load_assignment("own")
    with pytest.raises(AssignmentError, match="it has q1, q2"):
        load_assignment("a8").question("q77")
    assert {"a8", "vectors"} <= set(available())


def test_a_reference_names_assignment_and_question() -> None:
    assignment, question = parse_reference("a8:q4")
    assert (assignment.name, question.title) == ("a8", "Final Local Gradients")
    for wrong in ("a8", ":q1", "a8:", "a8:q99"):
        with pytest.raises(AssignmentError):
            parse_reference(wrong)


def test_a_masters_text_is_filled_with_the_numbers_of_a_variant() -> None:
    a8 = load_assignment("a8")
    text = "{{x}} {{w}} {{b}} {{q}} {{f}} {{df/dw}} {{w1}} {{lr}}"
    assert GraphQuestions(a8).fill(text) == "2 5 -2 10 24 6 4.94 0.01"
    ann = GraphQuestions(a8, "ann").fill(text)
    assert ann != GraphQuestions(a8).fill(text)
    assert ann == GraphQuestions(a8, "Ann ").fill(text)
    asked = exercise(a8, "q4", "ann")
    assert GraphQuestions(a8, "ann").fill("{{df/dw}}") == f"{asked.truth(asked.keys[-1]):.10g}"
    with pytest.raises(AssignmentError, match="nonsense"):
        GraphQuestions(a8).fill("{{nonsense}}")


@pytest.mark.parametrize(
    "points",
    ["1e999999", '"1e9999999999"', "9" * 5000, '"1/0"', "inf", "nan", "true", '"' + "1" * 100_000 + '"', "1e300"],
)
def test_points_that_nobody_gives_are_refused_at_once(tmp_path: Path, points: str) -> None:
    with pytest.raises(AssignmentError):
        load(tmp_path, GOOD.replace("points = 0.3", f"points = {points}"))


@pytest.mark.parametrize("text", ["x = " + "[" * 20_000, "x = 1\n" * 300_000, "\x00", "due = 9999-99-99"])
def test_what_is_no_file_of_an_assignment(tmp_path: Path, text: str) -> None:
    with pytest.raises(AssignmentError, match=r"assignment\.toml"):
        load(tmp_path, text)


def test_a_name_of_gradbooks_is_not_the_folder_that_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a8/.gradbook").mkdir(parents=True)
    (tmp_path / "a8/.gradbook/assignment.toml").write_text("not read")
    monkeypatch.chdir(tmp_path)
    assert load_assignment("a8").title == "Assignment 8"
    for folder in ("./a8", "a8/", Path("a8")):
        with pytest.raises(AssignmentError, match="is not TOML"):
            load_assignment(folder)
    assert namesake("a8").endswith("The folder of this name is ./a8.")
    assert namesake("./a8") == namesake("vectors") == ""
