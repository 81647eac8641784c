"""Make the README's pictures: the playground's pages, light and dark, as a headless Chromium shows them.

    make screenshots

A network is trained first (preset `fast`, on the best data that this machine has), so that the page of digits has
something to explain.
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from gradbook.graph.printing import number_text
from gradbook.web.playground.practice import drawn

expect.set_options(timeout=30_000)  # beside other work, a machine may be slow
FOLDER = Path(__file__).parent / "img"
SIZES = {"graph": (1280, 840), "practice": (1280, 960), "digits": (1280, 1050)}
COLOURS = 255  # of a picture: flat pages need no more, and the files are a third as large
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


def graph(page: Page) -> None:
    """A sigmoid neuron after ten steps, at the end of the way back."""
    page.goto("/graph")
    page.get_by_label("Pick one").select_option("Sigmoid neuron, squared loss")
    expect(page.locator("[data-node=L]")).to_be_visible()
    page.get_by_role("button", name="Ten").click()
    expect(page.locator("#fall")).to_contain_text("Step 10")
    page.locator("#last").click()
    expect(page.locator("#formula math").first).to_be_visible()
    page.mouse.move(0, 0)


def practice(page: Page) -> None:
    """An exercise half done, with one mistake and its hint."""
    page.goto("/practice?exercise=chain&seed=3")
    exercise = drawn("chain", 3).exercise
    keys = [key.text for key in exercise.keys]
    out, first = exercise.graph.output, exercise.graph.intermediates[0]
    expect(page.locator(".answer input")).to_have_count(len(keys))
    answers = {key.text: number_text(float(f"{exercise.truth(key):.3g}")) for key in exercise.keys[:5]}
    factors = " * ".join(exercise.arguments[first])
    answers[first] = f"{factors} = {answers[first]}"
    local = f"d{out}/d{exercise.arguments[first][0]}"
    answers[local] = exercise.arguments[first][1]  # the local derivative where the total one was asked
    for key, answer in answers.items():
        field = page.locator(f'[id="field-{key}"]')
        field.fill(answer)
        field.press("Enter")
    expect(page.locator('.answer[data-state="right"]')).to_have_count(5)
    expect(page.locator('.answer[data-state="wrong"]')).to_have_count(1)
    page.locator(".answer button").click()


def digits(page: Page) -> None:
    """A four, and why."""
    page.goto("/digits")
    page.locator("#network option").first.wait_for(state="attached")
    page.get_by_label("Draw for me").select_option("4")
    expect(page.locator("#change-text")).to_contain_text("would read")
    expect(page.locator("#neuron-text")).to_contain_text("most for")
    first = page.locator("#neuron-text").inner_text()
    page.get_by_label("Neuron", exact=True).fill("17")
    expect(page.locator("#neuron-text")).not_to_have_text(first)
    page.get_by_label("Neuron", exact=True).blur()


PAGES = {"graph": graph, "practice": practice, "digits": digits}


def take(browser: Browser, address: str, name: str, theme: str) -> None:
    """Take one picture."""
    width, height = SIZES[name]
    size: ViewportSize = {"width": width, "height": height}
    context = browser.new_context(base_url=address, viewport=size, color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    PAGES[name](page)
    page.evaluate("scrollTo(0, 0)")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    flat = shot.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=3, dither=Image.Dither.NONE)
    flat.save(FOLDER / f"{name}-{theme}.png", optimize=True)
    context.close()


def main() -> None:
    """Make all pictures."""
    from gradbook.web.playground.digits.training_process import Job

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("The pictures need Chromium: apt-get install chromium")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        runs = Path(scratch) / "runs"
        job = Job(None, "fast", folder=str(runs / "fast"))
        training = [sys.executable, "-m", "gradbook.web.playground.digits.training_process"]
        subprocess.run(training, input=job.line(), text=True, check=True, stdout=subprocess.DEVNULL)
        command = [sys.executable, "-u", "-m", "gradbook", "play", "--no-open", "--runs", str(runs)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server, sync_playwright() as driver:
            try:
                assert server.stdout is not None
                found = re.search(r"http://[\d.:]+", server.stdout.readline())
                assert found is not None
                browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
                for name in PAGES:
                    for theme in ("light", "dark"):
                        take(browser, found.group(), name, theme)
                        print(FOLDER / f"{name}-{theme}.png")
                browser.close()
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
