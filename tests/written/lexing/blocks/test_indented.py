"""Mathematics and tables that reStructuredText and MyST set under directives and in roles."""

# ruff: noqa: E501

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

SEED = EXERCISES["seed"]

SAID = [
    "We have :math:`q = 10`.",
    "- {math}`q = 2 \\cdot 5 = 10`  \n- {math}`r = q + b`",
    "Then\n\n.. math::\n\n    q &= w x \\\\\n      &= 10\n\nand so on.",
    ".. math:: q = 10\n\nNext.",
    ".. math::\n    :label: one\n\n    q = \\frac{20}\n      {2} = 10\n\n    r = 8\n",
    ".. list-table::\n    :header-rows: 1\n\n    * - Node\n      - Value\n    * - :math:`q`\n      - 10\n    * - r\n      - 8\n\nDone.",
    "```{list-table}\n:header-rows: 1\n\n* - node\n  - value\n* - q\n  - $5 \\cdot 2\n     = 10$\n* - r\n  - 8\n```\n",
    "$$\nq = w x = 10\n$$ (eq:node-q)\n\n$$ r = q + b $$ (eq-sum)",
    "  .. list-table:: The graph\n\n     * - Node\n       - Value\n     * - q\n       - 10\n     * - r\n       - 8\n",
]


@pytest.mark.parametrize("answer", SAID)
def test_what_directives_and_roles_set_is_read(answer: str) -> None:
    assert verdicts(answer, SEED)["q"].status in ACCEPTED


@pytest.mark.parametrize("answer", SAID)
def test_a_wrong_number_in_them_is_no_right_one(answer: str) -> None:
    assert verdicts(answer.replace("= 10", "= 11").replace("  - 10", "  - 11"), SEED)["q"].status not in ACCEPTED


@pytest.mark.parametrize(
    "answer",
    [
        "The following is wrong:\n\n.. math::\n\n    q = 10\n",
        ".. list-table::\n\n    * - Node\n      - Wrong value\n    * - q\n      - 10\n    * - r\n      - 8\n",
        "It is not :math:`q = 10`.",
        "$$q = 10$$ (not_sure)",
        "$$q = 10$$ (wrong:sorry)",
        ".. list-table::\n\n    * - Node\n      - r\n    * - q\n      - ~~10~~ 11\n    * - z\n      - 3\n",
    ],
)
def test_what_is_said_against_them_counts(answer: str) -> None:
    assert verdicts(answer, SEED)["q"].status not in ACCEPTED


def test_equations_under_one_directive_are_two_where_a_blank_line_parts_them() -> None:
    found = verdicts(".. math::\n\n    q = 10\n\n    r = 8\n\nText.", SEED)
    assert found["q"].status in ACCEPTED
    assert found["r"].status in ACCEPTED
