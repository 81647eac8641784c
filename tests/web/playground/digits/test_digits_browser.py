"""The page of digits in a real browser: drawn for, and asked why."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from tests.web.playground.browsing import draw
from tests.web.playground.hands import hand

pytestmark = pytest.mark.browser


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


def test_a_network_for_handwriting_is_trained_where_there_is_none_and_chosen_once_it_is_there(page: Page) -> None:
    quick, own = {"id": "notebook", "title": "for now (90%)"}, {"id": "fast", "title": "for handwriting (99%)"}
    told: dict[str, object] = {"networks": [], "own": False, "making": None}
    made = []
    page.route("**/digits/networks", lambda asked: asked.fulfill(json=told))

    def make(asked: Route) -> None:
        made.append(asked.request.method)
        told["making"] = {"share": 0, "seconds_left": None}
        asked.fulfill(json={})

    page.route("**/digits/make", make)
    page.goto("/digits")
    expect(page.locator("#making-text")).to_contain_text("being trained: 0.0%. It is kept")
    draw(page, hand(3))
    expect(page.locator("#verdict")).to_contain_text("Draw")
    told |= {"networks": [quick], "making": {"share": 0.5, "seconds_left": 60.2}}
    expect(page.locator("#making-text")).to_contain_text("50.0%, about 60 s left")
    expect(page.locator("#verdict b")).to_have_text("3")  # the quick one reads what was drawn
    expect(page.locator("#network")).to_have_value("notebook")
    told |= {"networks": [own], "own": True, "making": None}
    expect(page.locator("#making")).to_be_hidden()
    expect(page.locator("#network")).to_have_value("fast")
    expect(page.locator("#verdict b")).to_have_text("3")
    assert made == ["POST"]


def test_the_network_for_handwriting_can_be_wished_for_beside_others(page: Page) -> None:
    made = []
    page.route("**/digits/make", lambda asked: (made.append(asked.request.method), asked.fulfill(json={}))[1])
    page.goto("/digits")
    expect(page.locator("#network")).to_be_enabled()
    page.locator("#network").select_option(label="for handwriting: train it now …")
    expect(page.locator("#network")).to_have_value("fast")
    assert made == ["POST"]


def test_a_broken_photo_is_told_at_its_place_and_a_good_one_read(page: Page, tmp_path: Path) -> None:
    from gradbook.web.playground.digits.strokes import picture_of

    page.goto("/digits")
    page.locator("#network option").first.wait_for(state="attached")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and nothing")
    page.locator("#photo").set_input_files(tmp_path / "broken.png")
    expect(page.locator("#trouble")).not_to_be_empty()
    picture_of(hand(5)).resize((700, 700)).save(tmp_path / "five.png")
    page.locator("#photo").set_input_files(tmp_path / "five.png")
    expect(page.locator("#verdict b")).to_have_text("5")
    expect(page.locator("#trouble")).to_be_empty()
