"""Two trained networks, and the playground over them: as an application, and as a server with a browser."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient
from tests.once import made_once
from tests.web.playground.browsing import opened

from gradbook.digits import Digits, preset
from gradbook.digits.runs import start_run
from gradbook.web.playground.app import make_app


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory, sample: Digits) -> Path:
    """A folder with two runs; no network for handwriting is kept anywhere."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    folder = tmp_path_factory.mktemp("play") / "runs"
    for name in ("fast", "notebook"):
        start = partial(start_run, data=sample, recipe=preset(name, sample))
        shutil.copytree(made_once(tmp_path_factory, name, start), folder / name)
    return folder


@pytest.fixture(scope="session")
def client(runs: Path) -> Iterator[TestClient]:
    """What asks the playground without a browser."""
    with TestClient(make_app(runs, "sample"), base_url="http://127.0.0.1:8765") as made:
        yield made


@contextlib.contextmanager
def serving(runs: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run `gradbook play` in the folder of the runs, and yield its address."""
    command = [sys.executable, "-m", "gradbook", "play", "--no-open", "--runs", str(runs), "--data", "sample", *options]
    environment = {**os.environ, "GRADBOOK_DATA": "", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=runs.parent, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            said = server.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+", said)
            assert address, said
            yield address.group(), server
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def server(runs: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server: its address, and its process."""
    with serving(runs) as found:
        yield found


@pytest.fixture(scope="session")
def address(server: tuple[str, subprocess.Popen[str]]) -> str:
    """The address of the server."""
    return server[0]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page."""
    yield from opened(browser, address, 1280, 900)


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A page as wide as a phone's, that is touched."""
    yield from opened(browser, address, 390, 844)
