"""Every command, as a user runs it: in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import Command

from gradbook.digits.training.hyperparameter import hyperparameters
from gradbook.digits.training.recipe import PRESETS, Recipe

COMMANDS = ("lab", "train", "evaluate", "predict", "doctor")


@pytest.fixture(scope="module")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run made by the command line itself."""
    root = tmp_path_factory.mktemp("cli")
    subprocess.run(
        [sys.executable, "-m", "gradbook", "train", "--preset", "notebook", "--name", "mine"],
        cwd=root,
        env={**os.environ, "GRADBOOK_DATA": ""},
        check=True,
        capture_output=True,
    )
    return root / "runs" / "mine"


def test_help_and_version(gradbook: Command) -> None:
    helped = gradbook("--help").stdout
    assert all(command in helped for command in COMMANDS)
    assert gradbook("--version").stdout.startswith("gradbook 0.")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_examples(gradbook: Command, command: str) -> None:
    assert f"gradbook {command}" in gradbook(command, "--help").stdout.split("Example")[1]


def test_help_does_not_load_torch() -> None:
    code = "import sys, gradbook.cli.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"torch", "numpy", "matplotlib", "rich.table"} & set(done.stdout.split())


def test_every_hyperparameter_has_an_option_with_its_help(gradbook: Command) -> None:
    helped = " ".join(gradbook("train", "--help").stdout.split())
    for declared in hyperparameters(Recipe):
        option = ", ".join(declared.option).replace("/", " / ")
        assert option in helped
        assert declared.help in helped
    assert f"--preset {'|'.join(PRESETS)}" in helped


def test_train_prints_the_assignments_lines(gradbook: Command, tmp_path: Path) -> None:
    out = gradbook("train", "--preset", "notebook", "--data", "sample").stdout
    assert "Data: sample (4,000 training and 1,000 test images" in out
    assert "all of its training images are used, not the first 10 %" in out
    assert "Epoch [1/3], Batch [10/40], Loss: " in out
    assert "None of the 1,000 images was trained on." in out
    assert (tmp_path / "runs/notebook/report.html").exists()
    assert "runs/notebook-2/report.html" in gradbook("train", "--preset", "notebook", "--epochs", 1).stdout


def test_an_existing_name_is_refused_or_replaced(gradbook: Command, tmp_path: Path) -> None:
    gradbook("train", "--preset", "notebook", "--epochs", 1, "--name", "a")
    before = (tmp_path / "runs/a/model.safetensors").read_bytes()
    refused = gradbook("train", "--preset", "notebook", "--epochs", 1, "--name", "a", "--seed", 1, code=2)
    assert "runs/a exists already (a complete run)" in refused.stderr
    assert (tmp_path / "runs/a/model.safetensors").read_bytes() == before
    gradbook("train", "--preset", "notebook", "--epochs", 1, "--name", "a", "--seed", 1, "--overwrite")
    assert (tmp_path / "runs/a/model.safetensors").read_bytes() != before
    assert "complete already" in gradbook("train", "--resume", "runs/a").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("train", "--preset", "slow"), "there is no preset 'slow'"),
        (("train", "--epochs", "0"), "--epochs '0' does not work: give a whole number from 1 to 10,000"),
        (("train", "--name", ""), "'' is no name for a folder"),
        (("train", "--batch-size", "0"), "--batch-size '0' does not work: give a whole number, at least 1"),
        (("train", "--data", "minst"), "neither a folder nor one of"),
        (("train", "--device", "tpu"), "device must be one of"),
        (("train", "--resume", "runs/a", "--epochs", "3"), "leave out the name"),
        (("train", "--epochs", "three"), "--epochs"),
        (("evaluate", "runs/a", "--protocol", "exam"), ""),
        (("predict",), "Missing argument"),
        (("play", "--no-open", "--runs", "nowhere"), "--runs 'nowhere' is no folder. Make it, or leave --runs out."),
        (("play", "--no-open", "--data", "nowhere"), "data 'nowhere' is neither a folder nor one of"),
        (("grade-everything",), "No such command"),
    ],
)
def test_wrong_use_is_exit_code_2_and_leaves_nothing(
    gradbook: Command, tmp_path: Path, run_folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    arguments = tuple(str(run_folder) if a == "runs/a" else a for a in arguments)
    assert words in gradbook(*arguments, code=2).stderr
    assert not any(tmp_path.glob("runs/*"))


def test_a_folder_of_runs_names_those_in_it(gradbook: Command, run_folder: Path) -> None:
    refused = gradbook("evaluate", run_folder.parent, code=2).stderr
    assert f"is a folder of runs. Name one of them: {run_folder}." in refused


def test_a_broken_data_folder_is_exit_code_1(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "train-images-idx3-ubyte").write_bytes(b"")
    assert "train-labels-idx1-ubyte" in gradbook("train", "--data", "data", code=1).stderr


def test_evaluate(gradbook: Command, run_folder: Path) -> None:
    out = gradbook("evaluate", run_folder).stdout
    assert "before training" in out
    assert "precision" in out
    assert "Confusion" in out
    assert "None of the 1,000 images was trained on." in out
    original = gradbook("evaluate", run_folder, "--protocol", "notebook").stdout
    assert "All 1,000 images were also trained on: this is training accuracy." in original
    assert "None of the 1,000 images was trained on." in original
    figures = json.loads(gradbook("evaluate", run_folder, "--json").stdout)
    assert figures["test_accuracy"] == json.loads((run_folder / "metrics.json").read_text())["test_accuracy"]


def test_predict(gradbook: Command, run_folder: Path, tmp_path: Path) -> None:
    from PIL import Image

    from gradbook.digits import load

    data = load("sample")
    seven = int((data.test_labels == 7).nonzero()[0])
    Image.fromarray(data.test_images[seven].numpy()).resize((280, 280)).save(tmp_path / "seven.png")
    Image.new("L", (200, 200), 255).save(tmp_path / "blank.png")
    done = gradbook("predict", run_folder, "seven.png", "blank.png", "--show", "seen.png")
    assert "no digit: the picture is blank" in " ".join(done.stdout.split())
    assert "seen.png" in done.stdout
    assert (tmp_path / "seen.png").read_bytes()[:4] == b"\x89PNG"
    values = json.loads(gradbook("predict", run_folder, "seven.png", "blank.png", "--json").stdout)
    assert values[0]["digit"] == 7
    assert sum(values[0]["probabilities"]) == pytest.approx(1)
    assert values[1]["digit"] is None
    (tmp_path / "note.png").write_text("no image")
    assert "note.png" in gradbook("predict", run_folder, "note.png", code=1).stderr


def test_doctor(gradbook: Command) -> None:
    out = gradbook("doctor").stdout
    assert "PyTorch" in out
    assert "data: sample" in out
    assert json.loads(gradbook("doctor", "--json").stdout)["Python"].startswith("3.")


def test_ctrl_c_says_how_to_go_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "gradbook", "train", "--preset", "best", "--epochs", "500", "--name", "long"]
    child = subprocess.Popen(
        command,
        cwd=tmp_path,
        env={**os.environ, "GRADBOOK_DATA": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A job in the background of a shell ignores the signal, and its children would too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (no threads here)
    )
    deadline = time.monotonic() + 60
    while not (tmp_path / "runs/long/checkpoint.safetensors").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "Go on with: gradbook train --resume runs/long" in err
    assert "Traceback" not in err
