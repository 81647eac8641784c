"""The graph page in a real browser: what a learner does, held to what the rest of Gradbook calculates."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.conftest import Command
from tests.web.playground.browsing import opened

from gradbook.graph import Graph
from gradbook.graph.printing import number_text
from gradbook.web.playground.examples import EXAMPLES

pytestmark = pytest.mark.browser


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


def test_a_step_too_small_for_four_digits_says_how_small_it_was(page: Page) -> None:
    page.goto("/graph?f=f+%3D+1+%2B+0.001*w**2&at=w:0.1&rate=0.25")
    page.get_by_role("button", name="One step", exact=True).click()
    expect(page.locator("#fall")).to_contain_text("f fell by 9.998·10⁻⁹, to 1.")


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
