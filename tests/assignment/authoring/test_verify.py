"""What a teacher is told of an assignment that does not prove itself."""

from pathlib import Path

import pytest

from gradbook.assignment.authoring.build import idle_zips
from gradbook.assignment.authoring.template import new_assignment
from gradbook.assignment.authoring.verify import Verified, verify
from gradbook.assignment.definition import load_assignment


@pytest.fixture
def teacher(tmp_path: Path) -> Path:
    """A new assignment, as `gradbook new` makes it."""
    new_assignment(tmp_path / "mine")
    return tmp_path / "mine"


def changed(teacher: Path, file: str, old: str, new: str) -> Verified:
    path = teacher / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    return verify(teacher)


def test_a_forgotten_mark_of_the_solution_is_a_leak(teacher: Path) -> None:
    # The cell is neither between # BEGIN SOLUTION and # END SOLUTION nor marked line by line.
    found = changed(teacher, "mine.ipynb", "  # SOLUTION", "")
    assert [fault for fault in found.faults if fault.startswith("q2: the answer is in the learners' notebook")]
    assert not any("stricter" in fault for fault in found.faults)


def test_a_check_that_crashes_is_the_teachers_to_mend(teacher: Path) -> None:
    found = changed(teacher, "checks.py", 'exports.number("answer")', "1 / 0")
    line = 1 + (teacher / "checks.py").read_text()[: (teacher / "checks.py").read_text().index("1 / 0")].count("\n")
    itself = f"the check itself fails with ZeroDivisionError: division by zero (checks.py, line {line})"
    assert [fault for fault in found.faults if fault.startswith(f"q2, check_q2: on the solution {itself}")]
    assert [fault for fault in found.faults if fault.startswith(f"q2, check_q2: on the untouched notebook {itself}")]
    assert len(found.faults) == 2


def test_a_check_that_only_right_kinds_of_answers_pass_through_is_named_with_its_line_and_a_remedy(
    teacher: Path,
) -> None:
    found = changed(
        teacher, "checks.py", "isclose(case.number(), numbers.mean(), rel_tol=1e-9)", "case.output + 100 > 0"
    )
    [blank] = [fault for fault in found.faults if "hidden_q2" in fault]
    assert blank.startswith("q2, hidden_q2: on the untouched notebook the check itself fails with TypeError:")
    assert "(checks.py, line 2" in blank
    assert "case.number() or case.array(shape)" in blank
    # What returns nothing is caught here, and another length of numbers is not.
    guarded = changed(
        teacher, "checks.py", "case.output + 100 > 0", "case.output is not None and sum(case.output + numbers)"
    )
    [fault] = [fault for fault in guarded.faults if "itself" in fault and "the solution" not in fault]
    assert "on a function that returns a text the check itself fails with" in fault


def test_a_name_that_the_solution_does_not_define(teacher: Path) -> None:
    found = changed(teacher, "assignment.toml", 'call = "mean"', 'call = "maen"')
    said = "q2: assignment.toml says call maen, and no cell of the solution defines it. Did you mean mean?"
    assert said in found.faults
    assert not any("run the cells above" in fault for fault in found.faults)


def test_public_checks_that_a_constant_passes_are_said(teacher: Path) -> None:
    found = verify(teacher)
    assert found.faults == ()
    assert any(note.startswith("q2: a function that always returns the same passes") for note in found.notes)


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (("written", "manual"), ["autograder.zip has no tests: no question is of kind code or quiz."]),
        (("code", "quiz"), ["autograder_manual.zip has nothing to show: no question is for people."]),
        (("written", "code"), []),
    ],
)
def test_a_zip_for_gradescope_without_tests_is_said(teacher: Path, kinds: tuple[str, ...], said: list[str]) -> None:
    whole = load_assignment(teacher)
    some = whole.model_copy(update={"questions": tuple(one for one in whole.questions if one.kind in kinds)})
    assert [note[: len(words)] for note, words in zip(idle_zips(some), said, strict=True)] == said
