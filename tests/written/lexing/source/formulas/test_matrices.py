"""Matrices that are drawn over several lines."""

import pytest

from gradbook.written.lexing.source.formulas.matrices import in_one_line
from gradbook.written.lexing.source.formulas.nested import unnested


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("W = [ 1 2 ]\n    [ 3 4 ]", "W = [ 1 2 ;      3 4 ]"),
        ("W = [1, -2]\n    [3, 4.5]\nq = 10", "W = [1  -2      ;3  4.5]\nq = 10"),
        ("W = [ 1 2 ]\n     [ 3 4 ]", "W = [ 1 2 ;       3 4 ]"),  # a sign may be wider than another
        ("W = ⎡ 1 2 ⎤\n    ⎢ 3 4 ⎥\n    ⎣ 5 6 ⎦", "W = [ 1 2 ;      3 4 ;      5 6 ]"),
        ("b = [0.1]\n    [0.2]", "b = [0.1     ;0.2]"),
        ("W = [ 1 -2 ]\n    [ 3 4. ]", "W = [ 1 -2 ; 3 4 ]"),
        ("W = | 1 2 |\n    | 3 4 |", "W = [[1, 2],[3, 4] ]"),
        ("    [ 1 2 ]\nW = [ 3 4 ]", "W = [[1, 2],[3, 4] ]"),
        ("z = [ 1 2 ] [ 5 ]\n    [ 3 4 ] [ 6 ]", "z = [[1, 2],[3, 4]] [[5],[6] ]"),
        (
            "W = [ 1*2  3*4 ] = [ 2 12 ]\n    [ 0*2  0 + 4 ]   [ 0 4 ]",
            "W = [[1*2, 3*4],[0*2, 0 + 4]] = [[2, 12],[0, 4] ]",
        ),
        ("    [ 1 ]\nW = [ 2 ] [ 3 4 ]", "W = [[1],[2]] [3, 4 ]"),
        # no matrix
        (
            "W = [ 1 2 ] = [ 3 4 ]\n                      [ 3 4 ]",
            "W = [ 1 2 ] = [ 3 4 ]\n                      [ 3 4 ]",
        ),
        ("W = [ 1*2  3*4 ]\n    [ 0*2 ]", "W = [ 1*2  3*4 ]\n    [ 0*2 ]"),
        ("  | 1 | 2 |\n  |---|---|\n  | 3 | 4 |", "  | 1 | 2 |\n  |---|---|\n  | 3 | 4 |"),
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


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("W = [[1, 2],\n     [3, 4]]", "W = [1 2 ;3 4]"),
        ("W = [[1. 2.]\n     [3. 4.]]\nq = 10", "W = [1 2 ;3 4 ]\nq = 10"),
        ("W =\n[[1 2]\n [3 4]]", "W =\n [1 2 ;3 4]"),
        ("W:\n  [[1, 2],\n   [3, 4]]", "W:\n   [1 2 ;3 4]"),
        ("W =\n[ 1 2 ]\n[ 3 4 ]", "W =\n[ 1 2 ; 3 4 ]"),
        ("W = [\n  [1, 2],\n  [3, 4],\n]\n", "W = [1 2 ;3 4]\n"),
        ("W = [1, 2; 3, 4]", "W = [1 2; 3 4]"),
        # no matrix, a decimal comma, what a program prints
        ("W = [[1, 2],\n     [3]]", "W = [[1, 2],\n     [3]]"),
        ("W = [[1, 2],\n     [3, x]]", "W = [[1, 2],\n     [3, x]]"),
        ("w = [1,5; 2,5]", "w = [1,5; 2,5]"),
        ("print(W)\nW = [[1. 2.]\n     [3. 4.]]", "print(W)\nW = [[1. 2.]\n     [3. 4.]]"),
    ],
)
def test_a_list_of_lists_comes_to_stand_in_one_line(source: str, found: str) -> None:
    joined = unnested(source)
    assert joined.split() == found.split()
    assert len(joined) == len(source)
