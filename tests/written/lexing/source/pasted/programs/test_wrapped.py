"""Numbers as libraries print them, each at its place."""

import pytest

from gradbook.written.lexing.source.pasted.programs.wrapped import unwrapped_numbers


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("q  tensor(10.)\nr.grad  tensor(-3.)", "q         10. \nr.grad         -3. "),
        ("q  tensor(10., grad_fn=<MulBackward0>)\nr  tensor(8.)", "q         10.".ljust(38) + "\nr         8. "),
        ("q  tensor(10.)", "q  tensor(10.)"),  # one is no list
        ("q = tensor(10.)\nr = tensor(8.)", "q = tensor(10.)\nr = tensor(8.)"),
        ("q  tensor(10.)  wrong\nr  tensor(8.)", "q  tensor(10.)  wrong\nr  tensor(8.)"),
        ("np.float64(3.0)", "3.0            "),
    ],
)
def test_a_number_stands_alone(source: str, found: str) -> None:
    assert unwrapped_numbers(source) == found
    assert len(found) == len(source)
