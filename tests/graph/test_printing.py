"""Names and numbers as they are written, in text and in LaTeX."""

import unicodedata

import pytest

from gradbook.graph import Graph
from gradbook.graph.printing import GREEK, name_latex, number_latex, number_text


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("w", "w"),
        ("w1", "w_{1}"),
        ("w_1", "w_{1}"),
        ("W_hidden", r"W_{\mathrm{hidden}}"),
        ("rate", r"\mathrm{rate}"),
        ("alpha", r"\alpha"),
        ("α", r"\alpha"),
        ("θ_2", r"\theta_{2}"),
        ("Omega3", r"\Omega_{3}"),
        ("_x", r"\mathrm{\_x}"),
        ("w_new", r"w_{\mathrm{new}}"),
        ("W1_new", r"W_{1,\mathrm{new}}"),
        ("x_hidden_2", r"x_{\mathrm{hidden},2}"),
    ],
)
def test_names_in_latex(name: str, written: str) -> None:
    assert name_latex(name) == written


def test_every_greek_letter_is_called_as_unicode_calls_it() -> None:
    for name, letter in GREEK.items():
        called = unicodedata.name(letter)
        case = "CAPITAL" if name[0].isupper() else "SMALL"
        assert called == f"GREEK {case} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}"
    assert len(GREEK) == 34


@pytest.mark.parametrize(
    ("value", "text", "latex"),
    [
        (0.0, "0", "0"),
        (-0.0, "0", "0"),
        (5.0, "5", "5"),
        (-2.03, "-2.03", "-2.03"),
        (1e-7, "1e-7", r"1 \cdot 10^{-7}"),
        (2.5e12, "2.5e12", r"2.5 \cdot 10^{12}"),
        (1 / 3, "0.3333333333", "0.3333333333"),
    ],
)
def test_numbers(value: float, text: str, latex: str) -> None:
    assert number_text(value) == text
    assert number_latex(value) == latex


def test_a_greek_name_is_typeset_whichever_way_it_is_written() -> None:
    spelled, letter = Graph("alpha*x", alpha=1, x=2), Graph("α*x", α=1, x=2)
    assert spelled.solution().render("latex") == letter.solution().render("latex")
