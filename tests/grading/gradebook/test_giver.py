"""By whom a mark is, where nobody says it: a name, and never an account's where a learner reads it."""

import subprocess
from types import SimpleNamespace

import pytest

from gradbook.grading.gradebook import giver
from gradbook.grading.gradebook.giver import giver_for_learner, giver_here


@pytest.mark.parametrize(
    ("git", "gecos", "stored", "shown"),
    [
        ("Grace Hopper\n", "Grace B. Hopper,,,", "Grace Hopper", "Grace Hopper"),
        ("", "Grace B. Hopper,,,", "Grace B. Hopper", "Grace B. Hopper"),
        ("", "root", "the account root", "your teacher"),
        ("", "", "the account root", "your teacher"),
    ],
)
def test_a_name_of_git_or_of_the_account_else_the_account_itself(
    monkeypatch: pytest.MonkeyPatch, git: str, gecos: str, stored: str, shown: str
) -> None:
    def answer(*_: object, **__: object) -> SimpleNamespace:
        return SimpleNamespace(stdout=git.encode())

    monkeypatch.setattr(giver.shutil, "which", lambda _: "/usr/bin/git")
    monkeypatch.setattr(giver.subprocess, "run", answer)
    monkeypatch.setattr("pwd.getpwuid", lambda _: SimpleNamespace(pw_gecos=gecos, pw_name="root"))
    monkeypatch.setattr(giver.getpass, "getuser", lambda: "root")
    assert (giver_here(), giver_for_learner(giver_here())) == (stored, shown)


def test_a_git_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", 5)

    monkeypatch.setattr(giver.subprocess, "run", hangs)
    assert giver_here()
