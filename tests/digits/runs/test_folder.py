"""A run's folder is there with its configuration or not at all, and one process at a time works in it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from safetensors import SafetensorError

from gradbook.core.errors import RunError
from gradbook.core.outputs import OutputError
from gradbook.digits import Digits, preset, train
from gradbook.digits.runs import checkpoint, folder, is_run, new_folder, resume_run, start_run
from gradbook.digits.runs.folder import in_use, made

HOLDER = """
import sys
from pathlib import Path
from gradbook.digits.runs.folder import in_use
with in_use(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def run(tmp_path: Path) -> Path:
    path = tmp_path / "run"
    with made(path, b"{}", overwrite=False):
        pass
    return path


@pytest.fixture
def held(run: Path) -> Iterator[Path]:
    """A run that another process works in."""
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(run)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    yield run
    holder.communicate()


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.iterdir())


def test_a_folder_is_seen_with_its_configuration_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    put = folder._put
    monkeypatch.setattr(folder, "_put", lambda *places: (seen.append(names(places[0])), put(*places)))
    with made(tmp_path / "run", b"{}", overwrite=False):
        assert names(tmp_path) == ["run"]
        assert is_run(tmp_path / "run")
    assert seen == [["config.json"]]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    with made(tmp_path / "run", b"{}", overwrite=False):
        assert is_run(tmp_path / "run")


def test_a_run_is_replaced_as_a_whole(run: Path) -> None:
    (run / "history.csv").write_text("old")
    with made(run, b"[]", overwrite=True):
        assert names(run.parent) == ["run"]
        assert names(run) == ["config.json"]
        assert (run / "config.json").read_bytes() == b"[]"


def test_a_run_that_is_being_trained_is_left_alone(held: Path, sample: Digits) -> None:
    (held / "history.csv").write_text("theirs")
    with pytest.raises(RunError, match="being trained by another process"):
        start_run(held, sample, preset("notebook", sample), overwrite=True)
    with pytest.raises(RunError, match="being trained by another process"), in_use(held):
        pass
    assert names(held) == ["config.json", "history.csv"]
    assert names(held.parent) == ["run"]


def test_a_run_is_held_from_its_first_moment(tmp_path: Path, sample: Digits) -> None:
    refused: list[str] = []

    def intrude(_: object) -> None:
        with pytest.raises(RunError) as caught, in_use(tmp_path / "run"):
            pass
        refused.append(str(caught.value))

    start_run(tmp_path / "run", sample, preset("notebook", sample, epochs=1, hidden_size=5), on_progress=intrude)
    assert refused
    assert all("being trained" in words for words in refused)
    with in_use(tmp_path / "run"):  # and let go in the end
        pass


def test_advice_keeps_the_letters_of_a_path(tmp_path: Path) -> None:
    with made(tmp_path / "Mine", b"{}", overwrite=False), pytest.raises(OutputError) as caught:
        new_folder(tmp_path / "Mine")
    assert f"Go on with it: --resume {tmp_path / 'Mine'}, or choose another --name" in str(caught.value)


@pytest.mark.parametrize(
    "error", [SafetensorError("Error while serializing: I/O error: No space left on device"), OSError(28, "No space")]
)
def test_a_full_disk_is_told_and_costs_one_epoch(
    tmp_path: Path, sample: Digits, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    saved: list[object] = []
    save_file = checkpoint.save_file

    def fill(*arguments: object, **more: object) -> None:
        saved.append(arguments)
        if len(saved) == 2:
            raise error
        save_file(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(checkpoint, "save_file", fill)
    run = tmp_path / "run"
    recipe = preset("notebook", sample, epochs=3, hidden_size=5)
    with pytest.raises(RunError, match=r"checkpoint\.safetensors cannot be written \(.*No space.*train --resume"):
        start_run(run, sample, recipe)
    assert names(run) == ["checkpoint.safetensors", "config.json"]
    monkeypatch.undo()
    loaded = checkpoint.load_checkpoint(run)
    assert loaded is not None
    assert loaded.epochs_done == 1
    resumed = resume_run(run).trained
    whole = train(sample, resumed.recipe, threads=resumed.threads)
    assert resumed.losses == whole.losses
