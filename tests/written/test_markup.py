"""An answer is shown back with its statements marked, and nothing of it can do harm there."""

from tests.written.corpus import EXERCISES

from gradbook.written import judge, marked_html, marked_text, read

SEED = EXERCISES["seed"]


def shown(answer: str) -> tuple[str, str]:
    verdicts = judge(read(answer, SEED), SEED)
    return str(marked_html(answer, verdicts)), marked_text(answer, verdicts, colour=False)


def test_each_statement_has_its_sign() -> None:
    html, text = shown("First q = 10, then r = 9.")
    assert text == "First q = 10 [✓], then r = 9 [✗]."
    assert html.count("<span") == 2
    assert "First " in html


def test_what_a_learner_writes_is_escaped() -> None:
    html, text = shown('q = 10 <img src=x onerror="alert(1)"> \x1b[31mred')
    assert "<img" not in html
    assert "\x1b" not in text


def test_a_notebook_shows_the_answer_and_the_table() -> None:
    html = judge(read("q = 10 & r = <b>9</b>", SEED), SEED)._repr_html_()
    assert "<pre" in html
    assert "<table" in html
    assert "<b>9</b>" not in html


def test_verdicts_print_one_line_a_quantity() -> None:
    lines = str(judge(read("q = 10", SEED), SEED)).splitlines()
    assert len(lines) == len(SEED.keys)
    assert lines[0].startswith("✓ q")
    assert "q = 10" in lines[0]
