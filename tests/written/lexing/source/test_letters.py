"""Names of the exercise that an answer writes with the accents of its language."""

import pytest

from gradbook.written.lexing.source.letters import seen, unaccented, upright
from gradbook.written.lexing.source.pasted.programs.escapes import unescaped


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("pérdida = 3", "perdida = 3"),
        ("preço × 2", "preco × 2"),
        ("preco = 3, preço = 4", "preco = 3, preço = 4"),
        ("the Perdida: pérdida = 4", "the Perdida: perdida = 4"),
        ("Pérdida = 3, perdida", "perdida = 3, perdida"),
        ("pérdidas = 3", "pérdidas = 3"),
        ("é = 3", "é = 3"),
    ],
)
def test_a_name_with_accents_is_the_name_without_unless_both_are_written(source: str, found: str) -> None:
    assert unaccented(source, {"perdida", "preco", "e"}) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (r'"q = 10\n\nStep 2: r = 8\n"', '"q = 10 \n \nStep 2: r = 8 \n"'),
        (r"q = 10\nr = 8\n∂f/∂w = 6", "q = 10 \nr = 8 \n∂f/∂w = 6"),
        (r"q = 10\n$\nabla f = 3$, $r \neq 8$\n", "q = 10 \n$\\nabla f = 3$, $r \\neq 8$ \n"),
        (r"$\nu = 3$, $\nabla f$", r"$\nu = 3$, $\nabla f$"),
        (r"A \nRightarrow B", r"A \nRightarrow B"),
        (r"$a \\n = 3$", r"$a \\n = 3$"),
        (r'print("q = 10\n")', r'print("q = 10\n")'),
    ],
)
def test_an_escaped_end_of_a_line_is_one_and_no_command(source: str, found: str) -> None:
    assert unescaped(source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("q\u00a0=\u00a010", "q = 10"),
        ("q\u2009=\u200910", "q = 10"),
        ("1\u202f000", "1\u202f000"),  # one number
        ("\u200bq = 10", " q = 10"),
        ("q = 1\u200b0", "q = 1\u200b0"),
        ("\ufeffq = 10\r", " q = 10 "),
    ],
)
def test_blanks_of_all_kinds_are_blanks(source: str, found: str) -> None:
    assert seen(upright(source)) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("@J/@s = 2, @L / @w_1 = 3", "∂J/∂s = 2, ∂L / ∂w_1 = 3"),
        ("mail@x.de, @property", "mail@x.de, @property"),
        ("ˆy = w2g, (y − ˆy)2", "y\u0302 = w2g, (y − y\u0302)2"),
    ],
)
def test_what_the_fonts_of_a_print_lose_is_put_back(source: str, found: str) -> None:
    assert upright(source) == found
