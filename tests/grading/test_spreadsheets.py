"""Cells of a table that a spreadsheet would take for formulas."""

import csv
import io

import pytest

from gradbook.grading.spreadsheets import csv_text


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("  @x", "'  @x"),
        ('ada;=HYPERLINK("http:evil","x");b', 'ada;\'=HYPERLINK("http:evil","x");b'),
        ("ada;;  +1", "ada;;'  +1"),
        ("ada\t-1", "ada\t'-1"),
        ("ada\n=1", "ada\n'=1"),
        ("Lovelace-King, Ada; Countess", "Lovelace-King, Ada; Countess"),
        ("a=b; c-d", "a=b; c-d"),
    ],
)
def test_no_formula_begins_in_a_cell_whatever_is_taken_for_the_separator(cell: str, shown: str) -> None:
    ((read,),) = csv.reader(io.StringIO(csv_text([cell], []), newline=""))
    assert read == shown
