"""What holds for every page in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


PAGES = ("graph", "practice", "digits", "training")


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
