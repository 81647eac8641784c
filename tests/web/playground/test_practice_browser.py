"""Practice in a real browser."""

import pytest
from playwright.sync_api import Page, Route, expect

from gradbook.graph.printing import number_text
from gradbook.web.playground.practice import drawn

pytestmark = pytest.mark.browser


def test_an_answer_that_is_right_moves_nothing(page: Page) -> None:
    page.goto("/practice?exercise=chain&seed=3")
    exercise = drawn("chain", 3).exercise
    rows = page.locator(".answer")
    expect(rows).to_have_count(len(exercise.keys))
    before = [row.bounding_box() for row in rows.all()]
    rows.first.locator("input").fill(number_text(exercise.truth(exercise.keys[0])))
    expect(rows.first).to_have_attribute("data-state", "right")
    assert [row.bounding_box() for row in rows.all()] == before


def test_a_late_answer_to_what_stood_there_before_is_not_shown(page: Page) -> None:
    held: list[Route] = []
    page.goto("/practice?exercise=chain&seed=3")
    exercise = drawn("chain", 3).exercise
    field, row = page.locator(".answer input").first, page.locator(".answer").first
    truth = exercise.truth(exercise.keys[0])
    wrong = number_text(-truth)
    field.fill(wrong)
    expect(row).to_have_attribute("data-state", "wrong")  # asked about while typing; from here on, by Enter only

    def hold(route: Route) -> None:
        if wrong in route.request.post_data_json["answers"].values():
            held.append(route)
        else:
            route.continue_()

    page.route("**/practice/judge", hold)
    field.press("Enter")
    field.fill(number_text(truth))
    expect(row).to_have_attribute("data-state", "right")
    expect(page.locator("#missed")).to_be_empty()
    assert held
    for route in held:
        with page.expect_response("**/practice/judge"):
            route.continue_()
    expect(page.locator("#missed")).not_to_be_empty()  # it was finished, and counts
    expect(row).to_have_attribute("data-state", "right")


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
    expect(row).to_contain_text("Check the signs")
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
