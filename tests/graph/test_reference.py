"""The reference of ops says what the table says."""

from pathlib import Path

from gradbook.graph.ops import OPS
from gradbook.graph.reference import reference

PAGE = Path(__file__).parents[2] / "docs" / "ops.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text() == reference(), "run: python -m gradbook.graph.reference > docs/ops.md"


def test_every_op_is_there_with_every_derivative() -> None:
    page = reference()
    for op in OPS.values():
        (line,) = [line for line in page.splitlines() if line.startswith(f"| `{op.name}` |")]
        assert line.count("d/d") == op.arity
        assert op.about in line
