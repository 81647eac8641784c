"""What all tests share: real data, a cache of their own, and threads that give way."""

import atexit
import gc
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# One thread a process: pytest runs several at once, and threads that wait for a busy processor are ruinous.
os.environ["OMP_NUM_THREADS"] = "1"

from tests.warm import Warm

from gradbook.digits import Digits, Trained, load, train

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Command = Callable[..., subprocess.CompletedProcess[str]]


def pytest_xdist_auto_num_workers() -> int:
    """Two more than there are processors: many tests wait, for a browser, a time limit or another process."""
    return len(os.sched_getaffinity(0)) + 2 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) + 2


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never among all the tests: a reading makes small objects, and few circles."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def sample() -> Digits:
    """The 5,000 images of MNIST that need no network."""
    return load("sample")


@pytest.fixture(scope="session")
def mnist() -> Digits:
    """The whole of MNIST, where GRADBOOK_DATA says that it is."""
    folder = os.environ.get("GRADBOOK_DATA")
    if not folder:
        pytest.skip("GRADBOOK_DATA is not set: no full-size MNIST")
    return load(folder)


@pytest.fixture(scope="session")
def trained(sample: Digits) -> Trained:
    """A network trained on the sample with the assignment's protocol."""
    return train(sample, "notebook", seed=0)


@cache
def warm() -> Warm:
    """The process that becomes the commands of these tests."""
    process = Warm()
    atexit.register(process.stop)
    return process


def command_in(folder: Path) -> Command:
    """Return what runs the command `gradbook` in a folder, with the sample as its data, and returns what it did."""

    def run(*arguments: object, code: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "GRADBOOK_DATA": "", "COLUMNS": "120", **environment}
        with tempfile.TemporaryDirectory() as scratch:
            done = warm().run([*map(str, arguments)], folder, environment, Path(scratch), timeout=240)
        assert done.returncode == code, f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        return done

    return run


@pytest.fixture
def gradbook(tmp_path: Path) -> Command:
    """Run the command `gradbook` in an empty folder."""
    return command_in(tmp_path)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a headless browser."""
    import shutil

    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    pytest.skip("no Chromium on this machine")


@pytest.fixture(scope="module")
def browser(chromium: str) -> "Iterator[Browser]":
    """A headless Chromium for the tests of one file.

    Playwright cannot be twice in a process, and its loop would be in the way of the tests that follow.
    """
    from playwright.sync_api import sync_playwright

    flags = [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-dev-shm-usage",
    ]  # fmt: skip
    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=chromium, args=flags)
        yield made
        made.close()
