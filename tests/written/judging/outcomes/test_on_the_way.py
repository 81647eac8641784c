"""Chains of numbers that round a part of what they calculate, and go on with that."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NEURON = Exercise.from_graph(
    Graph("z = u*x; a = sigmoid(z); C = (a - t)**2/2", x=0.35, u=0.4, t=0.9), ["dC/du", "new:u"], lr=0.5
)  # dC/du = -0.0318295, u_new = 0.415915


@pytest.mark.parametrize(
    "chain",
    [
        "0.4 - 0.5 * (-0.033) = 0.4 + 0.017 = 0.417",  # from 0.033, which is no rounding
        "0.4 - 0.5 * (-0.0318) = 0.4 + 0.017 = 0.417",  # 0.0159 is 0.016
        "0.4 - 0.5 * (-0.0318) = 0.4 - 0.016 = 0.384",
        "0.4 - 0.5 * (-0.0318) = 0.4 + 0.016 = 0.418",
        "0.4 - 0.05 * (-0.318) = 0.4 + 0.018 = 0.418",
        "0.4 + 0.017 = 0.417",  # of what it is rounded is not said
        "0.4 - 0.5 * (-0.0318) = 0.4 + 0.02 = 0.42",  # one digit
    ],
)
def test_what_no_rounding_of_a_part_leads_to_is_not_accepted(chain: str) -> None:
    assert verdicts(f"u_new = {chain}", NEURON)["new:u"].status not in ACCEPTED


COARSE = Exercise.from_graph(Graph("C = (u - 0.857)**2", u=0.9), ["dC/du", "new:u"], lr=0.263)
# dC/du = 0.086, u_new = 0.877382, and 0.263 * 0.086 = 0.022618


@pytest.mark.parametrize(
    ("chain", "right"),
    [
        ("0.9 - 0.263 * 0.086 = 0.9 - 0.023 = 0.877", True),
        ("0.9 - 0.263 * 0.086 = 0.9 - 0.022 = 0.878", False),
        ("0.9 - 0.263 * 0.086 = 0.9 - 0.023 = 0.878", False),
    ],
)
def test_a_part_is_rounded_to_its_own_digits(chain: str, right: bool) -> None:
    assert (verdicts(f"u_new = {chain}", COARSE)["new:u"].status in ACCEPTED) is right


TWICE = Exercise.from_graph(Graph("C = k*u", u=0.6, k=-0.04294), ["dC/du", "new:u"], lr=0.5)  # u_new = 0.62147


@pytest.mark.parametrize(
    ("chain", "right"),
    [
        ("0.6 - 0.5 * (-0.043) = 0.6 + 0.022 = 0.622", True),  # 0.0215, rounded up
        (r"0.6 - 0.5 \times (-0.043) = 0.6 + 0.022 = \mathbf{0.622}", True),
        ("0.6 - 0.5 * (-0.043) = 0.6 + 0.023 = 0.623", False),
        ("0.6 - 0.5 * (-0.045) = 0.6 + 0.022 = 0.622", False),
        ("0.6 - 0.5 * (-0.043) = 0.6 + 0.022 = 0.623", False),
        ("0.6 - 0.5 * (-0.043) = 0.6 - 0.022 = 0.622", False),
    ],
)
def test_a_part_that_is_rounded_up_may_lead_to_the_next_digit(chain: str, right: bool) -> None:
    assert (verdicts(f"$dC/du = -0.043$, $u_{{new}} = {chain}$", TWICE)["new:u"].status in ACCEPTED) is right
