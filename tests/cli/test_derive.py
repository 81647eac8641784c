"""`gradbook derive`, as a user runs it."""

import json
import re
from pathlib import Path

import pytest
from tests.conftest import Command
from tests.graph.derivation.test_derivation import SOLUTION

SEED = ("z*(w*x+b)", "x=2", "w=5", "b=-2", "z=3")


def test_it_prints_the_whole_solution(gradbook: Command) -> None:
    assert gradbook("derive", *SEED).stdout == SOLUTION


def test_rate_and_names_can_be_chosen(gradbook: Command) -> None:
    out = gradbook("derive", *SEED, "--lr", 0.1, "--wrt", "x,z").stdout
    assert "x_new = x - 0.1 * df/dx = 2 - 0.1 * 15 = 0.5" in out
    assert "w_new" not in out
    assert "dr/dw = dr/dq * dq/dw" in gradbook("derive", *SEED, "--of", "r").stdout


@pytest.mark.parametrize("format", ["md", "latex", "html", "json", "svg", "dot"])
def test_every_format_goes_to_the_screen_or_a_file(gradbook: Command, tmp_path: Path, format: str) -> None:
    shown = gradbook("derive", *SEED, "-f", format).stdout
    gradbook("derive", *SEED, "-f", format, "-o", "out")
    assert (tmp_path / "out").read_text() == shown
    if format == "json":
        assert json.loads(shown)["sections"][3]["steps"][0]["value"] == 1


def test_a_worksheet_as_png(gradbook: Command, tmp_path: Path) -> None:
    assert "Written to sheet.png" in gradbook("derive", *SEED, "-f", "png", "--blank", "-o", "sheet.png").stderr
    assert (tmp_path / "sheet.png").read_bytes()[:4] == b"\x89PNG"


def test_a_network(gradbook: Command) -> None:
    out = gradbook("derive", "--module", "mlp:784-500-10").stdout
    assert "dL/dW2 = (dL/do).T @ h = (softmax(o) - Y).T @ h / N   (10 x 500)" in out
    assert "(500 x 784)" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("z*(w*x+b", "x=2"), "z*(w*x+b\n    ^"),
        (("x*y", "x=2"), "y has no value"),
        (("x", "x=two"), "'x=two' is not of the form name=number"),
        (("x", "x=5,5"), "as in x=2. Write a decimal point: x=5.5"),
        (("x", "x=2", "--module", "mlp:3-2"), "Leave out the expression, with its values, for the network's"),
        (("x", "2"), "'2' is not of the form name=number"),
        (("log(x)", "x=0"), "log(x) is not defined for x = 0"),
        (("x", "x=1", "-f", "pdf"), "no format 'pdf'"),
        (("x", "x=1", "-f", "png"), "add -o graph.png"),
        (("x*y", "x=1", "y=2", "--wrt", "k"), "no node 'k'"),
        (("--module", "cnn:3"), "not of the form mlp:784-500-10"),
        ((), "give an expression"),
        (("3",), "f is the number 3: there is nothing to derive"),
        (("#x",), "the expression is empty"),
        (("1/x", "x=0"), "1 / x is not defined for x = 0 (division by zero)"),
        (("softmax(x)", "x=3"), "softmax takes arrays"),
        (("x", "x=1", "x=2"), "x has two values"),
        (("x*y", "x=1", "y=2", "--blank", "-f", "json"), "a worksheet is for people"),
        (("x*y", "x=1", "y=2", "-o", "nowhere/x.svg"), "There is no folder nowhere"),
        (("--module", "mlp:10000-10000"), "100,000,000 weights is too large"),
        (("--module", "mlp:" + "-".join(["2"] * 300)), "299 layers"),
        (("--module", "mlp:4"), "not of the form mlp:784-500-10"),
    ],
)
def test_wrong_use_is_exit_code_2(gradbook: Command, arguments: tuple[str, ...], words: str) -> None:
    assert words in gradbook("derive", *arguments, code=2).stderr


@pytest.mark.parametrize("format", ["text", "md", "latex", "html", "svg", "dot"])
def test_a_worksheet_in_every_format(gradbook: Command, format: str) -> None:
    shown = gradbook("derive", *SEED, "-f", format, "--blank").stdout
    assert "5" in re.findall(r"(?:w &?= |[>\"])(\d)\b", shown)  # what is given can be read in each
    assert "24" not in re.sub(r"<style>.*?</style>|[\w-]+=\"[^\"]*\"|d=.*?/>", "", shown, flags=re.DOTALL)


def test_signs_as_they_are_written_by_hand(gradbook: Command) -> None:
    typed = gradbook("derive", "y = sigmoid(w1*x+b)", "w1=2", "x=-1", "b=0.5").stdout
    assert gradbook("derive", "y = σ(w₁·x+b)", "w₁=2", "x=−1", "b=0.5").stdout == typed


def test_what_is_there_is_not_overwritten(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("my notes")
    gradbook("derive", *SEED, "-o", "mine.md", code=2)
    assert (tmp_path / "mine.md").read_text() == "my notes"
    assert not (tmp_path / "nowhere").exists()


def test_it_does_not_load_torch() -> None:
    import subprocess
    import sys

    code = "from gradbook.cli.derive import derive; derive('x*y', ['x=1', 'y=2']); import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"torch", "matplotlib", "latex2mathml"} & set(done.stdout.split())


def test_a_file_that_it_did_not_make_is_not_overwritten(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "essay.md").write_text("mine")
    assert "it is not overwritten" in gradbook("derive", "q = w*x", "w=1", "x=2", "-o", "essay.md", code=2).stderr
    assert (tmp_path / "essay.md").read_text() == "mine"
    assert "There is no folder" in gradbook("derive", "q = w*x", "w=1", "x=2", "-o", "nowhere/x.svg", code=2).stderr
    for _ in range(2):
        gradbook("derive", "q = w*x", "w=1", "x=2", "-o", "made.md")
