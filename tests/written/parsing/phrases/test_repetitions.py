"""Words that look as if they took something back, or said that one thing is another: "again", and comparisons."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

SEED = EXERCISES["seed"]
STEP = "df/dw = 6\n\n$w = 5 - 0.01 \\cdot 6 = 4.94$"
FOUND = "q = wx = 10, r = q + b = 8"


@pytest.mark.parametrize(
    "remark",
    [
        "Run the forward pass again: $f = 23$",
        "Let's do the forward pass again with the new value of w.",
        "순전파를 다시 계산하면 $f = 23$",
        "もう一度順伝播すると $f = 23$",
        "Nochmal vorwärts mit dem neuen Gewicht: $f = 23$",
        "Снова прямой проход: $f = 23$",
        "Verify: with the new weight, $f = 23$",
        "Probe: mit dem neuen Gewicht ist $f = 23$",
    ],
)
def test_a_second_forward_pass_takes_no_step_back(remark: str) -> None:
    assert verdicts(f"{STEP}\n\n{remark}", SEED)["w1"].status in ACCEPTED


@pytest.mark.parametrize("remark", ["Again: $w = 4.9$", "다시: $w = 4.9$", "The forward pass was wrong, so again:"])
def test_again_alone_may_take_back_what_was_said(remark: str) -> None:
    assert verdicts(f"{STEP}\n\n{remark}", SEED)["w1"].status not in ACCEPTED


@pytest.mark.parametrize(
    "compared",
    [
        "q는 r보다 크다",
        "$q$가 $r$보다 크게 바뀜",
        "$q$(10)가 $r$(8)보다 큽니다",
        "qはrより大きい",
        "$q$は$r$より大きい",
    ],
)
def test_a_comparison_says_not_that_one_is_the_other(compared: str) -> None:
    found = verdicts(f"{FOUND}. {compared}", SEED)
    assert [found[key].status in ACCEPTED for key in ("q", "r")] == [True, True]


@pytest.mark.parametrize("compared", ["q는 10보다 크다", "qは10より大きい", "q는 10보다 2 작다"])
def test_more_than_a_number_is_another_number(compared: str) -> None:
    assert verdicts(compared, SEED)["q"].status not in ACCEPTED


def test_an_error_in_korean_is_a_quantity_unless_it_judges() -> None:
    assert verdicts("출력층의 오류를 계산한다.\n\nq = wx = 10", SEED)["q"].status in ACCEPTED
    assert verdicts("q = wx = 10 오류", SEED)["q"].status not in ACCEPTED
    assert verdicts("q = wx = 10. 오류!", SEED)["q"].status not in ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "$$q = wx = 10$$\n\nThe error is\n\n$$r - z = 5$$",
        "$$q = wx = 10$$\n\nL'errore rispetto al target è\n\n$$r - z = 5$$",
        "- q = 5 × 2 = 10 → error = 10 - 3 = 7",
        "q = wx = 10, Fehler = 10 - 3 = 7",
    ],
)
def test_an_error_that_goes_before_what_it_is_judges_nothing(text: str) -> None:
    assert verdicts(text, SEED)["q"].status in ACCEPTED


@pytest.mark.parametrize("text", ["$$q = 10$$\n\nThe error is mine", "q = 10, error", "q = 10 error: 11"])
def test_an_error_that_goes_before_nothing_may_judge(text: str) -> None:
    assert verdicts(text, SEED)["q"].status not in ACCEPTED


NEURON = Exercise.from_graph(
    Graph("p = u*x; C = (p - t)**2", u=3, x=2, t=10), ["p", "C", "new:u", "new:p", "new:C"], lr=0.1
)


@pytest.mark.parametrize(
    "text",
    [
        "p = 6 and C = 16. After one step: u = 4.6. Now p = 9.2 and C = 0.64.",
        "p = 6, C = 16. Dopo un passo: $u = 4{,}6$. Ora $p = 4{,}6 \\cdot 2 = 9{,}2$ e $C = 0{,}64$.",
    ],
)
def test_behind_the_new_inputs_values_are_told_apart_by_their_numbers(text: str) -> None:
    assert [key for key, found in verdicts(text, NEURON).items() if found.status not in ACCEPTED] == []


@pytest.mark.parametrize("text", ["用新参数，损失从 16 降到约 0.64", "新的损失从 16 降到 0.64"])
def test_the_loss_before_is_no_new_loss(text: str) -> None:
    assert verdicts(text, NEURON)["new:C"].status in ACCEPTED
    assert verdicts(text.replace("0.64", "0.46"), NEURON)["new:C"].status not in ACCEPTED
    assert verdicts(text.replace("16", "15"), NEURON)["new:C"].status not in ACCEPTED


@pytest.mark.parametrize(
    "text",
    ["C_new = 0.64 < 16 = C", "$C_{new} = (9.2 - 10)^2 = 0.64 < 16 = C$", "C = 16 > C_new = 0.64"],
)
def test_a_comparison_between_two_equations_parts_them(text: str) -> None:
    found = verdicts(text, NEURON)
    assert [found[key].status in ACCEPTED for key in ("C", "new:C")] == [True, True]


@pytest.mark.parametrize("text", ["C_new = 0.64 < 15 = C", "C = 0.64 < 16 = C", "p = 9 > C = 16 > 0 = p"])
def test_a_comparison_hides_no_wrong_number(text: str) -> None:
    found = verdicts(text, NEURON)
    assert found["C" if "p" not in text else "p"].status not in ACCEPTED


def test_a_bar_parts_the_numbers_of_a_point() -> None:
    bowl = Exercise.from_graph(Graph("f = x**2 + 3*y", x=-2.5, y=1), ["df/dx", "df/dy", "new:x", "new:y"], lr=0.1)
    text = "Der Gradient bei (-2,5|1) ist (-5|3). Der neue Punkt ist (-2|0,7)."
    assert [key for key, found in verdicts(text, bowl).items() if found.status not in ACCEPTED] == []
    assert verdicts(text.replace("(-5|3)", "(3|-5)"), bowl)["df/dx"].status not in ACCEPTED


def test_a_comparison_in_brackets_parts_nothing() -> None:
    gate = Exercise.from_graph(Graph("s = u*x; h = relu(s); f = v*h", u=3, x=2, v=4), ["df/ds"])
    assert str(verdicts("df/ds = v * [s > 0] = 4 * 1 = 4", gate)["df/ds"].status) == "right"


@pytest.mark.parametrize(
    "remark",
    [
        "Again apply the sigmoid:",
        "Using the chain rule again:",
        "However, as we go down to the inputs of the graph, it gets longer:",
        "But the product node has two inputs and we go through both of them:",
        "Jedoch hat der nächste Knoten zwei Eingänge und wir gehen durch beide:",
    ],
)
def test_how_one_goes_on_takes_nothing_back(remark: str) -> None:
    assert verdicts(f"$$q = 10$$\n\n{remark}\n\n$$r = 8$$", SEED)["q"].status in ACCEPTED
    assert verdicts(f"$$q = 10$$\n\n{remark}\n\n$$r = 8$$", SEED)["r"].status in ACCEPTED


@pytest.mark.parametrize(
    "remark",
    [
        "However, that is not the value of this node in the graph.",
        "However, my friend has another result for this graph:",
        "However, I made a slip and have to correct it:",
        "But this was the number of another graph.",
        "Again, this is wrong:",
    ],
)
def test_what_takes_back_in_a_longer_sentence_still_does(remark: str) -> None:
    assert verdicts(f"$$q = 10$$\n\n{remark}", SEED)["q"].status not in ACCEPTED
