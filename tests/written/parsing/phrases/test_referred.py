"""What a sentence says of the number just said: "this is already dL/db2", "w2 gets that times g", names in brackets."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NETWORK = Exercise.from_graph(
    Graph("g = w1*x; o = w2*g + b2; L = (o - t)**2", w1=0.6, x=2, w2=-0.4, b2=0.1, t=0.5),
    ["dL/do", "dL/db2", "dL/dw2"],
)
SQUARES = Exercise.from_graph(
    Graph("s1 = square(x); s2 = square(y); p = s1 + s2; f = p**2", x=1.2, y=-3.5), ["s1", "s2", "df/ds1", "df/ds2"]
)
ALSO = [
    "dL/do = {}. This is already the gradient for b2.",
    "dL/do = {}. This is at once dL/db2.",
    "dL/do = {}, which is directly the gradient of the bias b2.",
    "delta at o: {}. This is also the slope for b2.",
    "dL/do = {}. Das ist bereits der Gradient für b2.",
    "dL/do = {}. C'est déjà le gradient de b2.",
    "dL/do = {}. Esto ya es dL/db2.",
    "dL/do = {}. Questo è già dL/db2.",
]


@pytest.mark.parametrize("text", ALSO)
def test_the_number_just_said_is_of_what_the_next_sentence_says(text: str) -> None:
    assert verdicts(f"Going back:\n{text.format('-1.76')}", NETWORK)["dL/db2"].status in ACCEPTED


@pytest.mark.parametrize("text", ALSO)
def test_a_wrong_number_just_said_is_not_accepted(text: str) -> None:
    assert verdicts(f"Going back:\n{text.format('-0.76')}", NETWORK)["dL/db2"].status not in ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "dL/do = -1.76. This is not yet the gradient for b2.",
        "dL/do = -1.76. This is already twice the gradient for b2.",
        "dL/do = -1.76. Is this already the gradient for b2?",
        "dL/do = -1.76. This is almost the gradient for b2.",
        "dL/do = -1.76. This is already what Tom has as the gradient for b2.",
    ],
)
def test_what_is_not_said_of_it_is_not_accepted(text: str) -> None:
    assert verdicts(f"Going back:\n{text}", NETWORK)["dL/db2"].status not in ACCEPTED


FACTORS = [
    "w2 gets δ·g = {}",
    "w2 gets that times g = {}",
    "w2 gets g times that, {}.",
    "w2 bekommt das mal g, {}",
    "dL/dw2 is that times g, {}",
    "dL/dw2 is g times this = {}",
    "dL/dw2 is 1.2 times that: {}",
]


@pytest.mark.parametrize("text", FACTORS)
def test_a_factor_that_a_pronoun_names(text: str) -> None:
    assert verdicts(f"Going back:\ndL/do = -1.76.\n{text.format('-2.112')}", NETWORK)["dL/dw2"].status in ACCEPTED


@pytest.mark.parametrize("text", [*FACTORS, "w2 does not get that times g, -2.112", "w2 gets that times -2.112"])
def test_a_wrong_product_or_none_is_not_accepted(text: str) -> None:
    assert verdicts(f"Going back:\ndL/do = -1.76.\n{text.format('2.112')}", NETWORK)["dL/dw2"].status not in ACCEPTED


def test_each_of_several_gets_its_own_multiple() -> None:
    several = Exercise.from_graph(Graph("r = x**2 + y**2; f = r*k", x=1.5, y=2, k=-0.4), ["df/dr", "df/dx", "df/dy"])
    text = "Backwards: df/dr = -0.4. Finally x and y get 2x and 2y times that, i.e. -1.2 for x and {} for y."
    assert all(one.status in ACCEPTED for one in verdicts(text.format(-1.6), several).values())
    assert verdicts(text.format(1.6), several)["df/dy"].status not in ACCEPTED


IN_BRACKETS = [
    "Squares first: 1.44 and 12.25 (those are s1 and s2).",
    "Squares: 1.44, 12.25 (s1, s2)",
    "Quadrate: 1,44 und 12,25 (das sind s1 und s2).",
    "First I get 1.44 and 12.25 (for s1 and s2)",
    "Quadrati: 1,44 e 12,25 (sono s1 e s2)",
]


@pytest.mark.parametrize("text", IN_BRACKETS)
def test_names_in_brackets_have_the_numbers_before_them(text: str) -> None:
    told = verdicts(text, SQUARES)
    assert told["s1"].status in ACCEPTED and told["s2"].status in ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "Squares first: 12.25 and 1.44 (those are s1 and s2).",
        "Squares first: 1.44 and 12.25 (those are not s1 and s2).",
        "They are certainly not 1.44 and 12.25 (s1 and s2)",
        "My friend has 1.44 and 12.25 (s1 and s2)",
        "I first had 1.44 and 12.25 (s1 and s2), which was wrong",
        "For x = 3: 1.44 and 12.25 (s1 and s2)",
        "Squares first: 1.44, 12.25 and 3 (s1 and s2)",
    ],
)
def test_no_other_numbers_are_theirs(text: str) -> None:
    told = verdicts(text, SQUARES)
    assert told["s1"].status not in ACCEPTED and told["s2"].status not in ACCEPTED


def test_one_number_is_of_each_name_in_brackets() -> None:
    given = "s1 = 1.44, s2 = 12.25, p = 13.69\nboth s get **{}** (df/ds1 and df/ds2)"
    told = verdicts(given.format("27.38"), SQUARES)
    assert told["df/ds1"].status in ACCEPTED and told["df/ds2"].status in ACCEPTED
    told = verdicts(given.format("13.69"), SQUARES)
    assert told["df/ds1"].status not in ACCEPTED and told["df/ds2"].status not in ACCEPTED


def test_posts_of_a_thread_are_items() -> None:
    told = verdicts("1/ s1 = 1.44\n\n2/ s2 = 12.25\n\n3/ df/ds1 = 27.38", SQUARES)
    assert all(told[key].status in ACCEPTED for key in ("s1", "s2", "df/ds1"))
    assert verdicts("2/ s1 = 1.44", SQUARES)["s1"].status not in ACCEPTED


@pytest.mark.parametrize("text", ["a = sigmoid of that  ->  {}", "a = sigmoid of that = {}"])
def test_a_function_of_the_number_just_said_is_what_it_comes_to(text: str) -> None:
    neuron = Exercise.from_graph(Graph("z = w*x + b; a = sigmoid(z)", w=0.6, x=1.5, b=-0.4), ["z", "a"])
    assert verdicts("z = 0.5\n" + text.format("0.6225"), neuron)["a"].status in ACCEPTED
    assert verdicts("z = 0.5\n" + text.format("0.3775"), neuron)["a"].status not in ACCEPTED
    assert verdicts("z = 0.5\nnot " + text.format("0.6225"), neuron)["a"].status not in ACCEPTED
