"""`gradbook predict`: which network reads, what is said of each photo, and what it may write."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.conftest import Command

from gradbook.digits import load, preset
from gradbook.digits.runs import new_folder, start_run


@pytest.fixture(scope="module")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = load("sample")
    folder = new_folder(tmp_path_factory.mktemp("runs") / "mine")
    start_run(folder, data, preset("hand", data, epochs=20))
    return folder


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    data = load("sample")
    seven, three = (
        np.kron(data.test_images[int((data.test_labels == digit).nonzero()[0])].numpy(), np.ones((8, 8), np.uint8))
        for digit in (7, 3)
    )
    Image.fromarray(255 - seven).save(tmp_path / "seven.png")
    Image.fromarray(255 - np.hstack([seven[:, 30:-30], three[:, 30:-30]])).save(tmp_path / "two.png")
    Image.new("L", (200, 200), 255).save(tmp_path / "blank.png")
    (tmp_path / "note.png").write_text("no image")
    return tmp_path


def test_a_broken_photo_does_not_stop_the_others(gradbook: Command, run_folder: Path, photos: Path) -> None:
    done = gradbook("predict", run_folder, "note.png", "seven.png", "gone.png", "--json", code=2)
    assert "note.png" in done.stderr
    assert "gone.png" in done.stderr
    values = json.loads(done.stdout)
    assert [value["photo"] for value in values] == ["note.png", "seven.png", "gone.png"]
    assert values[1]["digit"] == 7
    assert values[1]["number"] == "7"
    assert "error" in values[0]


def test_two_digits_are_read_as_a_number(gradbook: Command, run_folder: Path, photos: Path) -> None:
    (value,) = json.loads(gradbook("predict", run_folder, "two.png", "--json").stdout)
    assert value["number"] == "73"
    assert [each["digit"] for each in value["digits"]] == [7, 3]
    assert value["digit"] is None


def test_show_never_overwrites_a_photo(gradbook: Command, run_folder: Path, photos: Path) -> None:
    before = (photos / "two.png").read_bytes()
    for target in ("two.png", "seven.png"):
        refused = gradbook("predict", run_folder, "two.png", "--show", target, code=2)
        assert "not overwritten" in refused.stderr
    assert (photos / "two.png").read_bytes() == before
    for _ in range(2):  # its own picture may be replaced
        gradbook("predict", run_folder, "two.png", "--show", "seen.png")
    assert (photos / "seen.png").read_bytes()[:4] == b"\x89PNG"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_no_photo(gradbook: Command, run_folder: Path) -> None:
    assert "found a device" in gradbook("predict", run_folder, "/dev/zero", code=2).stderr


def test_a_run_without_a_photo_is_wrong_use(gradbook: Command, run_folder: Path, tmp_path: Path) -> None:
    assert "there is no photo" in gradbook("predict", run_folder, code=2).stderr
    (tmp_path / "empty").mkdir()
    assert "there is no run" in gradbook("predict", "empty", code=2).stderr


def test_without_a_run_the_cached_network_reads(gradbook: Command, run_folder: Path, photos: Path) -> None:
    import shutil

    from gradbook.digits.handwriting.network import network_folder

    cache = photos / "cache"
    target = network_folder(load("sample"), root=cache / "gradbook" / "networks")
    shutil.copytree(run_folder, target)
    quiet = {"XDG_CACHE_HOME": str(cache), "HOME": os.environ.get("HOME", "")}
    done = gradbook("predict", "seven.png", "--json", **quiet)
    assert json.loads(done.stdout)[0]["digit"] == 7
    assert "training" not in done.stderr
