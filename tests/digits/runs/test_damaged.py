"""A damaged or edited run is told from a sound one: never a traceback, never a hang, and nothing taken in silence."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from gradbook.core.errors import DataError, GradbookError, RunError
from gradbook.digits import Digits, evaluate, preset
from gradbook.digits.runs import load_model, load_run, resume_run, run, start_run

FILES = ("config.json", "model.safetensors", "metrics.json", "trained_on.npy", "history.csv")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, sample: Digits) -> Path:
    folder = tmp_path_factory.mktemp("runs") / "sound"
    return start_run(folder, sample, preset("notebook", sample, epochs=2, hidden_size=12), seed=4).folder


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "broken", ignore=shutil.ignore_patterns("figures", "report.html")))


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    values = json.loads(path.read_text())
    change(values)
    path.write_text(json.dumps(values))


def forget_hashes(folder: Path) -> None:
    """Make it look like a run from before hashes were kept, so that each file is read for itself."""
    edit(folder / "metrics.json", lambda values: values.pop("hashes"))


def test_a_sound_run_is_read(copy: Path) -> None:
    assert load_run(copy).seed == 4
    forget_hashes(copy)
    assert load_run(copy).seed == 4


@pytest.mark.parametrize("hashes", [True, False], ids=["with hashes", "without"])
@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("config.json", b"{"),
        ("config.json", b"{}"),
        ("config.json", b"[" * 100_000),
        ("config.json", b" " * 2_000_000),
        ("model.safetensors", b"junk"),
        ("metrics.json", b"[]"),
        ("metrics.json", b"[" * 100_000),
        ("metrics.json", b'{"train_seconds": "soon"}'),
        ("trained_on.npy", b"junk"),
        ("trained_on.npy", b""),
        ("history.csv", b"epoch,batch\n1,x\n"),
        ("history.csv", b"epoch,batch,learning_rate,loss\n"),
        ("history.csv", b"\xff\xfe"),
    ],
)
def test_a_damaged_file_is_named(copy: Path, file: str, content: bytes, hashes: bool) -> None:
    if not hashes:
        forget_hashes(copy)
    (copy / file).write_bytes(content)
    with pytest.raises(RunError, match=rf"broken/{file}"):
        load_run(copy)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("recipe", "hidden_size"), 10**12),
        (("recipe", "hidden_size"), "12"),
        (("recipe", "hidden_size"), None),
        (("recipe", "hidden_size"), 13),
        (("recipe", "epochs"), 1e9),
        (("recipe", "learning_rate"), float("nan")),
        (("recipe", "schedule"), ["constant"]),
        (("recipe", "trim"), "yes"),
        (("recipe", "name"), {}),
        (("recipe",), 3),
        (("seed",), -1),
        (("seed",), 1.5),
        (("seed",), 10**30),
        (("device",), "cpu:0; rm"),
        (("threads",), 10**9),
        (("threads",), True),
        (("data",), []),
        (("data", "digest"), 5),
        (("data", "source"), None),
    ],
    ids=str,
)
def test_a_configuration_that_cannot_be_is_named(copy: Path, place: tuple[str, ...], value: object) -> None:
    def change(values: dict[str, Any]) -> None:
        for name in place[:-1]:
            values = values[name]
        values[place[-1]] = value

    forget_hashes(copy)
    edit(copy / "config.json", change)
    for read in (load_model, load_run, resume_run):
        with pytest.raises(RunError, match=r"broken/(config\.json: not the configuration|model.*784-13-10 network)"):
            read(copy)


@pytest.mark.parametrize(("name", "value"), [("seed", 5), ("recipe", None)])
def test_an_edited_configuration_is_not_what_was_trained(copy: Path, name: str, value: object) -> None:
    def change(values: dict[str, Any]) -> None:
        if name == "seed":
            values["seed"] = value
        else:
            values["recipe"]["learning_rate"] = 0.1

    edit(copy / "config.json", change)
    for read in (load_model, load_run, resume_run):
        with pytest.raises(RunError, match=r"config\.json was changed since the training"):
            read(copy)


def test_other_weights_are_not_what_was_trained(copy: Path) -> None:
    weights = load_file(copy / "model.safetensors")
    weights["l1.bias"][0] += 1
    save_file(weights, copy / "model.safetensors")
    with pytest.raises(RunError, match=r"model\.safetensors is not what the training wrote.*--resume"):
        load_model(copy)


def test_weights_that_are_not_numbers_are_told(copy: Path) -> None:
    forget_hashes(copy)
    weights = load_file(copy / "model.safetensors")
    weights["l2.bias"][3] = float("nan")
    save_file(weights, copy / "model.safetensors")
    with pytest.raises(RunError, match="some of the weights are not numbers"):
        load_model(copy)


def test_a_training_that_ends_in_no_numbers_is_told(
    tmp_path: Path, sample: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "is_finite", lambda model: False)
    with pytest.raises(RunError, match=r"not numbers any more\. Train anew with a lower --learning-rate"):
        start_run(tmp_path / "run", sample, preset("notebook", sample, epochs=1, hidden_size=5))
    with pytest.raises(RunError, match="unfinished run"):
        load_model(tmp_path / "run")


def test_a_run_without_its_weights_is_not_complete(copy: Path, sound: Path) -> None:
    (copy / "model.safetensors").unlink()
    with pytest.raises(RunError, match=r"unfinished run.*--resume"):
        load_model(copy)
    resume_run(copy)
    assert (copy / "model.safetensors").read_bytes() == (sound / "model.safetensors").read_bytes()


def test_data_that_changed_is_told(tmp_path: Path, sample: Digits) -> None:
    from tests.digits.datasets.test_idx import write_folder

    from gradbook.digits import load

    write_folder(tmp_path / "data", sample)
    data = load(tmp_path / "data")
    start_run(tmp_path / "run", data, preset("notebook", data, epochs=1, hidden_size=5))
    write_folder(tmp_path / "data", sample, count=300)
    with pytest.raises(DataError, match=r"not the same any more.*or name other data with --data"):
        load_run(tmp_path / "run")
    assert evaluate(load_run(tmp_path / "run", sample)).share.count == 1_000


def test_escapes_in_a_configuration_do_not_reach_the_terminal(copy: Path) -> None:
    forget_hashes(copy)
    edit(copy / "config.json", lambda values: values["data"].update(description="\x1b[2Jx", source="/none"))
    with pytest.raises(DataError) as caught:
        load_run(copy)
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        lambda tensors: tensors.pop("mean"),
        lambda tensors: tensors.update(mean=torch.zeros(3)),
        lambda tensors: tensors.update(losses=torch.zeros(3)),
        lambda tensors: tensors.pop("losses"),
    ],
)
@pytest.mark.parametrize("epochs_done", ["1", "7", "-1", "x"])
def test_a_checkpoint_that_does_not_fit_is_told(
    copy: Path, sample: Digits, change: Callable[[dict[str, Any]], object], epochs_done: str
) -> None:
    (copy / "metrics.json").unlink()
    size = 12 * 784 + 12 + 120 + 10
    tensors = {name: torch.zeros(size) for name in ("parameters", "mean", "square")}
    tensors |= {"steps": torch.tensor(40.0), "losses": torch.zeros(40)}
    change(tensors)
    save_file(tensors, copy / "checkpoint.safetensors", metadata={"epochs_done": epochs_done, "seconds": "1.0"})
    with pytest.raises(RunError, match=r"broken/checkpoint\.safetensors: .*Delete it to start this run"):
        resume_run(copy)


def test_a_configuration_edited_between_two_epochs_is_told(tmp_path: Path, sample: Digits) -> None:
    class StopError(Exception):
        pass

    def stop(now: Any) -> None:
        if now.epoch == 2:
            raise StopError

    folder = tmp_path / "run"
    with pytest.raises(StopError):
        start_run(folder, sample, preset("notebook", sample, epochs=3, hidden_size=5), on_progress=stop)
    edit(folder / "config.json", lambda values: values["recipe"].update(learning_rate=0.1))
    with pytest.raises(RunError, match="changed since the training began"):
        resume_run(folder)


def damage(folder: Path, dice: random.Random) -> str:
    """Do something bad to one file of a run; say what."""
    path = folder / dice.choice(FILES)
    kind = dice.choice(["cut", "flip", "empty", "remove", "folder", "zeros", "value", "value", "double"])
    data = bytearray(path.read_bytes())
    if kind == "cut":
        path.write_bytes(data[: dice.randrange(len(data))])
    elif kind == "flip":
        for _ in range(dice.choice([1, 10, 1000])):
            data[dice.randrange(len(data))] = dice.randrange(256)
        path.write_bytes(data)
    elif kind in ("remove", "folder"):
        path.unlink()
        if kind == "folder":
            path.mkdir()
    elif kind == "value" and path.suffix == ".json":
        edit(path, lambda values: spoil(values, dice))
    elif kind == "value" and path.suffix == ".npy":
        np.save(path, dice.choice([np.zeros(3), np.zeros((2, 2), np.int64), np.array("x"), np.zeros(0, np.int64)]))
    else:
        path.write_bytes({"empty": b"", "zeros": bytes(len(data))}.get(kind, bytes(data) * 2))
    return f"{kind} {path.name}"


def spoil(values: dict[str, Any], dice: random.Random) -> None:
    """Put something else in the place of a value, at any depth."""
    name = dice.choice(sorted(values))
    if isinstance(values[name], dict) and values[name] and dice.random() < 0.8:
        spoil(values[name], dice)
    else:
        strange = [None, -1, 0, 10**12, 1e308, float("nan"), "x", "\x1b[31m", [], {}, True, "9" * 5000, [[[]]]]
        values[name] = dice.choice(strange)


@pytest.mark.parametrize("seed", range(60))
def test_sixty_damaged_runs_give_no_traceback(
    copy: Path, seed: int, sample: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The training itself is tried elsewhere: here it is only asked whether anything is begun at all.
    monkeypatch.setattr(run, "_run", lambda *_: None)
    dice = random.Random(seed)
    if dice.random() < 0.5:
        forget_hashes(copy)
    what = damage(copy, dice)
    for read in (load_model, lambda folder: evaluate(load_run(folder, sample)), resume_run):
        try:
            read(copy)
        except GradbookError as error:
            assert "broken" in str(error), what
            assert str(error).isprintable(), what
