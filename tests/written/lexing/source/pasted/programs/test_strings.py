"""Texts in the strings of programs and of data."""

import pytest

from gradbook.written.lexing.source.pasted.programs.strings import out_of_strings


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (
            r"{ title: 'Loss', text: 'The node\'s `L = 4`, of σ\'(z).' }",
            ["Loss", "The node's  `L = 4`, of σ' (z)."],
        ),
        ('  "q = 3" +\n  "r = 4",', ["q = 3", "r = 4"]),
        ('{ t: "q = 3", tone: "red" },\n{ t: "r = 4" }', ["q = 3", "r = 4"]),
    ],
)
def test_texts_in_data_are_shown_without_what_is_around_them(source: str, found: list[str]) -> None:
    told = out_of_strings(source)
    assert [line.strip() for line in told.split("\n") if line.strip()] == found
    assert len(told) == len(source)


def test_lists_in_data_stay_lists() -> None:
    told = out_of_strings("{ title: 'Loss', rows: ['q = 10', 'r'], note: 'so' }")
    assert told == "{ title:  Loss , rows: [ q = 10 ,  r ], note:  so  }"


@pytest.mark.parametrize(
    "source",
    [
        r"It's q = 10, and w' = 3",
        r"q = Value(3, label='q'), {'w': 3}",
        r"print('q'); { title: 'Loss', text: 'L = 4' }",
        'x = f("q = 3", "r = 4")',
        "He says 'q = 3', but r = 4.",
        'It is not true that "q = 3"\nIt is not true that "r = 4"',
        '"q = 3", // wrong\n"r = 4", // wrong',
    ],
)
def test_strings_of_a_program_and_quotations_stay(source: str) -> None:
    assert out_of_strings(source) == source
