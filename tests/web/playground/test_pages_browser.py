"""What holds for every page in a real browser."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.web.playground.browsing import draw
from tests.web.playground.hands import hand

from gradbook.graph.printing import number_text
from gradbook.web.playground.practice import drawn

pytestmark = pytest.mark.browser


PAGES = ("graph", "practice", "digits", "training")


def walked(page: Page) -> None:
    page.goto("/graph")
    page.locator("#last").click()
    expect(page.locator("#formula math").first).to_be_visible()
    page.get_by_role("button", name="One step", exact=True).click()
    expect(page.locator("#trail .dot").first).to_be_visible()


def unreadable(page: Page) -> None:
    page.goto("/graph")
    page.get_by_label("Function, as").fill("f = 2w")
    expect(page.locator("#trouble")).not_to_be_empty()


def answered(page: Page) -> None:
    page.goto("/practice?exercise=chain&seed=3")
    exercise = drawn("chain", 3).exercise
    fields = page.locator(".answer input")
    expect(fields).to_have_count(len(exercise.keys))
    for place, text in enumerate((number_text(exercise.truth(exercise.keys[0])), "77", r"\frac{1}{", "x x x")):
        fields.nth(place).fill(text)
        fields.nth(place).press("Enter")
    expect(page.locator('.answer[data-state="right"]')).to_have_count(1)
    page.locator(".answer button").first.click()


def compared(page: Page) -> None:
    page.goto("/digits")
    expect(page.locator("#network")).to_be_enabled()
    page.get_by_label("Compare with").select_option("notebook")
    draw(page, [*hand(3, size=0.45, right=-0.5), *hand(1, size=0.45, right=0.5)])
    expect(page.locator("#several button")).to_have_count(2)
    expect(page.locator("#change-text")).to_contain_text("It would read")


def no_digit(page: Page) -> None:
    page.goto("/digits")
    expect(page.locator("#network")).to_be_enabled()
    draw(page, [[[0.5, 0.5], [0.5, 0.51]]])
    expect(page.locator("#verdict")).to_contain_text("No digit")


def trained(page: Page) -> None:
    page.goto("/training")
    expect(page.locator("#start")).to_be_enabled()
    page.get_by_label("Start from").select_option("notebook")
    page.get_by_label("Pace").select_option("full speed")
    page.get_by_role("button", name="Start").click()
    expect(page.locator("#status")).to_contain_text("of training", timeout=60_000)


def plain(name: str) -> Callable[[Page], None]:
    def state(page: Page) -> None:
        page.goto(f"/{name}")
        page.wait_for_load_state("networkidle")

    return state


STATES = {name: plain(name) for name in PAGES} | {
    state.__name__: state for state in (walked, unreadable, answered, compared, no_digit, trained)
}


@pytest.mark.parametrize("state", STATES)
def test_every_state_fits_a_phone(phone: Page, state: str) -> None:
    STATES[state](phone)
    sizes = phone.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert sizes[0] <= sizes[1]
    cut = phone.evaluate("""() => [...document.querySelectorAll("button, .row, h2, p, label, li")].filter((element) =>
      element.clientWidth && element.scrollWidth > element.clientWidth + 1 && !element.matches(".hidden, .hidden *")
      && getComputedStyle(element).overflowX === "visible").map((element) => element.outerHTML.slice(0, 90))""")
    assert cut == []


SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    if (!shift.hadRecentInput) window.shifts.push([shift.value, ...shift.sources.map((source) => {
      const element = source.node?.nodeType === 1 ? source.node : source.node?.parentElement;
      return element?.outerHTML.slice(0, 60);
    })]);
  }
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("state", STATES)
def test_nothing_jumps_and_axe_finds_no_fault_in_any_state_in_either_theme(page: Page, state: str) -> None:
    page.emulate_media(color_scheme="light")
    page.add_init_script(SHIFTS)
    STATES[state](page)
    page.wait_for_timeout(200)
    shifts = page.evaluate("window.shifts")
    # An answer to what was typed may push down what follows it.
    assert state in ("unreadable", "answered") or sum(shift[0] for shift in shifts) < 0.02, shifts
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        found = Axe().run(page).response["violations"]
        assert [(theme, fault["id"], fault["impact"], fault["nodes"][0]["html"]) for fault in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_everything_and_is_seen_where_it_is(page: Page, name: str) -> None:
    page.goto(f"/{name}")
    page.wait_for_load_state("networkidle")
    wanted = page.evaluate("""() => [...document.querySelectorAll("a, button, input, select, textarea, [tabindex='0']")]
      .filter((element) => !element.disabled && element.checkVisibility()).length""")
    seen: set[str] = set()
    for _ in range(wanted + 3):
        page.keyboard.press("Tab")
        focused = page.evaluate("""() => {
          const element = document.activeElement;
          if (element === document.body) return null;
          element.dataset.seen ??= String(Math.random());
          const shown = element.closest("label.button") ?? element;
          const style = getComputedStyle(shown), node = element.querySelector(".n");
          const ring = style.outlineStyle !== "none" || (node && getComputedStyle(node).strokeWidth === "3.2px");
          return [element.dataset.seen, ring, shown.checkVisibility(), element.outerHTML.slice(0, 90)];
        }""")
        if focused is None:
            continue
        place, ring, visible, html = focused
        assert ring, html
        assert visible, html
        seen.add(place)
    assert len(seen) >= wanted


def test_who_wants_less_motion_gets_none(page: Page) -> None:
    for name in PAGES:
        page.goto(f"/{name}")
        moving = "() => [...document.querySelectorAll('*')].filter((element) => "
        moving += "parseFloat(getComputedStyle(element).transitionDuration) > 0).length"
        assert page.evaluate(moving) == 0


def test_the_theme_is_chosen_and_kept(page: Page) -> None:
    page.goto("/graph")
    page.get_by_role("button", name="Theme: auto").click()
    page.get_by_role("button", name="Theme: light").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
