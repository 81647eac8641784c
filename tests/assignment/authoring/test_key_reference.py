"""The page about assignments says of each key what the code says."""

from pathlib import Path

from gradbook.assignment.authoring.key_reference import keys, updated

PAGE = Path(__file__).parents[3] / "docs" / "assignment.md"


def test_the_page_is_up_to_date() -> None:
    page = PAGE.read_text()
    assert page == updated(page), "run: python -m gradbook.assignment.authoring.key_reference docs/assignment.md"


def test_every_key_is_there() -> None:
    found = [line.split("`")[1] for line in keys().splitlines() if line.startswith("| `")]
    assert found == [
        *("title", "notebook", "due", "data", "files", "late", "graph", "question"),
        *("credit", "days", "grace", "zone"),
        *("text", "values", "lr", "variants", "ranges", "picture"),
        *("id", "title", "kind", "points", "ask", "quiz", "export", "probe", "check"),
        *("name", "call", "sizes", "built_with", "inputs", "arrays", "attributes", "weights", "cases"),
        *("name", "points"),
    ]
