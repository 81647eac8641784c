"""A dot between operands in mathematics is a product where an answer multiplies so; else it may end an equation."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

PRODUCTS = "$q = w . x = 5 . 2 = 10$\n\n$f = z . (q + b) = 3 . 8 = 24$"


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        (PRODUCTS, {"q", "f"}),
        (PRODUCTS.replace("10", "11"), set()),
        (PRODUCTS.replace("24", "25"), {"q"}),
        ("$q = 10 . $ And $r = 8 . $", {"q", "r"}),
    ],
)
def test_a_dot_is_a_product_where_one_can_be_nothing_else(text: str, accepted: set[str]) -> None:
    found = verdicts(text, EXERCISES["seed"])
    assert {key for key in ("q", "r", "f") if found[key].status in ACCEPTED} == accepted


def test_dots_lead_to_a_number_with_a_remark_behind_it() -> None:
    text = "q = w x ........ 10\nr = q + b ...... {}      <- 2 cubed, nice\nf = z r ........ 24"
    assert verdicts(text.format("8"), EXERCISES["seed"])["r"].status in ACCEPTED
    assert verdicts(text.format("7"), EXERCISES["seed"])["r"].status not in ACCEPTED
    assert verdicts(text.format("8").replace("nice", "wrong"), EXERCISES["seed"])["r"].status not in ACCEPTED
