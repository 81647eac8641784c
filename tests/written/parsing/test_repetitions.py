"""Words that look as if they took something back, or said that one thing is another: "again", and comparisons."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

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
