"""A number that is none, or none that works: every option says so itself, with what to give, and exit code 2."""

import pytest
from tests.cli.test_absent import refusal
from tests.conftest import Command

from gradbook.cli.options import number

LIBRARYS = ("Input should", "parse", "valid integer", "valid float", "Invalid value")


@pytest.mark.parametrize("value", ["abc", "nan", "1e400", "", "-7000"])
@pytest.mark.parametrize(
    "command",
    [
        "play --no-open --port",
        "train --data sample --lr",
        "train --data sample --epochs",
        "train --data sample --seed",
        "train --data sample --label-smoothing",
        "lab --data sample --seed",
        "check a8 --limit",
        "verify a8 --limit",
        "grade none --assignment a8 --jobs",
        "grade none --assignment a8 --limit",
        "grade none --assignment a8 --total",
        "read answer.md --exercise a8:q1 --hints",
    ],
)
def test_it_is_refused_in_our_own_words(command: str, value: str) -> None:
    option = command.rsplit(maxsplit=1)[-1]
    said = refusal(*command.split(), value)
    assert said.startswith(f"{option} {value!r} does not work: give a ")
    assert f", such as {option} " in said
    assert not any(word in said for word in LIBRARYS)


def test_it_ends_with_exit_code_2(gradbook: Command) -> None:
    said = gradbook("play", "--port", "abc", code=2).stderr
    words = "--port 'abc' does not work: give a whole number from 1 to 65,535, such as --port 9000."
    assert said == f"gradbook: {words}\n"


def test_every_option_that_takes_a_number_is_read_so() -> None:
    """An option of a library's own number type would answer in that library's words."""
    import inspect

    from gradbook.cli import assignment, derive, digits, grade, lab, play, read

    commands = (
        assignment.check,
        assignment.verify,
        derive.derive,
        digits.train,
        grade.grade,
        lab.lab,
        play.play,
        read.read,
    )
    for command in commands:
        for parameter in inspect.signature(command).parameters.values():
            kinds = set(getattr(parameter.annotation, "__args__", ())) & {int, float, int | None, float | None}
            options = [one for one in getattr(parameter.annotation, "__metadata__", ()) if hasattr(one, "parser")]
            assert not kinds or all(one.parser is not None for one in options), f"{command.__name__}: {parameter}"


@pytest.mark.parametrize("lr", ["abc", "nan", "inf", "-1", "0"])
def test_a_rate_of_a_derivation_is_a_number_above_nought(lr: str) -> None:
    assert refusal("derive", "w*x", "w=1", "x=2", "--lr", lr) == (
        f"--lr {lr!r} does not work: give a number, above 0, such as --lr 0.05."
    )


def test_a_minus_may_be_that_of_a_text() -> None:
    assert number("--lr", 0.05)("\N{MINUS SIGN}0.5") == -0.5


def test_a_step_that_leads_to_no_number_is_refused(gradbook: Command) -> None:
    said = gradbook("derive", "w*x", "w=1", "x=2", "--lr", "1e308", code=2).stderr
    assert said == "gradbook: a step with the rate 1e+308 makes w infinite. Take a smaller learning rate.\n"
    assert "w_new" in gradbook("derive", "w*x", "w=1e-300", "x=2", "--lr", "1e200").stdout
