"""A column, or a label of a list's lines, that says its numbers replace what was told before leaves that in doubt."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

SEED = EXERCISES["seed"]
TOLD = "q = 10\nr = 8\nf = 24\n"
LABELS = [
    "again", "corrected", "now", "really", "fixed", "final", "better", "rather", "sorry", "maybe", "wait", "correction",
    "korrigiert", "Korrektur", "plutôt", "corrigé", "corregido", "corretto", "再次", "更正", "теперь",
]  # fmt: skip


def accepted(text: str) -> set[str]:
    return {key for key, verdict in verdicts(text, SEED).items() if verdict.status in ACCEPTED}


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("form", ["{name} {label}: {number}", "{name} {label} {number}", "{name} {label} = {number}"])
def test_lines_that_replace_what_was_told_leave_it_in_doubt(form: str, label: str) -> None:
    lines = [form.format(name=name, label=label, number=number) for name, number in (("q", 12), ("f", 25))]
    assert accepted(TOLD + "\n".join(lines)) & {"q", "r", "f"} <= {"r"}


@pytest.mark.parametrize("label", [*LABELS[:7], "korrigiert"])
def test_columns_that_replace_what_was_told_leave_it_in_doubt(label: str) -> None:
    table = f"\n| node | {label} |\n|---|---|\n| q | 12 |\n| f | 25 |"
    assert accepted(TOLD + table) & {"q", "r", "f"} <= {"r"}


def test_columns_of_something_else_do_not() -> None:
    assert {"q", "r", "f"} <= accepted(TOLD + "\n| node | children |\n|---|---|\n| q | 2 |\n| f | 1 |")
