"""A JupyterLab and a headless Chromium that tests share, and what a learner does with them."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

import gradbook


@dataclass(frozen=True)
class Lab:
    """JupyterLab in a browser.

    Attributes:
        root: the folder that the server shows.
        pictures: where screenshots go.
    """

    page: Page
    address: str
    root: Path
    pictures: Path

    def open(self, name: str) -> None:
        """Open a notebook in a fresh workspace, and wait until its kernel is ready."""
        workspace = f"w{time.monotonic_ns()}"
        self.page.goto(f"{self.address}/lab/workspaces/{workspace}/tree/{name}?reset")
        self.page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
        # The page says idle before its kernel is: the server knows.
        until(lambda: self._is_ready(name), 60)

    def cell(self, number: int) -> Locator:
        """A cell, counted from 0."""
        return self.page.locator(".jp-Notebook .jp-Cell").nth(number)

    def run(self, number: int) -> Locator:
        """Run a code cell, wait until it is done, and return its output."""
        cell = self.cell(number)
        cell.scroll_into_view_if_needed()
        prompt = cell.locator(".jp-InputPrompt").first
        before = prompt.inner_text()
        end = time.monotonic() + 60

        def done() -> bool:
            return any(letter.isdigit() for letter in prompt.inner_text()) and prompt.inner_text() != before

        while not done():
            assert time.monotonic() < end, "the cell does not run"
            if "*" not in prompt.inner_text():  # not yet, or lost while the page found its kernel
                cell.locator(".cm-content").first.click()
                self.page.keyboard.press("Control+Enter")
            with contextlib.suppress(AssertionError):
                until(done, 2)
        return cell.locator(".jp-Cell-outputWrapper")

    def write(self, number: int, text: str) -> None:
        """Replace the text of a Markdown cell, without saving."""
        cell = self.cell(number)
        cell.scroll_into_view_if_needed()
        cell.dblclick()
        cell.locator(".cm-content").first.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Shift+Enter")

    def _is_ready(self, name: str) -> bool:
        with urllib.request.urlopen(f"{self.address}/api/sessions", timeout=5) as answer:
            sessions = json.load(answer)
        kernels = [session["kernel"] for session in sessions if session["path"] == name]
        return any(kernel["execution_state"] == "idle" and kernel["connections"] for kernel in kernels)

    def picture(self, name: str) -> None:
        """Take a screenshot."""
        self.page.screenshot(path=self.pictures / f"{name}.png")


def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something holds; fail if it does not within so many seconds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


@contextlib.contextmanager
def jupyterlab(root: Path, own: Path, browser: Browser) -> Iterator[Lab]:
    """Run JupyterLab on a folder, with settings of its own, and show it in a browser."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", "--ip=127.0.0.1"]
    command += ["--IdentityProvider.token=", "--ServerApp.password=", f"--ServerApp.root_dir={root}"]
    command += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    places = {
        name: str(own / name.lower())
        for name in (
            "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR",
            "IPYTHONDIR",
        )
    }  # fmt: skip
    source = str(Path(gradbook.__file__).parents[1])
    environment = {**os.environ, **places, "PYTHONPATH": source, "PYTHONWARNINGS": "ignore"}
    environment.pop("JPY_SESSION_NAME", None)
    with (own / "jupyterlab.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=log)
        try:
            until(lambda: _answers(f"{address}/api"), 60)
            page = browser.new_page(viewport={"width": 1200, "height": 900})
            page.set_default_timeout(20_000)
            yield Lab(page, address, root, own)
            page.close()
        finally:
            server.terminate()
            server.wait(20)


def _answers(address: str) -> bool:
    with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2):
        return True
    return False
