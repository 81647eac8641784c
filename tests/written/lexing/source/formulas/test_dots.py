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
