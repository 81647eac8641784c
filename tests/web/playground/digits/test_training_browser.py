"""Training in a real browser: watched, paused, gone on with, and left."""

import signal
import subprocess
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.playground.conftest import serving

pytestmark = pytest.mark.browser


def test_training_is_watched_paused_and_gone_on_with(page: Page) -> None:
    page.goto("/training")
    expect(page.locator("#start")).to_be_enabled()
    page.get_by_label("Start from").select_option("notebook")
    page.get_by_label("Epochs").fill("30")
    page.get_by_label("Hidden neurons").fill("50")
    page.get_by_label("Pace").select_option("slow motion")  # a busy machine must not find it ended before the pause
    page.get_by_role("button", name="Start").click()
    expect(page.locator("#tests li")).to_have_count(12)
    expect(page.locator("#tests .good").first).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    expect(page.locator("#left")).to_have_text("Paused.")
    page.wait_for_timeout(1_500)  # what was said before the pause arrives
    before = page.locator("#progress").get_attribute("value")
    page.wait_for_timeout(400)
    assert page.locator("#progress").get_attribute("value") == before
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("#progress")).not_to_have_attribute("value", before or "")
    page.get_by_label("Pace").select_option("full speed")
    expect(page.locator("#status")).to_contain_text("of training", timeout=60_000)
    assert float(page.locator("#loss").inner_text()) < 1


def test_the_optimizer_is_chosen_with_a_rate_that_fits_it(page: Page) -> None:
    page.goto("/training")
    expect(page.locator("#start")).to_be_enabled()
    rate = page.get_by_label("Learning rate")
    page.get_by_label("Start from").select_option("notebook")
    page.get_by_label("Optimizer").select_option("SGD")
    expect(rate).to_have_value("0.5")
    page.get_by_label("Optimizer").select_option("Adam")
    expect(rate).to_have_value("0.001")
    rate.fill("0.3")
    page.get_by_label("Optimizer").select_option("SGD with momentum")
    expect(rate).to_have_value("0.3")  # what was typed stays
    page.get_by_label("Epochs").fill("2")
    page.get_by_label("Pace").select_option("full speed")
    page.get_by_role("button", name="Start").click()
    expect(page.locator("#status")).to_contain_text("of training", timeout=60_000)


def processes_below(server: "subprocess.Popen[str]") -> set[str]:
    found = subprocess.run(["ps", "--ppid", str(server.pid), "-o", "pid="], capture_output=True, text=True, check=False)
    return set(found.stdout.split())


def test_closing_the_page_ends_play(browser: Browser, server: tuple[str, "subprocess.Popen[str]"]) -> None:
    address, process = server
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto("/training")
    expect(page.locator("#start")).to_be_enabled()
    before = processes_below(process)
    page.get_by_label("Start from").select_option("notebook")
    page.get_by_label("Epochs").fill("100")
    page.get_by_label("Pace").select_option("slow motion")
    page.get_by_role("button", name="Start").click()
    expect(page.locator("#status")).to_contain_text("Learning from")
    [worker] = processes_below(process) - before
    context.close()
    for _ in range(300):
        if worker not in processes_below(process):
            return
        time.sleep(0.1)
    raise AssertionError("the training goes on though nobody watches")


# A tab behind another one, which no headless browser has.
HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
SOURCES = """window.sources = [];
window.EventSource = class extends EventSource { constructor(...all) { super(...all); window.sources.push(this); } };"""
OPEN = "sources.filter((source) => source.readyState !== EventSource.CLOSED).length"


@pytest.mark.parametrize("name", ["unseen", ""])
def test_a_page_that_is_not_seen_lets_go_of_a_run_but_not_of_play(browser: Browser, address: str, name: str) -> None:
    page = browser.new_context(base_url=address).new_page()
    page.add_init_script(SOURCES)
    page.goto("/training")
    expect(page.locator("#start")).to_be_enabled()
    page.get_by_label("Start from").select_option("notebook")
    page.get_by_label("Epochs").fill("3")
    page.get_by_label("Keep it as a run").fill(name)
    page.get_by_role("button", name="Start").click()
    expect(page.locator("#status")).to_contain_text("Learning from")
    page.evaluate(HIDE, True)
    assert page.evaluate(OPEN) == (0 if name else 1)
    page.evaluate(HIDE, False)
    assert page.evaluate(OPEN) == 1
    page.get_by_label("Pace").select_option("full speed")
    expect(page.locator("#status")).to_contain_text("of training", timeout=60_000)
    assert page.evaluate(OPEN) == 0
    page.evaluate(HIDE, True)
    page.evaluate(HIDE, False)
    assert page.evaluate(OPEN) == 0  # what has ended is not asked for again
    page.context.close()


def test_ctrl_c_ends_it_in_peace_also_while_a_page_watches(browser: Browser, runs: Path) -> None:
    with serving(runs) as (address, process):
        page = browser.new_context(base_url=address).new_page()
        page.goto("/training")
        expect(page.locator("#start")).to_be_enabled()
        page.get_by_label("Pace").select_option("slow motion")
        page.get_by_role("button", name="Start").click()
        expect(page.locator("#status")).to_contain_text("Learning from")
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        page.context.close()
