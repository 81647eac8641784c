"""Nodes that a program calculates again with a small number beside one of their names: a check, and no answer."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

SEED = EXERCISES["seed"]  # q = w*x = 10, r = q + b = 8, f = z*r = 24
PROGRAM = """```python
w = Value(5.0); x = Value(2.0); b = Value(-2.0); z = Value(3.0)
q = w*x
r = q + b
f = z*r
print(q, r, f)
{}
print('slope', (f.data - before)/h)
```

    Value(data=10.0) Value(data=8.0) Value(data=24.0)
    slope 3.0
"""
ROWS: list[tuple[str, set[str]]] = [
    ("h = 0.001\nb2 = Value(b.data + h)\nr = q + b2\nf = z*r", {"q", "r", "f"}),
    ("b2 = b + 0.0001\nr = (q + b2)\nf = z*r", {"q", "r", "f"}),
    ("h = 0.001\nw2 = w - h\nq = w2*x\nr = q + b\nf = z*r", {"q", "r", "f"}),
    ("h = 1\nb2 = b + h\nr = q + b2", {"q", "f"}),
    ("b2 = z + 0.001\nr = q + b2", {"q", "f"}),
    ("b2 = b + 0.001\nr = q - b2", {"q", "f"}),
    ("b2 = b + 0.001\nr = q + b2\nr = q - b", {"q", "f"}),
]


@pytest.mark.parametrize(("lines", "expected"), ROWS)
def test_a_difference_quotient_calculates_nothing_anew(lines: str, expected: set[str]) -> None:
    found = verdicts(PROGRAM.format(lines), SEED)
    assert {key for key in ("q", "r", "f") if found[key].status in ACCEPTED} == expected


def test_what_is_printed_of_it_is_no_answer() -> None:
    lines = "w = 5.0; x = 2.0; b = -2.0\nq = w*x\nr = q + b\nb2 = b + 0.0001\nr = q + b2\nprint(r)"
    program = f"```python\n{lines}\n```\n\n    {{}}\n"
    for shown in ("8.0001", "8.5"):
        assert verdicts(program.format(shown), SEED)["r"].status not in ACCEPTED
