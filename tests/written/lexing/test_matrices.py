"""Matrices that are drawn over several lines."""

import pytest

from gradbook.written.lexing.matrices import in_one_line


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("W = [ 1 2 ]\n    [ 3 4 ]", "W = [ 1 2 ;      3 4 ]"),
        ("W = [1, -2]\n    [3, 4.5]\nq = 10", "W = [1  -2;     3  4.5]\nq = 10"),
        ("W = [ 1 2 ]\n     [ 3 4 ]", "W = [ 1 2 ;       3 4 ]"),  # a sign may be wider than another
        ("W = ⎡ 1 2 ⎤\n    ⎢ 3 4 ⎥\n    ⎣ 5 6 ⎦", "W = [ 1 2 ;      3 4 ;      5 6 ]"),
        ("b = [0.1]\n    [0.2]", "b = [0.1;     0.2]"),
        # no matrix
        ("W = [ 1 2 ]\n[ 3 4 ]", "W = [ 1 2 ]\n[ 3 4 ]"),
        ("W = [ 1 2 ]\n    [ 3 4 5 ]", "W = [ 1 2 ]\n    [ 3 4 5 ]"),
        ("W = [ 1 2 ]\nq = [ 3 4 ]", "W = [ 1 2 ]\nq = [ 3 4 ]"),
        ("W = [[1 2]\n     [3 4]]", "W = [[1 2]\n     [3 4]]"),
        ("W = [ 1 2 ] or\n    [ 3 4 ]", "W = [ 1 2 ] or\n    [ 3 4 ]"),
        ("W = [ 1 2 ]\n    [ 3 4 ] is wrong", "W = [ 1 2 ]\n    [ 3 4 ] is wrong"),
    ],
)
def test_a_drawn_matrix_becomes_rows_in_one_bracket(source: str, found: str) -> None:
    joined = in_one_line(source)
    assert joined.split() == found.split()
    assert len(joined) == len(source)
