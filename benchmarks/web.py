"""How long does the playground let one wait, and how much does it send?

Rows: from the start of `gradbook play` to the first page; from a slider to the picture; from a stroke to the bars,
beside a plain Gradio page (`gr.Sketchpad` to `gr.Label`) that does the digit part with the same network; and what each
page weighs. Times are taken in a headless Chromium, from the event in the page to the change in the page, so that
drawing, the way to the server and back and the network are all in them. A stroke's time runs from the pen's last
movement to the last change of the bars. The digit pages are measured in turn.

    python benchmarks/web.py [--times 60] [--starts 5] [--json FILE]

Peer: pip install 'gradbook[bench]'. Chromium: apt-get install chromium.
"""

import argparse
import contextlib
import importlib.util
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

import gradbook

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
GOALS = {"stroke to bars": 30.0, "slider to picture": 30.0, "start to first page": 1500.0}  # milliseconds
MOST_WEIGHT = 300.0  # kB
DIGITS, PIECES = "235689", 8  # drawn, each in so many strokes
BRUSH = "#pad button[aria-label=Brush]"
STROKES = Path(gradbook.__file__).parent / "web/playground/static/strokes.json"
LEAST_TIMES = 3.0  # as fast as Gradio, from stroke to bars

# Notes the time from the last thing done to one element (a pen moved, a slider set) to the last change of another that
# comes before it begins again: the first change may answer what was done before.
PROBE = """([from, to, done, again]) => {
  window.waits = [];
  let begun = 0, wait = 0, text = "";
  const said = () => document.querySelector(to)?.innerHTML ?? "", part = document.querySelector(from);
  window.noted = () => { if (wait) window.waits.push(wait); begun = wait = 0; };
  part.addEventListener(again, window.noted, true);
  part.addEventListener(done, ({ buttons }) => {
    if (buttons === 0) return; // a pen that does not draw
    begun = performance.now();
    wait = 0;
    text = said();
  }, true);
  new MutationObserver(() => {
    const now = said();
    if (begun && now !== text && /\\d/.test(now)) { text = now; wait = performance.now() - begun; }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}"""

GRADIO = """
import sys
import gradio as gr
import numpy as np
from gradbook.digits.handwriting.prediction import predict
from gradbook.digits.runs import load_model
from pathlib import Path

model = load_model(Path(sys.argv[1]))

def read(sketch):
    picture = sketch["composite"] if sketch else None
    if picture is None:
        return {}
    [reading] = predict(model, [np.asarray(picture)])
    return {str(digit): share for digit, share in enumerate(reading.probabilities or [])}

with gr.Blocks() as page:
    pad = gr.Sketchpad(canvas_size=(400, 400), elem_id="pad", brush=gr.Brush(default_size=22, colors=["#000000"]))
    label = gr.Label(num_top_classes=10, elem_id="label")
    pad.change(read, pad, label, show_progress="hidden")
page.launch(server_name="127.0.0.1", server_port=int(sys.argv[2]), quiet=True)
"""


@contextlib.contextmanager
def playing(runs: Path) -> Iterator[tuple[str, float]]:
    """Start the playground, and yield its address and the milliseconds to its first page."""
    command = [sys.executable, "-u", "-m", "gradbook", "play", "--no-open", "--runs", str(runs)]
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://[\d.:]+", server.stdout.readline())
            assert found is not None
            with urllib.request.urlopen(f"{found.group()}/graph") as answer:
                answer.read()
            yield found.group(), 1000 * (time.perf_counter() - begin)
        finally:
            server.terminate()


def network(folder: Path) -> Path:
    """Train the network that both digit pages use, and return its run."""
    from gradbook.digits import load, preset
    from gradbook.digits.runs import start_run

    data = load("sample")
    return start_run(folder / "runs" / "fast", data, preset("fast", data)).folder


def sliders(page: Page, times: int) -> list[float]:
    """Move a slider, and return how long each number on the picture took to follow."""
    page.locator("#inputs input[type=range]").first.wait_for()
    page.evaluate(PROBE, ["#inputs input[type=range]", "#picture [data-node=f] .v", "input", "keydown"])
    slider = page.locator("#inputs input[type=range]").first
    slider.focus()
    for number in range(times):
        page.keyboard.press("ArrowLeft" if number % 40 < 20 else "ArrowRight")
        page.wait_for_timeout(80)
    return waits(page)


def strokes(
    page: Page, address: str, canvas: str, label: str, digit: str, patience: int, tool: str = ""
) -> list[float]:
    """Draw a digit piece by piece on a fresh page, and return how long the answer to each piece took."""
    page.goto(address)
    page.locator(canvas).first.wait_for()
    page.wait_for_timeout(1500)
    if tool:  # Gradio's page wants one to be chosen
        page.locator(tool).first.click()
    page.evaluate(PROBE, ["#pad", label, "pointermove", "pointerdown"])
    box = page.locator(canvas).first.bounding_box()
    assert box is not None
    side = 0.8 * min(box["width"], box["height"])
    left, top = box["x"] + (box["width"] - side) / 2, box["y"] + (box["height"] - side) / 2
    points = [point for stroke in json.loads(STROKES.read_text())[int(digit)] for point in stroke]
    size = len(points) // PIECES
    for number in range(PIECES):
        piece = points[number * size : (number + 1) * size + 1]
        page.mouse.move(left + piece[0][0] * side, top + piece[0][1] * side)
        page.mouse.down()
        for x, y in piece[1:]:
            page.mouse.move(left + x * side, top + y * side)
        page.mouse.up()
        page.wait_for_timeout(patience)
    found = waits(page)
    page.goto("about:blank")  # nothing of it is in the way of the next
    return found


def waits(page: Page) -> list[float]:
    """Return what the probe noted, the first left out: it warms up."""
    found: list[float] = page.evaluate("() => { window.noted(); return window.waits; }")
    return found[1:]


@contextlib.contextmanager
def gradio(run: Path, folder: Path) -> Iterator[str]:
    """Start the Gradio page, and yield its address."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    script = folder / "page.py"
    script.write_text(GRADIO)
    environment = {**os.environ, "GRADIO_ANALYTICS_ENABLED": "False"}
    with subprocess.Popen([sys.executable, str(script), str(run), str(port)], env=environment) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            for _ in range(600):
                with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2):
                    break
                time.sleep(0.1)
            yield address
        finally:
            server.terminate()


def weights(page: Page, address: str) -> dict[str, float]:
    """Return what each page sends, in kB, all of its files together."""
    found = {}
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())) if answer.ok else None)
    for name in ("graph", "practice", "digits", "training"):
        sizes.clear()
        page.goto(f"{address}/{name}", wait_until="networkidle")
        found[name] = sum(sizes) / 1000
    return found


def row(name: str, found: list[float], goal: float | None) -> str:
    """Write a row of the table: median, 95 %, goal."""
    if not found:
        return f"| {name} | not measured | | |"
    middle = statistics.median(found)
    high = sorted(found)[min(len(found) - 1, round(0.95 * len(found)))]
    reached = "" if goal is None else f"{goal:.0f}: {'reached' if middle <= goal else 'MISSED'}"
    return f"| {name} | {middle:.1f} | {high:.1f} | {reached} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=60, help="moves of the slider")
    parser.add_argument("--starts", type=int, default=5, help="starts of the server")
    parser.add_argument("--json", help="write raw results to this file")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("This needs Chromium: apt-get install chromium")
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as driver:
        folder = Path(scratch)
        run = network(folder)
        results["start to first page"] = []
        for _ in range(options.starts):
            with playing(run.parent) as (_, milliseconds):
                results["start to first page"].append(milliseconds)
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        ours, theirs = browser.new_page(), browser.new_page()
        with playing(run.parent) as (address, _):
            results["kB"] = weights(browser.new_page(), address)
            ours.goto(f"{address}/graph")
            results["slider to picture"] = sliders(ours, options.times)
            with gradio(run, folder) if importlib.util.find_spec("gradio") else contextlib.nullcontext() as other:
                results["stroke to bars"], results["stroke to bars, Gradio"] = [], []
                for digit in DIGITS:  # in turn, so that a drift of the machine meets both
                    results["stroke to bars"] += strokes(ours, f"{address}/digits", "#pad", "#bars", digit, 300)
                    if other is not None:
                        results["stroke to bars, Gradio"] += strokes(
                            theirs, other, "#pad canvas", "#label .container", digit, 1500, BRUSH
                        )
        browser.close()
    print("| what | median ms | 95 % ms | goal |\n|---|---|---|---|")
    for name in ("start to first page", "slider to picture", "stroke to bars", "stroke to bars, Gradio"):
        print(row(name, results[name], GOALS.get(name)))
    if results["stroke to bars, Gradio"] and results["stroke to bars"]:
        times = statistics.median(results["stroke to bars, Gradio"]) / statistics.median(results["stroke to bars"])
        verdict = "reached" if times >= LEAST_TIMES else "MISSED"
        print(f"\nStroke to bars: {times:.1f} times as fast as Gradio (at least {LEAST_TIMES:.0f}: {verdict}).")
    for name, size in results["kB"].items():
        print(f"Page {name}: {size:.0f} kB ({'reached' if size <= MOST_WEIGHT else 'MISSED'}: {MOST_WEIGHT:.0f}).")
    if options.json:
        Path(options.json).write_text(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
