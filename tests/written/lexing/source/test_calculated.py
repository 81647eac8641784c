"""Bodies of functions worked out: only those that calculate, whatever a learner writes there."""

import pytest

from gradbook.written.lexing.source.calculated import calculated


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("return x * (1 - x)", -2.0),
        (" { return x * (1.0f - x); }", -2.0),
        ("\n    s = 3 x\n    return s", None),
        ("\n    s = 3*x  # of it\n    return s^2 − 1", 35.0),
        ("double s = x; return s*s;", 4.0),
        ("np.power(x, 3) + x.pow(2)", 12.0),
        ("(x + 1)(x - 1)", 3.0),
        ("e**0 + math.e - e", 1.0),
        ("x / (x - 2)", None),
        ("9**9**9**9", None),
        ("y * x", None),
        ("x if x > 0 else 0", None),
        ("__import__('os').system('true')", None),
        ("x.__class__", None),
        ("(" * 150 + "x" + ")" * 150, 2.0),
        ("x or 1or 2", None),
        ("x" + " " * 500, None),
        ("", None),
    ],
)
def test_a_body_is_worked_out_where_it_only_calculates(body: str, value: float | None) -> None:
    found = calculated(body, "x", 2.0)
    assert found == (value if value is None else pytest.approx(value))
