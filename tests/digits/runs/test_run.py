"""Run folders: complete, self-describing, and proof against interruption at any moment."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from gradbook.core.errors import AbsentError, DataError, RunError
from gradbook.core.outputs import OutputError
from gradbook.digits import Digits, NeuralNet, Progress, preset
from gradbook.digits.datasets.fingerprints import fingerprints
from gradbook.digits.runs import free_folder, load_model, load_run, new_folder, resume_run, resuming_text, start_run

FILES = {"config.json", "history.csv", "metrics.json", "model.safetensors", "report.html", "trained_on.npy", "figures"}


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory, sample: Digits) -> Path:
    folder = new_folder(tmp_path_factory.mktemp("runs") / "one")
    return start_run(folder, sample, preset("notebook", sample), seed=4).folder


def test_a_complete_run_has_everything(finished: Path, sample: Digits) -> None:
    assert {path.name for path in finished.iterdir()} == FILES
    metrics = json.loads((finished / "metrics.json").read_text())
    assert metrics["data"] == "sample"
    assert metrics["test_images"] == 1_000
    assert metrics["overlap_images"] == 0
    assert metrics["test_accuracy"] > 0.85
    assert metrics["train_seconds"] > 0
    assert np.load(finished / "trained_on.npy").tolist() == fingerprints(sample.train_images).tolist()
    names = ("samples", "loss", "predictions", "confusion", "mistakes", "first-layer")
    for kind, start in (("png", b"\x89PNG"), ("svg", b"<?xml")):
        assert all((finished / "figures" / f"{name}.{kind}").read_bytes().startswith(start) for name in names)
    history = (finished / "history.csv").read_text().splitlines()
    assert history[0] == "epoch,batch,learning_rate,loss"
    assert len(history) == 121


def test_the_weights_open_in_plain_pytorch(finished: Path, sample: Digits) -> None:
    model = NeuralNet(784, 500, 10)
    model.load_state_dict(load_file(finished / "model.safetensors"))
    outputs = model(sample.test_images.reshape(-1, 784).float() / 255)
    accuracy = (outputs.argmax(1) == sample.test_labels).float().mean().item()
    assert accuracy == pytest.approx(json.loads((finished / "metrics.json").read_text())["test_accuracy"], abs=1e-6)


def test_a_run_reads_back(finished: Path) -> None:
    run = load_run(finished)
    assert run.recipe.name == "notebook"
    assert run.seed == 4
    assert len(run.history) == 120
    assert resume_run(finished).trained.losses == run.losses


def test_an_existing_name_is_never_overwritten_silently(finished: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"exists already \(a complete run\).*--overwrite"):
        new_folder(finished)
    (tmp_path / "notes").mkdir()
    assert new_folder(tmp_path / "notes") == tmp_path / "notes"  # an empty folder is in nobody's way
    (tmp_path / "notes" / "mine.txt").touch()
    with pytest.raises(OutputError, match="not a run, so it is not overwritten"):
        new_folder(tmp_path / "notes", overwrite=True)
    assert free_folder(finished.parent, "one").name == "one-2"


def test_an_absent_run_lists_the_others(finished: Path) -> None:
    with pytest.raises(AbsentError, match=r"there is no run\. Runs there are: .*one"):
        load_run(finished.parent / "two")


def test_a_run_that_is_named_otherwise_is_found(
    finished: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("model.pt", "report.html"):
        with pytest.raises(AbsentError, match=rf"{name}: there is no run. A run is named by its folder: .*one$"):
            load_run(finished / name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "runs").symlink_to(finished.parent)
    with pytest.raises(AbsentError, match=r"one: there is no run\. Did you mean runs/one\?"):
        load_run(Path("one"))
    with pytest.raises(AbsentError, match=r"two: there is no run\. Runs there are: runs/one"):
        load_run(Path("two"))


CHILD = """
import sys
from pathlib import Path
from gradbook.digits import load, preset
from gradbook.digits.runs import new_folder, start_run
data = load("sample")
print("begin", flush=True)
start_run(new_folder(Path(sys.argv[1])), data, preset("best", data, epochs=12, batch_size=50, hidden_size=60), seed=2)
"""


def test_sigkill_at_any_moment_loses_nothing(tmp_path: Path, sample: Digits) -> None:
    recipe = preset("best", sample, epochs=12, batch_size=50, hidden_size=60)
    whole = start_run(new_folder(tmp_path / "whole"), sample, recipe, seed=2)
    dice = random.Random(os.getpid())
    killed = 0
    for attempt in range(3):
        folder = tmp_path / f"killed-{attempt}"
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        # From the first checkpoint on, so that there is something to go on from, and a random moment more.
        deadline = time.monotonic() + 60
        while not (folder / "checkpoint.safetensors").exists() and time.monotonic() < deadline:
            time.sleep(0.002)
        time.sleep(dice.uniform(0, whole.trained.seconds / 2))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        killed += not (folder / "metrics.json").exists()
        resumed = resume_run(folder)
        assert {path.name for path in folder.iterdir() if not path.name.startswith(".")} == FILES
        for name, tensor in whole.trained.model.state_dict().items():
            assert tensor.equal(resumed.trained.model.state_dict()[name]), name
        assert resumed.trained.losses == whole.trained.losses
        assert (folder / "history.csv").read_bytes() == (tmp_path / "whole" / "history.csv").read_bytes()
    assert killed, "no child was killed in time: the test has tested nothing"


def test_killed_before_the_first_checkpoint_begins_again(tmp_path: Path, sample: Digits) -> None:
    folder = new_folder(tmp_path / "early")

    class StopError(Exception):
        pass

    def stop(_: object) -> None:
        raise StopError

    recipe = preset("notebook", sample, epochs=1)
    with pytest.raises(StopError):
        start_run(folder, sample, recipe, on_progress=stop)
    with pytest.raises(RunError, match=r"unfinished run.*--resume"):
        load_model(folder)
    assert resuming_text(folder) == f"Going on with {folder} from its beginning: no epoch was done."
    assert resume_run(folder).trained.history.epochs == [1] * 40


def test_the_report_calls_a_preset_so(finished: Path) -> None:
    assert "trained with the preset &#39;notebook&#39;" in (finished / "report.html").read_text()


def test_from_where_a_run_is_gone_on_with_is_said(tmp_path: Path, sample: Digits) -> None:
    class StopError(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.epoch == 3:
            raise StopError

    folder = new_folder(tmp_path / "half")
    with pytest.raises(StopError):
        start_run(folder, sample, preset("notebook", sample, epochs=4), on_progress=stop)
    assert resuming_text(folder) == f"Going on with {folder}: 2 of 4 epochs are done."


def test_resuming_on_other_data_is_refused(tmp_path: Path, sample: Digits) -> None:
    from tests.digits.datasets.test_idx import write_folder

    from gradbook.digits import load

    write_folder(tmp_path / "data", sample)
    folder = new_folder(tmp_path / "run")

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    data = load(tmp_path / "data")
    with pytest.raises(KeyboardInterrupt):
        start_run(folder, data, preset("notebook", data), on_progress=stop)
    write_folder(tmp_path / "data", sample, count=300)
    with pytest.raises(DataError, match="not the same any more"):
        resume_run(folder)
    for file in (tmp_path / "data").iterdir():
        file.unlink()
    with pytest.raises(DataError, match="not there any more"):
        resume_run(folder)


def test_a_damaged_checkpoint_is_told(tmp_path: Path, sample: Digits) -> None:
    folder = new_folder(tmp_path / "run")
    start_run(folder, sample, preset("notebook", sample, epochs=1))
    (folder / "metrics.json").unlink()
    (folder / "checkpoint.safetensors").write_bytes(b"junk")
    with pytest.raises(RunError, match=r"checkpoint\.safetensors: damaged"):
        resume_run(folder)


def test_the_same_seed_gives_the_same_file(tmp_path: Path, sample: Digits) -> None:
    recipe = preset("fast", sample, epochs=1, coarse_epochs=1)
    files = []
    for name in ("a", "b"):
        start_run(new_folder(tmp_path / name), sample, recipe, seed=1)
        files.append((tmp_path / name / "model.safetensors").read_bytes())
    assert files[0] == files[1]
    assert torch.isfinite(load_model(tmp_path / "a").l1.weight).all()
