"""Dots in a calculation stand for terms, or for further digits."""

import pytest
from tests.written.corpus import verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

MEAN = Exercise.from_graph(
    Graph("u = c*k; v = c*l; s = c*m; M = (u + v + s)/3", c=2, k=1, l=2, m=3), ["M", "dM/dc"], lr=0.1
)


@pytest.mark.parametrize(
    "text",
    [
        "M = (1/3)[2 + ... + 6] = (1/3) * 12 = 4",
        "M = (2 + ... + 6)/3 = 4",
        "M = (2 + … + 6)/3 = 4",
        "M = (2 + 4 + ...)/3 = 12/3 = 4",
        "M = (2 + 4 + …)/3 = 4",
        "```\nM = (2·1 + ... + 2·3)/3\n  = 12/3\n  = 4\n```",
        "M = (u + ... + s)/3 = 4",
        r"$M = \frac13(2 + ... + 6) = 4$",
        "M = 0.666... + 1.333... + 2 = 4",
        "M = 0.666… + 1.333… + 2 = 4",
    ],
)
def test_dots_for_terms_or_digits_leave_the_result_to_be_read(text: str) -> None:
    assert verdicts(text, MEAN)["M"].status in (Status.RIGHT, Status.STEP_UNREAD)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("M = (2 + ... + 6)/3 = 5", Status.UNREAD),
        ("M = 4 + ...", Status.UNREAD),
        ("M = 4 ... + 3", Status.UNREAD),
        ("M = 4... + 3", Status.UNREAD),
        ("M = 4 - …", Status.UNREAD),
        ("M = 4 + ... + 6", Status.UNREAD),
    ],
)
def test_what_dots_leave_out_is_no_value(text: str, status: Status) -> None:
    assert verdicts(text, MEAN)["M"].status is status
