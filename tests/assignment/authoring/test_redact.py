"""checks.py as learners get it: a slip in a name neither publishes what is hidden nor switches it off."""

from pathlib import Path

import pytest

from gradbook.assignment.authoring.redact import public_source
from gradbook.assignment.authoring.template import new_assignment
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.definition import load_assignment
from gradbook.assignment.errors import AssignmentError


@pytest.fixture
def checks(tmp_path: Path) -> Path:
    """The checks.py of a new assignment."""
    new_assignment(tmp_path / "mine")
    return tmp_path / "mine" / "checks.py"


def published(checks: Path) -> str:
    return public_source(load_assignment(checks.parent))


@pytest.mark.parametrize("slip", ["hiden_q2", "hide_q2", "Hidden_q2", "hidden2", "mean_is_right", "q2_hidden"])
def test_a_check_with_a_slip_in_its_name_is_refused_and_not_switched_off(checks: Path, slip: str) -> None:
    checks.write_text(checks.read_text().replace("def hidden_q2", f"def {slip}"))
    with pytest.raises(AssignmentError, match=rf"line \d+: {slip} belongs to no question and no check uses it"):
        published(checks)


def test_it_is_refused_where_a_class_is_graded_too(checks: Path) -> None:
    checks.write_text(checks.read_text().replace("def hidden_q2", "def hiden_q2"))
    with pytest.raises(AssignmentError, match="hiden_q2 belongs to no question"):
        GradingSession(load_assignment(checks.parent), hidden=True)


def test_the_likely_name_is_said(checks: Path) -> None:
    checks.write_text(checks.read_text().replace("def hidden_q2", "def hiden_q2"))
    with pytest.raises(AssignmentError, match=r"would never run\. Did you mean hidden_q2\?"):
        published(checks)


def test_strays_that_call_each_other_or_stand_in_a_branch_are_refused_too(checks: Path) -> None:
    text = checks.read_text()
    checks.write_text(f"{text}\n\ndef one(exports):\n    other(exports)\n\n\ndef other(exports):\n    one(exports)\n")
    with pytest.raises(AssignmentError, match="one belongs to no question"):
        published(checks)
    checks.write_text(f"{text}\n\nif True:\n\n    def hiden_q2(exports):\n        pass\n")
    with pytest.raises(AssignmentError, match="hiden_q2 belongs to no question"):
        published(checks)


def test_a_check_that_a_second_one_of_its_name_replaces_is_refused(checks: Path) -> None:
    checks.write_text(f"{checks.read_text()}\n\ndef hidden_q2(exports):\n    pass\n")
    with pytest.raises(AssignmentError, match="hidden_q2 is defined twice, and only the last one ever runs"):
        published(checks)


def test_what_only_hidden_checks_use_is_not_handed_out(checks: Path) -> None:
    text = checks.read_text().replace("numbers.mean()", "right(numbers)")
    secret = "# By n, not by n - 1.\nSHIFT = 0\n\n\ndef right(x):\n    return x.sum() / len(x) + SHIFT\n"
    checks.write_text(f"{text}\n\n{secret}")
    source = published(checks)
    assert "check_q2" in source
    for word in ("right(", "SHIFT", "By n, not", "hidden_q2"):
        assert word not in source


def test_what_a_public_check_uses_is_handed_out_with_it(checks: Path) -> None:
    text = checks.read_text().replace('exports.number("answer")', 'expect(exports.number("answer") < most(), "Less.")')
    checks.write_text(f"{text}\n\nMOST = 9\n\n\ndef most():\n    return MOST\n")
    assert "MOST = 9\n\n\ndef most():\n    return MOST\n" in published(checks)


def test_a_helper_whose_name_was_meant_to_be_hidden_is_not_handed_out_with_a_public_check(checks: Path) -> None:
    text = checks.read_text().replace('exports.number("answer")', "hiden_mean(exports)")
    checks.write_text(f"{text}\n\ndef hiden_mean(exports):\n    pass\n")
    with pytest.raises(AssignmentError, match=r"learners would get hiden_mean\."):
        published(checks)
