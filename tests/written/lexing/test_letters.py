"""Names of the exercise that an answer writes with the accents of its language."""

import pytest

from gradbook.written.lexing.letters import unaccented


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("pérdida = 3", "perdida = 3"),
        ("preço × 2", "preco × 2"),
        ("perdida = 3, pérdida = 4", "perdida = 3, pérdida = 4"),
        ("pérdidas = 3", "pérdidas = 3"),
        ("é = 3", "é = 3"),
    ],
)
def test_a_name_with_accents_is_the_name_without_unless_both_are_written(source: str, found: str) -> None:
    assert unaccented(source, {"perdida", "preco", "e"}) == found
