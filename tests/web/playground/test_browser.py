"""The playground in a real browser: what a learner does, held to what the rest of Gradbook calculates."""

import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from tests.conftest import Command
from tests.web.playground.conftest import serving
from tests.web.playground.hands import hand

from gradbook.graph import Graph
from gradbook.graph.printing import number_text
from gradbook.web.playground.examples import EXAMPLES
from gradbook.web.playground.practice import drawn

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)
PAGES = ("graph", "practice", "digits", "training")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page; nothing on its console may complain, and nothing leaves this machine."""
    yield from opened(browser, address, 1280, 900)


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A page as wide as a phone's, that is touched."""
    yield from opened(browser, address, 390, 844)


def opened(browser: Browser, address: str, width: int, height: int) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": height}, base_url=address, has_touch=width < 600, reduced_motion="reduce"
    )
    made = context.new_page()
    made.set_default_timeout(20_000)
    complaints: list[str] = []
    elsewhere: list[str] = []
    made.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("request", lambda asked: None if asked.url.startswith(address) else elsewhere.append(asked.url))
    yield made
    context.close()
    assert complaints == []
    assert elsewhere == []


def labels(page: Page) -> dict[str, tuple[str, str]]:
    """What is written on the picture: value and gradient of each node."""
    nodes = page.locator("#picture [data-node]").all()
    return {
        node.get_attribute("data-node") or "": (
            node.locator(".v").text_content() or "",
            node.locator(".g").text_content() or "",
        )
        for node in nodes
    }


def calculated(text: str, **values: float) -> dict[str, tuple[str, str]]:
    graph = Graph(text, **values)
    return {n: (f"{graph.value[n]:.4g}", f"{graph.grad[n]:.4g}") for n in (*graph.inputs, *graph.intermediates)}


def drag(page: Page, place: Locator, by: float) -> None:
    box = place.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by / 2, y, steps=4)
    page.mouse.move(x + by, y, steps=4)
    page.mouse.up()


def test_numbers_are_dragged_by_sliders_and_on_the_picture(page: Page) -> None:
    page.goto("/graph")
    assert labels(page) == calculated("q = w*x; r = q + b; f = z*r", x=2, w=5, b=-2, z=3)
    page.get_by_label("z", exact=True).fill("-4.5")
    expect(page.locator("[data-node=z] .v")).to_have_text("-4.5")
    assert labels(page) == calculated("q = w*x; r = q + b; f = z*r", x=2, w=5, b=-2, z=-4.5)
    drag(page, page.locator("[data-node=w] .v"), -60)
    number = page.get_by_label("w, as a number")
    expect(number).not_to_have_value("5")
    w = float(number.input_value())
    assert w < 5
    expect(page.locator("[data-node=w] .v")).to_have_text(f"{w:.4g}")
    assert labels(page) == calculated("q = w*x; r = q + b; f = z*r", x=2, w=w, b=-2, z=-4.5)
    # The address holds all of it, once the number rests.
    expect(page).to_have_url(re.compile(re.escape(f"w:{w:g}")))
    kept = page.url
    page.goto("/practice")
    page.goto(kept)
    assert labels(page) == calculated("q = w*x; r = q + b; f = z*r", x=2, w=w, b=-2, z=-4.5)


def test_numbers_on_the_picture_are_sliders_for_the_keyboard(page: Page) -> None:
    page.goto("/graph")
    w = page.get_by_role("slider", name="w, in the picture")
    w.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    expect(page.get_by_label("w, as a number")).to_have_value("4.55")
    expect(w).to_have_attribute("aria-valuenow", "4.55")
    expect(page.locator("[data-node=w] .v")).to_have_text("4.55")
    assert labels(page) == calculated("q = w*x; r = q + b; f = z*r", x=2, w=4.55, b=-2, z=3)
    expect(page.locator("#stop")).to_have_value("0")  # the arrows did not walk


def test_a_finger_drags_a_number_on_the_picture(phone: Page) -> None:
    phone.goto("/graph")
    number = phone.locator("[data-node=x] .v")
    number.scroll_into_view_if_needed()
    box = number.bounding_box()
    assert box
    touch = phone.context.new_cdp_session(phone)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for by in range(10, 41, 10):
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + by, "y": y}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(number).to_have_text("2.5")  # 40 pixels are 20 steps of 0.025


def test_the_address_holds_the_place_of_the_walk_and_back_leads_back(page: Page) -> None:
    page.goto("/graph")
    for _ in range(5):
        page.locator("#forward").click()
    expect(page).to_have_url(re.compile(r"step=5$"))
    said = page.locator("#sentence").inner_text()
    page.reload()
    expect(page.locator("#stop")).to_have_value("5")
    expect(page.locator("#sentence")).to_have_text(said)
    expect(page.locator("#picture .now")).to_have_attribute("data-node", "r")
    page.get_by_label("Pick one").select_option("ReLU neuron")
    expect(page.locator("[data-node=h]")).to_be_visible()
    expect(page.get_by_label("Function, as")).to_have_value("a = w*x + b\nh = relu(a)\nL = (h - t)**2")
    page.go_back()
    expect(page.locator("[data-node=r]")).to_be_visible()
    expect(page.locator("#stop")).to_have_value("5")
    expect(page.get_by_label("Pick one")).to_have_value("0")


MAZUR = (  # M. Mazur's net of 2 inputs, 2 hidden neurons and 2 outputs
    "a = w1*i1 + w2*i2 + b1; h1 = sigmoid(a); c = w3*i1 + w4*i2 + b1; h2 = sigmoid(c); d = w5*h1 + w6*h2 + b2; "
    "o1 = sigmoid(d); e = w7*h1 + w8*h2 + b2; o2 = sigmoid(e); E = (t1 - o1)**2/2 + (t2 - o2)**2/2"
)


def test_a_large_graph_stays_readable_on_a_phone_and_the_walk_brings_each_node_into_view(phone: Page) -> None:
    phone.goto(f"/graph?{urlencode({'f': MAZUR})}")
    frame, letters = phone.locator("#picture"), phone.locator("[data-node=w1] .v")
    box = letters.bounding_box()
    assert box
    assert box["height"] >= 10
    seen = """name => {
      const frame = document.querySelector("#picture").getBoundingClientRect();
      const node = document.querySelector(`[data-node=${name}] .n`).getBoundingClientRect();
      return node.left >= frame.left && node.right <= frame.right
        && node.top >= frame.top && node.bottom <= frame.bottom;
    }"""
    assert not phone.evaluate(seen, "E")
    phone.locator("#last").click()
    for _ in range(6):
        phone.locator("#back").click()
    expect(frame.locator(".now")).to_have_count(1)
    name = frame.locator(".now").get_attribute("data-node")
    phone.wait_for_function(f"({seen})({name!r})")
    phone.get_by_role("button", name="Whole").click()
    assert all(phone.evaluate(seen, name) for name in ("w1", "i2", "E"))
    whole = letters.bounding_box()
    phone.get_by_role("button", name="Larger").click()
    larger = letters.bounding_box()
    assert whole
    assert larger
    assert larger["height"] > whole["height"]


@pytest.mark.parametrize("width", [390, 1280])
def test_no_equation_of_a_walk_is_cut(browser: Browser, address: str, width: int) -> None:
    for page in opened(browser, address, width, 800):
        for text in (EXAMPLES[1].text, EXAMPLES[4].text, EXAMPLES[6].text):
            page.goto(f"/graph?{urlencode({'f': text})}")
            page.locator("#last").click()
            for _ in range(8):
                page.locator("#back").click()
                expect(page.locator("#formula math").first).to_be_visible()
                assert page.evaluate("(box => box.scrollWidth <= box.clientWidth)(document.querySelector('#formula'))")


def test_the_assignments_graph_is_walked_forward_and_back(page: Page) -> None:
    page.goto("/graph")
    sentence, formula = page.locator("#sentence"), page.locator("#formula")
    graph = Graph("q = w*x; r = q + b; f = z*r", x=2, w=5, b=-2, z=3)
    page.locator("#picture").focus()
    seen = []
    for number in range(1, 11):
        page.keyboard.press("ArrowRight")
        expect(page.locator("#stop")).to_have_value(str(number))
        expect(page.locator("#picture .now")).to_have_count(1)
        seen.append(page.locator("#picture .now").get_attribute("data-node"))
    assert seen[:6] == ["q", "r", "f", "f", "r", "q"]
    assert sorted(seen[6:]) == ["b", "w", "x", "z"]
    expect(page.locator("#forward")).to_be_disabled()
    last = seen[-1] or ""
    expect(sentence).to_contain_text(f"the gradient of {last} is")
    assert number_text(graph.grad[last]) in sentence.inner_text()  # type: ignore[arg-type]
    expect(formula.locator("math").first).to_be_visible()
    assert page.locator("#picture .known-gradient").count() == 7
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#picture .known-gradient")).to_have_count(6)
    page.keyboard.press("Home")
    expect(page.locator("#picture .walking")).to_have_count(0)
    page.keyboard.press(" ")
    expect(page.locator("#play")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#stop")).to_have_value("2")


def test_steps_go_down_the_gradient_and_back_to_the_start(page: Page) -> None:
    page.goto("/graph?f=f+%3D+w**2&at=w:4&rate=0.25")
    page.get_by_role("button", name="One step", exact=True).click()
    expect(page.locator("#fall")).to_contain_text("f fell from 16 to 4")
    page.get_by_role("button", name="One step", exact=True).click()
    expect(page.locator("[data-node=w] .v")).to_have_text("1")
    assert page.locator("#trail .dot").count() == 3
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("[data-node=w] .v")).to_have_text("4")
    page.get_by_label("Rate", exact=True).fill("1.5")
    page.get_by_role("button", name="One step", exact=True).click()
    expect(page.locator("#fall")).to_contain_text("f rose from 16 to 64. The rate is too large")
    for _ in range(2):
        page.get_by_role("button", name="Ten").click()
        expect(page.get_by_role("button", name="Ten")).to_be_enabled()
    expect(page.locator("#fall")).to_contain_text("Step 21: f rose")
    # A slider that is too short has grown.
    assert float(page.get_by_label("w", exact=True).input_value()) == pytest.approx(-4 * 2**21, rel=0.02)


def test_a_function_that_cannot_be_read_is_told_in_the_terminals_words(page: Page, gradbook: Command) -> None:
    page.goto("/graph")
    page.get_by_label("Function, as").fill("f = 2w")
    alert = page.locator("#trouble")
    expect(alert).to_contain_text("a sign is missing")
    said = gradbook("derive", "f = 2w", "w=1", code=2).stderr
    assert said.removeprefix("gradbook: ").strip() == alert.inner_text().strip()
    page.get_by_label("Function, as").fill("f = 2*w\ng = f + <b>")
    expect(alert).to_contain_text("this is not an expression")
    page.get_by_label("Function, as").fill("f = 2*w\ng = tanh(f + new)")
    expect(page.locator("[data-node=new]")).to_be_visible()
    expect(alert).to_be_empty()
    page.get_by_label("Pick one").select_option("ReLU neuron")
    expect(page.locator("[data-node=h]")).to_be_visible()


def test_an_exercise_is_answered_wrong_then_right(page: Page) -> None:
    page.goto("/practice?exercise=chain&seed=3")
    exercise = drawn("chain", 3).exercise
    q = exercise.graph.intermediates[0]
    truth = number_text(exercise.truth(exercise.keys[0]))
    expect(page.locator("#picture .b")).to_have_count(9)
    field = page.get_by_label(f"value of {q}")
    row = page.locator(".answer").first
    field.fill(number_text(-exercise.truth(exercise.keys[0])))
    field.press("Enter")
    expect(row).to_have_attribute("data-state", "wrong")
    expect(row).to_contain_text("Check the signs.")
    row.get_by_role("button", name="A hint").click()
    expect(row).to_contain_text("Put negative numbers in brackets")
    expect(page.locator("#missed")).to_contain_text("1 mistake")
    a, b = (number_text(float(exercise.graph.value[name])) for name in exercise.arguments[q])
    field.fill(rf"{a} \cdot ({b}) = {truth}")
    expect(row).to_have_attribute("data-state", "right")
    expect(row.locator("math").last).to_be_visible()
    expect(page.locator("#picture .b")).to_have_count(8)
    expect(page.locator(f"[data-node={q}] .v")).to_have_text(truth)
    for key in exercise.keys[1:]:
        page.locator(f'[id="field-{key.text}"]').fill(number_text(exercise.truth(key)))
    expect(page.locator("#done")).to_have_text("All right. Take the next one.")
    expect(page.locator("#picture .b")).to_have_count(0)
    expect(page.locator("#solved")).to_have_text("1")
    page.reload()
    expect(page.locator("#solved")).to_have_text("1")  # the score stays on the page, and is not counted twice
    expect(page.locator('.answer[data-state="right"]')).to_have_count(len(exercise.keys))  # and so do the answers
    page.locator("#go-on").click()
    expect(page.locator("#exercise-title")).not_to_have_text("A chain of three")


def draw(page: Page, strokes: list[list[list[float]]]) -> None:
    pad = page.locator("#pad").bounding_box()
    assert pad
    for stroke in strokes:
        x, y = stroke[0]
        page.mouse.move(pad["x"] + x * pad["width"], pad["y"] + y * pad["height"])
        page.mouse.down()
        for x, y in [*stroke[1:-1:3], stroke[-1]]:
            page.mouse.move(pad["x"] + x * pad["width"], pad["y"] + y * pad["height"])
        page.mouse.up()


def test_ten_digits_are_drawn_and_read_with_every_stroke(page: Page) -> None:
    page.goto("/digits")
    page.locator("#network option").first.wait_for(state="attached")
    read = []
    for digit in range(10):
        if digit:
            page.locator("#clear").click()
        expect(page.locator("#verdict")).to_contain_text("Draw")
        draw(page, hand(digit, 0, 0.05, 0.9))
        expect(page.locator("#verdict b")).to_be_visible()
        expect(page.locator("#change-text")).to_contain_text(re.compile("It would read|No small change"))
        read.append(page.locator("#verdict b").inner_text())
    assert sum(found == str(digit) for digit, found in enumerate(read)) >= 9, read
    assert page.locator("#bars .winner").count() == 1
    page.get_by_label("Compare with").select_option("notebook")
    expect(page.locator("#compared")).to_contain_text("Striped: notebook reads")
    why = page.locator("#evidence-text").inner_text()
    page.get_by_role("group", name="Network that is explained").get_by_role("button", name="notebook").click()
    expect(page.locator("#evidence-text")).not_to_have_text(why)
    page.get_by_label("Neuron", exact=True).fill("7")
    expect(page.locator("#neuron-text")).to_contain_text("It speaks most for")


def test_several_digits_are_read_and_each_is_explained(page: Page) -> None:
    page.goto("/digits")
    expect(page.locator("#network")).to_be_enabled()
    draw(page, [*hand(3, size=0.45, right=-0.75), *hand(1, size=0.45), *hand(7, size=0.45, right=0.75)])
    expect(page.locator("#verdict b")).to_have_text("317")
    chips = page.get_by_role("group", name="Digit that is explained").get_by_role("button")
    expect(chips).to_have_count(3)
    expect(page.locator("#bars .winner .class")).to_have_text("3")
    chips.nth(2).click()
    expect(page.locator("#bars .winner .class")).to_have_text("7")
    expect(page.locator("#evidence-text")).to_contain_text("for 7: +")
    page.goto("/graph")
    page.goto("/digits")  # the drawing stays
    expect(page.locator("#verdict b")).to_have_text("317")
    page.locator("#clear").click()
    expect(chips).to_have_count(0)
    draw(page, [[[0.5, 0.5], [0.5, 0.51]]])
    expect(page.locator("#verdict")).to_have_text("No digit: what is there is a blot, not a stroke.")


def test_a_broken_photo_is_told_at_its_place_and_a_good_one_read(page: Page, tmp_path: Path) -> None:
    from gradbook.web.playground.strokes import picture_of

    page.goto("/digits")
    page.locator("#network option").first.wait_for(state="attached")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and nothing")
    page.locator("#photo").set_input_files(tmp_path / "broken.png")
    expect(page.locator("#trouble")).not_to_be_empty()
    picture_of(hand(5)).resize((700, 700)).save(tmp_path / "five.png")
    page.locator("#photo").set_input_files(tmp_path / "five.png")
    expect(page.locator("#verdict b")).to_have_text("5")
    expect(page.locator("#trouble")).to_be_empty()


def test_training_is_watched_paused_and_gone_on_with(page: Page) -> None:
    page.goto("/training")
    expect(page.locator("#start")).to_be_enabled()
    page.get_by_label("Start from").select_option("notebook")
    page.get_by_label("Epochs").fill("20")
    page.get_by_label("Hidden neurons").fill("50")
    page.get_by_role("button", name="Start").click()
    expect(page.locator("#tests li")).to_have_count(12)
    expect(page.locator("#tests .good").first).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    page.wait_for_timeout(600)  # what was said before the pause arrives
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
    expect(page.locator("#tests li")).to_have_count(12)
    [worker] = processes_below(process) - before
    context.close()
    for _ in range(300):
        if worker not in processes_below(process):
            return
        time.sleep(0.1)
    raise AssertionError("the training goes on though nobody watches")


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


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_phone(phone: Page, name: str) -> None:
    phone.goto(f"/{name}")
    phone.wait_for_load_state("networkidle")
    sizes = phone.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert sizes[0] <= sizes[1]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(page: Page, name: str, theme: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.goto(f"/{name}")
    page.wait_for_load_state("networkidle")
    if name == "graph":
        page.locator("#forward").click()
        expect(page.locator("#formula math").first).to_be_visible()
    found = Axe().run(page).response["violations"]
    serious = [
        (fault["id"], fault["nodes"][0]["html"]) for fault in found if fault["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_the_theme_is_chosen_and_kept(page: Page) -> None:
    page.goto("/graph")
    page.get_by_role("button", name="Theme: auto").click()
    page.get_by_role("button", name="Theme: light").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
